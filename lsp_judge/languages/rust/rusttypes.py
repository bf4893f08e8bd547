"""Rust's types as the judge's, and how a parameter of one is passed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from lsp_judge.model.types import LIST_NODE, TREE_NODE, Kind, Type, array

_SCALARS = {
    "i8": Kind.INTEGER,
    "i16": Kind.INTEGER,
    "i32": Kind.INTEGER,
    "i64": Kind.LONG,
    "isize": Kind.LONG,
    "i128": Kind.LONG,
    "u8": Kind.INTEGER,
    "u16": Kind.INTEGER,
    "u32": Kind.UNSIGNED,
    "u64": Kind.UNSIGNED,
    "usize": Kind.UNSIGNED,
    "u128": Kind.UNSIGNED,
    "f32": Kind.DOUBLE,
    "f64": Kind.DOUBLE,
    "bool": Kind.BOOLEAN,
    "char": Kind.CHARACTER,
    "String": Kind.STRING,
    "str": Kind.STRING,
    "()": Kind.VOID,
}
_SEQUENCES = ("Vec", "VecDeque", "HashSet", "BTreeSet")
_REFERENCE = re.compile(r"&\s*(?:'\w+\s+)?(?P<mut>mut\b)?\s*")
_NAME = re.compile(r"(?<!:)\b[A-Za-z_]\w*")
_PATH = re.compile(r"\b(?:\w+::)+(?=\w)")
_LIST = re.compile(r"Option<Box<(\w+)>>")
_TREE = re.compile(r"Option<Rc<RefCell<(\w+)>>>")
_GENERIC = re.compile(r"(\w+)<(.+)>")
_ARRAY = re.compile(r"\[(.+?)(?:;[^;\]]+)?\]")


class RustType(Struct, frozen=True):
    """A parameter's or result's type. `kept` is what a case's value is made into, `passing` how
    that is given to the function: as it is, `&` or `&mut `."""

    type: Type
    kept: str
    passing: str = ""


def read_type(text: str, aliases: Mapping[str, str]) -> RustType | None:
    """The type that a text spells, None where cases cannot carry it. `aliases` are the file's own
    names for types."""
    text = " ".join(_expanded(text, aliases).split())
    passing = ""
    if reference := _REFERENCE.match(text):
        passing = "&mut " if reference["mut"] else "&"
        text = text[reference.end() :]
    plain = _PATH.sub("", text).replace(" ", "")
    found = _read(plain)
    if found is None:
        return None
    return RustType(found, _kept(plain), passing)


def _expanded(text: str, aliases: Mapping[str, str]) -> str:
    for _ in aliases:
        text = _NAME.sub(lambda found: aliases.get(found[0], found[0]), text)
    return text


def _kept(plain: str) -> str:
    """What owns the value that a reference is to: `str` is a String, a slice a Vec."""
    if plain == "str":
        return "String"
    if plain.startswith("["):
        inner = _ARRAY.fullmatch(plain)
        return f"Vec<{inner[1]}>" if inner else plain
    return plain


def _read(text: str) -> Type | None:
    text = re.sub(r"^&(?:'\w+)?(?:mut)?", "", text)
    if (kind := _SCALARS.get(text)) is not None:
        return Type(kind)
    if text == "NestedInteger":
        return Type(Kind.NESTED)
    if (found := _LIST.fullmatch(text)) and found[1] == "ListNode":
        return LIST_NODE
    if (found := _TREE.fullmatch(text)) and found[1] == "TreeNode":
        return TREE_NODE
    if (found := _GENERIC.fullmatch(text)) and found[1] in _SEQUENCES:
        return _array_of(found[2])
    if found := _ARRAY.fullmatch(text):
        return _array_of(found[1])
    return None


def _array_of(text: str) -> Type | None:
    element = _read(text)
    return array(element) if element is not None and element.kind is not Kind.VOID else None
