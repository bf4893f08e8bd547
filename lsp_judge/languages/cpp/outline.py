"""What a C++ file offers: public methods, free functions and `main`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tree_sitter_cpp
from tree_sitter import Language, Node, Parser

from lsp_judge.languages.base import Candidate, Outline
from lsp_judge.languages.cfamily.aliases import type_aliases
from lsp_judge.languages.cfamily.functions import (
    Declared,
    Function,
    definitions,
    has_type,
    is_open_class,
    read_function,
)
from lsp_judge.languages.cfamily.text import SourceText, node_text
from lsp_judge.languages.cpp.types import UnknownType, read_type
from lsp_judge.model.source import Document, Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Parameter, Signature, Type

_CLASSES = ("class_specifier", "struct_specifier")
_METHODS = ("function_definition", "field_declaration", "declaration")


@dataclass(frozen=True)
class Found:
    """A function that could be called from outside, and the class that it is a method of."""

    function: Function
    owner: str | None

    @property
    def name(self) -> str:
        return node_text(self.function.name)


def read_outline(document: Document) -> Outline:
    """The candidates in source order; helper classes are left out where there is a Solution."""
    source = SourceText(document.text)
    root = _parse(document.text)
    found = callables(root)
    aliases = type_aliases(document.text.decode("utf-8", "replace"))
    main = next((f for f in found if f.owner is None and f.name == "main"), None)
    return Outline(
        tuple(_candidate(f, source, aliases) for f in found if f is not main),
        Entry("main", Shape.STDIO, source.span(main.function.name)) if main else None,
        root.has_error,
    )


def overloads(document: Document, entry: Entry) -> list[Found]:
    """The functions that share the entry's name and owner, the entry itself among them."""
    found = callables(_parse(document.text))
    return [f for f in found if f.name == entry.name and f.owner == entry.owner]


def is_entry(found: Found, document: Document, entry: Entry) -> bool:
    """Whether `found` is the very function that the entry names, by its place."""
    return SourceText(document.text).span(found.function.name) == entry.span


def callables(root: Node) -> list[Found]:
    """Public methods of `Solution` (of every class where there is none) and free functions."""
    found: list[Found] = []
    for node in definitions(root):
        if node.type == "function_definition" and has_type(node):
            found += _free(node)
        elif (body := _class(node)) is not None:
            found += _methods(body)
    owners = {f.owner for f in found}
    return [f for f in found if f.owner in (None, "Solution") or "Solution" not in owners]


def _parse(text: bytes) -> Node:
    return Parser(Language(tree_sitter_cpp.language())).parse(text).root_node


def _free(node: Node) -> Iterator[Found]:
    function = read_function(node)
    if function is not None and function.name.type == "identifier":
        yield Found(function, None)


def _class(node: Node) -> Node | None:
    """A class, also where a variable or a missing `;` makes it part of a declaration."""
    if node.type in _CLASSES or is_open_class(node):
        return node
    kind = node.child_by_field_name("type")
    return kind if kind is not None and kind.type in _CLASSES else None


def _methods(node: Node) -> Iterator[Found]:
    name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
    if is_open_class(node):
        name, body = node.named_children[0], node
    if name is None or body is None:
        return
    public = node.children[0].type == "struct"
    for child in body.named_children:
        if child.type == "access_specifier":
            public = node_text(child).startswith("public")
        elif public and child.type in _METHODS and has_type(child):
            function = read_function(child)
            if function is not None and function.name.type in ("field_identifier", "identifier"):
                yield Found(function, node_text(name))


def _candidate(found: Found, source: SourceText, aliases: Mapping[str, str]) -> Candidate:
    function = found.function
    entry = Entry(found.name, Shape.FUNCTION, source.span(function.name), found.owner)
    names = tuple(parameter.name for parameter in function.parameters)
    try:
        parameters = tuple(
            Parameter(p.name, _type(p, source, aliases)) for p in function.parameters
        )
        signature = Signature(found.name, parameters, _type(function.result, source, aliases))
    except _Unreadable as error:
        return Candidate(entry, names, None, error.problem)
    return Candidate(entry, names, signature)


class _Unreadable(Exception):
    def __init__(self, problem: SourceMessage) -> None:
        super().__init__(problem.text)
        self.problem = problem


def _type(declared: Declared, source: SourceText, aliases: Mapping[str, str]) -> Type:
    try:
        if declared.pointers:
            raise UnknownType(str(declared))
        return read_type(declared.base, aliases)
    except UnknownType:
        what = f"parameter '{declared.name}' has" if declared.name else "the result has"
        advice = "write the type out" if declared.base == "auto" else "cases cannot carry it"
        text = f"{what} the type '{declared}': {advice}"
        raise _Unreadable(SourceMessage(Severity.ERROR, text, source.span(declared.node))) from None
