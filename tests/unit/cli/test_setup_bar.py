"""How the bar of `lsp-judge setup` moves, and what is said before it."""

from __future__ import annotations

import io

from rich.console import Console

from lsp_judge.cli.setup import Bars, share_of
from lsp_judge.toolchains.setup import SetupTask


async def nothing() -> None:
    return None


def task(name: str, seconds: float, *, done: bool = False) -> SetupTask:
    return SetupTask(name, "go", name, seconds, lambda: done, nothing)


def said_of(*tasks: SetupTask) -> str:
    output = io.StringIO()
    with Bars(tasks, Console(file=output, width=200)) as bars:
        bars.tell_length()
    return output.getvalue()


def test_a_task_that_takes_longer_than_estimated_goes_on_moving() -> None:
    shares = [share_of(spent, 60) for spent in range(0, 600, 5)]
    assert shares == sorted(set(shares))
    assert shares[0] == 0
    assert shares[-1] < 1


def test_what_takes_minutes_is_said_beforehand() -> None:
    assert said_of(task("a", 100), task("b", 140)).startswith("This takes some 4 min")


def test_nothing_is_said_of_what_is_prepared() -> None:
    assert said_of(task("a", 300, done=True), task("b", 2)) == ""
