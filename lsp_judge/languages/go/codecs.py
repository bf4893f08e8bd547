"""Go expressions that read and write values of a signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Struct

from lsp_judge.languages.go.gotypes import GoType, codec
from lsp_judge.model.types import Kind, Parameter, Type

# From the name of a reader to an expression; from the names of a writer and a value to a
# statement.
Read: TypeAlias = Callable[[str], str]
Write: TypeAlias = Callable[[str, str], str]

_GENERIC = frozenset({"Int", "Real", "Char"})


class Mismatch(Struct, frozen=True):
    """Why a function cannot take a problem's arguments; one sentence for people."""

    text: str


class Values:
    """Reads and writes values; `nodes` are the linked types of the whole signature, whose tables
    are the variables `judge_t0`, `judge_t1` ..."""

    def __init__(self, nodes: Sequence[Type]) -> None:
        self._tables = {each: f"judge_t{index}" for index, each in enumerate(nodes)}

    def parameters(
        self,
        own: Sequence[tuple[str, GoType]],
        wanted: Sequence[Parameter],
        name: str,
    ) -> list[tuple[Read, Write]] | Mismatch:
        """How each parameter is read, and written again after the call."""
        if len(own) != len(wanted):
            return Mismatch(f"{name} has {len(own)} parameters, the problem gives {len(wanted)}")
        bound = []
        for (label, spelled), parameter in zip(own, wanted, strict=True):
            if (how := codec(spelled, parameter.type)) is None:
                said = f"{label} {spelled}".strip()
                return Mismatch(f"the parameter {said} cannot take the problem's {parameter.type}")
            bound.append((self._read(spelled, how), self._write(spelled, how)))
        return bound

    def result(self, own: GoType | None, returns: Type, name: str) -> Write | Mismatch:
        """How the result is written; nil where there is none."""
        if own is None and returns.kind is not Kind.VOID:
            return Mismatch(f"{name} returns nothing, the problem asks for {returns}")
        how = codec(own, returns) if own is not None else None
        if own is None or (how is None and returns.kind is Kind.VOID):
            return lambda writer, value: f"judge_support.PutNil({writer})"
        if how is None:
            return Mismatch(f"{name} returns {own}, the problem asks for {returns}")
        return self._write(own, how)

    def _read(self, spelled: GoType, how: str) -> Read:
        return lambda reader: self._reading(spelled, how, reader)

    def _write(self, spelled: GoType, how: str) -> Write:
        return lambda writer, value: self._writing(spelled, how, writer, value)

    def _reading(self, spelled: GoType, how: str, reader: str) -> str:
        """`judge_support.Slice(judge_from, ...)`."""
        if spelled.depth == 0:
            value = f"{self._reader(spelled, how)}({reader})"
            return f"*{value}" if spelled.scalar == "NestedInteger" else value
        element = spelled.element
        if element.depth == 0 and element.scalar != "NestedInteger":
            return f"judge_support.Slice({reader}, {self._reader(element, how)})"
        inner = self._reading(element, how, "judge_at")
        function = f"func(judge_at *judge_support.Reader) {element} {{ return {inner} }}"
        return f"judge_support.Slice({reader}, {function})"

    def _reader(self, spelled: GoType, how: str) -> str:
        if how == "Ref":
            assert spelled.linked is not None
            return f"{self._table(spelled.linked)}.Ref"
        if how == "Nested":
            return "judge_read_nested"
        return f"judge_support.{how}[{spelled}]" if how in _GENERIC else f"judge_support.{how}"

    def _writing(self, spelled: GoType, how: str, writer: str, value: str) -> str:
        if spelled.depth == 0:
            given = f"&{value}" if spelled.scalar == "NestedInteger" else value
            return f"{self._writer(spelled, how)}({writer}, {given})"
        element = spelled.element
        if element.depth == 0 and element.scalar != "NestedInteger":
            return f"judge_support.PutSlice({writer}, {value}, {self._writer(element, how)})"
        inner = self._writing(element, how, "judge_into", "judge_value")
        parameters = f"judge_into *judge_support.Writer, judge_value {element}"
        return f"judge_support.PutSlice({writer}, {value}, func({parameters}) {{ {inner} }})"

    def _writer(self, spelled: GoType, how: str) -> str:
        if how == "Ref":
            assert spelled.linked is not None
            return f"{self._table(spelled.linked)}.PutRef"
        if how == "Nested":
            return "judge_put_nested"
        put = f"judge_support.Put{how}"
        return f"{put}[{spelled}]" if how in _GENERIC else put

    def _table(self, linked: Type) -> str:
        """By name: the source may leave open what the problem says of a `Node`."""
        return next(table for each, table in self._tables.items() if each.name == linked.name)
