"""Peak memory of each case, from inside the worker.

The peak (`ru_maxrss`) is a maximum over the life of the process. It is put back (by writing 5
to `/proc/self/clear_refs`, proc(5)) only after a case has raised it, and what is in use is looked
at only after a page was touched for the first time (`ru_minflt`), so that thousands of small
cases cost a single system call each.
"""

from __future__ import annotations

import os
import resource


class MemoryMeter:
    """Made while files can still be opened for writing; `start` once the artifact is loaded."""

    def __init__(self) -> None:
        self._clear = os.open("/proc/self/clear_refs", os.O_WRONLY | os.O_CLOEXEC)
        self._status = os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
        self._page = resource.getpagesize()
        self.start()

    def start(self) -> None:
        """What is in use now is the worker's own."""
        self._base = self._resident()
        self._high = self._peak()
        self._faults = -1  # of those after which `_used` was read
        self._used = 0

    def _resident(self) -> int:
        return int(os.pread(self._status, 128, 0).split()[1]) * self._page

    @staticmethod
    def _peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    def take(self) -> int:
        """Bytes that the case since the last call had at its peak, beyond the loaded worker."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        peak, faults = usage.ru_maxrss * 1024, usage.ru_minflt + usage.ru_majflt
        if peak > self._high:
            self._high = self._reset()
            self._faults = -1
            return max(0, peak - self._base)
        if faults != self._faults:
            self._faults, self._used = faults, max(0, self._resident() - self._base)
        # Without a fault nothing was added; what was given back was there when the case began.
        return self._used

    def _reset(self) -> int:
        try:
            os.pwrite(self._clear, b"5", 0)
        except OSError:
            return self._peak()
        return self._peak()
