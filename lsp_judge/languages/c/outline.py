"""What a C file offers: its functions, what stands for classes, and `main`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import tree_sitter_c
from tree_sitter import Language, Parser

from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
from lsp_judge.languages.c.shape import Scope, UnreadableShape, read_shape
from lsp_judge.languages.cfamily.aliases import type_aliases
from lsp_judge.languages.cfamily.code import code_of
from lsp_judge.languages.cfamily.functions import Function, definitions, read_function
from lsp_judge.languages.cfamily.text import SourceText, node_text
from lsp_judge.languages.regions import submission_range
from lsp_judge.model.source import Document, Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Parameter, Signature

_CREATE = re.compile(r"^(?P<prefix>\w+?)_?Create$")


@dataclass(frozen=True)
class Design:
    """What stands for a class: `lRUCacheCreate`, which gives a pointer to `owner`, and the
    functions with the same prefix that take one, by their names without it."""

    owner: str
    create: Function
    methods: tuple[tuple[str, Function], ...]
    free: Function | None


def read_outline(document: Document) -> Outline:
    """The candidates in source order; size parameters are no parameters of the signature. What is
    outside of a marked submission is left out where there is something inside."""
    source = SourceText(document.text)
    functions, broken = _functions(document)
    scope = scope_of(document)
    main = next((f for f in functions if node_text(f.name) == "main"), None)
    inside, marked = _submitted([f for f in functions if f is not main], document.text)
    if marked:
        main = None
    return Outline(
        tuple(_candidate(f, source, scope) for f in inside),
        Entry("main", Shape.STDIO, source.span(main.name)) if main else None,
        broken,
        tuple(_class(each, source, scope) for each in _designs(functions)),
    )


def entry_function(document: Document, entry: Entry) -> Function | None:
    """The function that the entry names, by its place."""
    source = SourceText(document.text)
    return next((f for f in _functions(document)[0] if source.span(f.name) == entry.span), None)


def function_named(document: Document, name: str) -> Function | None:
    """The function of this name."""
    return next((f for f in _functions(document)[0] if node_text(f.name) == name), None)


def is_called_before_defined(document: Document) -> bool:
    """Whether a function stands in the file before its definition, as in a call of it."""
    code = code_of(document.text)
    return any(
        re.search(rb"\b%s\s*\(" % node_text(each.name).encode(), code[: each.name.start_byte])
        for each in _functions(document)[0]
    )


def design_of(document: Document, entry: Entry) -> Design | None:
    """What stands for the class that the entry names."""
    designs = _designs(_functions(document)[0])
    return next((each for each in designs if each.owner == entry.name), None)


def scope_of(document: Document) -> Scope:
    """What the file's own names of types stand for."""
    text = document.text.decode("utf-8", "replace")
    return Scope(type_aliases(text), text)


def without_self(function: Function) -> Function:
    """A method as its caller sees it: without the object that it is called on."""
    return replace(function, parameters=function.parameters[1:])


def _functions(document: Document) -> tuple[list[Function], bool]:
    root = Parser(Language(tree_sitter_c.language())).parse(document.text).root_node
    nodes = [node for node in definitions(root) if node.type == "function_definition"]
    functions = [function for node in nodes if (function := read_function(node)) is not None]
    return [f for f in functions if f.name.type == "identifier"], root.has_error


def _submitted(functions: list[Function], text: bytes) -> tuple[list[Function], bool]:
    marks = submission_range(text)
    if marks is None:
        return functions, False
    inside = [f for f in functions if marks[0] <= f.name.start_byte < marks[1]]
    return (inside, True) if inside else (functions, False)


def _designs(functions: Sequence[Function]) -> list[Design]:
    return [found for each in functions if (found := _design(each, functions)) is not None]


def _design(create: Function, functions: Sequence[Function]) -> Design | None:
    named = _CREATE.match(node_text(create.name))
    if named is None or create.result.pointers != 1:
        return None
    prefix, base = named["prefix"], create.result.base
    methods = dict(_methods(prefix, base, functions))
    free = methods.pop("free", None)
    owner = base.removeprefix("struct ").strip()
    return Design(owner, create, tuple(methods.items()), free) if methods else None


def _methods(
    prefix: str, base: str, functions: Sequence[Function]
) -> Iterator[tuple[str, Function]]:
    for function in functions:
        name = node_text(function.name)
        first = function.parameters[0] if function.parameters else None
        if not name.startswith(prefix) or first is None or first.pointers != 1:
            continue
        short = name.removeprefix(prefix).lstrip("_")
        if first.base == base and short:
            yield short[:1].lower() + short[1:], function


def _class(design: Design, source: SourceText, scope: Scope) -> ClassCandidate:
    made = _candidate(design.create, source, scope, returns=False)
    entry = Entry(design.owner, Shape.CLASS, source.span(design.create.name))
    methods = []
    for name, function in design.methods:
        found = _candidate(without_self(function), source, scope)
        own = Entry(name, Shape.FUNCTION, found.entry.span, design.owner)
        signature = found.signature
        named = Signature(name, signature.parameters, signature.returns) if signature else None
        methods.append(Candidate(own, found.parameter_names, named, found.problem))
    parameters = made.signature.parameters if made.signature is not None else None
    return ClassCandidate(entry, tuple(methods), made.parameter_names, parameters, made.problem)


def _candidate(
    function: Function, source: SourceText, scope: Scope, *, returns: bool = True
) -> Candidate:
    name = node_text(function.name)
    entry = Entry(name, Shape.FUNCTION, source.span(function.name))
    if not returns:
        void = replace(function.result, base="void", pointers=0)
        function = replace(function, result=void)
    try:
        shape = read_shape(function, scope)
    except UnreadableShape as error:
        names = tuple(parameter.name for parameter in function.parameters)
        span = source.span(error.declared.node)
        return Candidate(entry, names, None, SourceMessage(Severity.ERROR, str(error), span))
    parameters = tuple(Parameter(value.declared.name, value.type) for value in shape.values)
    names = tuple(parameter.name for parameter in parameters)
    return Candidate(entry, names, Signature(name, parameters, shape.result.type))
