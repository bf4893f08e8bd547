"""From an observation to a verdict. Pure."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeAlias, assert_never

import msgspec
from msgspec import Struct

from lsp_judge.judging.answer import Answer, read_answer
from lsp_judge.judging.check import check_stdout, check_value
from lsp_judge.judging.settle import Chosen
from lsp_judge.languages.base import Language, Traceback
from lsp_judge.model.outcome import (
    Frame,
    Observation,
    OutOfMemory,
    OutputTooLong,
    Returned,
    Signalled,
    TimedOut,
    Trapped,
    WorkerDied,
)
from lsp_judge.model.problem import Case, Checker, Expected, Problem, StdioInput
from lsp_judge.model.report import CaseVerdict
from lsp_judge.model.source import Document, Location, Position, Span
from lsp_judge.model.types import JsonValue
from lsp_judge.model.verdict import Verdict

_SIGNALS = {
    "SIGSEGV": "segmentation fault: a bad pointer, an index out of range or endless recursion",
    "SIGFPE": "division by zero or integer overflow",
    "SIGABRT": "aborted",
    "SIGILL": "illegal instruction: a trap of the compiler's for undefined behaviour",
    "SIGBUS": "bus error: a bad pointer or endless recursion",
    "SIGKILL": "killed",
    "SIGSYS": "a forbidden system call",
}
_SEVERAL = "; the statement accepts several answers, so this one may be right as well"
_UNASKED = (
    "; this folder is not trusted, so the package's own validator, which might take this answer,"
    " was not run"
)
_SHOWN_OUTPUT = 64 * 1024
_SHOWN_ANSWER = 4 * 1024
_SHOWN_REFUSALS = 4


class Context(Struct, frozen=True):
    """What all cases of a judgement share."""

    problem: Problem
    chosen: Chosen
    language: Language
    document: Document


class _Finding(Struct, frozen=True):
    verdict: Verdict
    message: str = ""
    detail: str = ""
    at: Location | None = None
    actual: JsonValue = None
    unsure: bool = False


# The problem's own validator: what is wrong with an answer that is not the expected one (the
# bytes of a program's output, or a value), None where it is right all the same.
Differs: TypeAlias = Callable[[Case, JsonValue], str | None]


def classify(
    case: Case, seen: Observation, context: Context, differs: Differs | None = None
) -> CaseVerdict:
    """Conclude. The message reads like `case 2: expected [0,1], got [1,0]`."""
    found = _conclude(case, seen, context, differs)
    location = case.location
    unneeded = found.verdict is Verdict.AC and _is_long(seen)
    return CaseVerdict(
        id=case.id,
        verdict=found.verdict,
        duration_ns=seen.duration_ns,
        memory_bytes=seen.memory_bytes,
        expected=None if unneeded else _expected(case),
        actual=None if unneeded else found.actual,
        message=f"case {case.id}: {message}" if (message := _message(found, seen)) else "",
        stdout=seen.stdout.decode("utf-8", "replace"),
        stderr=seen.stderr.decode("utf-8", "replace"),
        file=location.path if location is not None else "",
        line=location.span.start.line + 1 if location is not None else 0,
        at=found.at,
        detail=found.detail,
        location=location,
        unsure=found.unsure,
        refused=seen.refused,
        handling_ns=seen.handling_ns,
    )


def _message(found: _Finding, seen: Observation) -> str:
    """What is wrong, and what the solution tried that it may not do."""
    refused = ", ".join(seen.refused[:_SHOWN_REFUSALS])
    if len(seen.refused) > _SHOWN_REFUSALS:
        refused += ", ..."
    return "; ".join(filter(None, (found.message, refused and f"the sandbox refused {refused}")))


def _is_long(seen: Observation) -> bool:
    """Right answers are shown as they are, but nobody reads a million numbers that are right."""
    return isinstance(seen.outcome, Returned) and len(seen.outcome.output) > _SHOWN_ANSWER


def _expected(case: Case) -> JsonValue:
    if case.expected is None:
        return None
    if isinstance(case.input, StdioInput):
        return _text(case.expected.stdout)
    return case.expected.value


def _text(output: bytes) -> str:
    return output[:_SHOWN_OUTPUT].decode("utf-8", "replace")


def _conclude(case: Case, seen: Observation, context: Context, differs: Differs | None) -> _Finding:
    outcome = seen.outcome
    match outcome:
        case Returned():
            return _answer(case, outcome.output, context, differs)
        case Trapped():
            return _trapped(outcome, context)
        case Signalled():
            why = _SIGNALS.get(outcome.name, "")
            return _Finding(Verdict.RE, f"{outcome.name} ({why})" if why else outcome.name)
        case TimedOut():
            when = ": it was still being loaded" if outcome.loading else ""
            return _Finding(Verdict.TLE, f"no answer within {outcome.limit_ms} ms{when}")
        case OutOfMemory():
            return _Finding(Verdict.MLE, f"needs more than {_mebibytes(outcome.limit_bytes)}")
        case OutputTooLong():
            return _Finding(Verdict.OLE, f"prints more than {_mebibytes(outcome.limit_bytes)}")
        case WorkerDied():
            return _Finding(Verdict.IE, outcome.reason)
        case _:
            assert_never(outcome)


def _mebibytes(count: int) -> str:
    return f"{count / (1 << 20):g} MiB"


def _answer(case: Case, output: bytes, context: Context, differs: Differs | None) -> _Finding:
    checker = case.checker or context.problem.checker
    if isinstance(case.input, StdioInput):
        actual: JsonValue = _text(output)
        wrong = check_stdout(case.expected.stdout, output, checker) if case.expected else None
    else:
        try:
            answer = read_answer(case, output, context.chosen, context.problem)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            return _Finding(Verdict.RE, f"the result cannot be read ({error})")
        actual, wrong = answer.shown, _difference(answer, checker)
        if wrong is not None and _is_named_as_right(case, output, context, checker):
            wrong = None
    if wrong is not None and differs is not None:
        wrong = differs(case, output if isinstance(case.input, StdioInput) else actual)
    if wrong is None:
        return _Finding(Verdict.AC, actual=actual)
    if differs is None and checker.program is not None:
        return _Finding(Verdict.WA, f"{wrong}{_UNASKED}", actual=actual, unsure=True)
    if differs is None and checker.any_valid:
        return _Finding(Verdict.WA, f"{wrong}{_SEVERAL}", actual=actual, unsure=True)
    return _Finding(Verdict.WA, wrong, actual=actual)


def _is_named_as_right(case: Case, output: bytes, context: Context, checker: Checker) -> bool:
    """Whether the statement itself names this answer beside the expected one."""
    for value in case.expected.also if case.expected is not None else ():
        other = msgspec.structs.replace(case, expected=Expected(value))
        answer = read_answer(other, output, context.chosen, context.problem)
        if _difference(answer, checker) is None:
            return True
    return False


def _difference(answer: Answer, checker: Checker) -> str | None:
    """None where the answer is right, else what is wrong with it."""
    if answer.fault:
        return answer.fault
    for part in answer.parts:
        if (wrong := check_value(part.expected, part.actual, checker, part.returns)) is not None:
            return f"{part.label}: {wrong}" if part.label else wrong
    return None


def _trapped(outcome: Trapped, context: Context) -> _Finding:
    reason, frames = outcome.reason, outcome.frames
    read = _read(outcome, context)
    if read is not None:
        reason, frames = read.reason or reason, read.frames or frames
    return _Finding(Verdict.RE, reason, outcome.detail, _place(frames, context.document))


def _read(outcome: Trapped, context: Context) -> Traceback | None:
    return context.language.traceback(f"{outcome.reason}\n{outcome.detail}")


def trap_of(seen: Observation, context: Context) -> Traceback | None:
    """What the language reads of a trap; None: the case did not end by one, or not by its own."""
    return _read(seen.outcome, context) if isinstance(seen.outcome, Trapped) else None


def _place(frames: tuple[Frame, ...], document: Document) -> Location | None:
    """The innermost frame in the user's own file: the whole line, from its first character."""
    lines = document.text.decode("utf-8", "replace").splitlines()
    for frame in frames:
        name = os.path.basename(frame.file)
        if name.startswith("solution.") and 1 <= frame.line <= len(lines):
            line = lines[frame.line - 1]
            first = len(line) - len(line.lstrip())
            start = Position(frame.line - 1, first)
            end = Position(frame.line - 1, max(len(line.rstrip()), first + 1))
            return Location(document.path, Span(start, end))
    return None
