"""Turns cases into what a runtime takes: arguments bound, checked and encoded. Pure."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct

from lsp_judge.judging.arguments import bound_arguments
from lsp_judge.judging.calls import encoded_calls
from lsp_judge.judging.settle import Chosen
from lsp_judge.model.problem import Case, FunctionInput, Problem, StdioInput
from lsp_judge.model.source import Severity, SourceMessage
from lsp_judge.model.types import ClassSignature, Signature

_MOST_KEPT = 4 << 20


class Bound(Struct, frozen=True):
    """Cases that can be run with their encoded inputs, and what is wrong with the others."""

    cases: tuple[Case, ...]
    inputs: tuple[bytes, ...]
    messages: tuple[SourceMessage, ...]


class KeptBound:
    """Binds, and keeps what was bound last: a package's cases are bound once for its many saves."""

    def __init__(self) -> None:
        self._last: tuple[Problem, Chosen, str, Bound] | None = None

    def bind(self, problem: Problem, chosen: Chosen, path: str) -> Bound:
        """As `bind`. Of the problem only the very same one counts: to compare a thousand cases
        would take longer than to bind them."""
        # Read and replaced as a whole: plans are made in several threads.
        last = self._last
        if last is not None and last[0] is problem and last[1:3] == (chosen, path):
            return last[3]
        bound = bind(problem, chosen, path)
        small = sum(map(len, bound.inputs)) <= _MOST_KEPT
        self._last = (problem, chosen, path, bound) if small else None
        return bound


def bind(problem: Problem, chosen: Chosen, path: str) -> Bound:
    """Bind all cases. `path` is the solution's: only messages for it can be placed in it."""
    cases: list[Case] = []
    inputs: list[bytes] = []
    messages: list[SourceMessage] = []
    for case in problem.cases:
        try:
            data = _encode(case, chosen)
        except ValueError as error:
            messages.append(_message(case, str(error), path))
        else:
            cases.append(case)
            inputs.append(data)
    return Bound(tuple(cases), tuple(inputs), tuple(messages))


def _encode(case: Case, chosen: Chosen) -> bytes:
    if isinstance(case.input, StdioInput):
        return case.input.stdin
    if isinstance(chosen.signature, ClassSignature):
        return msgspec.msgpack.encode(encoded_calls(case, chosen.signature))
    return msgspec.msgpack.encode(_values(case.input, chosen))


def _values(given: FunctionInput, chosen: Chosen) -> list[Any]:
    signature = chosen.signature
    assert isinstance(signature, Signature)
    bound = bound_arguments(given, signature, chosen)
    return [bound.heap.tables, *bound.values] if signature.is_extended else list(bound.values)


def _message(case: Case, text: str, path: str) -> SourceMessage:
    location = case.location
    if location is not None and location.path == path:
        return SourceMessage(Severity.ERROR, f"case {case.id} {text}.", location.span)
    where = f" ({location.path})" if location is not None else ""
    return SourceMessage(Severity.ERROR, f"case {case.id}{where} {text}.")
