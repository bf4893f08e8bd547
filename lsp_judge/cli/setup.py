"""`lsp-judge setup`: prepares the compilers, with a progress bar."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Sequence

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from lsp_judge.cli.compose import opened
from lsp_judge.model.errors import BadUsage, JudgeError, ToolMissing
from lsp_judge.model.target import Target, by_name
from lsp_judge.model.verdict import Mode
from lsp_judge.packs.builds import chosen_targets
from lsp_judge.toolchains.setup import SetupTask, prepare

_TICK_S = 0.2
# So many estimated seconds say how fast this machine is.
_ENOUGH_S = 10.0


def setup(only: Sequence[str], targets: str = "") -> int:
    """Prepare everything, or the languages `only`; 2 where something failed, with advice.

    With `targets` (`all`, or some) it is building for these platforms that is prepared.

    A compiler that is not installed is a failure only where its language was asked for.
    """
    errors = asyncio.run(_setup(only, targets))
    for message in dict.fromkeys(str(error) for error in errors):
        print(f"lsp-judge: {message}", file=sys.stderr)
    failed = [error for error in errors if only or not isinstance(error, ToolMissing)]
    return 2 if failed else 0


async def _setup(only: Sequence[str], targets: str) -> list[JudgeError]:
    async with opened(os.environ, {}) as parts:
        tasks = parts.target_tasks(_natives(targets)) if targets else parts.setup_tasks()
        groups = list(dict.fromkeys(task.group for task in tasks))
        if unknown := [name for name in only if name not in groups]:
            raise BadUsage(f"There is no language {unknown[0]!r}; known are {', '.join(groups)}.")
        chosen = [task for task in tasks if not only or task.group in only]
        with Bars(chosen, Console(stderr=True)) as bars:
            bars.tell_length()
            moving = asyncio.create_task(bars.move())
            try:
                return await prepare(chosen, bars)
            finally:
                moving.cancel()


def _natives(targets: str) -> list[Target]:
    """Those that need preparing: wasm is prepared without being named."""
    chosen = (by_name(name) for name in chosen_targets(targets))
    return [each[1] for each in chosen if each is not None and each[0] is Mode.NATIVE]


def share_of(spent: float, expected: float) -> float:
    """How much of a task's part of the bar is done. It slows down where the estimate was too
    short, and never stands still, so that nobody takes a slow machine for one that hangs."""
    even = min(spent / expected, 0.8)
    late = max(spent / expected - 0.8, 0.0)
    return even + 0.2 * late / (late + 0.4)


class Bars:
    """A bar of all tasks. Compilers tell nothing of how far they are, so it moves by estimates.

    Without a terminal, a line for every task.
    """

    def __init__(self, tasks: Sequence[SetupTask], console: Console) -> None:
        self._console = console
        self._left = {task.name: task.seconds for task in tasks if not task.is_done()}
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._bar: TaskID = self._progress.add_task(
            "preparing", total=sum(self._left.values()) or 1
        )
        self._done = 0.0
        # What was done so far took in seconds; over `_done` it is this machine's pace.
        self._spent = 0.0
        self._began = 0.0
        self._current: SetupTask | None = None

    def __enter__(self) -> Bars:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def tell_length(self) -> None:
        """Say beforehand what will take minutes, and that nobody has to wait for the end."""
        minutes = round(sum(self._left.values()) / 60)
        if minutes >= 1:
            self._console.print(
                f"This takes some {minutes} min on two free cores. What is ready can be used at"
                " once; Ctrl+C stops, and the next setup goes on from there.",
                highlight=False,
            )

    async def move(self) -> None:
        """Advance the bar as time goes by, never beyond the current task's share."""
        while True:
            if self._current is not None:
                spent = time.monotonic() - self._began
                share = share_of(spent, self._current.seconds * self._pace())
                completed = self._done + share * self._current.seconds
                self._progress.update(self._bar, completed=completed)
            await asyncio.sleep(_TICK_S)

    def _pace(self) -> float:
        """How much longer than estimated things take here."""
        return max(1.0, self._spent / self._done) if self._done >= _ENOUGH_S else 1.0

    def started(self, task: SetupTask) -> None:
        self._current, self._began = task, time.monotonic()
        self._progress.update(self._bar, description=task.title)

    def finished(self, task: SetupTask, error: JudgeError | None) -> None:
        if self._current is None or self._current.name != task.name:
            return
        took = time.monotonic() - self._began
        self._done += self._left.get(task.name, 0.0)
        self._spent += took
        self._progress.update(self._bar, completed=self._done)
        self._current = None
        what = "failed" if error is not None else "ready"
        self._console.print(f"{task.title}: {what} ({took:.1f} s)", highlight=False)
