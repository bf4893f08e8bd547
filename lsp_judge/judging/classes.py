"""Class problems: which class answers, and what its calls are. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from lsp_judge.judging.settle import (
    Chosen,
    Unfit,
    is_same_name,
    plain_name,
    refusal,
    settled_parameters,
    settled_type,
)
from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
from lsp_judge.model.problem import Case, FunctionInput, Problem
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_ANY = Type(Kind.ANY)
# Two methods of which the second undoes the first: the answer is what comes back.
_ROUND_TRIPS = (("serialize", "deserialize"), ("encode", "decode"))


class Calls(Struct, frozen=True):
    """One class case: the names that are called, the constructor's first, with their arguments."""

    names: tuple[str, ...]
    arguments: tuple[tuple[object, ...], ...]


def calls_of(case: Case) -> Calls | None:
    """The calls that a case is written as, None where it is written in another way."""
    given = case.input
    if not isinstance(given, FunctionInput) or len(given.arguments) != 2:
        return None
    names, arguments = (each.value for each in given.arguments)
    if not isinstance(names, list) or not isinstance(arguments, list):
        return None
    same = 0 < len(names) == len(arguments)
    if not same or not all(isinstance(name, str) for name in names):
        return None
    if not all(isinstance(each, list) or each is None for each in arguments):
        return None
    return Calls(tuple(names), tuple(tuple(each or ()) for each in arguments))


def is_class_problem(problem: Problem, outline: Outline) -> bool:
    """Whether a class is to be called: by the package, or by how the cases are written."""
    if problem.signature is not None:
        return isinstance(problem.signature, ClassSignature)
    if not outline.classes:
        return False
    first = next(_all_calls(problem.cases), None)
    if first is None:
        return False
    named = any(is_same_name(each.entry.name, first.names[0]) for each in outline.classes)
    # Two lists may also be the arguments of a function.
    return named or not outline.candidates


def _all_calls(cases: Sequence[Case]) -> Iterator[Calls]:
    return (calls for case in cases if (calls := calls_of(case)) is not None)


def choose_class(outline: Outline, problem: Problem) -> Chosen:
    """The class of the problem, with all its methods that can be called. Raises Unfit."""
    wanted = problem.signature if isinstance(problem.signature, ClassSignature) else None
    first = next(_all_calls(problem.cases), None)
    name = wanted.name if wanted is not None else first.names[0] if first is not None else ""
    candidate = _class_named(outline.classes, name)
    if candidate.problem is not None:
        raise Unfit(candidate.problem)
    called = {plain_name(each) for calls in _all_calls(problem.cases) for each in calls.names[1:]}
    methods = [_method(each, wanted, called) for each in candidate.methods]
    signature = ClassSignature(
        candidate.entry.name,
        _constructor(candidate, wanted),
        tuple(each for each in methods if each is not None),
    )
    return Chosen(candidate.entry, signature, candidate.constructor_names)


def _class_named(classes: Sequence[ClassCandidate], name: str) -> ClassCandidate:
    for each in classes:
        if is_same_name(each.entry.name, name):
            return each
    if len(classes) == 1:
        return classes[0]
    listed = ", ".join(f"`{each.entry.name}`" for each in classes[:6])
    found = f"; found {listed}" if listed else ""
    raise Unfit(refusal(f"There is no class `{name}` in this file{found}."))


def _constructor(candidate: ClassCandidate, wanted: ClassSignature | None) -> tuple[Parameter, ...]:
    own = candidate.constructor
    if own is None:
        if wanted is not None:
            return wanted.constructor
        return tuple(Parameter(name, _ANY) for name in candidate.constructor_names)
    if wanted is None:
        return own
    return settled_parameters(own, wanted.constructor, candidate.entry)


def _method(
    candidate: Candidate, wanted: ClassSignature | None, called: set[str]
) -> Signature | None:
    """A method as it is called; None where it cannot be read and no case calls it."""
    name = candidate.entry.name
    needed = plain_name(name) in called
    if candidate.problem is not None:
        if needed:
            raise Unfit(candidate.problem)
        return None
    theirs = (
        next((m for m in wanted.methods if is_same_name(m.name, name)), None) if wanted else None
    )
    own = candidate.signature
    if own is None:
        untyped = tuple(Parameter(each, _ANY) for each in candidate.parameter_names)
        own = Signature(name, untyped, _ANY)
    if theirs is None:
        return own
    parameters = settled_parameters(own.parameters, theirs.parameters, candidate.entry)
    returns = settled_type(own.returns, theirs.returns)
    return structs.replace(own, parameters=parameters, returns=returns)


def round_trip(outline: Outline, problem: Problem) -> Chosen | None:
    """A class (in C, two functions) that turns a value into text and back, where a case gives the
    value alone; None where the source has no such pair."""
    first = next((each.input for each in problem.cases), None)
    if problem.signature is not None or not isinstance(first, FunctionInput):
        return None
    if len(first.arguments) != 1:
        return None
    for methods in (*(each.methods for each in outline.classes), outline.candidates):
        if (pair := _pair(methods)) is not None:
            there, back = pair
            return Chosen(there.entry, _trip(there, back), there.parameter_names)
    return None


def _pair(methods: Sequence[Candidate]) -> tuple[Candidate, Candidate] | None:
    by_name = {plain_name(each.entry.name): each for each in methods}
    for there, back in _ROUND_TRIPS:
        if there in by_name and back in by_name and len(by_name[there].parameter_names) == 1:
            return by_name[there], by_name[back]
    return None


def _trip(there: Candidate, back: Candidate) -> Signature:
    for each in (there, back):
        if each.problem is not None:
            raise Unfit(each.problem)
    takes = there.signature.parameters if there.signature is not None else None
    parameters = takes or tuple(Parameter(name, _ANY) for name in there.parameter_names)
    returns = back.signature.returns if back.signature is not None else _ANY
    return Signature(there.entry.name, parameters, returns, then=back.entry.name)
