"""C++ types as text, to the types of a signature."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lsp_judge.languages.cfamily.scalars import scalar_kind
from lsp_judge.languages.linked import node_type
from lsp_judge.model.types import Kind, Type, array, record

_SEQUENCES = {"vector", "deque", "list", "span", "array"}
_NOISE = re.compile(r"\b(?:const|volatile|std|typename|register|struct|class)\b|::|&")
_TOKEN = re.compile(r"[A-Za-z_]\w*|[<>,*]|\S")


class UnknownType(ValueError):
    """The text names a type that cannot travel; `str()` is that type as it was written."""


def read_type(text: str, aliases: Mapping[str, str], source: str = "") -> Type:
    """`const std::vector<int>&` is `integer[]`; aliases (`ll`, `vi`) are looked up.

    `source` is the whole file, which tells what a `Node*` is. Raises UnknownType.
    """
    tokens = _expand(_TOKEN.findall(_NOISE.sub(" ", text)), aliases)
    found, rest = _read(tokens, text.strip(), source)
    if rest:
        raise UnknownType(text.strip())
    return found


def _expand(tokens: list[str], aliases: Mapping[str, str]) -> list[str]:
    """Replaces aliases by what they stand for, each once, as the preprocessor would."""
    expanded: list[str] = []
    for token in tokens:
        if token in aliases:
            others = {name: body for name, body in aliases.items() if name != token}
            expanded += _expand(_TOKEN.findall(_NOISE.sub(" ", aliases[token])), others)
        else:
            expanded.append(token)
    return expanded


def _read(tokens: list[str], written: str, source: str) -> tuple[Type, list[str]]:
    """One type from the front of `tokens`, and what is left of them."""
    if len(tokens) > 1 and tokens[1] == "<":
        return _read_template(tokens, written, source)
    if tokens[:1] == ["NestedInteger"]:
        return Type(Kind.NESTED), tokens[1:]
    if tokens and (of_two := record(tokens[0])) is not None and tokens[1:2] != ["*"]:
        return of_two, tokens[1:]
    if tokens[1:2] == ["*"] and (linked := node_type(tokens[0], source)) is not None:
        return linked, tokens[2:]
    words: list[str] = []
    while tokens and (tokens[0][0].isalpha() or tokens[0][0] == "_"):
        words.append(tokens[0])
        tokens = tokens[1:]
    kind = scalar_kind(words)
    if kind is None:
        raise UnknownType(written)
    return Type(kind), tokens


def _read_template(tokens: list[str], written: str, source: str) -> tuple[Type, list[str]]:
    name = tokens[0]
    element, rest = _read(tokens[2:], written, source)
    if name == "pair":
        second, rest = _read(rest[1:] if rest[:1] == [","] else [], written, source)
        if second != element:
            raise UnknownType(written)
    elif name == "array" and len(rest) > 1 and rest[0] == ",":
        rest = rest[rest.index(">") :] if ">" in rest else []
    elif name not in _SEQUENCES:
        raise UnknownType(written)
    if rest[:1] != [">"]:
        raise UnknownType(written)
    return array(element), rest[1:]
