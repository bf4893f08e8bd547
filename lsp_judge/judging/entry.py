"""Chooses the entry: what of the source answers the problem. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from lsp_judge.judging.classes import choose_class, is_class_problem, round_trip
from lsp_judge.judging.in_place import observed
from lsp_judge.judging.settle import (
    Chosen,
    Unfit,
    is_same_name,
    refusal,
    settled_parameters,
    settled_type,
)
from lsp_judge.judging.supplied import only_a_site_has_it
from lsp_judge.languages.base import Candidate, Outline
from lsp_judge.model.problem import Case, FunctionInput, Problem
from lsp_judge.model.source import Shape, SourceMessage
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_CIRCULAR = re.compile(r"\bcircular\b[\w\s-]{0,20}\blinked[ -]list", re.IGNORECASE)


def choose(outline: Outline, problem: Problem, text: str) -> Chosen | SourceMessage:
    """The entry of a source, whose text is `text`, for `problem`, or why there is none."""
    if problem.shape is Shape.STDIO:
        return _program(outline)
    if problem.directory is None and (missing := only_a_site_has_it(text)) is not None:
        return missing
    try:
        chosen = _chosen(outline, problem, text)
    except Unfit as unfit:
        return unfit.message
    return _linkable(chosen, text) if isinstance(chosen, Chosen) else chosen


def _chosen(outline: Outline, problem: Problem, text: str) -> Chosen | SourceMessage:
    if is_class_problem(problem, outline):
        return choose_class(outline, problem)
    if (trip := round_trip(outline, problem)) is not None:
        return trip
    function = _function(outline, problem, text)
    if isinstance(function, SourceMessage):
        return _class_alone(outline) or function
    return function


def _linkable(chosen: Chosen, text: str) -> Chosen | SourceMessage:
    """Nodes whose links neither the source nor the problem tells cannot be made."""
    nodes = chosen.signature.nodes if chosen.signature is not None else ()
    if any(each.name == "Node" for each in nodes) and _CIRCULAR.search(text):
        return refusal(
            "The judge writes no circular lists of `Node`, as this problem has them, so it"
            " cannot be judged.",
            chosen.entry,
        )
    for each in nodes:
        if each.form is None:
            return refusal(
                f"The judge knows no structure like this `{each.name}`, so it cannot be judged:"
                " known are nodes with next (and random, or prev and child), with left and right"
                " (and next, or parent), with children, and with neighbors.",
                chosen.entry,
            )
    return chosen


def _class_alone(outline: Outline) -> SourceMessage | None:
    """A class whose cases do not say what is called, beside no function that could be."""
    names = [each.entry.name for each in outline.classes]
    methods = all(
        each.entry.owner in names or each.entry.name == "Constructor" for each in outline.candidates
    )
    if not names or "Solution" in names or not methods:
        return None
    return refusal(
        f"This file has the class `{names[-1]}` and no function that could answer `Input:`."
        " A class is judged by cases that are written as two lists: the names of the calls, its"
        ' own first, and their arguments (`["Counter", "add"]` and `[[], [1]]`).',
        outline.classes[-1].entry,
    )


def _function(outline: Outline, problem: Problem, text: str) -> Chosen | SourceMessage:
    if not outline.candidates:
        return refusal("No function found here that could answer the problem.")
    candidate = _candidate(outline.candidates, problem, text)
    if isinstance(candidate, SourceMessage):
        return candidate
    if candidate.problem is not None:
        return candidate.problem
    wanted = problem.signature
    assert not isinstance(wanted, ClassSignature)
    return _settle(candidate, wanted, problem)


def _program(outline: Outline) -> Chosen | SourceMessage:
    if outline.main is None:
        return refusal(
            "This problem is answered from stdin to stdout, and this file has no main program."
        )
    return Chosen(outline.main)


def _candidate(
    candidates: Sequence[Candidate], problem: Problem, text: str
) -> Candidate | SourceMessage:
    wanted = problem.signature
    if isinstance(wanted, Signature) and (found := _by_name(candidates, wanted.name, text)):
        return found
    matching = _matching(candidates, problem)
    if isinstance(wanted, Signature) and len(matching) == 1:
        return matching[0]
    if wanted is None and matching:
        return _foremost(matching, text)
    if len(candidates) == 1:
        return candidates[0]
    listed = ", ".join(f"`{each.entry.name}`" for each in candidates[:6])
    name = f" named `{wanted.name}`" if wanted is not None else " that takes what `Input:` gives"
    return refusal(f"There is no function{name}; found {listed}.", candidates[0].entry)


def _matching(candidates: Sequence[Candidate], problem: Problem) -> list[Candidate]:
    """By the names in `Input:`; then by their number; then those that take a part of what is
    given (a case may say more than the function is told, like the `pos` of a cycle)."""
    names = _names(problem.cases)
    told = names - {"pos"}
    wanted = problem.signature
    count = len(wanted.parameters) if isinstance(wanted, Signature) else _count(problem.cases)

    def some(each: Candidate) -> bool:
        return 0 < len(each.parameter_names) < (count or 0)

    for fits in (
        lambda each: bool(told) and set(each.parameter_names) in (names, told),
        lambda each: _takes(each, count),
        lambda each: some(each) and set(each.parameter_names) < names,
        some,
    ):
        if found := [each for each in candidates if fits(each)]:
            return found
    return []


def _by_name(candidates: Sequence[Candidate], name: str, text: str) -> Candidate | None:
    exact = [each for each in candidates if each.entry.name == name]
    alike = [each for each in candidates if is_same_name(each.entry.name, name)]
    return _foremost(exact or alike, text) if exact or alike else None


def _foremost(candidates: Sequence[Candidate], text: str) -> Candidate:
    """A function that nothing calls before others, a method of `Solution` before others, a
    readable signature before none; then the last one: helpers are written above what uses them."""
    ranked = sorted(
        enumerate(candidates),
        key=lambda item: (
            not _is_called(item[1], text),
            item[1].entry.owner == "Solution",
            item[1].problem is None,
            -item[0] if item[1].entry.owner else item[0],
        ),
    )
    return ranked[-1][1]


def _is_called(candidate: Candidate, text: str) -> bool:
    """Whether the name stands before a parenthesis anywhere but where it is defined."""
    return len(re.findall(rf"\b{re.escape(candidate.entry.name)}\s*\(", text)) > 1


def _takes(candidate: Candidate, count: int | None) -> bool:
    if candidate.signature is not None:
        return len(candidate.signature.parameters) == count
    return len(candidate.parameter_names) == count


def _names(cases: Sequence[Case]) -> set[str]:
    for case in cases:
        if isinstance(case.input, FunctionInput):
            return {argument.name for argument in case.input.arguments if argument.name}
    return set()


def _count(cases: Sequence[Case]) -> int | None:
    for case in cases:
        if isinstance(case.input, FunctionInput):
            return len(case.input.arguments)
    return None


def _settle(candidate: Candidate, wanted: Signature | None, problem: Problem) -> Chosen:
    """The source's own types, by the problem's names; the problem's types where it has none."""
    names, own = candidate.parameter_names, candidate.signature
    if own is None and wanted is None:
        untyped = tuple(Parameter(name, Type(Kind.ANY)) for name in names)
        own = Signature(candidate.entry.name, untyped, Type(Kind.ANY))
        return Chosen(candidate.entry, observed(own, problem), names)
    if own is None:
        assert wanted is not None
        own = structs.replace(wanted, name=candidate.entry.name)
    if wanted is not None:
        parameters = settled_parameters(own.parameters, wanted.parameters, candidate.entry)
        returns = settled_type(own.returns, wanted.returns)
        own = structs.replace(own, parameters=parameters, returns=returns)
    return Chosen(candidate.entry, observed(own, problem), names)
