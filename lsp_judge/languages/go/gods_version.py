"""Which version of gods a file means that does not import it: its first, or its generic second."""

from __future__ import annotations

from tree_sitter import Node

from lsp_judge.languages.go.scope import Use
from lsp_judge.languages.go.syntax import Source, walk

FIRST, SECOND = "github.com/emirpasic/gods", "github.com/emirpasic/gods/v2"

_INSTANCES = frozenset({"generic_type", "index_expression", "type_instantiation_expression"})
# What `New` of the second version orders by itself, the first asks a comparator for.
_ORDERED = frozenset(
    {"avltree", "binaryheap", "btree", "priorityqueue", "redblacktree", "treebidimap", "treemap"}
    | {"treeset"}
)
# Of these the second version finds the type in the comparator.
_INFERRED = frozenset({"binaryheap", "priorityqueue", "treeset"})
_BOTH_UTILS = frozenset({"Comparator", "TimeComparator", "ToString"})
_ANYTHING = frozenset({"any", "interface{}", "interface {}"})


def versions(source: Source, uses: list[Use], imported: list[str]) -> dict[str, str]:
    """For each package by its name, the module: one without a sign of its own goes with the rest.

    `uses` are those of gods alone, `imported` the paths that the file imports.
    """
    signs = {use.name: "" for use in uses}
    for use in uses:
        signs[use.name] = signs[use.name] or _sign(source, use)
    second = SECOND in signs.values() or any(path.startswith(f"{SECOND}/") for path in imported)
    rest = SECOND if second else FIRST
    return {name: sign or rest for name, sign in signs.items()}


def _sign(source: Source, use: Use) -> str:
    """The module that a use can only mean, empty where it may be either."""
    selector = use.node.parent
    around = selector.parent if selector is not None else None
    if selector is None or around is None:
        return ""
    if around.type in _INSTANCES or around.child_by_field_name("type_arguments") is not None:
        return SECOND
    if selector.type == "qualified_type":
        return FIRST  # Types of the second version have type arguments wherever they are named.
    if use.name == "utils":
        return "" if use.member in _BOTH_UTILS else FIRST
    arguments = around.child_by_field_name("arguments")
    given = arguments.named_children if arguments is not None else []
    if use.member == "New":
        return SECOND if use.name in _ORDERED else "" if given else FIRST
    if use.member == "NewWith" and use.name in _INFERRED and given:
        return _compared(source, given[0])
    return FIRST


def _compared(source: Source, comparator: Node) -> str:
    """By what a comparator takes: anything, or values of one type."""
    function = comparator
    if comparator.type == "identifier":
        found = _function(source, source.written(comparator))
        if found is None:
            return ""
        function = found
    parameters = function.child_by_field_name("parameters")
    if parameters is None or not parameters.named_children:
        return SECOND if source.written(comparator).startswith("cmp.") else ""
    taken = source.child(parameters.named_children[0], "type")
    return FIRST if taken in _ANYTHING else SECOND


def _function(source: Source, name: str) -> Node | None:
    """The function of that name, declared or assigned anywhere in the file."""
    for node in walk(source.root):
        if node.type == "function_declaration" and source.child(node, "name") == name:
            return node
        if node.type in {"short_var_declaration", "var_spec"}:
            field = "left" if node.type == "short_var_declaration" else "name"
            right = node.child_by_field_name("right" if field == "left" else "value")
            values = right.named_children if right is not None else []
            if source.child(node, field) == name and values and values[0].type == "func_literal":
                return values[0]
    return None
