"""Wrong answers on which all modes of a report agree: one of them may be what was meant. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from lsp_judge.model.report import CaseVerdict, Report
from lsp_judge.model.verdict import Verdict


def acceptable(report: Report) -> Iterator[CaseVerdict]:
    """The cases in the file's comments that failed with the same wrong answer in every mode."""
    if not report.judgements:
        return
    for case in report.judgements[0].cases:
        inline = case.location is not None and case.location.path == report.file
        if inline and agreed(report, case.id) is not None:
            yield case


def agreed(report: Report, case_id: str) -> CaseVerdict | None:
    """What every mode that was judged says of a case, where that is the same wrong answer."""
    seen = [each for one in report.judgements for each in one.cases if each.id == case_id]
    if len(seen) < len(report.judgements) or any(
        each.case == case_id for each in report.disagreements
    ):
        return None
    if any(each.verdict is not Verdict.WA or each.actual != seen[0].actual for each in seen):
        return None
    return seen[0]
