"""Which form a class `Node` has: LeetCode gives the name to six different structures. Pure."""

from __future__ import annotations

import re

from lsp_judge.model.types import LIST_NODE, TREE_NODE, Form, Type, node

# The names of links, as every language spells them (`Next` in Go), wherever they are used.
_WORDS = {
    Form.RANDOM: r"random",
    Form.GRAPH: r"neighbou?rs?",
    Form.NARY: r"children",
}


def node_type(name: str, text: str) -> Type | None:
    """The linked type that the class `name` is in a source `text`; None: it is none of ours.

    A `Node` is told by the links that the source names, in its definition (in a comment, most
    often) or in its code.
    """
    if name == "ListNode":
        return LIST_NODE
    if name == "TreeNode":
        return TREE_NODE
    return node(name, _form(text)) if name == "Node" else None


def _form(text: str) -> Form | None:
    for form, word in _WORDS.items():
        if _names(word, text):
            return form
    binary = _names("left", text) and _names("right", text)
    chained = _names("next", text)
    if binary and _is_field("parent", text):
        return Form.PARENT
    if binary:
        return Form.NEXT if chained else Form.TREE
    if chained and _is_field("prev", text):
        return Form.MULTILEVEL if _is_field("child", text) else Form.DOUBLE
    return Form.LIST if chained else None


def _is_field(word: str, text: str) -> bool:
    """Whether a node has a link of this name; solutions have variables of such names as well."""
    field = (
        rf"(?:\.|->)\s*{word}\b|\bNode\s*\*?\s*{word}\s*[;,]|^\W*{word}\s+\*Node\b"
        rf"|\b{word}\s*:\s*\?\*Node\b"
    )
    return re.search(field, text, re.IGNORECASE | re.MULTILINE) is not None


def _names(word: str, text: str) -> bool:
    return re.search(rf"\b{word}\b", text, re.IGNORECASE) is not None
