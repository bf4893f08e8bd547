"""The types of a signature, by LeetCode's `metaData` names: `integer`, `double[][]`, ..."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct

# A value as JSON (and MessagePack) can carry it: null, booleans, numbers, strings, lists.
# Characters travel as strings of one character. msgspec decodes no recursive alias, so the
# type checker is told no more than this.
JsonValue: TypeAlias = Any


class Kind(StrEnum):
    """The scalar names of LeetCode's `metaData`, `array` for what is nested, `node` for linked
    structures (`ListNode`, `TreeNode`, `Node`) and `NestedInteger`.

    `unsigned` is ours: 0 to 2^64 - 1, for the parameters that a source declares so; `any` as
    well: a value as it is, where neither source nor problem has a type (Python).
    """

    INTEGER = "integer"
    LONG = "long"
    UNSIGNED = "unsigned"
    DOUBLE = "double"
    BOOLEAN = "boolean"
    STRING = "string"
    CHARACTER = "character"
    VOID = "void"
    ARRAY = "array"
    NODE = "node"
    NESTED = "NestedInteger"
    ANY = "any"


class Form(StrEnum):
    """How the nodes of a linked structure hang together, and so how it is written.

    `list`: `[1,2,3]`; `tree`: level order with null; `n-ary`: level order, null between
    groups of children; `random`: `[[7,null],[13,0]]`, a value and an index each; `graph`:
    the neighbours of each node, by value, from 1; `next`: a tree whose levels are chained by
    `next`, as an answer written in level order with `#` behind each level; `parent`: a tree
    whose nodes know their parents; `double`: a list that can be walked backwards as well;
    `multilevel`: such a list whose nodes may have lists below them, level after level, with
    null for the nodes before the one that has a list below it.
    """

    LIST = "list"
    TREE = "tree"
    NARY = "n-ary"
    RANDOM = "random"
    GRAPH = "graph"
    NEXT = "next"
    PARENT = "parent"
    DOUBLE = "double"
    MULTILEVEL = "multilevel"


class Slot(Struct, frozen=True):
    """One link of a node, by the name of its field; `many`: a list of links."""

    name: str
    many: bool = False


# The links of a node in the order in which they travel, behind its value.
SLOTS: dict[Form, tuple[Slot, ...]] = {
    Form.LIST: (Slot("next"),),
    Form.TREE: (Slot("left"), Slot("right")),
    Form.NARY: (Slot("children", many=True),),
    Form.RANDOM: (Slot("next"), Slot("random")),
    Form.GRAPH: (Slot("neighbors", many=True),),
    Form.NEXT: (Slot("left"), Slot("right"), Slot("next")),
    Form.PARENT: (Slot("left"), Slot("right"), Slot("parent")),
    Form.DOUBLE: (Slot("prev"), Slot("next")),
    Form.MULTILEVEL: (Slot("prev"), Slot("next"), Slot("child")),
}


class Type(Struct, frozen=True):
    """A scalar, an array of `element`, or a linked structure.

    Of a NODE `name` is the class in the source (`ListNode`, `TreeNode`, `Node`) and `form`
    how it is linked; None where only the source can tell (`Node` in a `signature.json`). Of an
    ARRAY `name` is the record that it is in the source (`Interval`), if it is one.
    """

    kind: Kind
    element: Type | None = None
    name: str = ""
    form: Form | None = None

    def __str__(self) -> str:
        if self.kind is Kind.ARRAY:
            return f"{self.element}[]"
        return self.name if self.kind is Kind.NODE else self.kind.value

    @property
    def depth(self) -> int:
        """The number of array dimensions: 0 for a scalar, 2 for `integer[][]`."""
        return 1 + self.element.depth if self.element is not None else 0

    @property
    def scalar(self) -> Kind:
        """The innermost element's kind: `integer` for `integer[][]`."""
        return self.innermost.kind

    @property
    def record(self) -> str:
        """The record that it is, or is an array of; empty: none."""
        if self.element is None or self.name:
            return self.name if self.kind is Kind.ARRAY else ""
        return self.element.record

    @property
    def innermost(self) -> Type:
        """The type that is no array: `ListNode` for `ListNode[]`."""
        return self.element.innermost if self.element is not None else self


