"""Values of cases as a signature's types want them: checked, and linked ones in tables. Pure."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from lsp_judge.judging.linked import Heap
from lsp_judge.judging.links import Unlinkable
from lsp_judge.model.types import JsonValue, Kind, Parameter, Type

_SCALARS: dict[Kind, Any] = {
    Kind.INTEGER: Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)],
    Kind.LONG: Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)],
    Kind.UNSIGNED: Annotated[int, Meta(ge=0)],
    Kind.DOUBLE: float,
    Kind.BOOLEAN: bool,
    Kind.STRING: str,
    Kind.CHARACTER: Annotated[str, Meta(min_length=1, max_length=1)],
    Kind.VOID: None,
    Kind.ANY: Any,
}
_NESTED_LEAF = Annotated[int, Meta(ge=-(2**31), le=2**31 - 1)]


def converted(value: JsonValue, parameter: Parameter, heap: Heap) -> Any:
    """The value as it travels. Raises ValueError with what is wrong, the parameter's name in it."""
    type_ = parameter.type
    try:
        if type_.scalar is Kind.NODE:
            return _linked(value, type_, heap)
        if type_.scalar is Kind.NESTED:
            return _nested(value, type_)
        return msgspec.convert(value, python_type(type_))
    except Unlinkable as error:
        raise ValueError(f"`{parameter.name}` {error}") from error
    except msgspec.ValidationError as error:
        should = f"`{parameter.name}` should be {type_}, but is {shortened(value)}"
        raise ValueError(f"{should} ({error})") from error


def python_type(type_: Type) -> Any:
    """What msgspec has to convert to: `list[list[int]]` for `integer[][]`."""
    if type_.element is not None:
        return list[python_type(type_.element)]  # type: ignore[misc]
    return _SCALARS[type_.kind]


def shortened(value: JsonValue) -> str:
    """A value as people read it in a message."""
    shown = msgspec.json.encode(value).decode()
    return shown[:40] + "…" if len(shown) > 60 else shown


def _linked(value: JsonValue, type_: Type, heap: Heap) -> Any:
    if type_.element is None:
        return heap.add(type_, value)
    if not isinstance(value, list):
        raise Unlinkable(f"should be {type_}, but is {shortened(value)}")
    return [_linked(each, type_.element, heap) for each in value]


def _nested(value: JsonValue, type_: Type) -> Any:
    """Integers and lists of such, however deep; at least as deep as the type has arrays."""
    if type_.element is not None:
        return [_nested(each, type_.element) for each in msgspec.convert(value, list[Any])]
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, list):
            pending += item
        else:
            msgspec.convert(item, _NESTED_LEAF)
    return value
