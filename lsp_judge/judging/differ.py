"""Finds where the two modes disagree. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.judging.check import check_stdout, check_value, shorten
from lsp_judge.judging.explain import explanation
from lsp_judge.model.problem import Problem
from lsp_judge.model.report import CaseVerdict, Disagreement, Judgement
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode, Verdict

# A limit that one mode keeps and the other does not says that one is slower, not that the
# solution means two things; and our own failures mean nothing at all.
_NO_ANSWER = {Verdict.TLE, Verdict.MLE, Verdict.IE, Verdict.CE}


def disagreements(
    judgements: Sequence[Judgement], problem: Problem, language: str = "", text: str = ""
) -> tuple[Disagreement, ...]:
    """One for each case that both modes ran and that ended differently, with a reason where one
    is known for the language and the source `text`.

    Wrong answers are compared as the problem compares answers: where any order is right, an
    order of its own (a map's, in Go) is no difference.
    """
    by_mode = {judgement.mode: judgement for judgement in judgements}
    wasm, native = by_mode.get(Mode.WASM), by_mode.get(Mode.NATIVE)
    if wasm is None or native is None:
        return ()
    natives = {case.id: case for case in native.cases}
    pairs = ((case, natives[case.id]) for case in wasm.cases if case.id in natives)
    return tuple(
        _disagreement(one, other, explanation(language, text, one, other))
        for one, other in pairs
        if _differ(one, other, problem)
    )


def _differ(wasm: CaseVerdict, native: CaseVerdict, problem: Problem) -> bool:
    if {wasm.verdict, native.verdict} & _NO_ANSWER:
        return False
    if wasm.verdict is not native.verdict:
        return True
    return wasm.verdict is Verdict.WA and not _same(wasm, native, problem)


def _same(wasm: CaseVerdict, native: CaseVerdict, problem: Problem) -> bool:
    if wasm.actual == native.actual:
        return True
    own = (case.checker for case in problem.cases if case.id == wasm.id and case.checker)
    checker = next(own, problem.checker)
    if problem.shape is Shape.STDIO:
        one, other = (str(case.actual).encode() for case in (wasm, native))
        return check_stdout(one, other, checker) is None
    return check_value(wasm.actual, native.actual, checker) is None


def _disagreement(wasm: CaseVerdict, native: CaseVerdict, why: str) -> Disagreement:
    one, other = _shown(wasm), _shown(native)
    text = f"case {wasm.id}: the modes disagree: wasm {one}, native {other}"
    return Disagreement(
        case=wasm.id,
        wasm=one,
        native=other,
        message=f"{text}. {why}" if why else text,
    )


def _shown(case: CaseVerdict) -> str:
    if case.verdict is Verdict.RE:
        return f"RE ({case.message.partition(': ')[2]})"
    return f"{case.verdict} ({shorten(case.actual)})"
