"""What a C file offers: its functions and `main`."""

from __future__ import annotations

from collections.abc import Mapping

import tree_sitter_c
from tree_sitter import Language, Parser

from lsp_judge.languages.base import Candidate, Outline
from lsp_judge.languages.c.shape import UnreadableShape, read_shape
from lsp_judge.languages.cfamily.aliases import type_aliases
from lsp_judge.languages.cfamily.functions import Function, definitions, read_function
from lsp_judge.languages.cfamily.text import SourceText, node_text
from lsp_judge.model.source import Document, Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Parameter, Signature


def read_outline(document: Document) -> Outline:
    """The candidates in source order; size parameters are no parameters of the signature."""
    source = SourceText(document.text)
    functions, broken = _functions(document)
    aliases = aliases_of(document)
    main = next((f for f in functions if node_text(f.name) == "main"), None)
    return Outline(
        tuple(_candidate(f, source, aliases) for f in functions if f is not main),
        Entry("main", Shape.STDIO, source.span(main.name)) if main else None,
        broken,
    )


def entry_function(document: Document, entry: Entry) -> Function | None:
    """The function that the entry names, by its place."""
    source = SourceText(document.text)
    return next((f for f in _functions(document)[0] if source.span(f.name) == entry.span), None)


def aliases_of(document: Document) -> dict[str, str]:
    """The file's own names of types."""
    return type_aliases(document.text.decode("utf-8", "replace"))


def _functions(document: Document) -> tuple[list[Function], bool]:
    root = Parser(Language(tree_sitter_c.language())).parse(document.text).root_node
    nodes = [node for node in definitions(root) if node.type == "function_definition"]
    functions = [function for node in nodes if (function := read_function(node)) is not None]
    return [f for f in functions if f.name.type == "identifier"], root.has_error


def _candidate(function: Function, source: SourceText, aliases: Mapping[str, str]) -> Candidate:
    name = node_text(function.name)
    entry = Entry(name, Shape.FUNCTION, source.span(function.name))
    try:
        shape = read_shape(function, aliases)
    except UnreadableShape as error:
        names = tuple(parameter.name for parameter in function.parameters)
        span = source.span(error.declared.node)
        return Candidate(entry, names, None, SourceMessage(Severity.ERROR, str(error), span))
    parameters = tuple(Parameter(value.declared.name, value.type) for value in shape.values)
    names = tuple(parameter.name for parameter in parameters)
    return Candidate(entry, names, Signature(name, parameters, shape.result.type))
