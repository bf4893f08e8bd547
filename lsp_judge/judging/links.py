"""From what people write to the nodes of a linked structure, form by form. Pure.

A node is `[value, link...]`, with indices from `start` on for what it links to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsp_judge.model.types import SLOTS, Form, JsonValue


class Unlinkable(ValueError):
    """What was written is no structure of its form; `str()` says why."""


def _list_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    last = start + len(written) - 1
    return [[value, index + 1 if index < last else None] for index, value in _from(written, start)]


def _from(written: list[JsonValue], start: int) -> list[tuple[int, JsonValue]]:
    for value in written:
        if value is None or isinstance(value, list):
            raise Unlinkable(f"should be a list of values, but holds {value}")
    return list(enumerate(written, start))


def _tree_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    """Level order, in which an absent node has no children that would have to be written."""
    nodes: list[list[Any]] = [[_value(written[0]), None, None]]
    parent, side = 0, 1
    for value in written[1:]:
        if parent >= len(nodes):
            raise Unlinkable("has nodes below ones that are null")
        if value is not None:
            nodes[parent][side] = start + len(nodes)
            nodes.append([_value(value), None, None])
        parent, side = (parent, 2) if side == 1 else (parent + 1, 1)
    return nodes


def _next_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    return [[*node, None] for node in _tree_nodes(written, start)]


def _value(value: JsonValue) -> JsonValue:
    if value is None or isinstance(value, list):
        raise Unlinkable("should be the values of a tree, level by level, with null for no node")
    return value


def _nary_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    """Level order, null behind each group of children; the root is a group of its own."""
    nodes: list[list[Any]] = [[_value(written[0]), []]]
    parent = -1
    for value in written[1:]:
        if value is None:
            parent += 1
        elif 0 <= parent < len(nodes):
            nodes[parent][1].append(start + len(nodes))
            nodes.append([_value(value), []])
        else:
            raise Unlinkable("should have null behind the root and behind each group of children")
    return nodes


def _random_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    nodes: list[list[Any]] = []
    for index, pair in enumerate(written):
        if not isinstance(pair, list) or len(pair) != 2:
            raise Unlinkable(f"should be a list of [value, index], but holds {pair}")
        value, target = pair
        if target is not None and not (isinstance(target, int) and 0 <= target < len(written)):
            raise Unlinkable(f"has no node {target} for its node {index} to point at")
        following = start + index + 1 if index + 1 < len(written) else None
        nodes.append([value, following, None if target is None else start + target])
    return nodes


def _graph_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    nodes: list[list[Any]] = []
    for index, neighbours in enumerate(written, 1):
        if not isinstance(neighbours, list):
            raise Unlinkable(f"should be a list of each node's neighbours, but holds {neighbours}")
        for each in neighbours:
            if not isinstance(each, int) or not 1 <= each <= len(written):
                raise Unlinkable(f"has no node {each} to be a neighbour of {index}")
        nodes.append([index, [start + each - 1 for each in neighbours]])
    return nodes


def _parent_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    nodes: list[list[Any]] = [[*node, None] for node in _tree_nodes(written, start)]
    for index, (_, left, right, _parent) in enumerate(nodes):
        for child in (left, right):
            if child is not None:
                nodes[child - start][3] = start + index
    return nodes


def _double_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    forward = _list_nodes(written, start)
    return [
        [value, index - 1 if index > start else None, following]
        for index, (value, following) in enumerate(forward, start)
    ]


def _multilevel_nodes(written: list[JsonValue], start: int) -> list[list[Any]]:
    """Level after level: behind one there are nulls for its nodes (and one for its end), up to
    the node that has the next level below it."""
    nodes: list[list[Any]] = []
    above: list[int] = []
    while True:
        level = _leading(written)
        nodes += [[*node, None] for node in _double_nodes(level, start + len(nodes))]
        first = len(nodes) - len(level)
        if above:
            nodes[above[0]][3] = start + first
        written = written[len(level) + 1 :]
        if not written:
            return nodes
        skipped = next((i for i, each in enumerate(written) if each is not None), len(written))
        above = list(range(first, len(nodes)))[skipped:]
        written = written[skipped:]
        if not above or not written:
            raise Unlinkable("has a level with nothing above it, or nulls with nothing below them")


def _leading(written: list[JsonValue]) -> list[JsonValue]:
    return written[: written.index(None)] if None in written else written


NODES_OF: dict[Form, Callable[[list[JsonValue], int], list[list[Any]]]] = {
    Form.LIST: _list_nodes,
    Form.TREE: _tree_nodes,
    Form.NARY: _nary_nodes,
    Form.RANDOM: _random_nodes,
    Form.GRAPH: _graph_nodes,
    Form.NEXT: _next_nodes,
    Form.PARENT: _parent_nodes,
    Form.DOUBLE: _double_nodes,
    Form.MULTILEVEL: _multilevel_nodes,
}

assert set(NODES_OF) == set(SLOTS)
