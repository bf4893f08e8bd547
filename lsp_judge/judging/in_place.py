"""Which parameters are looked at after the call, because the answer is in them. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from lsp_judge.model.problem import Case, FunctionInput, Problem
from lsp_judge.model.types import Form, Kind, Signature, Type


def observed(signature: Signature, problem: Problem) -> Signature:
    """The signature with `after` and `heap` as the problem needs them.

    The problem may say which parameter holds the answer (`output.paramindex`), or a case may
    (`2, nums = [2,2,_,_]`); of a function without a result, or of which nobody says what it
    returns, all that can change is looked at.
    """
    named = _named_in_answers(signature, problem.cases)
    if problem.in_place is not None and problem.in_place < len(signature.parameters):
        named = tuple(dict.fromkeys((problem.in_place, *named)))
    if named:
        return structs.replace(signature, after=named)
    if signature.returns.kind not in (Kind.VOID, Kind.ANY):
        return signature
    if is_told_a_node(signature, problem.cases):
        return structs.replace(signature, heap=True)
    changing = (i for i, each in enumerate(signature.parameters) if can_change(each.type))
    return structs.replace(signature, after=tuple(changing))


def can_change(type_: Type) -> bool:
    """Whether a function can change what its caller passed."""
    return type_.kind in (Kind.ARRAY, Kind.NODE, Kind.ANY)


def is_told_a_node(signature: Signature, cases: Sequence[Case]) -> bool:
    """Whether a function is told one node of a list that it is not given: it takes one node, and
    the cases give a list beside the node's value (`head = [4,5,1,9], node = 5`)."""
    if len(signature.parameters) != 1 or signature.parameters[0].type.form is not Form.LIST:
        return False
    given = (each.input.arguments for each in cases if isinstance(each.input, FunctionInput))
    first = next(given, ())
    lists = [each for each in first if isinstance(each.value, list)]
    return len(first) == 2 and len(lists) == 1


def _named_in_answers(signature: Signature, cases: Sequence[Case]) -> tuple[int, ...]:
    names = [each.name for each in signature.parameters]
    changing = [i for i, each in enumerate(signature.parameters) if can_change(each.type)]
    found: dict[int, None] = {}
    for case in cases:
        for after in case.expected.after if case.expected is not None else ():
            if after.name in names:
                found[names.index(after.name)] = None
            elif changing:
                found[changing[0]] = None
    return tuple(found)
