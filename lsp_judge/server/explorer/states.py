"""The states of test items, and what changed between two looks at a document. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from lsp_judge.model.report import CaseVerdict, Disagreement, Judgement, Report
from lsp_judge.model.source import Location, Severity, Shape
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words
from lsp_judge.server.explorer.ids import Leaf


class Simple(Struct, frozen=True):
    """`enqueued`, `started` or `skipped`."""

    tag: str


class Passed(Struct, frozen=True):
    """`duration_ns` is 0 while it is still being measured."""

    duration_ns: int = 0


class Failed(Struct, frozen=True):
    """`at` is the place that the message is about; None: the item's own. `file` and `line` (from
    1) are those of a case that is not in the solution itself."""

    verdict: Verdict
    message: str
    duration_ns: int = 0
    expected: str | None = None
    actual: str | None = None
    at: Location | None = None
    file: str = ""
    line: int = 0
    output: str = ""


State: TypeAlias = Simple | Passed | Failed
States: TypeAlias = Mapping[Leaf, State]

ENQUEUED, STARTED, SKIPPED = Simple("enqueued"), Simple("started"), Simple("skipped")


def states(report: Report) -> dict[Leaf, State]:
    """The state of every mode and case that a report speaks of; of a file in which nothing can
    be judged, that of the solution."""
    found: dict[Leaf, State] = {}
    for judgement in report.judgements:
        found[Leaf(report.file, judgement.mode)] = _mode(report, judgement)
        for case in judgement.cases:
            found[Leaf(report.file, judgement.mode, case.id)] = _case(report, judgement, case)
    for each in report.disagreements:
        for mode in Mode:
            leaf = Leaf(report.file, mode, each.case)
            if isinstance(found.get(leaf), Passed):
                found[leaf] = _differs(each, mode)
    if not report.judgements:
        errors = [each for each in report.messages if each.severity is not Severity.WARNING]
        if errors:
            at = Location(report.file, errors[0].span) if errors[0].span is not None else None
            found[Leaf(report.file)] = Failed(Verdict.CE, errors[0].text, at=at)
    return found


def _mode(report: Report, judgement: Judgement) -> State:
    if judgement.verdict is Verdict.AC:
        slowest = max((case.duration_ns for case in judgement.cases), default=0)
        return Passed(slowest if judgement.final else 0)
    if judgement.error is not None:
        return Failed(judgement.verdict, judgement.error)
    for message in judgement.messages:
        if message.severity is Severity.ERROR:
            text = "\n".join((message.text, *message.notes))
            at = Location(report.file, message.span) if message.span is not None else None
            return Failed(judgement.verdict, text, at=at)
    if judgement.verdict is Verdict.CE:
        return Failed(judgement.verdict, "the solution does not compile")
    failed = judgement.total - judgement.passed
    cases = "1 case fails" if failed == 1 else f"{failed} cases fail"
    return Failed(judgement.verdict, f"{cases} of {judgement.total}")


def _case(report: Report, judgement: Judgement, case: CaseVerdict) -> State:
    duration = case.duration_ns if judgement.final else 0
    if case.verdict is Verdict.AC:
        return Passed(duration)
    raw = report.entry_at is not None and report.entry_at.shape is Shape.STDIO
    compared = case.verdict is Verdict.WA
    inline = case.location is not None and case.location.path == report.file
    return Failed(
        case.verdict,
        "\n".join(filter(None, (case.message or f"case {case.id}", case.detail.rstrip()))),
        duration,
        _text(case.expected, raw=raw) if compared else None,
        _text(case.actual, raw=raw) if compared else None,
        case.at or (case.location if inline else None),
        "" if inline else case.file,
        case.line,
        output(case),
    )


def _text(value: object, *, raw: bool) -> str:
    return words.full(words.value_text(value, raw=raw))


def _differs(each: Disagreement, mode: Mode) -> State:
    own, other = (each.wasm, each.native) if mode is Mode.WASM else (each.native, each.wasm)
    return Failed(Verdict.DIFF, each.message, expected=other, actual=own)


def output(case: CaseVerdict) -> str:
    """What a solution printed beside its answer."""
    return "\n".join(each.rstrip() for each in (case.stdout, case.stderr) if each.strip())


def changes(before: States, after: States) -> dict[Leaf, State]:
    """What is to be told of `after` to somebody who knows `before`."""
    return {leaf: state for leaf, state in after.items() if before.get(leaf) != state}
