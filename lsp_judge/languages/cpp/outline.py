"""What a C++ file offers: public methods, free functions and `main`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tree_sitter_cpp
from tree_sitter import Language, Node, Parser

from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
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
from lsp_judge.languages.regions import submission_range
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
    """The candidates in source order; helper classes are left out where there is a Solution, and
    what is outside of a marked submission where there is something inside."""
    source = SourceText(document.text)
    root = _parse(document.text)
    found = callables(root)
    aliases = type_aliases(source.text)
    main = next((f for f in found if f.owner is None and f.name == "main"), None)
    inside, marked = _submitted([f for f in found if f is not main], document.text)
    if marked:
        main = None
    return Outline(
        tuple(_candidate(f, source, aliases) for f in inside),
        Entry("main", Shape.STDIO, source.span(main.function.name))
        if main and not marked
        else None,
        root.has_error,
        tuple(_class_candidate(each, source, aliases) for each in designs(root)),
    )


def _submitted(found: list[Found], text: bytes) -> tuple[list[Found], bool]:
    """What stands in the marked submission, and whether that is a part of all."""
    marks = submission_range(text)
    if marks is None:
        return found, False
    start, end = marks
    inside = [f for f in found if start <= f.function.name.start_byte < end]
    return (inside, True) if inside else (found, False)


@dataclass(frozen=True)
class Design:
    """A class with public methods, other than Solution: its name, and its constructor (None
    where it has none of its own)."""

    name: Node
    methods: tuple[Found, ...]
    constructor: Function | None
    all_names: tuple[str, ...]


def designs(root: Node) -> list[Design]:
    """The classes that a class problem could mean."""
    found: list[Design] = []
    for node in definitions(root):
        if (body := _class(node)) is None:
            continue
        name = body.child_by_field_name("name") or (
            body.named_children[0] if is_open_class(body) else None
        )
        if name is None or node_text(name) in _NO_DESIGNS:
            continue
        methods = tuple(_methods(body))
        if methods:
            constructor = _constructor(body, node_text(name))
            found.append(Design(name, methods, constructor, tuple(_all_names(body))))
    return found


def design_of(document: Document, entry: Entry) -> Design | None:
    """The class that the entry names."""
    found = designs(_parse(document.text))
    return next((each for each in found if node_text(each.name) == entry.name), None)


def _all_names(body: Node) -> Iterator[str]:
    """The names of all methods, private ones and overloads among them."""
    for child, _ in _members(body):
        if child.type in _METHODS and (function := read_function(child)) is not None:
            yield node_text(function.name)


_NO_DESIGNS = ("Solution", "ListNode", "TreeNode", "NestedInteger")


def _constructor(node: Node, name: str) -> Function | None:
    """The first public constructor that is no copy."""
    for child, public in _members(node):
        if not public or child.type not in _METHODS or has_type(child):
            continue
        function = read_function(child)
        if function is None or node_text(function.name) != name:
            continue
        if not any(name in parameter.base for parameter in function.parameters):
            return function
    return None


def _class_candidate(
    design: Design, source: SourceText, aliases: Mapping[str, str]
) -> ClassCandidate:
    name = node_text(design.name)
    entry = Entry(name, Shape.CLASS, source.span(design.name))
    methods = tuple(_candidate(f, source, aliases) for f in design.methods)
    function = design.constructor
    declared = [p for p in function.parameters if not p.optional] if function is not None else []
    names = tuple(each.name for each in declared)
    try:
        parameters = tuple(Parameter(p.name, _type(p, source, aliases)) for p in declared)
    except _Unreadable as error:
        return ClassCandidate(entry, methods, names, None, error.problem)
    return ClassCandidate(entry, methods, names, parameters)


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
    for child, public in _members(node):
        if public and child.type in _METHODS and has_type(child):
            function = read_function(child)
            if function is not None and function.name.type in ("field_identifier", "identifier"):
                yield Found(function, node_text(name))


def _members(node: Node) -> Iterator[tuple[Node, bool]]:
    """What stands in a class, and whether it is public."""
    body = node if is_open_class(node) else node.child_by_field_name("body")
    public = node.children[0].type == "struct"
    for child in body.named_children if body is not None else ():
        if child.type == "access_specifier":
            public = node_text(child).startswith("public")
        else:
            yield child, public


def _candidate(found: Found, source: SourceText, aliases: Mapping[str, str]) -> Candidate:
    function = found.function
    entry = Entry(found.name, Shape.FUNCTION, source.span(function.name), found.owner)
    declared = [parameter for parameter in function.parameters if not parameter.optional]
    names = tuple(parameter.name for parameter in declared)
    try:
        parameters = tuple(Parameter(p.name, _type(p, source, aliases)) for p in declared)
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
        return read_type(str(declared), aliases, source.text)
    except UnknownType:
        what = f"parameter '{declared.name}' has" if declared.name else "the result has"
        advice = "write the type out" if declared.base == "auto" else "cases cannot carry it"
        text = f"{what} the type '{declared}': {advice}"
        raise _Unreadable(SourceMessage(Severity.ERROR, text, source.span(declared.node))) from None
