"""The code lenses over the entry, in plain data; code actions offer the same commands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from lsp_judge.model.agreed import acceptable
from lsp_judge.model.report import Judgement
from lsp_judge.model.source import Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words
from lsp_judge.server.session import Progress, Session

RUN = "lspJudge.run"
BENCH = "lspJudge.bench"
CANCEL = "lspJudge.cancel"
REPORT = "lspJudge.report"
SANITIZE = "lspJudge.sanitize"
ADD_CASE = "lspJudge.addCase"
ACCEPT = "lspJudge.acceptOutput"


class Lens(Struct, frozen=True):
    """A title and the command behind it; `mode` is an argument of `RUN` alone, `case` of what is
    done to one case."""

    title: str
    command: str
    mode: str | None = None
    case: str | None = None


def actions(session: Session, *, trusted: bool = True) -> list[Lens]:
    """What a person can ask for."""
    offered = [
        Lens("Run in WASM", RUN, Mode.WASM),
        *([Lens("Run natively", RUN, Mode.NATIVE)] if trusted else []),
        Lens("Benchmark", BENCH),
    ]
    return [Lens("Cancel", CANCEL)] if session.running else offered


def further_actions(session: Session, lines: range, *, trusted: bool = True) -> list[Lens]:
    """What is offered beside the lenses' own: there it would only be in the way. `lines` are those
    that a person has chosen, in the judged text."""
    if session.running:
        return []
    found = []
    if session.failing_case is not None and trusted:
        found.append(Lens("Run the failing case under sanitizers", SANITIZE))
    if (case := _acceptable(session, lines)) is not None:
        found.append(Lens("Accept the output as expected", ACCEPT, case=case))
    return [*found, Lens("Add a case", ADD_CASE)]


def _acceptable(session: Session, lines: range) -> str | None:
    """The case on the lines whose output can be accepted, or the first such of the file."""
    if session.shown is None or session.shown.text != session.text:
        return None
    cases = list(acceptable(session.shown.report))
    here = (case for case in cases if case.location and _meets(case.location.span, lines))
    chosen = next(here, next(iter(cases), None))
    return chosen.id if chosen is not None else None


def _meets(span: Span, lines: range) -> bool:
    """The answer stands on the line below its input, most often."""
    return span.start.line < lines.stop and lines.start <= span.end.line + 1


def lenses(session: Session, *, trusted: bool = True) -> list[Lens]:
    """A mode's state each, then the actions."""
    return [*_states(session, trusted=trusted), *actions(session, trusted=trusted)]


def _states(session: Session, *, trusted: bool) -> Iterator[Lens]:
    judgements = session.shown.report.judgements if session.shown is not None else ()
    edited = session.shown is not None and session.shown.text != session.text
    by_mode = {judgement.mode: judgement for judgement in judgements}
    for mode in Mode:
        if (progress := session.progress.get(mode)) is not None:
            yield Lens(_progress(mode, progress), CANCEL)
        elif (judgement := by_mode.get(mode)) is not None:
            yield Lens(judged(judgement, edited=edited), RUN, mode)
    if session.shown is not None and (differ := len(session.shown.report.disagreements)):
        yield Lens(f"✗ DIFF: the modes disagree on {_cases(differ)}", RUN, "both")
    if session.cancelled:
        yield Lens("cancelled", RUN, "both")
    if not trusted:
        yield Lens("not trusted: wasm only", RUN, Mode.WASM)


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"


def _progress(mode: Mode, progress: Progress) -> str:
    return f"{mode} … {progress}"


def judged(judgement: Judgement, *, edited: bool) -> str:
    """`wasm ✓ 3/3 0.4 ms`; the time is that of the slowest case, the call alone, and `…` while
    it is still being measured.
    """
    parts = [judgement.mode.value, words.mark(judgement.verdict)]
    if judgement.sanitized:
        parts.insert(1, "under sanitizers")
    if judgement.verdict is not Verdict.AC:
        parts.append(judgement.verdict.value)
    if judgement.total:
        parts.append(f"{judgement.passed}/{judgement.total}")
    slowest = max((case.duration_ns for case in judgement.cases), default=0)
    if not judgement.final:
        parts.append("…")
    elif slowest and not judgement.sanitized:
        parts.append(words.duration(slowest))
    if judgement.degraded_from is not None:
        why = words.brief(judgement.degraded_why or "not possible here", 80)
        parts.append(f"(instead of {judgement.degraded_from}: {why})")
    if edited:
        parts.append("(before the edit)")
    return " ".join(parts)
