"""How LeetCode passes arrays in C: which parameters are values, and which their sizes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lsp_judge.languages.cfamily.functions import Declared, Function
from lsp_judge.languages.cfamily.scalars import scalar_kind
from lsp_judge.languages.linked import node_type
from lsp_judge.model.types import Kind, Type, array

_RETURN_SIZE = re.compile(r"^ret(?:urn)?_?(?:ed)?_?size$|^res(?:ult)?_?size$", re.I)
_RETURN_COLUMNS = re.compile(r"^(?:ret(?:urn)?|res(?:ult)?)_?col|^col(?:umn)?_?sizes?$", re.I)
_COLUMNS = re.compile(r"col", re.I)
_INTEGERS = (Kind.INTEGER, Kind.LONG, Kind.UNSIGNED)


@dataclass(frozen=True)
class Scope:
    """What types mean in a file: its own names for them, and its text."""

    aliases: Mapping[str, str]
    text: str = ""


class UnreadableShape(ValueError):
    """A parameter or result that cannot be read; `declared` is where."""

    def __init__(self, text: str, declared: Declared) -> None:
        super().__init__(text)
        self.declared = declared


@dataclass(frozen=True)
class Value:
    """One argument, or the result: `depth` 0 a scalar or a string, 1 an array, 2 a grid.

    `element` is the C type of the innermost value, as the file spells it. `size` and
    `columns` are the parameters beside it that tell its lengths.
    """

    declared: Declared
    type: Type
    element: str
    depth: int = 0
    size: Declared | None = None
    columns: Declared | None = None

    @property
    def linked(self) -> Type | None:
        """The linked type of its nodes, None where it has none."""
        found = self.type.innermost
        return found if found.kind is Kind.NODE else None

    @property
    def nested(self) -> bool:
        return self.type.scalar is Kind.NESTED


@dataclass(frozen=True)
class CallShape:
    """The values of a call, in the order of the signature, and its result."""

    values: tuple[Value, ...]
    result: Value


def read_shape(function: Function, scope: Scope) -> CallShape:
    """Raises UnreadableShape."""
    rest = list(function.parameters)
    size = _take(rest, _RETURN_SIZE, pointers=1)
    columns = _take(rest, _RETURN_COLUMNS, pointers=2)
    values: list[Value] = []
    while rest:
        value = _value(rest, scope)
        del rest[: 1 + (value.size is not None) + (value.columns is not None)]
        values.append(value)
    return CallShape(tuple(values), _result(function.result, size, columns, scope))


def _take(rest: list[Declared], name: re.Pattern[str], pointers: int) -> Declared | None:
    found = next((p for p in rest if name.match(p.name) and p.pointers == pointers), None)
    if found is not None:
        rest.remove(found)
    return found


def _value(rest: Sequence[Declared], scope: Scope) -> Value:
    """The value that begins with the first of `rest`, its size parameters included."""
    first = rest[0]
    size = rest[1] if len(rest) > 1 and _counts(rest[1], scope) else None
    characters = _kind(first.base, scope) is Kind.CHARACTER
    if first.pointers == 0 or (first.pointers == 1 and _pointed(first.base, scope) is not None):
        return _read(first, None, None, scope)
    if first.pointers == 1 and characters and not (size and _is_size_of(size, first)):
        return _read(first, None, None, scope)
    if size is None:
        raise UnreadableShape(
            f"parameter '{first.name}' is a pointer without a size: "
            f"write '{first} {first.name}, int {first.name}Size'",
            first,
        )
    third = rest[2] if len(rest) > 2 and first.pointers > 1 else None
    columns = third if third is not None and _counts_columns(third, scope) else None
    return _read(first, size, columns, scope)


def _read(first: Declared, size: Declared | None, columns: Declared | None, scope: Scope) -> Value:
    depth = (size is not None) + (columns is not None)
    stars = first.pointers - depth
    if stars == 1 and (linked := _pointed(first.base, scope)) is not None:
        return Value(first, _deep(linked, depth), f"{first.base} *", depth, size, columns)
    kind = _kind(first.base, scope)
    if kind is Kind.CHARACTER and stars == 1:
        kind, stars = Kind.STRING, 0
        element = f"{first.base} *"
    else:
        element = first.base
    if kind is None or stars != 0 or (kind is Kind.VOID and first.name):
        what = f"parameter '{first.name}' has" if first.name else "the result has"
        raise UnreadableShape(f"{what} the type '{first}': cases cannot carry it", first)
    return Value(first, _deep(Type(kind), depth), element, depth, size, columns)


def _deep(type_: Type, depth: int) -> Type:
    for _ in range(depth):
        type_ = array(type_)
    return type_


def _pointed(base: str, scope: Scope) -> Type | None:
    """What a pointer to `base` is where it is no array: a linked structure, a nested integer."""
    words = _expanded(base, scope)
    name = words[-1] if words else ""
    if len([word for word in words if word not in ("struct", "const")]) != 1:
        return None
    if name == "NestedInteger":
        return Type(Kind.NESTED)
    return node_type(name, scope.text)


def _result(
    declared: Declared,
    size: Declared | None,
    columns: Declared | None,
    scope: Scope,
) -> Value:
    characters = _kind(declared.base, scope) is Kind.CHARACTER or (
        _pointed(declared.base, scope) is not None
    )
    wanted = declared.pointers - characters if columns is None else declared.pointers
    if declared.pointers and size is None and wanted:
        raise UnreadableShape(
            f"the result '{declared}' is a pointer, but no parameter 'int* returnSize' "
            "tells its length",
            declared,
        )
    return _read(declared, size if declared.pointers else None, columns, scope)


def _kind(base: str, scope: Scope) -> Kind | None:
    return scalar_kind(_expanded(base, scope))


def _expanded(base: str, scope: Scope) -> list[str]:
    """The words of a type with the file's own names for types replaced."""
    words, aliases = base.split(), scope.aliases
    for _ in range(len(aliases) + 1):
        if "struct" in words:
            break  # `typedef struct ListNode ListNode;` stands for itself
        expanded = [word for name in words for word in aliases.get(name, name).split()]
        if expanded == words:
            break
        words = expanded
    return words


def _counts(declared: Declared, scope: Scope) -> bool:
    return declared.pointers == 0 and _kind(declared.base, scope) in _INTEGERS


def _is_size_of(size: Declared, first: Declared) -> bool:
    name = size.name.lower().replace("_", "")
    return name.startswith(first.name.lower().replace("_", "")) and name.endswith(("size", "len"))


def _counts_columns(declared: Declared, scope: Scope) -> bool:
    """`int* gridColSize`, or `int gridColSize` where all rows are of one length."""
    integer = _kind(declared.base, scope) in _INTEGERS
    return integer and declared.pointers <= 1 and bool(_COLUMNS.search(declared.name))
