"""What a Go file offers: its functions with their signatures, and `main`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.base import Candidate, Outline
from lsp_judge.languages.go.gotypes import GoType, read_type
from lsp_judge.languages.go.syntax import Source
from lsp_judge.model.source import Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Kind, Parameter, Signature, Type

_NEVER_ENTRIES = frozenset({"main", "init", "_"})
_WHAT_WORKS = "Cases carry integers, floats, bool, string, byte, rune and slices of them."


class Function(Struct, frozen=True):
    """A function's header: Go's types of parameters and result (None: it has no result)."""

    name: str
    parameters: tuple[tuple[str, GoType], ...]
    result: GoType | None

    @property
    def signature(self) -> Signature:
        parameters = tuple(Parameter(name, spelled.type) for name, spelled in self.parameters)
        returns = self.result.type if self.result is not None else Type(Kind.VOID)
        return Signature(self.name, parameters, returns)


def outline(source: Source) -> Outline:
    """All functions of the file that are no methods; those with foreign types say so."""
    candidates = []
    main = None
    for node in source.root.named_children:
        if node.type != "function_declaration":
            continue
        name = source.child(node, "name")
        if name == "main":
            main = _entry(source, node, Shape.STDIO)
        elif name not in _NEVER_ENTRIES:
            candidates.append(_candidate(source, node))
    return Outline(tuple(candidates), main, source.root.has_error)


def read_function(source: Source, name: str) -> Function | SourceMessage | None:
    """The header of the function `name`, or what in it is foreign; None: no such function."""
    for node in source.root.named_children:
        if node.type == "function_declaration" and source.child(node, "name") == name:
            return _header(source, node)
    return None


def _candidate(source: Source, node: Node) -> Candidate:
    entry = _entry(source, node, Shape.FUNCTION)
    names = tuple(name for name, _ in _declared(source, node, "parameters"))
    header = _header(source, node)
    if isinstance(header, SourceMessage):
        return Candidate(entry, names, problem=header)
    return Candidate(entry, names, header.signature)


def _entry(source: Source, node: Node, shape: Shape) -> Entry:
    name = node.child_by_field_name("name") or node
    return Entry(source.written(name), shape, source.span(name))


def _header(source: Source, node: Node) -> Function | SourceMessage:
    generic = node.child_by_field_name("type_parameters")
    if generic is not None:
        return _foreign(source, generic, "a generic function cannot be the entry")
    parameters = []
    for name, spelled in _declared(source, node, "parameters"):
        found = read_type(source, spelled)
        if found is None:
            return _foreign(source, spelled, _unknown(source, spelled))
        parameters.append((name, found))
    results = _results(source, node)
    if len(results) > 1:
        return _foreign(source, results[1], "a function with several results cannot be the entry")
    result = read_type(source, results[0]) if results else None
    if results and result is None:
        return _foreign(source, results[0], _unknown(source, results[0]))
    return Function(source.child(node, "name"), tuple(parameters), result)


def _results(source: Source, node: Node) -> list[Node]:
    result = node.child_by_field_name("result")
    if result is None:
        return []
    if result.type != "parameter_list":
        return [result]
    return [spelled for _, spelled in _declared(source, node, "result")]


def _declared(source: Source, node: Node, field: str) -> Iterator[tuple[str, Node]]:
    """Name and type of each parameter; `a, b int` gives two, `int` alone one without a name."""
    parameters = node.child_by_field_name(field)
    for declaration in parameters.named_children if parameters is not None else ():
        spelled = declaration.child_by_field_name("type")
        if spelled is None:
            continue
        if declaration.type == "variadic_parameter_declaration":
            spelled = declaration  # `...int` as a whole is no type that we know.
        names = declaration.children_by_field_name("name")
        for name in names:
            yield source.written(name), spelled
        if not names:
            yield "", spelled


def _unknown(source: Source, spelled: Node) -> str:
    return f"the type {source.written(spelled)} cannot be filled from a case"


def _foreign(source: Source, node: Node, text: str) -> SourceMessage:
    return SourceMessage(Severity.ERROR, text, source.span(node), (_WHAT_WORKS,))