def array(element: Type) -> Type:
    """The array type of `element`."""
    return Type(Kind.ARRAY, element)


def node(name: str, form: Form | None) -> Type:
    """The type of a linked structure of the class `name`."""
    return Type(Kind.NODE, name=name, form=form)


# What sites had before they wrote `[[1,3],[2,6]]` as arrays: classes of two integers.
RECORDS = {"Interval": ("start", "end"), "Point": ("x", "y")}


def record(name: str) -> Type | None:
    """The type of a class of RECORDS, which travels as the array of its fields."""
    return Type(Kind.ARRAY, Type(Kind.INTEGER), name) if name in RECORDS else None


LIST_NODE = node("ListNode", Form.LIST)
TREE_NODE = node("TreeNode", Form.TREE)

_NODES = {"ListNode": LIST_NODE, "TreeNode": TREE_NODE, "Node": node("Node", None)}
_NO_NAMES = (Kind.ARRAY, Kind.NODE, Kind.ANY)
_LIST = re.compile(r"^list<(.+)>$")


def parse_type(text: str) -> Type:
    """Read LeetCode's spelling: `integer`, `string[][]`, `list<list<integer>>`, `TreeNode`.

    Raises ValueError, naming the text, where no such type is known.
    """
    name = text.strip()
    if name.endswith("[]"):
        return array(parse_type(name[:-2]))
    if found := _LIST.match(name):
        return array(parse_type(found[1]))
    if name in _NODES:
        return _NODES[name]
    try:
        kind = Kind(name)
    except ValueError:
        kind = Kind.ARRAY
    if kind in _NO_NAMES:
        raise ValueError(f"unknown type {text!r}")
    return Type(kind)


class Parameter(Struct, frozen=True):
    """One parameter of an entry, in the order of its call."""

    name: str
    type: Type


class _Crossing(Struct, frozen=True):
    """What is known of all types that a call passes, in either direction."""

    @property
    def nodes(self) -> tuple[Type, ...]:
        """The linked types, each once, in the order of their first appearance."""
        return _nodes_of(self._types)

    @property
    def records(self) -> dict[str, tuple[str, ...]]:
        """The fields of each of the RECORDS that cross."""
        return _records_of(self._types)

    @property
    def _types(self) -> list[Type]:
        raise NotImplementedError


class Signature(_Crossing, frozen=True):
    """What a function (or a method) takes and returns, and what is looked at after its call.

    `after`: the parameters, by index, whose values after the call are part of the answer
    (what is answered in place). `heap`: the first node of the first table is looked at as well,
    though no argument refers to it (`deleteNode(node)` is given no head). `then`: a second
    method of the same class, which is called with the result, and whose result is the answer
    (`deserialize` behind `serialize`).
    """

    name: str
    parameters: tuple[Parameter, ...]
    returns: Type
    after: tuple[int, ...] = ()
    heap: bool = False
    then: str | None = None

    @property
    def _types(self) -> list[Type]:
        return [*(each.type for each in self.parameters), self.returns]

    @property
    def is_extended(self) -> bool:
        """Whether the call travels in the extended form (ARCHITECTURE, "Values")."""
        return bool(self.nodes or self.after or self.heap)


class ClassSignature(_Crossing, frozen=True):
    """What a class problem's constructor and methods take; `then` and `after` are not used."""

    name: str
    constructor: tuple[Parameter, ...]
    methods: tuple[Signature, ...]

    @property
    def _types(self) -> list[Type]:
        types = [each.type for each in self.constructor]
        for method in self.methods:
            types += method._types
        return types


def _records_of(types: Iterable[Type]) -> dict[str, tuple[str, ...]]:
    names = {each.record for each in types} - {""}
    return {name: RECORDS[name] for name in sorted(names)}


def _nodes_of(types: Iterable[Type]) -> tuple[Type, ...]:
    # A loop, for it is asked for every case: twice as quick as a chain of generators.
    found: dict[Type, None] = {}
    for each in types:
        inner = each.innermost
        if inner.kind is Kind.NODE:
            found[inner] = None
    return tuple(found)
