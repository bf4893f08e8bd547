"""`lsp-judge compare`: all solvers of a problem over the same cases, as a table and a chart."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text

from lsp_judge.cli.compose import opened_with
from lsp_judge.cli.solvers import folders_of
from lsp_judge.model.errors import BadUsage, disk_failures
from lsp_judge.model.verdict import Verdict
from lsp_judge.packs.chart import chart
from lsp_judge.packs.comparison import Compared, Comparison
from lsp_judge.packs.comparison import compare as compare_all
from lsp_judge.packs.opening import opened_registry
from lsp_judge.server.settings import Settings
from lsp_judge.server.words import duration, size

_MOST_SHOWN = 5


def compare(problem: str, folders: Sequence[Path], svg: Path | None, settings: Settings) -> int:
    """0: every solver right in every case, and all agree; 1: not; raises JudgeError."""
    comparison, refused = asyncio.run(_compare(problem, folders_of(folders), settings))
    show(comparison, refused, Console(highlight=False))
    if svg is not None:
        with disk_failures():
            svg.write_text(chart(comparison), "utf-8")
        print(f"The chart: {svg}")
    right = all(each.verdict is Verdict.AC for each in comparison.compared)
    return 0 if right and not comparison.disagreeing else 1


async def _compare(
    problem_id: str, folders: Sequence[Path], settings: Settings
) -> tuple[Comparison, list[str]]:
    async with opened_with(os.environ, settings) as parts:
        judge = parts.judge
        problem = judge.planner.problem(problem_id)
        with Status("", console=Console(stderr=True)) as status:
            status.update("loading solvers")
            async with opened_registry(judge, folders, trusted=settings.trusted) as registry:
                await registry.scan()
                refused = [f"{e.id}: {e.reason}" for e in registry.listing() if e.reason]
                if not registry.solvers_of(problem.id):
                    said = " ".join(["It has others, or none that could be loaded.", *refused])
                    raise BadUsage(f"No solver in {folders[0]} answers {problem.id!r}.", said)
                comparison = await compare_all(registry, judge, problem, status.update)
    return comparison, refused


def show(comparison: Comparison, refused: Sequence[str], console: Console) -> None:
    console.print(Text(comparison.problem, "bold"))
    console.print(_table(comparison.compared))
    for each in comparison.compared:
        failed = [case for case in each.cases if case.verdict is not Verdict.AC]
        for case in failed[:_MOST_SHOWN]:
            console.print(Text(f"  {each.id}: {case.message}"), soft_wrap=True)
        if each.error and not failed:
            console.print(Text(f"  {each.id}: {each.error}"), soft_wrap=True)
    for disagreeing in comparison.disagreeing[:_MOST_SHOWN]:
        said = ", ".join(f"{solver} {text}" for solver, text in disagreeing.said)
        text = f"case {disagreeing.case}: the solvers disagree: {said}"
        console.print(Text.assemble(("  DIFF ", "bold red"), text), soft_wrap=True)
    if len(comparison.disagreeing) > _MOST_SHOWN:
        more = len(comparison.disagreeing) - _MOST_SHOWN
        console.print(Text(f"  DIFF … {more} more cases", "bold red"))
    for reason in refused:
        console.print(Text(f"  not asked: {reason}", "yellow"), soft_wrap=True)


def _table(compared: Sequence[Compared]) -> Table:
    table = Table(box=None)
    table.add_column("solver", overflow="fold")
    for name in ("kind", "runs", "verdict", "passed"):
        table.add_column(name)
    for name in ("time", "memory", "a call"):
        table.add_column(name, justify="right")
    for each in compared:
        colour = "green" if each.verdict is Verdict.AC else "red"
        table.add_row(
            each.id,
            each.kind,
            each.runs,
            Text(each.verdict, colour),
            f"{each.passed}/{each.total}",
            duration(each.duration_ns) if each.duration_ns else "-",
            size(each.memory_bytes),
            duration(each.call_ns) if each.call_ns else "-",
        )
    return table
