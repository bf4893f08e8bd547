"""From what a call gave back to what is compared with the expected answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from lsp_judge.judging.arguments import BoundArguments, bound_arguments
from lsp_judge.judging.calls import called_methods
from lsp_judge.judging.in_place import can_change
from lsp_judge.judging.linked import Nodes
from lsp_judge.judging.settle import Chosen
from lsp_judge.judging.shapes import Misshapen
from lsp_judge.model.problem import After, Case, Expected, FunctionInput, Problem
from lsp_judge.model.types import ClassSignature, Form, JsonValue, Kind, Signature, Type

_CONNECTS = re.compile(r"(?:tail connects to node index|返回索引为)\s*(\d+)", re.IGNORECASE)
_NO_CYCLE = re.compile(r"no cycle|返回 ?null", re.IGNORECASE)
_INTERSECTS = re.compile(r"intersected at ['\"]?(-?\d+)['\"]?", re.IGNORECASE)
_NO_INTERSECTION = re.compile(r"no intersection", re.IGNORECASE)

_DEEPEST = 200
_TOO_DEEP = f"it is nested deeper than {_DEEPEST} levels"


class Part(Struct, frozen=True):
    """One thing to compare: `label` is empty for the result, `returns` its type."""

    expected: JsonValue
    actual: JsonValue
    returns: Type | None = None
    label: str = ""


class Answer(Struct, frozen=True):
    """What came back, as people write it, and what of it is to be compared with what.

    `fault` says what is wrong with it before any comparison (a list with a cycle).
    """

    shown: JsonValue
    parts: tuple[Part, ...] = ()
    fault: str = ""


def read_answer(case: Case, output: bytes, chosen: Chosen, problem: Problem) -> Answer:
    """Raises msgspec.DecodeError and UnicodeDecodeError where the output is no MessagePack of
    the expected shape."""
    signature = chosen.signature
    value = _decoded(output)
    if signature is None or (isinstance(signature, Signature) and not signature.is_extended):
        returns = signature.returns if signature is not None else None
        return _plain(case, value, returns)
    try:
        result, after, tables = value
        if isinstance(signature, ClassSignature):
            return _of_class(case, result, Nodes(signature.nodes, tables), signature)
        nodes = Nodes(signature.nodes, tables)
        return _Extended(case, chosen, signature, problem, nodes).read(result, after)
    except Misshapen as error:
        return Answer(None, fault=str(error))
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise msgspec.DecodeError(f"not the form of this signature's results: {error}") from error


def _decoded(output: bytes) -> Any:
    """Not deeper than what compares, writes and shows it can follow."""
    try:
        value = msgspec.msgpack.decode(output)
    except RecursionError:
        raise msgspec.DecodeError(_TOO_DEEP) from None
    level = [value]
    for _ in range(_DEEPEST):
        level = [inner for each in level for inner in _inside(each)]
        if not level:
            return value
    raise msgspec.DecodeError(_TOO_DEEP)


def _inside(value: Any) -> Iterable[Any]:
    """The containers in a container."""
    if not isinstance(value, list | dict):
        return ()
    held = value if isinstance(value, list) else value.values()
    return [each for each in held if isinstance(each, list | dict)]


def _plain(case: Case, value: JsonValue, returns: Type | None) -> Answer:
    if case.expected is None:
        return Answer(value)
    return Answer(value, (Part(case.expected.value, value, returns),))


def _of_class(
    case: Case, results: Sequence[JsonValue], nodes: Nodes, signature: ClassSignature
) -> Answer:
    methods = called_methods(case, signature)
    shown = [
        None if method is None else written(result, method.returns, nodes)
        for method, result in zip(methods, results, strict=True)
    ]
    if case.expected is None:
        return Answer(shown)
    expected = case.expected.value
    if not isinstance(expected, list) or len(expected) != len(shown):
        return Answer(shown, (Part(expected, shown),))
    return Answer(shown, (Part(_as_said(expected, shown, methods), shown),))


def _as_said(
    expected: Sequence[JsonValue], shown: Sequence[JsonValue], methods: Sequence[Signature | None]
) -> list[JsonValue]:
    """What a void method gives is not looked at; some write null for an empty list or tree."""
    kept: list[JsonValue] = []
    for want, got, method in zip(expected, shown, methods, strict=True):
        void = method is None or method.returns.kind is Kind.VOID
        empty = want is None and got == []
        kept.append(got if void or empty else want)
    return kept


def written(value: Any, type_: Type, nodes: Nodes) -> JsonValue:
    """A value of the wire as people write it. Raises Misshapen."""
    if type_.element is not None and type_.scalar is Kind.NODE:
        return [written(each, type_.element, nodes) for each in value or []]
    return nodes.written(type_, value) if type_.kind is Kind.NODE else value


class _Extended:
    """One case of a function whose answer is more than a plain result."""

    def __init__(
        self, case: Case, chosen: Chosen, signature: Signature, problem: Problem, nodes: Nodes
    ) -> None:
        self._case, self._problem, self._nodes = case, problem, nodes
        self._signature = signature
        assert isinstance(case.input, FunctionInput)
        self._bound: BoundArguments = bound_arguments(case.input, signature, chosen)

    def read(self, result: Any, after: Sequence[Any]) -> Answer:
        expected = self._case.expected
        if self._signature.heap:
            return self._around(expected)
        if expected is not None and expected.after:
            return self._with_arguments(result, after, expected)
        if self._is_answered_in_place(result):
            return self._in_place(result, after, expected)
        return self._result(result, expected)

    def _is_answered_in_place(self, result: Any) -> bool:
        kind = self._signature.returns.kind
        void = kind is Kind.VOID or (kind is Kind.ANY and result is None)
        return bool(self._signature.after) and (void or self._problem.in_place is not None)

    def _around(self, expected: Expected | None) -> Answer:
        """The structure that the function was not given, as it is now."""
        type_ = self._signature.parameters[0].type
        around = self._bound.around
        root = self._nodes.of_origin(type_, around) if around is not None else None
        return self._compared(self._nodes.written(type_, root), expected, type_)

    def _result(self, result: Any, expected: Expected | None) -> Answer:
        returns = self._signature.returns
        wanted = expected.value if expected is not None else None
        if returns.kind is Kind.NODE and expected is not None:
            if isinstance(wanted, str) and (words := self._in_words(result, wanted)) is not None:
                return Answer(words, (Part(wanted, words),))
            if wanted is not None and not isinstance(wanted, list) and result is not None:
                # A node may be written as its value.
                return self._compared(self._nodes.value(returns, result), expected, None)
            if wanted is None and result is None:
                return Answer(None, (Part(None, None),))
        return self._compared(written(result, returns, self._nodes), expected, returns)

    def _in_words(self, result: int | None, wanted: str) -> str | None:
        """What pages say of a node that is found, in the words of the expected answer."""
        returns = self._signature.returns
        if (found := _CONNECTS.search(wanted)) or _NO_CYCLE.search(wanted):
            if result is None:
                return wanted if not found else "no cycle"
            origin = self._nodes.origin(returns, result)
            if origin is None:
                return "a node that is not in the list"
            same = found is not None and int(found[1]) == origin
            return wanted if same else f"tail connects to node index {origin}"
        if (found := _INTERSECTS.search(wanted)) or _NO_INTERSECTION.search(wanted):
            if result is None:
                return wanted if not found else "No intersection"
            if not self._is_shared(result):
                return "a node that is not in both lists"
            value = self._nodes.value(returns, result)
            same = found is not None and int(found[1]) == value
            return wanted if same else f"Intersected at '{value}'"
        return None

    def _is_shared(self, result: int) -> bool:
        """Whether the node is the first that both lists have."""
        origin = self._nodes.origin(self._signature.returns, result)
        table = self._bound.heap.tables[0]
        chains = []
        for start in self._bound.values[:2]:
            chain: dict[int, None] = {}
            at = start
            while at is not None and at not in chain:
                chain[at] = None
                at = table[at][1]
            chains.append(chain)
        return origin == next((at for at in chains[0] if at in chains[-1]), None)

    def _in_place(self, result: Any, after: Sequence[Any], expected: Expected | None) -> Answer:
        signature = self._signature
        values = [self._after(place, value) for place, value in enumerate(after)]
        index = signature.after.index(self._problem.in_place) if self._is_named() else None
        place = index if index is not None else self._changed(values)
        value, type_ = values[place], self._type(place)
        if self._problem.in_place_size and isinstance(result, int) and isinstance(value, list):
            if not 0 <= result <= len(value):
                return Answer(result, fault=f"the result {result} is no length of {value}")
            value = value[:result]
        return self._compared(value, expected, type_)

    def _is_named(self) -> bool:
        return self._problem.in_place in self._signature.after

    def _type(self, place: int) -> Type:
        return self._signature.parameters[self._signature.after[place]].type

    def _after(self, place: int, value: Any) -> JsonValue:
        return written(value, self._type(place), self._nodes)

    def _changed(self, values: Sequence[JsonValue]) -> int:
        """The one argument that is not as it was; the first, where none or several are."""
        given = [self._bound.given[index] for index in self._signature.after]
        pairs = enumerate(zip(given, values, strict=True))
        changed = [place for place, (before, now) in pairs if before != now]
        return changed[0] if len(changed) == 1 else 0

    def _with_arguments(self, result: Any, after: Sequence[Any], expected: Expected) -> Answer:
        """`2, nums = [2,2,_,_]`: the result, and the beginning of an argument."""
        signature = self._signature
        parts: list[Part] = []
        if signature.returns.kind is not Kind.VOID and expected.value is not None:
            parts.append(Part(expected.value, result, signature.returns))
        for each in expected.after:
            place = self._place(each)
            if place is None:
                continue
            value, wanted = self._after(place, after[place]), each.value
            if each.prefix and isinstance(value, list) and isinstance(wanted, list):
                value = value[: len(wanted)]
            name = signature.parameters[signature.after[place]].name
            parts.append(Part(wanted, value, self._type(place), name))
        return Answer(parts[0].actual if parts else result, tuple(parts))

    def _place(self, wanted: After) -> int | None:
        """Where the argument stands in `after`: by its name, else the first that can change."""
        indices = self._signature.after
        names = [self._signature.parameters[index].name for index in indices]
        if wanted.name in names:
            return names.index(wanted.name)
        types = [self._signature.parameters[index].type for index in indices]
        return next((place for place, each in enumerate(types) if can_change(each)), None)

    @staticmethod
    def _compared(shown: JsonValue, expected: Expected | None, returns: Type | None) -> Answer:
        if expected is None:
            return Answer(shown)
        wanted = expected.value
        if returns is not None and isinstance(wanted, list) and returns.form is not None:
            wanted = _as_written(wanted, returns.form)
        return Answer(shown, (Part(wanted, shown, returns),))


def _as_written(expected: list[JsonValue], form: Form) -> list[JsonValue]:
    """An expected structure without what some pages add: null behind the last node."""
    if form is Form.LIST:
        return expected
    kept = list(expected)
    while kept and kept[-1] is None:
        kept.pop()
    return kept
