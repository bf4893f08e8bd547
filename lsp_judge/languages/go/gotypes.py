"""Go's types as the judge's: which a parameter may have, and how Go spells them."""

from __future__ import annotations

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.go.syntax import Source
from lsp_judge.model.types import Kind, Type, array

# `byte` and `rune` are characters because people spell numbers `uint8` and `int32`. Go's `int`
# has 64 bits, but it is what a problem's `integer` is in Go.
_SCALARS = {
    "int": Kind.INTEGER,
    "int8": Kind.INTEGER,
    "int16": Kind.INTEGER,
    "int32": Kind.INTEGER,
    "int64": Kind.LONG,
    "uint": Kind.LONG,
    "uint8": Kind.INTEGER,
    "uint16": Kind.INTEGER,
    "uint32": Kind.LONG,
    "uint64": Kind.LONG,
    "uintptr": Kind.LONG,
    "float32": Kind.DOUBLE,
    "float64": Kind.DOUBLE,
    "bool": Kind.BOOLEAN,
    "string": Kind.STRING,
    "byte": Kind.CHARACTER,
    "rune": Kind.CHARACTER,
}
_WHOLE = (Kind.INTEGER, Kind.LONG, Kind.CHARACTER)


class GoType(Struct, frozen=True):
    """A scalar by its Go name inside `depth` slices: `[][]byte` is ("byte", 2)."""

    scalar: str
    depth: int = 0

    def __str__(self) -> str:
        return "[]" * self.depth + self.scalar

    @property
    def element(self) -> GoType:
        return GoType(self.scalar, self.depth - 1)

    @property
    def type(self) -> Type:
        found = Type(_SCALARS[self.scalar])
        for _ in range(self.depth):
            found = array(found)
        return found


def read_type(source: Source, node: Node) -> GoType | None:
    """The type that a node spells, None where it is none that cases can carry."""
    depth = 0
    while node.type in {"slice_type", "parenthesized_type"}:
        depth += node.type == "slice_type"
        inner = node.named_children
        if len(inner) != 1:
            return None
        node = inner[0]
    name = source.written(node)
    return GoType(name, depth) if name in _SCALARS else None


def codec(spelled: GoType, wanted: Type) -> str | None:
    """Which of the support's codecs (`Int`, `Real`, `Bool`, `String`, `Char`) carries values of
    the type `wanted` to a Go parameter of the type `spelled`; None: they do not go together.
    """
    own, kind = _SCALARS[spelled.scalar], wanted.scalar
    if spelled.depth != wanted.depth:
        return None
    if own in _WHOLE and kind in _WHOLE:
        return "Char" if kind is Kind.CHARACTER else "Int"
    if own is Kind.DOUBLE and kind in {Kind.DOUBLE, Kind.INTEGER, Kind.LONG}:
        return "Real"
    if own is Kind.BOOLEAN and kind is Kind.BOOLEAN:
        return "Bool"
    if own is Kind.STRING and kind in {Kind.STRING, Kind.CHARACTER}:
        return "String"
    return None
