"""Reads a Python source with tree-sitter: methods of `Solution`, functions, the program."""

from __future__ import annotations

import re
from collections.abc import Iterator

import tree_sitter_python
from tree_sitter import Language, Node, Parser

from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
from lsp_judge.languages.python.annotations import read_annotation
from lsp_judge.languages.python.docstrings import documented_types
from lsp_judge.languages.regions import submission_range
from lsp_judge.model.source import Document, Entry, Position, Severity, Shape, SourceMessage, Span
from lsp_judge.model.types import Kind, Parameter, Signature, Type

_CLASS = "Solution"
_SUPPLIED = ("Solution", "ListNode", "TreeNode", "NestedInteger")
_ANY = Type(Kind.ANY)
_BOM = b"\xef\xbb\xbf"
_DEFINITIONS = {
    "function_definition", "class_definition", "decorated_definition", "import_statement",
    "import_from_statement", "future_import_statement", "comment", "pass_statement",
    "type_alias_statement", "global_statement", "delete_statement", "ERROR",
}  # fmt: skip
# Calls at top level that only prepare.
_HARMLESS = re.compile(
    rb"(sys\.)?setrecursionlimit|(random\.)?seed|(threading\.)?stack_size|(sys\.)?set_int_max\w+"
)
_INPUT_OUTPUT = re.compile(rb"\b(input|print|stdin|stdout|open|fileinput)\b")
_GUARD = re.compile(rb"__name__\s*==\s*['\"]__main__['\"]|['\"]__main__['\"]\s*==\s*__name__")


# The grammar looks past all comments that follow one for the next indentation, and does so again
# at each of them: a file of 200 KB would take ten seconds, and the server with it.
_COMMENTS = re.compile(rb"(?:^[ \t]*#[^\n]*\n){50,}", re.MULTILINE)


def _sparse(text: bytes) -> bytes:
    """The text with blanks for long runs of comments: every place stays what it was."""
    return _COMMENTS.sub(lambda found: re.sub(rb"[^\n]", b" ", found[0]), text)


def read_outline(document: Document) -> Outline:
    """Candidates in source order, helpers (`_name`) behind the others; `main` is the module."""
    text = document.text.removeprefix(_BOM)
    root = Parser(Language(tree_sitter_python.language())).parse(_sparse(text)).root_node
    reader = _Reader(text)
    candidates = [*reader.candidates(root)]
    candidates.sort(key=lambda each: each.entry.name.startswith("_"))
    marks = submission_range(text)
    inside = candidates
    if marks is not None:
        first, last = (text.count(b"\n", 0, mark) for mark in marks)
        inside = [c for c in candidates if first <= c.entry.span.start.line <= last] or candidates
    main = reader.main(root) if len(inside) == len(candidates) else None
    return Outline(tuple(inside), main, root.has_error, tuple(reader.classes(root)))


