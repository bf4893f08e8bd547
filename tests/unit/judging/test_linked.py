"""Linked structures: what people write survives the way to nodes and back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_judge.judging.linked import Heap, Nodes
from lsp_judge.judging.links import Unlinkable
from lsp_judge.judging.shapes import Misshapen
from lsp_judge.model.types import LIST_NODE, TREE_NODE, Form, Type, node

VALUES = st.integers(-100, 100)


def there(type_: Type, written: Any) -> tuple[Heap, int | None]:
    heap = Heap([type_])
    return heap, heap.add(type_, written)


def back(type_: Type, heap: Heap, root: int | None, *, copied: bool = False) -> Any:
    """As a solution gives it back that returns what it got, or a copy of it."""
    rows = [[None if copied else i, *row] for i, row in enumerate(heap.tables[0])]
    return Nodes([type_], [rows]).written(type_, root)


def round_trip(type_: Type, written: Any, *, copied: bool = False) -> Any:
    heap, root = there(type_, written)
    return back(type_, heap, root, copied=copied)


@given(st.lists(VALUES))
def test_lists(written: list[int]) -> None:
    assert round_trip(LIST_NODE, written) == written


@st.composite
def trees(draw: st.DrawFn) -> list[int | None]:
    """Level order: each node decides whether it has children."""
    if not draw(st.booleans()):
        return []
    values: list[int | None] = [draw(VALUES)]
    waiting = 1
    while waiting and len(values) < 40:
        waiting -= 1
        for _ in range(2):
            value = draw(st.one_of(st.none(), VALUES))
            values.append(value)
            waiting += value is not None
    while values[-1] is None:
        values.pop()
    return values


@given(trees())
def test_trees(written: list[int | None]) -> None:
    assert round_trip(TREE_NODE, written) == written
    assert round_trip(TREE_NODE, [*written, None] if written else []) == written


@given(st.lists(st.tuples(VALUES, st.booleans(), st.integers(0, 50))))
def test_lists_with_random_links(rows: list[tuple[int, bool, int]]) -> None:
    count = len(rows)
    written = [[value, at % count if linked else None] for value, linked, at in rows]
    type_ = node("Node", Form.RANDOM)
    assert round_trip(type_, written, copied=True) == written
    if written:
        with pytest.raises(Misshapen, match="nodes of the original"):
            round_trip(type_, written)


@given(st.sets(st.tuples(st.integers(1, 6), st.integers(1, 6))))
def test_graphs(edges: set[tuple[int, int]]) -> None:
    """Connected, as all graphs of such problems are."""
    both = {(a, b) for a, b in edges if a != b} | {(i, i + 1) for i in range(1, 6)}
    both |= {(b, a) for a, b in both}
    written = [sorted(b for a, b in both if a == at) for at in range(1, 7)]
    assert round_trip(node("Node", Form.GRAPH), written, copied=True) == written


@pytest.mark.parametrize(
    "written", [[], [1], [1, None, 3, 2, 4, None, 5, 6], [1, None, 2, 3, None, None, 4]]
)
def test_trees_with_many_children(written: list[int | None]) -> None:
    assert round_trip(node("Node", Form.NARY), written) == written


def test_chained_levels() -> None:
    """A row is id, value, left, right, next."""
    type_ = node("Node", Form.NEXT)
    rows = [
        [0, 1, 1, 2, None],
        [1, 2, None, 3, 2],
        [2, 3, None, None, None],
        [3, 5, None, None, None],
    ]
    assert Nodes([type_], [rows]).written(type_, 0) == [1, "#", 2, 3, "#", 5, "#"]


def test_what_goes_in_circles_is_told_and_ends() -> None:
    circle = [[0, 3, 1], [1, 2, 2], [2, 0, 1]]
    with pytest.raises(Misshapen, match="has a cycle: 3 -> 2 -> 0 -> back to 2"):
        Nodes([LIST_NODE], [circle]).written(LIST_NODE, 0)
    twice = [[0, 1, 1, 1], [1, 2, None, None]]
    assert Nodes([TREE_NODE], [twice]).written(TREE_NODE, 0) == [1, 2, 2]
    below_itself = [[0, 1, 1, None], [1, 2, None, 2], [2, 3, 1, None]]
    with pytest.raises(Misshapen, match="2 is below itself"):
        Nodes([TREE_NODE], [below_itself]).written(TREE_NODE, 0)
    many = node("Node", Form.NARY)
    with pytest.raises(Misshapen, match="1 is below itself"):
        Nodes([many], [[[0, 1, [1, 1]], [1, 2, [0]]]]).written(many, 0)


def test_a_tree_that_is_shared_too_often_is_told() -> None:
    doubling = [[None, 0, at + 1, at + 1] for at in range(40)] + [[None, 0, None, None]]
    with pytest.raises(Misshapen, match="more than 1000000 nodes"):
        Nodes([TREE_NODE], [doubling]).written(TREE_NODE, 0)


@pytest.mark.parametrize(
    ("type_", "written", "words"),
    [
        (LIST_NODE, [1, None], "holds None"),
        (LIST_NODE, 5, "written as a list"),
        (TREE_NODE, [1, None, None, 4], "below ones that are null"),
        (node("Node", Form.RANDOM), [[1, 7]], "no node 7"),
        (node("Node", Form.GRAPH), [[2]], "no node 2"),
        (node("Node", None), [1], "how a Node is linked"),
    ],
)
def test_what_is_no_structure_is_named(type_: Type, written: Any, words: str) -> None:
    with pytest.raises(Unlinkable, match=words):
        there(type_, written)


def test_cycles_and_shared_tails() -> None:
    heap, start = there(LIST_NODE, [3, 2, 0])
    heap.close_cycle(LIST_NODE, start, 1)
    assert heap.tables[0] == [[3, 1], [2, 2], [0, 1]]
    heap, one = there(LIST_NODE, [4, 1, 8])
    other = heap.add(LIST_NODE, [5, 8])
    assert one is not None
    assert other is not None
    heap.join(LIST_NODE, one, 2, other, 1)
    assert heap.tables[0][other] == [5, 2]
    with pytest.raises(Unlinkable, match="no node 9"):
        heap.close_cycle(LIST_NODE, one, 9)


@pytest.mark.parametrize(
    ("form", "written", "nodes"),
    [
        (Form.PARENT, [2, 1, 3], [[2, 1, 2, None], [1, None, None, 0], [3, None, None, 0]]),
        (Form.DOUBLE, [1, 2], [[1, None, 1], [2, 0, None]]),
        (Form.MULTILEVEL, [1, None, 2], [[1, None, None, 1], [2, None, None, None]]),
        (
            Form.MULTILEVEL,
            [1, 2, None, None, 3],
            [[1, None, 1, None], [2, 0, None, 2], [3, None, None, None]],
        ),
    ],
)
def test_nodes_with_a_way_back(form: Form, written: list[Any], nodes: list[Any]) -> None:
    type_ = node("Node", form)
    heap = Heap([type_])
    assert heap.add(type_, written) == 0
    assert heap.tables == [nodes]


def test_a_way_back_that_is_not_the_way_there_is_told() -> None:
    type_ = node("Node", Form.MULTILEVEL)
    right = Nodes([type_], [[[0, 1, None, 1, None], [1, 2, 0, None, None]]])
    assert right.written(type_, 0) == [1, 2]
    for fault, table in (
        ("prev of the node 2", [[0, 1, None, 1, None], [1, 2, None, None, None]]),
        ("still has a child", [[0, 1, None, None, 1], [1, 2, None, None, None]]),
    ):
        with pytest.raises(Misshapen, match=fault):
            Nodes([type_], [table]).written(type_, 0)


@pytest.mark.parametrize("written", [[1, None, None, 2], [1, None, None], [None, 1]])
def test_levels_below_nothing(written: list[Any]) -> None:
    type_ = node("Node", Form.MULTILEVEL)
    with pytest.raises(Unlinkable):
        Heap([type_]).add(type_, written)
