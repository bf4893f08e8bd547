"""Linked structures: from what people write to tables of nodes, and back. Pure.

A table is an array of nodes. What goes in is `[value, link...]` a node, what comes out is
`[id, value, link...]`, `id` being the node's place in the table that went in (None: a new node).
A link is None or an index into the same table, or an array of indices (ARCHITECTURE, "Values").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsp_judge.judging.links import NODES_OF, Unlinkable
from lsp_judge.judging.shapes import WRITTEN
from lsp_judge.model.types import JsonValue, Type


class Heap:
    """The nodes of one call: a table for each linked type of a signature."""

    def __init__(self, types: Sequence[Type]) -> None:
        self._tables: dict[Type, list[list[Any]]] = {each: [] for each in types}

    @property
    def tables(self) -> list[list[list[Any]]]:
        """As they travel, in the order of the signature's linked types."""
        return list(self._tables.values())

    def add(self, type_: Type, written: JsonValue) -> int | None:
        """Add a structure; the index of its first node, None where it is empty.

        Raises Unlinkable.
        """
        if written is None or written == []:
            return None
        if not isinstance(written, list):
            raise Unlinkable(f"should be {type_}, written as a list, but is {written}")
        if type_.form is None:
            raise Unlinkable(f"cannot be read: nothing tells how a {type_} is linked")
        table = self._tables[type_]
        start = len(table)
        table += NODES_OF[type_.form](written, start)
        return start

    def find(self, type_: Type, value: JsonValue) -> int:
        """The first node with this value. Raises Unlinkable where there is none."""
        for index, node in enumerate(self._tables[type_]):
            if node[0] == value and type(node[0]) is type(value):
                return index
        raise Unlinkable(f"names the value {value}, which no node has")

    def close_cycle(self, type_: Type, start: int | None, position: int) -> None:
        """Let the last node of the list that begins at `start` point back at one of its own;
        a negative position means that it does not. Raises Unlinkable."""
        if position < 0:
            return
        table = self._tables[type_]
        if start is None or start + position >= len(table):
            raise Unlinkable(f"has no node {position} for its last one to point at")
        table[-1][1] = start + position

    def join(self, type_: Type, one: int, skip: int, other: int, shared: int) -> None:
        """Let the list at `other` go on, after `shared` nodes, as the list at `one` does after
        `skip` nodes: the tail is theirs together. Raises Unlinkable where it is too short."""
        table = self._tables[type_]
        tail = self._after(table, one, skip)
        if shared == 0:
            raise Unlinkable("is part of the other list from its first node on")
        last = self._after(table, other, shared - 1)
        if tail is None or last is None:
            raise Unlinkable("is shorter than what is to be skipped in it")
        table[last][1] = tail

    @staticmethod
    def _after(table: list[list[Any]], start: int, steps: int) -> int | None:
        at: int | None = start
        for _ in range(steps):
            at = table[at][1] if at is not None else None
        return at


class Nodes:
    """The tables that a call gave back, by the linked types of its signature."""

    def __init__(self, types: Sequence[Type], tables: Sequence[list[list[Any]]]) -> None:
        self._tables = dict(zip(types, tables, strict=True))

    def written(self, type_: Type, root: int | None) -> JsonValue:
        """The structure at `root` as people write it. Raises Misshapen."""
        if root is None:
            return []
        assert type_.form is not None
        return WRITTEN[type_.form](self._tables[type_], root)

    def value(self, type_: Type, index: int) -> JsonValue:
        """The value of one node."""
        return self._tables[type_][index][1]

    def origin(self, type_: Type, index: int) -> int | None:
        """Where the node was in the table that went in, None for a new one."""
        origin: int | None = self._tables[type_][index][0]
        return origin

    def of_origin(self, type_: Type, origin: int) -> int | None:
        """The index of the node that went in at `origin`."""
        return next((i for i, n in enumerate(self._tables[type_]) if n[0] == origin), None)
