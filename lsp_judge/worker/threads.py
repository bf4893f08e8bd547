"""Threads that a case left behind, which would run beside the next one."""

from __future__ import annotations

import os
import time

# A thread that was joined a moment ago may still be counted.
_LOOKS, _PAUSE_S = 3, 0.001


class ThreadMeter:
    """Made while files can still be opened; `start` once the artifact is loaded."""

    def __init__(self) -> None:
        self._tasks = os.open("/proc/self/task", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        self._counts = False

    def start(self) -> None:
        """A runtime that has threads of its own (Go's) makes more of them as it likes: how many
        there are says nothing then."""
        self._counts = self._now() == 1

    def more(self) -> bool:
        """Whether other threads than the main one are left; waits a moment for their ends."""
        if not self._counts or self._now() == 1:
            return False
        for _ in range(_LOOKS):
            time.sleep(_PAUSE_S)
            if self._now() == 1:
                return False
        return True

    def _now(self) -> int:
        return os.fstat(self._tasks).st_nlink - 2
