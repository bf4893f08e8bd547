"""Functions as the grammars of C and C++ tell them: names, types as written, parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tree_sitter import Node

from lsp_judge.languages.cfamily.text import node_text

_PARAMETERS = ("parameter_declaration", "optional_parameter_declaration")
_CONDITIONAL = (
    "preproc_if",
    "preproc_ifdef",
    "preproc_else",
    "preproc_elif",
    "linkage_specification",
    "declaration_list",
    "ERROR",
)
_OPEN_CLASSES = [[word, "type_identifier", "{"] for word in ("class", "struct")]


@dataclass(frozen=True)
class Declared:
    """One parameter (or a result, without a name): `int **grid` has base `int`, two pointers.

    `[]` counts as a pointer, as the language has it. `node` is where a message belongs.
    """

    name: str
    base: str
    pointers: int
    node: Node

    @property
    def optional(self) -> bool:
        """Whether a call may leave it out, because it has a default."""
        return self.node.type == "optional_parameter_declaration"

    @property
    def written(self) -> str:
        """The parameter as it stands in the file."""
        return " ".join(node_text(self.node).split())

    def __str__(self) -> str:
        return self.base + "*" * self.pointers


@dataclass(frozen=True)
class Function:
    """One function: `name` is its node, `written` the text of its parameter list."""

    name: Node
    result: Declared
    parameters: tuple[Declared, ...]
    written: str
    variadic: bool = False


def definitions(root: Node) -> Iterator[Node]:
    """The declarations of a file, those between `#if` and `#endif` among them, in order."""
    for child in root.named_children:
        if child.type in _CONDITIONAL and not is_open_class(child):
            yield from definitions(child)
        else:
            yield child


def is_open_class(node: Node) -> bool:
    """A class whose closing brace is missing: its methods can be told all the same."""
    return node.type == "ERROR" and [c.type for c in node.children[:3]] in _OPEN_CLASSES


def read_function(node: Node) -> Function | None:
    """The function that `node` defines or declares; None where it is something else."""
    declarator, pointers = _unwrap(node.child_by_field_name("declarator"))
    kind = node.child_by_field_name("type")
    if declarator is None or declarator.type != "function_declarator":
        return None
    name = declarator.child_by_field_name("declarator")
    listed = declarator.child_by_field_name("parameters")
    if name is None or listed is None:
        return None
    # C before C99 leaves the `int` out.
    result = Declared("", node_text(kind) or "int", pointers, kind or name)
    trailing = next((c for c in declarator.children if c.type == "trailing_return_type"), None)
    if trailing is not None and trailing.named_children:
        result = Declared("", node_text(trailing.named_children[0]), 0, trailing)
    parameters = tuple(_parameter(c) for c in listed.named_children if c.type in _PARAMETERS)
    return Function(
        name,
        result,
        _without_void(parameters),
        node_text(listed),
        any(child.type.startswith("variadic") for child in listed.children),
    )


def has_type(node: Node) -> bool:
    """Constructors and destructors have none."""
    return node.child_by_field_name("type") is not None


def _without_void(parameters: tuple[Declared, ...]) -> tuple[Declared, ...]:
    lone = len(parameters) == 1 and str(parameters[0]) == "void"
    return () if lone else parameters


def _parameter(node: Node) -> Declared:
    kind = node.child_by_field_name("type")
    declarator, pointers = _unwrap(node.child_by_field_name("declarator"))
    plain = declarator is not None and declarator.type == "identifier"
    base = node_text(kind)
    if declarator is not None and not plain and not declarator.type.startswith("abstract"):
        base = node_text(node)  # a pointer to a function or to an array: shown as it is
    return Declared(node_text(declarator) if plain else "", base, pointers, node)


def _unwrap(declarator: Node | None) -> tuple[Node | None, int]:
    """Takes pointers, arrays and references off; the number of the first two."""
    pointers = 0
    while declarator is not None and declarator.type in _WRAPPERS:
        pointers += _WRAPPERS[declarator.type]
        inner = declarator.child_by_field_name("declarator")
        if inner is None:
            named = [c for c in declarator.named_children if c.type != "type_qualifier"]
            inner = named[0] if named and not declarator.type.startswith("array") else None
        declarator = inner
    return declarator, pointers


_WRAPPERS = {
    "pointer_declarator": 1,
    "abstract_pointer_declarator": 1,
    "array_declarator": 1,
    "abstract_array_declarator": 1,
    "reference_declarator": 0,
    "abstract_reference_declarator": 0,
}
