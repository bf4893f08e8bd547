"""A report of a few cases, with what is known of the others."""

from __future__ import annotations

from msgspec.structs import replace

from lsp_judge.model.report import CaseVerdict, Judgement, Report
from lsp_judge.model.verdict import Verdict


def with_other_cases(before: Report, now: Report) -> Report:
    """`now` with the cases of `before`, of the same text, that it did not run."""
    known = {judgement.mode: judgement for judgement in before.judgements}
    judgements = tuple(
        _joined(known[each.mode], each) if each.mode in known else each for each in now.judgements
    )
    fresh = {case.id for judgement in now.judgements for case in judgement.cases}
    others = tuple(each for each in before.disagreements if each.case not in fresh)
    return replace(now, judgements=judgements, disagreements=(*others, *now.disagreements))


def _joined(before: Judgement, now: Judgement) -> Judgement:
    if not now.cases or before.sanitized != now.sanitized:
        return now
    cases = _merged(before.cases, now.cases)
    failing = next((case for case in cases if case.verdict is not Verdict.AC), None)
    return replace(
        now,
        verdict=failing.verdict if failing is not None else Verdict.AC,
        passed=sum(case.verdict is Verdict.AC for case in cases),
        total=len(cases),
        cases=cases,
    )


def _merged(
    before: tuple[CaseVerdict, ...], now: tuple[CaseVerdict, ...]
) -> tuple[CaseVerdict, ...]:
    """In the order of `before`; what it did not have stands behind."""
    fresh = {case.id: case for case in now}
    kept = tuple(fresh.pop(case.id, case) for case in before)
    return (*kept, *fresh.values())
