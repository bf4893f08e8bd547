"""Keeps track of when work of ours runs that would spoil a timing."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

# A case runs for seconds at most; what was busy longer ago than this concerns no one.
_REMEMBERED = 256


class Activity:
    """Builds and compilations mark themselves busy; runs ask how much of their time was quiet.

    Implements `runtimes.base.Quiet`. One for the whole process, made by the composition root.
    `running` is held by whoever runs cases: there is one at a time.
    """

    def __init__(self) -> None:
        self._busy = 0
        self._since = 0
        self._past: deque[tuple[int, int]] = deque(maxlen=_REMEMBERED)
        self._quiet = asyncio.Event()
        self._quiet.set()
        self.running = asyncio.Lock()

    @contextmanager
    def busy(self) -> Iterator[None]:
        if self._busy == 0:
            self._since = time.monotonic_ns()
            self._quiet.clear()
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1
            if self._busy == 0:
                self._past.append((self._since, time.monotonic_ns()))
                self._quiet.set()

    def quiet_ns(self, start_ns: int, end_ns: int) -> int:
        """How much of the interval (CLOCK_MONOTONIC, ns) was quiet."""
        intervals = [*self._past, (self._since, end_ns)] if self._busy else self._past
        spoilt = sum(max(0, min(end, end_ns) - max(begin, start_ns)) for begin, end in intervals)
        return end_ns - start_ns - spoilt

    async def wait(self) -> None:
        await self._quiet.wait()
