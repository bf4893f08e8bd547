"""Which value of a case is which argument of a function. Pure.

By name where the names are the parameters', by position else (names in a statement and in the
source differ now and then). A case may say more than the function is told: the `pos` of a
cycle, the list around a node, how two lists share their tail.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from lsp_judge.judging.convert import converted, shortened
from lsp_judge.judging.linked import Heap
from lsp_judge.judging.links import Unlinkable
from lsp_judge.judging.settle import Chosen
from lsp_judge.model.problem import Argument, FunctionInput
from lsp_judge.model.types import Form, JsonValue, Kind, Parameter, Signature

_SKIPS = ("skipA", "skipB")
# A copy of a structure, for instance, and a node of it.
_MADE_BY_SITES = "; nodes that a case does not write, only the site with this problem can make"


class BoundArguments(Struct, frozen=True):
    """A call's arguments as they travel, in the order of the parameters, and their nodes.

    `given` are the values as they were written. `around` is the first node of a structure that
    the function is not given, None: there is none.
    """

    values: tuple[Any, ...]
    given: tuple[JsonValue, ...]
    heap: Heap
    around: int | None = None


def bound_arguments(case: FunctionInput, signature: Signature, chosen: Chosen) -> BoundArguments:
    """Raises ValueError with what is wrong with the case."""
    parameters = signature.parameters
    arguments = _told_by_value(case.arguments, signature)
    taken, rest = _taken(arguments, parameters, chosen)
    heap = Heap(signature.nodes)
    around = _around(rest, parameters, taken, heap) if signature.heap else None
    values = _converted(taken, parameters, rest, heap)
    if (position := rest.get("pos")) is not None:
        _close_cycle(position, values, parameters, heap)
    if all(name in rest for name in _SKIPS):
        values = _joined(rest, values, parameters, heap)
    return BoundArguments(tuple(values), tuple(taken), heap, around)


def _told_by_value(arguments: Sequence[Argument], signature: Signature) -> Sequence[Argument]:
    """A node that is told by its value comes first: it is the parameter, not the list around."""
    if not signature.heap:
        return arguments
    return sorted(arguments, key=lambda each: isinstance(each.value, list))


def _taken(
    arguments: Sequence[Argument], parameters: Sequence[Parameter], chosen: Chosen
) -> tuple[list[JsonValue], Mapping[str, JsonValue]]:
    """The parameters' values, and what is given beside them, by name."""
    if len(arguments) < len(parameters):
        text = count_text(len(arguments), chosen.entry.name, len(parameters))
        linked = any(each.type.scalar is Kind.NODE for each in parameters)
        raise ValueError(text + _MADE_BY_SITES if linked else text)
    by_name = {argument.name: argument.value for argument in arguments}
    for names in ([each.name for each in parameters], chosen.parameter_names):
        if len(names) == len(parameters) and all(name in by_name for name in names):
            rest = {n: v for n, v in by_name.items() if n is not None and n not in names}
            return [by_name[name] for name in names], _known(rest, arguments, parameters, chosen)
    kept = [each for each in arguments if each.name not in ("pos", "intersectVal", *_SKIPS)]
    if len(kept) < len(parameters) or len(arguments) == len(parameters):
        kept = list(arguments)
    values = [each.value for each in kept[: len(parameters)]]
    others = [*kept[len(parameters) :], *(each for each in arguments if each not in kept)]
    rest = {each.name or "": each.value for each in others}
    return values, _known(rest, arguments, parameters, chosen)


def _known(
    rest: Mapping[str, JsonValue],
    arguments: Sequence[Argument],
    parameters: Sequence[Parameter],
    chosen: Chosen,
) -> Mapping[str, JsonValue]:
    """What is given beside the parameters has to mean something for linked structures."""
    if rest and not any(each.type.scalar is Kind.NODE for each in parameters):
        raise ValueError(count_text(len(arguments), chosen.entry.name, len(parameters)))
    return rest


def count_text(given: int, name: str, takes: int) -> str:
    """How many arguments a case gives, and how many are taken."""
    plural = "" if given == 1 else "s"
    return f"gives {given} argument{plural}, but `{name}` takes {takes}"


def _converted(
    taken: Sequence[JsonValue],
    parameters: Sequence[Parameter],
    rest: Mapping[str, JsonValue],
    heap: Heap,
) -> list[Any]:
    """Structures first, then the nodes that are told by their values: of one that is an argument,
    or of one that the function is not given (`root = [2,1,3], p = 1`)."""
    values: list[Any] = [None] * len(taken)
    told = []
    for index, (value, parameter) in enumerate(zip(taken, parameters, strict=True)):
        if parameter.type.kind is Kind.NODE and _is_scalar(value):
            told.append(index)
        else:
            values[index] = converted(value, parameter, heap)
    if told and not any(heap.tables):
        type_ = parameters[told[0]].type
        for name, value in rest.items():
            if isinstance(value, list):
                converted(value, Parameter(name, type_), heap)
    for index in told:
        parameter = parameters[index]
        try:
            values[index] = heap.find(parameter.type, taken[index])
        except Unlinkable as error:
            raise ValueError(f"`{parameter.name}` {error}") from error
    return values


def _is_scalar(value: JsonValue) -> bool:
    return value is not None and not isinstance(value, list)


def _around(
    rest: Mapping[str, JsonValue],
    parameters: Sequence[Parameter],
    taken: Sequence[JsonValue],
    heap: Heap,
) -> int | None:
    """The list that the function is not given, of which it is told one node."""
    for name, value in rest.items():
        if isinstance(value, list):
            return converted(value, Parameter(name, parameters[0].type), heap)  # type: ignore[no-any-return]
    raise ValueError(f"gives {shortened(list(taken))}, but not the list that it is a part of")


def _close_cycle(
    position: JsonValue, values: Sequence[Any], parameters: Sequence[Parameter], heap: Heap
) -> None:
    if isinstance(position, bool) or not isinstance(position, int):
        raise ValueError(f"`pos` should be an index, but is {shortened(position)}")  # noqa: TRY004
    for value, parameter in zip(values, parameters, strict=True):
        if parameter.type.form is Form.LIST:
            try:
                heap.close_cycle(parameter.type, value, position)
            except Unlinkable as error:
                raise ValueError(f"`{parameter.name}` {error}") from error
            return


def _joined(
    rest: Mapping[str, JsonValue],
    values: list[Any],
    parameters: Sequence[Parameter],
    heap: Heap,
) -> list[Any]:
    """Two lists that share their tail: `skipA` and `skipB` say where it begins in each."""
    lists = [i for i, each in enumerate(parameters) if each.type.form is Form.LIST][:2]
    skips = [rest[name] for name in _SKIPS]
    shares = rest.get("intersectVal", 1) != 0
    if len(lists) < 2 or not shares or not all(isinstance(each, int) for each in skips):
        return values
    one, other = lists
    first, second = skips
    try:
        if second == 0:
            one, other, first, second = other, one, second, first
        if second == 0:
            values[other] = values[one]
        else:
            heap.join(parameters[one].type, values[one], first, values[other], second)
    except Unlinkable as error:
        raise ValueError(f"`{parameters[other].name}` {error}") from error
    return values
