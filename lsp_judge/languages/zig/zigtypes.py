"""Zig's types as the judge's."""

from __future__ import annotations

import re

from lsp_judge.languages.linked import node_type
from lsp_judge.model.types import Kind, Type, array

_INTEGER = re.compile(r"([iu])(\d{1,2}|size)")
_SCALARS = {
    "f32": Kind.DOUBLE,
    "f64": Kind.DOUBLE,
    "bool": Kind.BOOLEAN,
    "void": Kind.VOID,
    "NestedInteger": Kind.NESTED,
}
_SLICE = re.compile(r"\[(?::\d+)?\](?P<const>const )?(?P<rest>.+)")
_ARRAY = re.compile(r"\[\d+\](?P<rest>.+)")
_LIST = re.compile(r"(?:std\.)?ArrayList(?:Unmanaged)?\((?P<rest>.+)\)")
_POINTER = re.compile(r"\??\*(?:const )?(?P<name>\w+)")
_NARROW = 32


def read_type(text: str, source: str, *, is_result: bool = False) -> Type | None:
    """The type that a text spells, None where cases cannot carry it; `source` is the whole file.

    `[]const u8` is a string; a `[]u8`, which can be written to, is a list of characters as a
    parameter, and a string that was allocated as a result.
    """
    text = text.strip()
    if is_result:
        text = text.rpartition("!")[2].strip()
    if text in ("[]const u8", "[:0]const u8") or (is_result and text == "[]u8"):
        return Type(Kind.STRING)
    if text == "[]u8":
        return array(Type(Kind.CHARACTER))
    if text in _SCALARS:
        return Type(_SCALARS[text])
    if found := _INTEGER.fullmatch(text):
        return Type(_integer(found[1], found[2]))
    if found := _POINTER.fullmatch(text):
        return node_type(found["name"], source)
    for pattern in (_SLICE, _ARRAY, _LIST):
        if found := pattern.fullmatch(text):
            element = read_type(found["rest"], source, is_result=is_result)
            return array(element) if element is not None else None
    return None


def _integer(sign: str, width: str) -> Kind:
    bits = 64 if width == "size" else int(width)
    if sign == "i":
        return Kind.INTEGER if bits <= _NARROW else Kind.LONG
    return Kind.INTEGER if bits < _NARROW else Kind.UNSIGNED
