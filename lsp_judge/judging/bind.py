"""Turns cases into what a runtime takes: arguments bound, checked and encoded. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from lsp_judge.judging.entry import Chosen
from lsp_judge.model.problem import Argument, Case, FunctionInput, Problem, StdioInput
from lsp_judge.model.source import Severity, SourceMessage
from lsp_judge.model.types import Kind, Signature, Type

_SCALARS: dict[Kind, Any] = {
    Kind.INTEGER: Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)],
    Kind.LONG: Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)],
    Kind.DOUBLE: float,
    Kind.BOOLEAN: bool,
    Kind.STRING: str,
    Kind.CHARACTER: Annotated[str, Meta(min_length=1, max_length=1)],
}


class Bound(Struct, frozen=True):
    """Cases that can be run with their encoded inputs, and what is wrong with the others."""

    cases: tuple[Case, ...]
    inputs: tuple[bytes, ...]
    messages: tuple[SourceMessage, ...]


def bind(problem: Problem, chosen: Chosen, path: str) -> Bound:
    """Bind all cases. `path` is the solution's: only messages for it can be placed in it."""
    cases: list[Case] = []
    inputs: list[bytes] = []
    messages: list[SourceMessage] = []
    types = _types(chosen.signature)
    for case in problem.cases:
        try:
            data = _encode(case, chosen, types)
        except ValueError as error:
            messages.append(_message(case, str(error), path))
        else:
            cases.append(case)
            inputs.append(data)
    return Bound(tuple(cases), tuple(inputs), tuple(messages))


def python_type(type_: Type) -> Any:
    """What msgspec has to convert to: `list[list[int]]` for `integer[][]`."""
    if type_.element is not None:
        return list[python_type(type_.element)]  # type: ignore[misc]
    return _SCALARS[type_.kind]


def _types(signature: Signature | None) -> list[Any] | None:
    if signature is None:
        return None
    return [python_type(parameter.type) for parameter in signature.parameters]


def _encode(case: Case, chosen: Chosen, types: Sequence[Any] | None) -> bytes:
    if isinstance(case.input, StdioInput):
        return case.input.stdin
    values = _in_order(case.input, chosen)
    if types is not None:
        values = [
            _convert(value, types[index], chosen.signature, index)
            for index, value in enumerate(values)
        ]
    return msgspec.msgpack.encode(values)


def _in_order(given: FunctionInput, chosen: Chosen) -> list[Any]:
    """By name where the names are the parameters', by position else (names in a statement and
    in the source differ now and then)."""
    arguments = given.arguments
    signature = chosen.signature
    by_problem = tuple(each.name for each in signature.parameters) if signature else ()
    count = len(by_problem) if signature else len(chosen.parameter_names)
    if len(arguments) != count:
        raise ValueError(
            f"gives {_plural(len(arguments), 'argument')}, but `{chosen.entry.name}` takes {count}"
        )
    for names in (by_problem, chosen.parameter_names):
        if ordered := _by_name(arguments, names):
            return ordered
    return [argument.value for argument in arguments]


def _by_name(arguments: Sequence[Argument], names: Sequence[str]) -> list[Any] | None:
    given = {argument.name: argument.value for argument in arguments}
    if len(given) != len(names) or any(name not in given for name in names):
        return None
    return [given[name] for name in names]


def _convert(value: Any, type_: Any, signature: Signature | None, index: int) -> Any:
    assert signature is not None
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError as error:
        parameter = signature.parameters[index]
        shown = msgspec.json.encode(value).decode()
        if len(shown) > 60:
            shown = shown[:40] + "…"
        raise ValueError(
            f"`{parameter.name}` should be {parameter.type}, but is {shown} ({error})"
        ) from error


def _message(case: Case, text: str, path: str) -> SourceMessage:
    location = case.location
    if location is not None and location.path == path:
        return SourceMessage(Severity.ERROR, f"case {case.id} {text}.", location.span)
    where = f" ({location.path})" if location is not None else ""
    return SourceMessage(Severity.ERROR, f"case {case.id}{where} {text}.")


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")
