"""`python -m tests.soak [NAME...]`: what takes too long for the suite, and its figures.

Everything runs against real servers with stores of their own, which are removed at the end. The
exit status is 1 where anything was lost.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from fire_client import connected
from fire_kills import Killing
from fire_many import Held, judge_many
from fire_store import OwnStore
from fire_storm import Storm
from rich.console import Console
from rich.table import Table

HOSTILE = Path(__file__).parents[1] / "hostile"
SCALE = float(os.environ.get("LSP_JUDGE_SOAK", "1"))


@dataclass(frozen=True)
class Row:
    """What was done to a server, how much of it, and what came of it."""

    what: str
    amount: str
    seen: str


def many(folder: Path, store: OwnStore) -> list[Row]:
    """10,000 judgements: half of new texts, half from the store."""
    count = round(10_000 * SCALE)
    with connected(folder / "log", environment=store.environment) as client:
        client.initialize({"mode": "native"})
        judge_many(client, folder, max(40, min(500, count // 4)), fresh=0.5)
        before = Held.by(client, store.root)
        judge_many(client, folder, count, fresh=0.5)
        after = Held.by(client, store.root)
        client.end()
        assert client.mistakes() == []
    rows = [Row("judgements", f"{count:,}", "every verdict as expected")]
    for name, one, two in (
        ("server", before.server_bytes, after.server_bytes),
        ("zygote", before.zygote_bytes, after.zygote_bytes),
    ):
        growth = two / one - 1
        seen = f"{one / 1e6:.1f} MB, then {two / 1e6:.1f} MB ({growth:+.1%})"
        rows.append(Row(f"memory of the {name}", "at most +5 %", seen))
        assert growth <= 0.05, rows[-1]
    kept = (after.server_files, after.zygote_files, after.processes, after.shared)
    was = (before.server_files, before.zygote_files, before.processes, before.shared)
    assert (kept, after.scratch) == (was, 0), (before, after)
    names = "descriptors, processes, shared memory, scratch folders"
    return [*rows, Row(names, "as before", "nothing left")]


def storm(folder: Path, store: OwnStore) -> list[Row]:
    """The suite's storm, again and again."""
    rounds = max(1, round(10 * SCALE))
    most = saves = cancelled = 0
    with connected(folder / "log", environment=store.environment) as client:
        client.initialize()
        for number in range(rounds):
            below = folder / str(number)
            below.mkdir()
            each = Storm(client, below, files=50, saves=1000, seconds=10)
            each.run()
            most = max(most, each.most_compilers)
            saves, cancelled = saves + 1000, cancelled + each.cancelled
        client.end()
        assert client.mistakes() == []
    assert most <= 2, f"{most} compilers at once"
    return [
        Row("saves of 50 files, 100 a second", f"{saves:,}", "only newest results, all right"),
        Row("cancellations among them", f"{cancelled:,}", f"at most {most} compilers at once"),
    ]


def kills(folder: Path, store: OwnStore) -> list[Row]:
    """kill -9 of everything that the server starts."""
    rows = []
    for kind in ("zygote", "worker", "compiler"):
        with connected(folder / f"log-{kind}", environment=store.environment) as client:
            client.initialize()
            killing = Killing(
                client, folder, kind, rounds=max(2, round(100 * SCALE)), seed=os.getpid()
            )
            killing.run()
            client.end()
            assert client.mistakes() == []
        seen = ", ".join(f"{count} {verdict}" for verdict, count in killing.verdicts.items())
        rows.append(Row(f"kill -9 of a {kind}", f"{killing.killed:,}", f"{seen}; none wrong"))
    return rows


def fuzz(_: Path, __: OwnStore) -> list[Row]:
    """The suite's fuzz with many examples, by chance and not always the same."""
    examples = round(20_000 * SCALE)
    os.environ["LSP_JUDGE_FUZZ"] = str(examples)
    assert pytest.main(["-q", str(HOSTILE / "test_fire_stream.py")]) == 0
    return [
        Row("chunks of broken streams", f"{examples:,}", "answered or ignored; judges on"),
        Row("calls with bad parameters", f"{examples:,}", "answered or ignored; judges on"),
    ]


def disk(_: Path, __: OwnStore) -> list[Row]:
    """The suite's tests of the store, with each file damaged by itself."""
    os.environ["LSP_JUDGE_SOAK"] = "1"
    assert pytest.main(["-q", str(HOSTILE / "test_fire_store.py")]) == 0
    return [Row("stores deleted, full, read-only, damaged", "all kinds", "no wrong verdict")]


GROUPS: dict[str, Callable[[Path, OwnStore], list[Row]]] = {
    "fuzz": fuzz,
    "storm": storm,
    "kills": kills,
    "many": many,
    "disk": disk,
}


def main(wanted: list[str]) -> int:
    table = Table(title="lsp-judge under fire", title_justify="left")
    for name in ("what", "how many", "what came of it", "s"):
        table.add_column(name)
    lost = 0
    for name in wanted or GROUPS:
        print(f"soak: {name} ...", file=sys.stderr, flush=True)
        begun = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="judge-soak-") as folder:
            try:
                rows = GROUPS[name](Path(folder), OwnStore(Path(folder) / "cache"))
            except Exception:
                traceback.print_exc()
                lost += 1
                rows = [Row(name, "", "[bold red]lost: see above[/]")]
        seconds = time.monotonic() - begun
        for row in rows:
            table.add_row(row.what, row.amount, row.seen, f"{seconds:.0f}")
    table.add_row("lost", str(lost), "nothing" if not lost else "see above", "")
    Console(width=120).print(table)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
