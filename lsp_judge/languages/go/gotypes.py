"""Go's types as the judge's: which a parameter may have, and how Go spells them."""

from __future__ import annotations

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.go.syntax import Source
from lsp_judge.languages.linked import node_type
from lsp_judge.model.types import Kind, Type, array

# `byte` and `rune` are characters because people spell numbers `uint8` and `int32`. Go's `int`
# has 64 bits, but it is what a problem's `integer` is in Go.
_SCALARS = {
    "int": Kind.INTEGER,
    "int8": Kind.INTEGER,
    "int16": Kind.INTEGER,
    "int32": Kind.INTEGER,
    "int64": Kind.LONG,
    "uint": Kind.UNSIGNED,
    "uint8": Kind.INTEGER,
    "uint16": Kind.INTEGER,
    "uint32": Kind.UNSIGNED,
    "uint64": Kind.UNSIGNED,
    "uintptr": Kind.UNSIGNED,
    "float32": Kind.DOUBLE,
    "float64": Kind.DOUBLE,
    "bool": Kind.BOOLEAN,
    "string": Kind.STRING,
    "byte": Kind.CHARACTER,
    "rune": Kind.CHARACTER,
}
_WHOLE = (Kind.INTEGER, Kind.LONG, Kind.UNSIGNED, Kind.CHARACTER)
_NESTED = ("*NestedInteger", "NestedInteger")


class GoType(Struct, frozen=True):
    """A scalar by its Go name inside `depth` slices: `[][]byte` is ("byte", 2).

    `linked` is the type of a pointer to a linked structure: `*ListNode`.
    """

    scalar: str
    depth: int = 0
    linked: Type | None = None

    def __str__(self) -> str:
        return "[]" * self.depth + self.scalar

    @property
    def element(self) -> GoType:
        return GoType(self.scalar, self.depth - 1, self.linked)

    @property
    def type(self) -> Type:
        found = self.linked or Type(_kind(self.scalar))
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
    if name in _SCALARS or name in _NESTED:
        return GoType(name, depth)
    if node.type == "pointer_type":
        linked = node_type(name.removeprefix("*").strip(), source.text.decode("utf-8", "replace"))
        return GoType(name, depth, linked) if linked is not None else None
    return None


def _kind(scalar: str) -> Kind:
    return Kind.NESTED if scalar in _NESTED else _SCALARS[scalar]


def codec(spelled: GoType, wanted: Type) -> str | None:
    """Which of the support's codecs (`Int`, `Real`, `Bool`, `String`, `Char`, `Ref`,
    `Nested`) carries values of
    the type `wanted` to a Go parameter of the type `spelled`; None: they do not go together.
    """
    if spelled.depth != wanted.depth:
        return None
    own, kind = spelled.type.scalar, wanted.scalar
    if own is Kind.NODE:
        return "Ref" if kind is Kind.NODE else None
    if own is Kind.NESTED:
        return "Nested" if kind is Kind.NESTED else None
    if own in _WHOLE and kind in _WHOLE:
        return "Char" if kind is Kind.CHARACTER else "Int"
    if own is Kind.DOUBLE and kind in {Kind.DOUBLE, Kind.INTEGER, Kind.LONG, Kind.UNSIGNED}:
        return "Real"
    if own is Kind.BOOLEAN and kind is Kind.BOOLEAN:
        return "Bool"
    if own is Kind.STRING and kind in {Kind.STRING, Kind.CHARACTER}:
        return "String"
    return None
