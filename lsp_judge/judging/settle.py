"""Brings together what the source and the problem say of types and names. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lsp_judge.model.source import Entry, Severity, SourceMessage
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type


class Chosen(Struct, frozen=True):
    """The entry and its signature, None for stdio; what nobody gives a type is of the kind ANY."""

    entry: Entry
    signature: Signature | ClassSignature | None = None
    parameter_names: tuple[str, ...] = ()


class Unfit(Exception):
    """Source and problem do not fit; `message` says why, at its place."""

    def __init__(self, message: SourceMessage) -> None:
        super().__init__(message.text)
        self.message = message


def refusal(text: str, entry: Entry | None = None) -> SourceMessage:
    """An error at the entry's name, or of the whole file."""
    return SourceMessage(Severity.ERROR, text, entry.span if entry is not None else None)


def is_same_name(one: str, other: str) -> bool:
    """`two_sum`, `twoSum` and `TwoSum` are the same name in three languages."""
    return plain_name(one) == plain_name(other)


def plain_name(name: str) -> str:
    """A name without what languages spell differently."""
    return name.removeprefix('@"').removesuffix('"').replace("_", "").lower()


def settled_parameters(
    own: Sequence[Parameter], wanted: Sequence[Parameter], entry: Entry
) -> tuple[Parameter, ...]:
    """The source's types by the problem's names. Raises Unfit where they differ too much."""
    if len(own) != len(wanted):
        listed = ", ".join(f"{each.name}: {each.type}" for each in wanted)
        text = f"`{entry.name}` takes {len(own)} arguments, the problem gives {len(wanted)}"
        raise Unfit(refusal(f"{text}: {listed}." if listed else f"{text}.", entry))
    for mine, theirs in zip(own, wanted, strict=True):
        if not _agree(mine.type, theirs.type):
            text = f"Parameter `{mine.name}` is {mine.type} here, but {theirs.type} in the problem."
            raise Unfit(refusal(text, entry))
    return tuple(
        Parameter(theirs.name, settled_type(mine.type, theirs.type))
        for mine, theirs in zip(own, wanted, strict=True)
    )


def _agree(mine: Type, theirs: Type) -> bool:
    if Kind.ANY in (mine.kind, theirs.kind):
        return True
    linked = Kind.NODE in (mine.scalar, theirs.scalar) and mine.scalar is not theirs.scalar
    return mine.depth == theirs.depth and not linked


def settled_type(mine: Type, theirs: Type) -> Type:
    """The source's type, but for small integers that the problem calls characters (`uint8`),
    for what the source leaves open, and for what only the problem says of a `Node`."""
    if mine.kind is Kind.ANY:
        return theirs
    if mine.depth != theirs.depth:
        return mine
    inner, other = mine.innermost, theirs.innermost
    if (inner.kind, other.kind) == (Kind.INTEGER, Kind.CHARACTER):
        return theirs
    if inner.kind is Kind.NODE and other.form is not None and inner.form is not other.form:
        return theirs if inner.name == other.name else mine
    return mine
