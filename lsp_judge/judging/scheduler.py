"""Newest save wins: per document one running job and at most one waiting.

A newer job cancels the running one and starts when that has ended, so that two compilers
never work on two versions of one file. Over all documents a few judgements run side by
side; a benchmark runs alone.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeAlias

Job: TypeAlias = Callable[[], Awaitable[None]]

logger = logging.getLogger(__name__)


class _Order:
    """A job that waits for its turn; `exclusive` ones run while nothing else does."""

    def __init__(self, job: Job, exclusive: bool) -> None:
        self.job = job
        self.exclusive = exclusive


class _Slot:
    """What is going on for one document."""

    def __init__(self, task: asyncio.Task[None]) -> None:
        self.task = task
        self.waiting: _Order | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Cancel once: a second cancel would interrupt the job's wait for its processes' end."""
        if not self._cancelled:
            self._cancelled = True
            self.task.cancel()


class Scheduler:
    """Runs jobs as tasks of `group`, `judgements` of them at the same time."""

    def __init__(self, group: asyncio.TaskGroup, judgements: int = 2) -> None:
        self._group = group
        self._gate = _Gate(judgements)
        self._slots: dict[str, _Slot] = {}
        self._closed = False

    def submit(self, key: str, job: Job, *, exclusive: bool = False) -> None:
        """Run `job` for the document `key`, in place of whatever runs or waits for it.

        `job` is cancelled as a task is and should come back when its processes have ended.
        What it raises is logged; it never reaches another job.
        """
        if self._closed:
            return
        order = _Order(job, exclusive)
        slot = self._slots.get(key)
        if slot is None:
            self._start(key, order)
        else:
            slot.waiting = order
            slot.cancel()

    def cancel(self, key: str) -> bool:
        """Cancel what runs and drop what waits for `key`; False: there was nothing."""
        slot = self._slots.get(key)
        if slot is None:
            return False
        slot.waiting = None
        slot.cancel()
        return True

    @property
    def busy(self) -> tuple[str, ...]:
        """The documents for which something runs."""
        return tuple(self._slots)

    async def idle(self) -> None:
        """Wait until nothing runs."""
        while self._slots:
            await asyncio.wait([slot.task for slot in self._slots.values()])

    async def close(self) -> None:
        """Cancel everything and wait for its end; later jobs are not taken."""
        self._closed = True
        for key in self.busy:
            self.cancel(key)
        await self.idle()

    def _start(self, key: str, order: _Order) -> None:
        task = self._group.create_task(self._run(order), name=f"judging {key}")
        self._slots[key] = _Slot(task)
        task.add_done_callback(lambda _: self._finished(key))

    def _finished(self, key: str) -> None:
        waiting = self._slots.pop(key).waiting
        if waiting is not None and not self._closed:
            self._start(key, waiting)

    async def _run(self, order: _Order) -> None:
        try:
            async with self._gate.entered(order.exclusive):
                await order.job()
        except Exception:
            logger.exception("a job failed")


class _Gate:
    """Lets in up to `limit` shared holders or one exclusive one, in the order of arrival."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._shared = 0
        self._exclusive = False
        self._queue: deque[tuple[bool, asyncio.Future[None]]] = deque()

    @asynccontextmanager
    async def entered(self, exclusive: bool) -> AsyncIterator[None]:
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append((exclusive, turn))
        self._admit()
        try:
            await turn
            yield
        finally:
            # The turn may have been granted in the same moment in which the wait for it was
            # cancelled; only a cancelled future was never granted.
            if not turn.cancelled():
                self._leave(exclusive)
            self._admit()

    def _leave(self, exclusive: bool) -> None:
        if exclusive:
            self._exclusive = False
        else:
            self._shared -= 1

    def _admit(self) -> None:
        while self._queue:
            exclusive, turn = self._queue[0]
            if not turn.done():
                if self._exclusive or self._shared >= (1 if exclusive else self._limit):
                    return
                if exclusive:
                    self._exclusive = True
                else:
                    self._shared += 1
                turn.set_result(None)
            self._queue.popleft()
