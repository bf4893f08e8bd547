"""What a person reads of a run that was asked for, in plain text. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from lsp_judge.model.report import CaseVerdict, Judgement, Report
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words
from lsp_judge.server.explorer.states import output
from lsp_judge.server.lenses import judged

MOST_CASES = 20


def told_of(report: Report, told: set[Mode]) -> Iterator[str]:
    """A text for each mode that is finished and not yet in `told`, where it is then."""
    name = PurePath(report.file).name
    if not report.judgements:
        for message in report.messages:
            yield f"{name}: {message.text}\n"
    for judgement in report.judgements:
        if judgement.final and judgement.mode not in told:
            told.add(judgement.mode)
            title = judged(judgement, edited=False)
            yield "".join(f"{line}\n" for line in (f"{name}: {title}", *_lines(report, judgement)))


def _lines(report: Report, judgement: Judgement) -> Iterator[str]:
    if judgement.error:
        yield f"  {judgement.error}"
    for message in judgement.messages:
        at = f"{message.span.start.line + 1}: " if message.span is not None else ""
        yield f"  {at}{message.severity}: {message.text}"
    failed = [case for case in judgement.cases if case.verdict is not Verdict.AC]
    for case in failed[:MOST_CASES]:
        yield f"  {_place(report, case)}{words.brief(case.message or case.id, 300)}"
        yield from (f"    {line}" for line in words.full(output(case)).splitlines())
    if len(failed) > MOST_CASES:
        yield f"  … and {len(failed) - MOST_CASES} more"


def _place(report: Report, case: CaseVerdict) -> str:
    """As editors make a link of it: where it crashed, or else where the case stands."""
    at = case.at or case.location
    path, line = case.file, case.line
    if at is not None:
        path, line = at.path, at.span.start.line + 1
    if not path or line < 1:
        return ""
    return f"{PurePath(path).name if path == report.file else path}:{line}: "
