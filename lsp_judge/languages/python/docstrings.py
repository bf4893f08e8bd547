"""Types from docstrings, as sites wrote them before there were annotations.

`:type root: TreeNode` and `:rtype: List[ListNode]` are believed where they name what cannot be
told from a value: linked structures, records, and that nothing is returned. All else is passed
as it is. Before docstrings it was comments above the method: `# @param {TreeNode} root`,
`# @param root, a tree node`, `# @return {ListNode[]}`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tree_sitter import Node

from lsp_judge.languages.python.annotations import read_annotation
from lsp_judge.model.types import RECORDS, Kind, Type

_FIELD = re.compile(r":(?:type\s+(?P<name>\w+)|rtype)\s*:[ \t]*(?P<type>[^\n]*)")
_TAG = re.compile(
    r"@(?:param\s+(?:\{(?P<braced>[^}\n]+)\}\s*(?P<behind>\w+)"
    r"|(?P<before>\w+)\s*[,:]\s*(?P<told>[^\n]*))|return\s+(?P<result>[^\n]*))"
)
_WORDS = re.compile(
    r"(?P<many>(?:a )?list of )?(?:an? )?(?:(?P<kind>List|Tree|tree|list|linked list) ?[nN]ode)s?"
    r"(?P<array>\[\])?"
)
# `:rtype: void Do not return anything, modify root in-place instead.`
_NOTHING = re.compile(r"(?:void|None)\b(?!\s*\|)", re.IGNORECASE)
_LINKED = (Kind.NODE, Kind.NESTED)
_ANY = Type(Kind.ANY)


def documented_types(
    function: Node, names: Sequence[str], source: str
) -> tuple[list[Type | None], bool]:
    """The types of the parameters `names` and of the result, and whether one of them is linked."""
    written: dict[str, str] = {}
    for found in _FIELD.finditer(_docstring(function)):
        written.setdefault(found["name"] or "", found["type"].strip())
    for found in _TAG.finditer(_comments(function, source)):
        told = found["braced"] or found["told"] or found["result"] or ""
        written.setdefault(found["behind"] or found["before"] or "", _spelled(told))
    types = [_read(written.get(name, ""), source) for name in names]
    result = written.get("", "")
    nothing = _NOTHING.match(result) is not None
    types.append(Type(Kind.VOID) if nothing else _read(result, source))
    return [*types], any(_is_special(each) for each in types)


def _read(text: str, source: str) -> Type:
    found = read_annotation(text, source) if text else None
    return found if found is not None and _is_special(found) else _ANY


def _is_special(type_: Type) -> bool:
    return type_.scalar in _LINKED or type_.record in RECORDS


def _spelled(told: str) -> str:
    """What stands behind `@param`, as an annotation would have it."""
    found = _WORDS.match(told.strip(" {}"))
    if found is None:
        return told.strip(" {}")
    name = "TreeNode" if found["kind"].lower() == "tree" else "ListNode"
    return f"List[{name}]" if found["many"] or found["array"] else name


def _comments(function: Node, source: str) -> str:
    """The comments right above a function, or above its decorators."""
    if "@param" not in source and "@return" not in source:
        return ""
    lines = source.split("\n")[: function.start_point.row]
    first = len(lines)
    while first and lines[first - 1].lstrip().startswith(("#", "@")):
        first -= 1
    return "\n".join(lines[first:])


def _docstring(function: Node) -> str:
    body = function.child_by_field_name("body")
    first = body.named_children[0] if body is not None and body.named_children else None
    if first is None or first.type != "expression_statement" or not first.named_children:
        return ""
    string = first.named_children[0]
    if string.type != "string" or string.text is None:
        return ""
    return string.text.decode("utf-8", "replace")