class _Reader:
    """One source; `text` is what the tree's byte columns count in."""

    def __init__(self, text: bytes) -> None:
        self._lines = text.split(b"\n")
        self._text = text.decode("utf-8", "replace")

    def classes(self, root: Node) -> Iterator[ClassCandidate]:
        """The classes that a class problem could mean: all with public methods, but for those
        that sites supply."""
        for statement in root.named_children:
            _, node = _undecorated(statement)
            name = node.child_by_field_name("name")
            if node.type != "class_definition" or name is None or _text(name) in _SUPPLIED:
                continue
            methods = [*self._methods(node, _text(name))]
            if any(not each.entry.name.startswith("_") for each in methods):
                yield self._class(node, name, tuple(methods))

    def _class(self, node: Node, name: Node, methods: tuple[Candidate, ...]) -> ClassCandidate:
        entry = Entry(_text(name), Shape.CLASS, self.span(name))
        made = self._initializer(node)
        if made is None:
            return ClassCandidate(entry, methods)
        found = self._candidate(made, _text(name), set(), returns=False)
        parameters = found.signature.parameters if found.signature is not None else None
        return ClassCandidate(entry, methods, found.parameter_names, parameters, found.problem)

    @staticmethod
    def _initializer(node: Node) -> Node | None:
        body = node.child_by_field_name("body")
        for statement in body.named_children if body is not None else ():
            _, definition = _undecorated(statement)
            name = definition.child_by_field_name("name")
            if definition.type == "function_definition" and _text(name) == "__init__":
                return definition
        return None

    def candidates(self, root: Node) -> Iterator[Candidate]:
        for statement in root.named_children:
            decorators, node = _undecorated(statement)
            name = node.child_by_field_name("name")
            if node.type == "function_definition" and not _is_special(name):
                yield self._candidate(node, None, decorators)
            elif node.type == "class_definition" and _text(name) == _CLASS:
                yield from self._methods(node, _CLASS)

    def _methods(self, owner: Node, class_name: str) -> Iterator[Candidate]:
        body = owner.child_by_field_name("body")
        for statement in body.named_children if body is not None else ():
            decorators, node = _undecorated(statement)
            name = node.child_by_field_name("name")
            if node.type == "function_definition" and not _is_special(name):
                yield self._candidate(node, class_name, decorators)

    def _candidate(
        self, node: Node, owner: str | None, decorators: set[str], *, returns: bool = True
    ) -> Candidate:
        name = node.child_by_field_name("name")
        assert name is not None
        entry = Entry(_text(name), Shape.FUNCTION, self.span(name), owner)
        parameters = [*_parameters(node.child_by_field_name("parameters"))]
        if owner is not None and "staticmethod" not in decorators:
            parameters = parameters[1:]
        names = tuple(each[0] for each in parameters)
        result = node.child_by_field_name("return_type")
        annotations = [*(each[1] for each in parameters), result if returns else None]
        if all(each is None for each in annotations) and (names or returns):
            types, linked = documented_types(node, names, self._text)
            # Untyped values are passed as they are.
            return Candidate(entry, names, _signature(entry.name, names, types) if linked else None)
        types = []
        for annotation in annotations:
            # What has no type among others that have is passed as it is.
            type_ = _ANY if annotation is None else read_annotation(_text(annotation), self._text)
            if type_ is None and annotation is not None:
                return Candidate(entry, names, problem=self._unknown(annotation))
            types.append(type_)
        return Candidate(entry, names, _signature(entry.name, names, types))

    def _unknown(self, annotation: Node) -> SourceMessage:
        text = f"The judge knows no values of the type `{_text(annotation)}`."
        return SourceMessage(Severity.ERROR, text, self.span(annotation))

    def main(self, root: Node) -> Entry | None:
        """The first statement that does something; a guard counts before all else."""
        doing = [each for each in root.named_children if _acts(each)]
        if not doing:
            return None
        first = next((each for each in doing if _is_guard(each)), doing[0])
        start = self.position(first.start_point.row, first.start_point.column)
        row = first.start_point.row
        last = len(self._lines[row].rstrip(b"\r"))
        end_row, end_column = first.end_point.row, first.end_point.column
        end = self.position(row, min(last, end_column) if end_row == row else last)
        return Entry("main", Shape.STDIO, Span(start, end))

    def span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        return Span(self.position(start.row, start.column), self.position(end.row, end.column))

    def position(self, row: int, column: int) -> Position:
        """From tree-sitter's bytes to code points."""
        line = self._lines[row] if row < len(self._lines) else b""
        return Position(row, len(line[:column].decode("utf-8", "replace")))


def _undecorated(statement: Node) -> tuple[set[str], Node]:
    """The names of the decorators, and what they decorate."""
    if statement.type != "decorated_definition":
        return set(), statement
    names = {
        _text(child).removeprefix("@").strip()
        for child in statement.named_children
        if child.type == "decorator"
    }
    return names, statement.child_by_field_name("definition") or statement


def _is_special(name: Node | None) -> bool:
    return name is None or (_text(name).startswith("__") and _text(name).endswith("__"))


def _parameters(node: Node | None) -> Iterator[tuple[str, Node | None]]:
    """Name and annotation of those that a call has to give: none with a default, no `*`."""
    for child in node.named_children if node is not None else ():
        if child.type == "identifier":
            yield _text(child), None
        elif child.type == "typed_parameter" and child.named_children[0].type == "identifier":
            yield _text(child.named_children[0]), child.child_by_field_name("type")
        elif child.type in ("keyword_separator", "list_splat_pattern"):
            return


def _signature(name: str, names: tuple[str, ...], types: list[Type | None]) -> Signature:
    known = [each for each in types if each is not None]
    parameters = (Parameter(*each) for each in zip(names, known[:-1], strict=True))
    return Signature(name, tuple(parameters), known[-1])


def _acts(statement: Node) -> bool:
    """Whether a top-level statement makes a program of the module, rather than prepare it."""
    if statement.type in _DEFINITIONS:
        return False
    if statement.type == "if_statement":
        return b"TYPE_CHECKING" not in _condition(statement)
    if statement.type not in ("expression_statement", "try_statement"):
        return True
    child = statement.named_children[0] if statement.named_children else statement
    if child.type in ("call", "await"):
        callee = child.child_by_field_name("function") or child
        return _HARMLESS.fullmatch(_bytes(callee)) is None
    if child.type == "string":
        return False
    return any(_INPUT_OUTPUT.search(_bytes(call)) for call in _calls(statement))


def _calls(node: Node) -> Iterator[Node]:
    """What is called when the statement runs: not what lambdas and functions in it call."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type == "call":
            yield current
        if current.type not in ("lambda", "function_definition"):
            stack.extend(current.named_children)


def _is_guard(statement: Node) -> bool:
    return statement.type == "if_statement" and _GUARD.search(_condition(statement)) is not None


def _condition(statement: Node) -> bytes:
    condition = statement.child_by_field_name("condition")
    return _bytes(condition) if condition is not None else b""


def _bytes(node: Node) -> bytes:
    return node.text or b""


def _text(node: Node | None) -> str:
    return _bytes(node).decode("utf-8", "replace") if node is not None else ""
