"""Which identifiers before a dot are declared nowhere, and so must be packages.

The rules are those of the Go specification, "Declarations and scope", as far as they matter
for names that packages have too: a parameter `list`, a local `sort`, a global `heap`.
"""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.go.syntax import Source, walk

_SCOPES = frozenset(
    {
        "source_file",
        "block",
        "function_declaration",
        "method_declaration",
        "func_literal",
        "function_type",
        "method_elem",
        "if_statement",
        "for_statement",
        "expression_switch_statement",
        "type_switch_statement",
        "expression_case",
        "default_case",
        "type_case",
        "communication_case",
    }
)
# Where the declared names stand in a declaring node, and whether they are visible from its
# start (`var list = list.New()` still means the package on the right).
_DECLARING = {
    "short_var_declaration": ("left", False),
    "range_clause": ("left", False),
    "receive_statement": ("left", False),
    "var_spec": ("name", False),
    "const_spec": ("name", False),
    "type_spec": ("name", True),
    "type_alias": ("name", True),
    "type_switch_statement": ("alias", True),
    "parameter_declaration": ("name", True),
    "variadic_parameter_declaration": ("name", True),
    "type_parameter_declaration": ("name", True),
    "function_declaration": ("name", True),
}
_PARAMETERS = frozenset({"parameter_declaration", "variadic_parameter_declaration"})


class Use(Struct, frozen=True):
    """`name.member` at a place where `name` is not declared."""

    name: str
    member: str
    node: Node


class _Reach(Struct, frozen=True):
    """The bytes in which a declared name is visible."""

    start: int
    end: int


def package_uses(source: Source) -> list[Use]:
    """All uses of undeclared names before a dot, in source order."""
    uses: list[Use] = []
    declared: defaultdict[str, list[_Reach]] = defaultdict(list)
    for node in walk(source.root):
        if node.type in _DECLARING:
            _declare(source, node, declared)
        elif (use := _use(source, node)) is not None:
            uses.append(use)
    return [use for use in uses if not _is_declared(use, declared[use.name])]


def _use(source: Source, node: Node) -> Use | None:
    if node.type == "selector_expression":
        before, member = node.child_by_field_name("operand"), source.child(node, "field")
        if before is not None and before.type == "identifier":
            return Use(source.written(before), member, before)
    elif node.type == "qualified_type":
        before, member = node.child_by_field_name("package"), source.child(node, "name")
        if before is not None:
            return Use(source.written(before), member, before)
    return None


def _is_declared(use: Use, reaches: list[_Reach]) -> bool:
    return any(reach.start <= use.node.start_byte < reach.end for reach in reaches)


def _declare(source: Source, node: Node, declared: dict[str, list[_Reach]]) -> None:
    field, at_once = _DECLARING[node.type]
    scope = _scope_of(node)
    start = node.start_byte if at_once else node.end_byte
    if scope.type == "source_file":
        start = 0  # What is declared at top level is visible in the whole package.
    elif node.type in _PARAMETERS:
        body = scope.child_by_field_name("body")  # `f(list *list.List)` has the package's type.
        start = body.start_byte if body is not None else scope.end_byte
    for child in node.children_by_field_name(field):
        names = child.named_children if child.type == "expression_list" else [child]
        for name in names:
            declared[source.written(name)].append(_Reach(start, scope.end_byte))


def _scope_of(node: Node) -> Node:
    """The innermost node that bounds what `node` declares."""
    if node.type == "type_switch_statement":
        return node
    scope = node.parent
    while scope is not None and scope.type not in _SCOPES and scope.parent is not None:
        scope = scope.parent
    return scope if scope is not None else node
