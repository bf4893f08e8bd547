"""What a benchmark says, and how it is measured: medians of alternating pairs in one run."""

from __future__ import annotations

import statistics
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.table import Table


class Row(Struct, frozen=True):
    """One line of the table. `limit` None: printed, not judged. `note` says what was divided."""

    name: str
    value: float
    limit: float | None
    unit: str
    note: str = ""

    @property
    def kept(self) -> bool:
        return self.limit is None or self.value <= self.limit


async def ratio(
    ours: Callable[[], Awaitable[float]], theirs: Callable[[], Awaitable[float]], pairs: int
) -> tuple[float, str]:
    """The median of `ours` over the median of `theirs`, measured in turns; seconds in, and a
    note with both medians."""
    mine: list[float] = []
    other: list[float] = []
    for _ in range(pairs):
        other.append(await theirs())
        mine.append(await ours())
    one, two = statistics.median(mine), statistics.median(other)
    return one / two, f"{show(one)} / {show(two)}"


def show(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def write(rows: list[Row], path: Path) -> None:
    """`build/bench.json`: a list of name, value, limit, unit."""
    path.parent.mkdir(exist_ok=True)
    plain = [
        {"name": row.name, "value": row.value, "limit": row.limit, "unit": row.unit} for row in rows
    ]
    path.write_bytes(msgspec.json.format(msgspec.json.encode(plain)) + b"\n")


def print_table(rows: list[Row]) -> None:
    table = Table(title="lsp-judge benchmarks", title_justify="left")
    for name in ("what", "value", "at most", "unit", "measured"):
        table.add_column(name, justify="right" if name in ("value", "at most") else "left")
    for row in rows:
        colour = "green" if row.kept else "bold red"
        limit = "" if row.limit is None else f"{row.limit:g}"
        table.add_row(row.name, f"[{colour}]{row.value:.3g}[/]", limit, row.unit, row.note)
    Console(width=130).print(table)
