"""`lsp-judge bench`: how long the calls took, in each mode."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lsp_judge.cli.compose import opened
from lsp_judge.cli.run import Progress, read
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.report import BenchResult
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import ModeChoice
from lsp_judge.server.words import duration

_BARS = 16
_WIDTH = 40


def bench(file: Path, mode: ModeChoice, problem: str | None, case: str | None) -> int:
    """Benchmark the largest case, or `case`, and print table and chart; 0. Raises JudgeError."""
    options = JudgeOptions(mode=mode, problem=problem, case=case)
    results = asyncio.run(_bench(read(file), options))
    console = Console(highlight=False)
    console.print(_table(results))
    for result in results:
        console.print(f"\n{result.mode}, calls by duration")
        for line in chart(result.samples):
            console.print(line)
    return 0


async def _bench(document: Document, options: JudgeOptions) -> Sequence[BenchResult]:
    with Progress(Console(stderr=True)) as progress:
        async with opened(os.environ, {}) as parts:
            progress.begin(document.path)
            return await parts.judge.bench(document, options, progress.hear)


def _table(results: Sequence[BenchResult]) -> Table:
    figures = ("min", "median", "mean", "p95", "max")
    table = Table("mode", *figures, "calls", "of the fastest", box=None)
    fastest = min(result.median_ns for result in results)
    for result in results:
        times = (result.min_ns, result.median_ns, result.mean_ns, result.p95_ns, result.max_ns)
        ratio = f"{result.median_ns / max(fastest, 1):.2f} x"
        row = (*map(duration, times), str(result.iterations), ratio)
        table.add_row(result.mode, *row)
    table.title = f"case {results[0].case}, the call alone"
    table.title_justify = "left"
    return table


def chart(samples: Sequence[int]) -> list[str]:
    """A histogram of durations in ns, a line a bar; the slowest 2 % share the last one.

    They are outliers of the machine's, and would leave everything else in one bar.
    """
    ordered = sorted(samples)
    low, high = ordered[0], ordered[min(len(ordered) - 1, len(ordered) * 98 // 100)]
    common = Counter(sample for sample in ordered if sample <= high)
    if len(common) <= _BARS:  # a clock with few ticks: empty bars between them say nothing
        bars = [(duration(value), count) for value, count in sorted(common.items())]
    else:
        step = (high - low) // _BARS + 1
        counts = Counter((sample - low) // step for sample in ordered if sample <= high)
        bars = [(duration(low + index * step), counts[index]) for index in range(_BARS)]
    if slower := sum(sample > high for sample in ordered):
        bars.append((f"> {duration(high)}", slower))
    most = max(count for _, count in bars)
    return [f"{label:>10} │{'█' * round(count * _WIDTH / most)} {count}" for label, count in bars]
