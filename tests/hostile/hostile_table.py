"""Reads table.txt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lsp_judge.model.verdict import Verdict

HERE = Path(__file__).parent
_COLUMNS = 3


@dataclass(frozen=True)
class Wanted:
    """One mode: the verdicts that the attack may end with (none: the mode is not to be had),
    whether all cases end so, and what has to be said."""

    verdicts: tuple[Verdict, ...]
    all_cases: bool
    says: tuple[str, ...]


@dataclass(frozen=True)
class Attack:
    source: Path
    wasm: Wanted
    native: Wanted


def read_table() -> list[Attack]:
    attacks = []
    for line in (HERE / "table.txt").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("|")]
        assert len(columns) == _COLUMNS, line
        attacks.append(Attack(HERE / columns[0], _wanted(columns[1]), _wanted(columns[2])))
    return attacks


def _wanted(text: str) -> Wanted:
    """`RE! aborted, SIGABRT`"""
    found = re.fullmatch(r"(-|[A-Z/]+)(!?)(?: (.+))?", text)
    assert found is not None, text
    says = tuple(word.strip() for word in (found[3] or "").split(", ") if word)
    verdicts = () if found[1] == "-" else tuple(map(Verdict, found[1].split("/")))
    return Wanted(verdicts, bool(found[2]), says)
