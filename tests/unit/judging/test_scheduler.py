"""Newest save wins, benchmarks run alone, and nothing is left behind."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from lsp_judge.judging.scheduler import Scheduler


class Work:
    """A job that says when it starts and ends and runs until it is let go."""

    def __init__(self, name: str, log: list[str], cleanup: int = 0) -> None:
        self.started = asyncio.Event()
        self.go = asyncio.Event()
        self._name = name
        self._log = log
        self._cleanup = cleanup

    async def __call__(self) -> None:
        self._log.append(f"{self._name} starts")
        self.started.set()
        try:
            await self.go.wait()
            self._log.append(f"{self._name} done")
        finally:
            for _ in range(self._cleanup):
                await asyncio.sleep(0)
            self._log.append(f"{self._name} ends")


@pytest.fixture
async def scheduler() -> AsyncIterator[Scheduler]:
    async with asyncio.TaskGroup() as group:
        made = Scheduler(group)
        yield made
        await made.close()


async def test_a_newer_job_waits_for_the_end_of_the_one_it_replaces(scheduler: Scheduler) -> None:
    log: list[str] = []
    old, new = Work("old", log, cleanup=5), Work("new", log)
    scheduler.submit("a", old)
    await old.started.wait()
    scheduler.submit("a", new)
    await new.started.wait()
    assert log == ["old starts", "old ends", "new starts"]


async def test_only_the_newest_of_the_waiting_jobs_runs(scheduler: Scheduler) -> None:
    log: list[str] = []
    works = [Work(str(number), log, cleanup=5) for number in range(4)]
    scheduler.submit("a", works[0])
    await works[0].started.wait()
    for work in works[1:]:
        scheduler.submit("a", work)
    await works[3].started.wait()
    assert log == ["0 starts", "0 ends", "3 starts"]


async def test_a_second_cancel_does_not_cut_the_cleanup_short(scheduler: Scheduler) -> None:
    log: list[str] = []
    work = Work("job", log, cleanup=5)
    scheduler.submit("a", work)
    await work.started.wait()
    assert scheduler.cancel("a")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert scheduler.cancel("a")
    await scheduler.idle()
    assert log == ["job starts", "job ends"]


async def test_cancelling_drops_the_waiting_job_as_well(scheduler: Scheduler) -> None:
    log: list[str] = []
    first, second = Work("first", log), Work("second", log)
    scheduler.submit("a", first)
    await first.started.wait()
    scheduler.submit("a", second)
    scheduler.cancel("a")
    await scheduler.idle()
    assert log == ["first starts", "first ends"]
    assert not scheduler.cancel("a")


async def test_two_documents_run_side_by_side_and_the_third_waits(scheduler: Scheduler) -> None:
    log: list[str] = []
    works = {name: Work(name, log) for name in "abc"}
    for name, work in works.items():
        scheduler.submit(name, work)
    await works["b"].started.wait()
    assert log == ["a starts", "b starts"]
    works["a"].go.set()
    await works["c"].started.wait()
    assert log[2:] == ["a done", "a ends", "c starts"]


async def test_a_benchmark_runs_alone(scheduler: Scheduler) -> None:
    log: list[str] = []
    before, alone, after = (Work(name, log) for name in ("before", "alone", "after"))
    scheduler.submit("a", before)
    scheduler.submit("b", alone, exclusive=True)
    scheduler.submit("c", after)
    await before.started.wait()
    before.go.set()
    await alone.started.wait()
    assert log == ["before starts", "before done", "before ends", "alone starts"]
    alone.go.set()
    await after.started.wait()
    assert log[4:] == ["alone done", "alone ends", "after starts"]


async def test_a_cancelled_turn_lets_the_next_in(scheduler: Scheduler) -> None:
    log: list[str] = []
    running, alone, other = (Work(name, log) for name in ("running", "alone", "other"))
    scheduler.submit("a", running)
    scheduler.submit("b", alone, exclusive=True)
    scheduler.submit("c", other)
    await running.started.wait()
    scheduler.cancel("b")
    await other.started.wait()
    assert log == ["running starts", "other starts"]


async def test_a_failing_job_is_logged_and_harms_no_other(
    scheduler: Scheduler, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails() -> None:
        raise ValueError("no such thing")

    log: list[str] = []
    scheduler.submit("a", fails)
    await scheduler.idle()
    assert "no such thing" in caplog.text
    work = Work("next", log)
    scheduler.submit("a", work)
    await work.started.wait()


async def test_close_waits_for_every_end_and_takes_nothing_more(scheduler: Scheduler) -> None:
    log: list[str] = []
    works = [Work(name, log, cleanup=5) for name in "ab"]
    for name, work in zip("ab", works, strict=True):
        scheduler.submit(name, work)
    await works[1].started.wait()
    await scheduler.close()
    scheduler.submit("c", Work("c", log))
    assert sorted(log) == ["a ends", "a starts", "b ends", "b starts"]
    assert scheduler.busy == ()
