"""How cases are bound for a solver that has no source. Pure."""

from __future__ import annotations

import msgspec

from lsp_judge.judging.bind import bind
from lsp_judge.judging.in_place import observed
from lsp_judge.judging.settle import Chosen
from lsp_judge.model.problem import Problem
from lsp_judge.model.source import Entry, Position, Shape, Span
from lsp_judge.model.types import ClassSignature

_NOWHERE = Span(Position(0), Position(0))


def chosen_of(problem: Problem) -> Chosen | None:
    """The entry as the problem itself describes it; None for a function whose types only a
    source knows."""
    signature = problem.signature
    if problem.shape is Shape.STDIO:
        return Chosen(Entry("main", Shape.STDIO, _NOWHERE))
    if signature is None:
        return None
    entry = Entry(signature.name, problem.shape, _NOWHERE)
    if isinstance(signature, ClassSignature):
        return Chosen(entry, signature)
    names = tuple(each.name for each in signature.parameters)
    return Chosen(entry, observed(signature, problem), names)


def sample_input(problem: Problem | None, chosen: Chosen | None) -> bytes | None:
    """The first case's input as it travels, None where there is none that can be bound."""
    if problem is None or chosen is None:
        return None
    first = msgspec.structs.replace(problem, cases=problem.cases[:1])
    inputs = bind(first, chosen, "").inputs
    return inputs[0] if inputs else None
