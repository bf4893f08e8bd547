"""From the nodes of a linked structure to what people write, form by form. Pure.

A node is `[id, value, link...]`, `id` being its place in the table that went in (None: a new node).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lsp_judge.model.types import SLOTS, Form, JsonValue

# A structure that goes round in circles is shown by its beginning.
_SHOWN = 8
# Where parts of a tree are shared it can be far bigger than what was made.
_MOST = 1_000_000


class Misshapen(Exception):
    """A solution built a structure that cannot be written; `str()` says what is wrong with it."""


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
    """Level order. A part may hang in several places of a tree, but not below itself."""
    _no_circles(table, root, lambda at: table[at][2:4])
    values: list[JsonValue] = []
    queue: list[int | None] = [root]
    for at in queue:
        if at is None:
            values.append(None)
            continue
        values.append(table[at][1])
        queue += table[at][2:4]
        if len(queue) > _MOST:
            raise Misshapen(f"the tree has more than {_MOST} nodes, some in several places")
    return _trimmed(values)


def _no_circles(
    table: list[list[Any]], root: int, below: Callable[[int], Sequence[int | None]]
) -> None:
    """Raises Misshapen where a node is below itself."""
    is_done: dict[int, bool] = {}
    stack = [root]
    while stack:
        at = stack[-1]
        if at in is_done:
            is_done[at] = True
            stack.pop()
            continue
        is_done[at] = False
        for child in below(at):
            if child is not None and not is_done.get(child, True):
                raise Misshapen(f"the tree has a cycle: {table[child][1]} is below itself")
            if child is not None and child not in is_done:
                stack.append(child)


def _once(table: list[list[Any]], at: int, seen: set[int]) -> None:
    if at in seen:
        raise Misshapen(f"the tree has the node {table[at][1]} in two places, or a cycle")
    seen.add(at)


def _trimmed(values: list[JsonValue]) -> list[JsonValue]:
    while values and values[-1] is None:
        values.pop()
    return values


def _write_nary(table: list[list[Any]], root: int) -> JsonValue:
    _no_circles(table, root, lambda at: table[at][2])
    values: list[JsonValue] = [table[root][1], None]
    queue = [root]
    for at in queue:
        children = [child for child in table[at][2] if child is not None]
        values += [table[child][1] for child in children]
        values.append(None)
        queue += children
        if len(queue) > _MOST:
            raise Misshapen(f"the tree has more than {_MOST} nodes, some in several places")
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


WRITTEN: dict[Form, Callable[[list[list[Any]], int], JsonValue]] = {
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

assert set(WRITTEN) == set(SLOTS)
