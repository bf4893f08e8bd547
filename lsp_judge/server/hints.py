"""The inlay hints beside inline cases: what came out and how long it took, in plain data."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from lsp_judge.model.report import CaseVerdict, Report
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words


class Hint(Struct, frozen=True):
    """Stands at the end of `line` (from 0) of the judged text."""

    line: int
    text: str
    tooltip: str


def hints(report: Report) -> list[Hint]:
    """One hint a case that is written in the solution itself, in source order."""
    raw = report.entry_at is not None and report.entry_at.shape is Shape.STDIO
    seen: dict[str, dict[Mode, CaseVerdict]] = {}
    for judgement in report.judgements:
        for case in judgement.cases:
            if case.location is not None and case.location.path == report.file:
                timed = case if judgement.final else replace(case, duration_ns=0)
                seen.setdefault(case.id, {})[judgement.mode] = timed
    found = [_hint(by_mode, raw=raw) for by_mode in seen.values()]
    return sorted(found, key=lambda hint: hint.line)


def _hint(by_mode: dict[Mode, CaseVerdict], *, raw: bool) -> Hint:
    first = next(iter(by_mode.values()))
    line = first.location.span.end.line if first.location is not None else 0
    results = {mode: _result(case, raw=raw) for mode, case in by_mode.items()}
    tooltip = "\n".join(
        f"{mode}: {case.message or _result(case, raw=raw)}" for mode, case in by_mode.items()
    )
    if len(set(results.values())) > 1:
        return Hint(line, " · ".join(f"{mode} {text}" for mode, text in results.items()), tooltip)
    times = [
        f"{mode} {words.duration(case.duration_ns)}"
        for mode, case in by_mode.items()
        if case.duration_ns
    ]
    return Hint(line, " · ".join([next(iter(results.values())), *times]), tooltip)


def _result(case: CaseVerdict, *, raw: bool) -> str:
    value = words.brief(words.value_text(case.actual, raw=raw))
    if case.verdict is Verdict.AC:
        return f"✓ {value}"
    return f"✗ got {value}" if case.verdict is Verdict.WA else f"✗ {case.verdict}"
