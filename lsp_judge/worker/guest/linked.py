"""Linked structures and class calls: from the tables of a case to objects, and back.

Nodes travel in tables, and what refers to a node is an index into its type's table
(ARCHITECTURE, "Values"). A *shape* says what a value is: None as it is, `["node", table]`,
`["nested"]`, `["record", class, fields]`, or `["array", shape]`.
"""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class NestedInteger:
    """What problems about nested lists are given, by its documented interface."""

    def __init__(self, value: Any = None) -> None:
        self._value = [] if value is None else value

    def isInteger(self) -> bool:
        return not isinstance(self._value, list)

    def add(self, elem: Any) -> None:
        if self.isInteger():
            self._value = []
        self._value.append(elem)

    def setInteger(self, value: int) -> None:
        self._value = value

    def getInteger(self) -> Any:
        return self._value if self.isInteger() else None

    def getList(self) -> Any:
        return None if self.isInteger() else self._value


def supplied(entry: dict[str, Any], text: str) -> dict[str, Any]:
    """The classes that sites supply, of those that the source names or the entry takes; the
    source's own definitions come later and win."""
    kinds = {"ListNode": [["next", False]], "TreeNode": [["left", False], ["right", False]]}
    wanted = {name: slots for name, slots in kinds.items() if name in text}
    wanted |= {node["name"]: node["slots"] for node in entry.get("nodes", ())}
    found: dict[str, Any] = {name: _node_class(name, slots) for name, slots in wanted.items()}
    for name, fields in entry.get("records", {}).items():
        found[name] = _record_class(name, fields)
    if "NestedInteger" in text:
        found["NestedInteger"] = NestedInteger
    return found


def _record_class(name: str, fields: list[str]) -> Any:
    """A class of two numbers, whatever a constructor calls them: `Interval(s=1, e=2)`."""

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        values = [*given, *named.values(), 0, 0]
        for field, value in zip(fields, values):  # noqa: B905, there are more
            setattr(self, field, named.get(field, value))

    return type(name, (), {"__init__": __init__, "__module__": "solution"})


def _record(cls: Any, fields: list[str], value: Any) -> Any:
    made = cls.__new__(cls)
    for field, each in zip(fields, value, strict=True):
        setattr(made, field, each)
    return made


def _node_class(name: str, slots: list[Any]) -> Any:
    """A class with `val` and its links, in the order in which constructors take them."""
    names = [slot for slot, _ in slots]
    many = [slot for slot, is_many in slots if is_many]

    def __init__(self: Any, val: Any = 0, *links: Any, **named: Any) -> None:
        self.val = named.pop("x", val)
        for slot in names:
            setattr(self, slot, [] if slot in many else None)
        for slot, link in [*zip(names, links), *named.items()]:  # noqa: B905, links may be fewer
            if slot not in names:
                raise TypeError(f"{name}() got an unexpected keyword argument {slot!r}")
            if link is not None or slot not in many:
                setattr(self, slot, link)

    return type(name, (), {"__init__": __init__, "__module__": "solution"})


class Heap:
    """The nodes of one call."""

    def __init__(self, nodes: list[Any], tables: list[Any], namespace: dict[str, Any]) -> None:
        self._nodes, self._namespace = nodes, namespace
        pairs = zip(nodes, tables, strict=True)
        self._input = [_build(node, table, namespace) for node, table in pairs]
        self._origins = [{id(each): i for i, each in enumerate(table)} for table in self._input]
        self._output: list[list[Any]] = [[] for _ in nodes]
        self._places: list[dict[int, int]] = [{} for _ in nodes]

    def take(self, shape: Any, value: Any) -> Any:
        """A value of the wire as the solution gets it."""
        if shape is None or value is None:
            return value
        if shape[0] == "node":
            return self._input[shape[1]][value]
        if shape[0] == "nested":
            return _nested(value)
        if shape[0] == "record":
            return _record(self._namespace[shape[1]], shape[2], value)
        return [self.take(shape[1], each) for each in value]

    def give(self, shape: Any, value: Any) -> Any:
        """The solution's value as it travels; its nodes will be in the tables."""
        if value is None or shape is None:
            return value
        if shape[0] == "node":
            return self._place(shape[1], value)
        if shape[0] == "nested":
            return _plain_nested(value)
        if shape[0] == "record" and not isinstance(value, (list, tuple)):
            return [getattr(value, field) for field in shape[2]]
        if shape[0] == "record":
            return value
        return [self.give(shape[1], each) for each in value]

    def give_first(self) -> None:
        """The first node that was passed in is looked at as well."""
        if self._input and self._input[0]:
            self._place(0, self._input[0][0])

    def _place(self, table: int, node: Any) -> int:
        places = self._places[table]
        if id(node) not in places:
            if not hasattr(node, "val"):
                name = self._nodes[table]["name"]
                raise TypeError(f"the result has a {type(node).__name__} where a {name} belongs")
            places[id(node)] = len(self._output[table])
            self._output[table].append(node)
        return places[id(node)]

    def tables(self) -> list[Any]:
        """All nodes that can be reached from what was given."""
        return [self._table(index, node["slots"]) for index, node in enumerate(self._nodes)]

    def _table(self, index: int, slots: list[Any]) -> list[Any]:
        rows = []
        origins, output = self._origins[index], self._output[index]
        for node in output:  # the list grows while it is walked
            row = [origins.get(id(node)), node.val]
            for slot, many in slots:
                link = getattr(node, slot, None)
                if many:
                    row.append(
                        [self._place(index, each) for each in link or () if each is not None]
                    )
                else:
                    row.append(None if link is None else self._place(index, link))
            rows.append(row)
        return rows


