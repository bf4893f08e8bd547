"""Chooses the entry: the function of the source that answers the problem. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from lsp_judge.languages.base import Candidate, Outline
from lsp_judge.model.problem import Case, FunctionInput, Problem
from lsp_judge.model.source import Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Kind, Parameter, Signature, Type


class Chosen(Struct, frozen=True):
    """The entry and its signature; None for stdio, and where the source gives no types."""

    entry: Entry
    signature: Signature | None = None
    parameter_names: tuple[str, ...] = ()


def choose(outline: Outline, problem: Problem, text: str) -> Chosen | SourceMessage:
    """The entry of a source, whose text is `text`, for `problem`, or why there is none."""
    if problem.shape is Shape.STDIO:
        return _program(outline)
    if not outline.candidates:
        return _error("No function found here that could answer the problem.")
    candidate = _candidate(outline.candidates, problem, text)
    if isinstance(candidate, SourceMessage):
        return candidate
    if candidate.problem is not None:
        return candidate.problem
    return _settle(candidate, problem.signature)


def _program(outline: Outline) -> Chosen | SourceMessage:
    if outline.main is None:
        return _error(
            "This problem is answered from stdin to stdout, and this file has no main program."
        )
    return Chosen(outline.main)


def _candidate(
    candidates: Sequence[Candidate], problem: Problem, text: str
) -> Candidate | SourceMessage:
    wanted = problem.signature
    if wanted is not None and (found := _by_name(candidates, wanted.name, text)):
        return found
    names = _names(problem.cases)
    matching = [each for each in candidates if names and set(each.parameter_names) == names]
    if not matching:
        count = len(wanted.parameters) if wanted is not None else _count(problem.cases)
        matching = [each for each in candidates if _takes(each, count)]
    if wanted is not None and len(matching) == 1:
        return matching[0]
    if wanted is None and matching:
        return _foremost(matching, text)
    if len(candidates) == 1:
        return candidates[0]
    listed = ", ".join(f"`{each.entry.name}`" for each in candidates[:6])
    name = f" named `{wanted.name}`" if wanted is not None else " that takes what `Input:` gives"
    return _error(f"There is no function{name}; found {listed}.", candidates[0].entry)


def _by_name(candidates: Sequence[Candidate], name: str, text: str) -> Candidate | None:
    exact = [each for each in candidates if each.entry.name == name]
    alike = [each for each in candidates if _plain(each.entry.name) == _plain(name)]
    return _foremost(exact or alike, text) if exact or alike else None


def _plain(name: str) -> str:
    """`two_sum`, `twoSum` and `TwoSum` are the same name in three languages."""
    return name.replace("_", "").lower()


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


def _settle(candidate: Candidate, wanted: Signature | None) -> Chosen | SourceMessage:
    """The source's own types, by the problem's names; the problem's types where it has none."""
    names = candidate.parameter_names
    own = candidate.signature
    if own is None:
        return Chosen(candidate.entry, wanted, names)
    if wanted is None:
        return Chosen(candidate.entry, own, names)
    if len(own.parameters) != len(wanted.parameters):
        return _error(
            f"`{own.name}` takes {len(own.parameters)} arguments,"
            f" the problem gives {len(wanted.parameters)}:"
            f" {', '.join(f'{each.name}: {each.type}' for each in wanted.parameters)}.",
            candidate.entry,
        )
    for mine, theirs in zip(own.parameters, wanted.parameters, strict=True):
        if mine.type.depth != theirs.type.depth:
            return _error(
                f"Parameter `{mine.name}` is {mine.type} here, but {theirs.type} in the problem.",
                candidate.entry,
            )
    named = tuple(
        Parameter(theirs.name, _narrower(mine.type, theirs.type))
        for mine, theirs in zip(own.parameters, wanted.parameters, strict=True)
    )
    returns = _narrower(own.returns, wanted.returns)
    return Chosen(candidate.entry, Signature(own.name, named, returns), names)


def _narrower(mine: Type, theirs: Type) -> Type:
    """The source's type, but for small integers that the problem calls characters (`uint8`)."""
    same_depth = mine.depth == theirs.depth
    if same_depth and (mine.scalar, theirs.scalar) == (Kind.INTEGER, Kind.CHARACTER):
        return theirs
    return mine


def _error(text: str, entry: Entry | None = None) -> SourceMessage:
    return SourceMessage(Severity.ERROR, text, entry.span if entry is not None else None)
