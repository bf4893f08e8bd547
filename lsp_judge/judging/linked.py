"""Linked structures: from what people write to tables of nodes, and back. Pure.

A table is an array of nodes. What goes in is `[value, link...]` a node, what comes out is
`[id, value, link...]`, `id` being the node's place in the table that went in (None: a new node).
A link is None or an index into the same table, or an array of indices (ARCHITECTURE, "Values").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lsp_judge.judging.links import NODES_OF, Unlinkable
from lsp_judge.model.types import SLOTS, Form, JsonValue, Type

# A structure that goes round in circles is shown by its beginning.
_SHOWN = 8


class Misshapen(Exception):
    """A solution built a structure that cannot be written; `str()` says what is wrong with it."""


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
        return _WRITTEN[type_.form](self._tables[type_], root)

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


def _write_list(table: list[list[Any]], root: int) -> JsonValue:
    return [table[at][1] for at in _chain(table, root, 2)]


def _write_double(table: list[list[Any]], root: int) -> JsonValue:
    """Along `next`; the way back has to be the same, and no list may hang below a node."""
    chain = _chain(table, root, 3)
    for before, at in zip([None, *chain], chain, strict=False):
        if table[at][2] != before:
            raise Misshapen(f"prev of the node {table[at][1]} is not the node before it")
        if any(below is not None for below in table[at][4:]):
            raise Misshapen(f"the node {table[at][1]} still has a child")
    return [table[at][1] for at in chain]


def _chain(table: list[list[Any]], root: int, link: int) -> list[int]:
    """The nodes from `root` on along one link. Raises Misshapen where it goes in a circle."""
    places: dict[int, None] = {}
    at: int | None = root
    while at is not None:
        if at in places:
            shown = [str(table[each][1]) for each in list(places)[:_SHOWN]]
            path = " -> ".join(shown) + (" -> ..." if len(places) > _SHOWN else "")
            raise Misshapen(f"the list has a cycle: {path} -> back to {table[at][1]}")
        places[at] = None
        at = table[at][link]
    return list(places)


def _write_tree(table: list[list[Any]], root: int) -> JsonValue:
    values: list[JsonValue] = []
    seen: set[int] = set()
    queue: list[int | None] = [root]
    for at in queue:
        if at is None:
            values.append(None)
            continue
        _once(table, at, seen)
        values.append(table[at][1])
        queue += table[at][2:4]
    return _trimmed(values)


def _once(table: list[list[Any]], at: int, seen: set[int]) -> None:
    if at in seen:
        raise Misshapen(f"the tree has the node {table[at][1]} in two places, or a cycle")
    seen.add(at)


def _trimmed(values: list[JsonValue]) -> list[JsonValue]:
    while values and values[-1] is None:
        values.pop()
    return values


def _write_nary(table: list[list[Any]], root: int) -> JsonValue:
    values: list[JsonValue] = [table[root][1], None]
    seen: set[int] = set()
    queue = [root]
    for at in queue:
        _once(table, at, seen)
        children = [child for child in table[at][2] if child is not None]
        values += [table[child][1] for child in children]
        values.append(None)
        queue += children
    return _trimmed(values)


def _write_next(table: list[list[Any]], root: int) -> JsonValue:
    """Level by level along `next`, with `#` behind each; a level begins at the first child of
    the one above."""
    values: list[JsonValue] = []
    first: int | None = root
    seen: set[int] = set()
    while first is not None:
        level = _chain(table, first, 4)
        for at in level:
            _once(table, at, seen)
        values += [table[at][1] for at in level]
        values.append("#")
        below = (child for at in level for child in table[at][2:4])
        first = next((child for child in below if child is not None), None)
    return values


def _write_random(table: list[list[Any]], root: int) -> JsonValue:
    chain = _chain(table, root, 2)
    _all_new(table, chain)
    places = {at: index for index, at in enumerate(chain)}
    pairs: list[JsonValue] = []
    for at in chain:
        target = table[at][3]
        if target is not None and target not in places:
            raise Misshapen(f"the node {table[at][1]} points at a node that is not in the list")
        pairs.append([table[at][1], None if target is None else places[target]])
    return pairs


def _write_graph(table: list[list[Any]], root: int) -> JsonValue:
    found: dict[JsonValue, list[JsonValue]] = {}
    seen = {root}
    queue = [root]
    for at in queue:
        _, value, neighbours = table[at]
        if value in found:
            raise Misshapen(f"there are two nodes with the value {value}")
        found[value] = [table[each][1] for each in neighbours if each is not None]
        fresh = [
            each for each in dict.fromkeys(neighbours) if each is not None and each not in seen
        ]
        seen.update(fresh)
        queue += fresh
    _all_new(table, queue)
    return [found[value] for value in sorted(found)]


def _all_new(table: list[list[Any]], places: Sequence[int]) -> None:
    """What these two forms are made for is a deep copy."""
    if any(table[at][0] is not None for at in places):
        raise Misshapen("the copy contains nodes of the original")


_WRITTEN: dict[Form, Callable[[list[list[Any]], int], JsonValue]] = {
    Form.LIST: _write_list,
    Form.TREE: _write_tree,
    Form.NARY: _write_nary,
    Form.RANDOM: _write_random,
    Form.GRAPH: _write_graph,
    Form.NEXT: _write_next,
    Form.PARENT: _write_tree,
    Form.DOUBLE: _write_double,
    Form.MULTILEVEL: _write_double,
}

assert set(_WRITTEN) == set(SLOTS)
