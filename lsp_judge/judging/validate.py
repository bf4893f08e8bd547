"""Asks a package's own validator about an answer that is not the expected one."""

from __future__ import annotations

import msgspec

from lsp_judge.judging.classify import Differs
from lsp_judge.model.problem import Case, Checker, Problem, StdioInput
from lsp_judge.model.types import JsonValue
from lsp_judge.runtimes.base import Validator


def differs_by(validator: Validator, problem: Problem) -> Differs:
    """What the validators of `problem` say. Blocks; raises ToolFailed."""

    def differs(case: Case, actual: JsonValue) -> str | None:
        checker: Checker = case.checker or problem.checker
        assert checker.program is not None
        if isinstance(case.input, StdioInput):
            answer = case.expected.stdout if case.expected is not None else b""
            return validator.check(checker.program, case.input.stdin, answer, actual)
        lines = [_line(argument.value) for argument in case.input.arguments]
        answer = _line(case.expected.value) if case.expected is not None else b""
        return validator.check(checker.program, b"".join(lines), answer, _line(actual))

    return differs


def _line(value: JsonValue) -> bytes:
    """A value as the files of a package hold it."""
    return msgspec.json.encode(value) + b"\n"
