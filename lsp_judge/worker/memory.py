"""Peak memory of each case, from inside the worker.

The peak (`ru_maxrss`) is a maximum over the life of the process. It is put back (by writing 5
to `/proc/self/clear_refs`, proc(5)) only after a case has raised it, so that thousands of
small cases cost a single system call each.
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

    def _resident(self) -> int:
        return int(os.pread(self._status, 128, 0).split()[1]) * self._page

    @staticmethod
    def _peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

    def take(self) -> int:
        """Bytes that the case since the last call had at its peak, beyond the loaded worker."""
        peak = self._peak()
        if peak <= self._high:
            return max(0, self._resident() - self._base)
        self._high = self._reset()
        return max(0, peak - self._base)

    def _reset(self) -> int:
        try:
            os.pwrite(self._clear, b"5", 0)
        except OSError:
            return self._peak()
        return self._peak()