def _build(node: dict[str, Any], table: list[Any], namespace: dict[str, Any]) -> list[Any]:
    cls = namespace[node["name"]]
    built = [_make(cls, row[0]) for row in table]
    for each, row in zip(built, table, strict=True):
        for (slot, many), link in zip(node["slots"], row[1:], strict=True):
            if many:
                setattr(each, slot, [built[index] for index in link])
            else:
                setattr(each, slot, None if link is None else built[link])
    return built


def _make(cls: Any, value: Any) -> Any:
    """Without a word about constructors: the solution's own class may have any."""
    try:
        made = cls(value)
    except TypeError:
        made = cls.__new__(cls)
    made.val = value
    return made


def _nested(value: Any) -> Any:
    if isinstance(value, list):
        return NestedInteger([_nested(each) for each in value])
    return NestedInteger(value)


def _plain_nested(value: Any) -> Any:
    if value.isInteger():
        return value.getInteger()
    return [_plain_nested(each) for each in value.getList()]


def _kept(value: Any) -> Any:
    """A copy of lists in lists, which later calls cannot change."""
    if type(value) is list or type(value) is tuple:
        return [_kept(each) for each in value]
    return value


class Performance:
    """One call of an entry, or all calls of a class: `run` is what the clock is for, `answer`
    what comes of it."""

    def __init__(self, entry: dict[str, Any], namespace: dict[str, Any], given: list[Any]) -> None:
        self._entry, self._namespace = entry, namespace
        self.duration_ns = 0
        nodes = entry.get("nodes") or []
        extended = entry.get("extended") or entry["shape"] == "class"
        tables, given = (given[0], given[1:]) if extended else ([], given)
        self._heap = Heap(nodes, tables, namespace)
        self._given = given
        self._result: Any = None

    def run(self, function: Callable[[], Any]) -> None:
        """`function` gives what is called: the entry, in a fresh object."""
        if self._entry["shape"] == "class":
            self._result = [self._call(call) for call in self._given[0]]
            return
        entry = self._entry
        target, second = function(), entry.get("then")
        shapes = entry.get("shapes") or [None] * len(self._given)
        self._arguments = [self._heap.take(*each) for each in zip(shapes, self._given, strict=True)]
        arguments = self._arguments
        if second:
            back = getattr(target.__self__, second)
            self._result = self._timed(lambda: back(target(*arguments)))
        else:
            self._result = self._timed_call(target, arguments)

    def _timed_call(self, target: Any, arguments: list[Any]) -> Any:
        clock = time.perf_counter_ns
        start = clock()
        value = target(*arguments)
        self.duration_ns += clock() - start
        return value

    def _timed(self, act: Callable[[], Any]) -> Any:
        return self._timed_call(act, [])

    def _call(self, call: list[Any]) -> Any:
        """One call of a class; its result is kept as it is now, because lists may change."""
        op, *given = call
        entry = self._entry
        if op == 0:
            shapes = entry["constructor"]
            arguments = [self._heap.take(*each) for each in zip(shapes, given, strict=True)]
            self._object = self._timed_call(self._namespace[entry["name"]], arguments)
            return None
        method = entry["methods"][op - 1]
        arguments = [self._heap.take(*each) for each in zip(method["shapes"], given, strict=True)]
        value = self._timed_call(getattr(self._object, method["name"]), arguments)
        return _kept(self._heap.give(method["returns"], value))

    def answer(self) -> Any:
        """What travels back."""
        entry, heap = self._entry, self._heap
        if entry["shape"] == "class":
            return [self._result, [], heap.tables()]
        if not entry.get("extended"):
            return heap.give(entry.get("result"), self._result)
        shapes = entry["shapes"]
        result = heap.give(entry["result"], self._result)
        after = [heap.give(shapes[index], self._arguments[index]) for index in entry["after"]]
        if entry["heap"]:
            heap.give_first()
        return [result, after, heap.tables()]
