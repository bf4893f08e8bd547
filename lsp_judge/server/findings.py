"""A report as findings at places: what becomes a diagnostic, in plain data."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from lsp_judge.model.report import CaseVerdict, Disagreement, Judgement, Report
from lsp_judge.model.source import Location, Severity, Shape, SourceMessage, Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words

SOURCE = "lsp-judge"
# More of one kind in one mode would bury the first; the rest are counted in one finding.
MOST_CASES = 20


class Weight(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"
    HINT = "hint"


class Related(Struct, frozen=True):
    """A further sentence and its place; `line` from 0, `location` where the range is known."""

    path: str
    line: int
    text: str
    location: Location | None = None


class Finding(Struct, frozen=True):
    """`span` None: the entry's name, or the first line where there is no entry. `case` is the id
    of the case that it is about, empty where it is about none.
    """

    weight: Weight
    code: str
    text: str
    span: Span | None = None
    modes: tuple[Mode, ...] = ()
    related: tuple[Related, ...] = ()
    case: str = ""

    @property
    def source(self) -> str:
        return f"{SOURCE} ({words.modes(self.modes)})" if self.modes else SOURCE


_WEIGHTS = {
    Severity.ERROR: Weight.ERROR,
    Severity.WARNING: Weight.WARNING,
    Severity.NOTE: Weight.INFORMATION,
}


def findings(report: Report) -> list[Finding]:
    """All findings of a report, worst first within a mode; equal ones of both modes are one."""
    found = [_of_report(message, report) for message in report.messages]
    for judgement in report.judgements:
        found += _merged(found, list(_of_judgement(report, judgement)))
    found += [_disagreement(report, each) for each in report.disagreements]
    entry = report.entry_at.span if report.entry_at is not None else None
    return [each if each.span is not None else replace(each, span=entry) for each in found]


def _merged(before: list[Finding], fresh: list[Finding]) -> list[Finding]:
    """Name the mode of each fresh finding at its twin of the earlier mode; return the others."""
    twins = {_identity(each): index for index, each in enumerate(before) if each.modes}
    others = []
    for finding in fresh:
        index = twins.get(_identity(finding))
        if index is None:
            others.append(finding)
            continue
        twin = before[index]
        before[index] = replace(
            twin, modes=twin.modes + finding.modes, related=twin.related + _wording(twin, finding)
        )
    return others


def _identity(finding: Finding) -> tuple[object, ...]:
    """What makes two findings one. Two compilers, and two ways to trap, word the same mistake
    differently.
    """
    if finding.span is None or finding.code not in _WORDED_BY_OTHERS:
        return (finding.span, finding.weight, finding.code, finding.text)
    return (finding.span.start, finding.weight, finding.code, finding.case)


_WORDED_BY_OTHERS = frozenset({Verdict.CE.value, Verdict.RE.value, "warning", "note"})


def _wording(twin: Finding, finding: Finding) -> tuple[Related, ...]:
    if twin.text == finding.text or finding.span is None:
        return ()
    text = f"{words.modes(finding.modes)}: {finding.text}"
    return (Related("", finding.span.start.line, text),)


def _of_report(message: SourceMessage, report: Report) -> Finding:
    """That there is nothing to judge is said of any file that is no solution, in a project of
    each: as a hint, which no list of problems shows."""
    finding = _message(message, "", ())
    if message.severity is Severity.NOTE and not report.judgements:
        return replace(finding, weight=Weight.HINT)
    return finding


def _message(message: SourceMessage, code: str, modes: tuple[Mode, ...]) -> Finding:
    text = "\n".join((message.text, *message.notes))
    return Finding(_WEIGHTS[message.severity], code, text, message.span, modes)


def _of_judgement(report: Report, judgement: Judgement) -> Iterator[Finding]:
    modes = (judgement.mode,)
    for message in judgement.messages:
        code = "CE" if message.severity is Severity.ERROR else message.severity.value
        yield _message(message, code, modes)
    if judgement.error is not None:
        yield Finding(Weight.ERROR, judgement.verdict, judgement.error, None, modes)
    elif judgement.verdict is Verdict.CE and not _has_error(judgement):
        yield Finding(Weight.ERROR, Verdict.CE, "the solution does not compile", None, modes)
    if judgement.degraded_from is not None:
        yield _degraded(judgement)
    yield from _of_cases(report, judgement)


def _has_error(judgement: Judgement) -> bool:
    return any(message.severity is Severity.ERROR for message in judgement.messages)


def _degraded(judgement: Judgement) -> Finding:
    why = judgement.degraded_why or "it is not possible here"
    text = f"judged in {judgement.mode} instead of {judgement.degraded_from}: {why}"
    return Finding(Weight.INFORMATION, "degraded", text, None, (judgement.mode,))


def _of_cases(report: Report, judgement: Judgement) -> Iterator[Finding]:
    places = _trap_places(report)
    failed = [case for case in judgement.cases if case.verdict is not Verdict.AC]
    for case in failed[:MOST_CASES]:
        at = places.get(case.id) if case.verdict is Verdict.RE else case.at
        yield _case(report, judgement.mode, replace(case, at=case.at or at))
    if rest := failed[MOST_CASES:]:
        text = f"{len(rest)} more cases fail, {rest[0].id} the first of them"
        yield Finding(Weight.ERROR, rest[0].verdict, text, None, (judgement.mode,))


def _trap_places(report: Report) -> dict[str, Location]:
    """Where a case trapped, by its id. A mode that cannot say so borrows it of the other."""
    return {
        case.id: case.at
        for judgement in report.judgements
        for case in judgement.cases
        if case.verdict is Verdict.RE and case.at is not None
    }


def _case(report: Report, mode: Mode, case: CaseVerdict) -> Finding:
    text = case.message or f"case {case.id}: {case.verdict}"
    span = _span_in(report.file, case.at) or _span_in(report.file, case.location)
    related = tuple(_related(report, case))
    weight = Weight.WARNING if case.unsure else Weight.ERROR
    return Finding(weight, case.verdict, text, span, (mode,), related, case.id)


def _span_in(file: str, location: Location | None) -> Span | None:
    return location.span if location is not None and location.path == file else None


def _related(report: Report, case: CaseVerdict) -> Iterator[Related]:
    raw = report.entry_at is not None and report.entry_at.shape is Shape.STDIO
    parts: list[tuple[str, str]] = []
    if case.expected is not None:
        parts.append(("expected", words.value_text(case.expected, raw=raw)))
    if case.actual is not None:
        parts.append(("got", words.value_text(case.actual, raw=raw)))
    parts += [("it printed", case.stdout), ("on stderr", case.stderr), ("in full", case.detail)]
    for label, text in parts:
        if text.strip():
            yield _at_case(report, case, f"case {case.id}, {label}: {words.full(text.rstrip())}")


def _at_case(report: Report, case: CaseVerdict, text: str) -> Related:
    path = case.file or report.file
    return Related(path, max(case.line - 1, 0), text, case.location)


def _disagreement(report: Report, each: Disagreement) -> Finding:
    """At the case where it is inline, at the entry else."""
    for judgement in report.judgements:
        for case in judgement.cases:
            if case.id == each.case:
                span = _span_in(report.file, case.location)
                related = (
                    _at_case(report, case, f"wasm: {words.full(each.wasm)}"),
                    _at_case(report, case, f"native: {words.full(each.native)}"),
                )
                modes = (Mode.WASM, Mode.NATIVE)
                return Finding(Weight.ERROR, Verdict.DIFF, each.message, span, modes, related)
    return Finding(Weight.ERROR, Verdict.DIFF, each.message, None, (Mode.WASM, Mode.NATIVE))
