"""The types of a signature, by LeetCode's `metaData` names: `integer`, `double[][]`, ..."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct

# A value as JSON (and MessagePack) can carry it: null, booleans, numbers, strings, lists.
# Characters travel as strings of one character. msgspec decodes no recursive alias, so the
# type checker is told no more than this.
JsonValue: TypeAlias = Any


class Kind(StrEnum):
    """The scalar names of LeetCode's `metaData`, and `array` for everything nested."""

    INTEGER = "integer"
    LONG = "long"
    DOUBLE = "double"
    BOOLEAN = "boolean"
    STRING = "string"
    CHARACTER = "character"
    VOID = "void"
    ARRAY = "array"


class Type(Struct, frozen=True):
    """A scalar, or an array of `element`."""

    kind: Kind
    element: Type | None = None

    def __str__(self) -> str:
        return f"{self.element}[]" if self.kind is Kind.ARRAY else self.kind.value

    @property
    def depth(self) -> int:
        """The number of array dimensions: 0 for a scalar, 2 for `integer[][]`."""
        return 1 + self.element.depth if self.element is not None else 0

    @property
    def scalar(self) -> Kind:
        """The innermost element's kind: `integer` for `integer[][]`."""
        return self.element.scalar if self.element is not None else self.kind


def array(element: Type) -> Type:
    """The array type of `element`."""
    return Type(Kind.ARRAY, element)


_LIST = re.compile(r"^list<(.+)>$")


def parse_type(text: str) -> Type:
    """Read LeetCode's spelling: `integer`, `string[][]`, `list<list<integer>>`.

    Raises ValueError, naming the text, where no such type is known.
    """
    name = text.strip()
    if name.endswith("[]"):
        return array(parse_type(name[:-2]))
    if found := _LIST.match(name):
        return array(parse_type(found[1]))
    try:
        kind = Kind(name)
    except ValueError:
        kind = Kind.ARRAY
    if kind is Kind.ARRAY:
        raise ValueError(f"unknown type {text!r}")
    return Type(kind)


class Parameter(Struct, frozen=True):
    """One parameter of an entry, in the order of its call."""

    name: str
    type: Type


class Signature(Struct, frozen=True):
    """What a function problem's entry takes and returns."""

    name: str
    parameters: tuple[Parameter, ...]
    returns: Type
