"""What sites supply to a C solution, where it has none: structs, nested integers, uthash."""

from __future__ import annotations

import re

from lsp_judge.model.types import SLOTS, Form, Type

_STRUCTS = {
    Form.LIST: "int val; struct {name} *next;",
    Form.TREE: "int val; struct {name} *left; struct {name} *right;",
    Form.NARY: "int val; int numChildren; struct {name} **children;",
    Form.RANDOM: "int val; struct {name} *next; struct {name} *random;",
    Form.GRAPH: "int val; int numNeighbors; struct {name} **neighbors;",
    Form.NEXT: "int val; struct {name} *left; struct {name} *right; struct {name} *next;",
    Form.PARENT: "int val; struct {name} *left; struct {name} *right; struct {name} *parent;",
    Form.DOUBLE: "int val; struct {name} *prev; struct {name} *next;",
    Form.MULTILEVEL: "int val; struct {name} *prev; struct {name} *next; struct {name} *child;",
}
_COUNTS = {"children": "numChildren", "neighbors": "numNeighbors"}


def defines(name: str, code: bytes) -> bool:
    """Whether a file (comments and strings taken out) has a struct of this name."""
    return re.search(rb"\bstruct\s+%s\s*\{" % name.encode(), code) is not None


def supplied_struct(type_: Type) -> str:
    """The definition of a linked struct, on one line."""
    assert type_.form is not None
    return f"struct {type_.name} {{ {_STRUCTS[type_.form].format(name=type_.name)} }};"


def layout(variable: str, type_: Type, spelled: str) -> str:
    """The description of a linked struct for the support; `spelled` is its type in the file."""
    assert type_.form is not None
    links = []
    for slot in SLOTS[type_.form]:
        count = f"offsetof({spelled}, {_COUNTS[slot.name]})" if slot.many else "0"
        links.append(f"{{offsetof({spelled}, {slot.name}), {int(slot.many)}, {count}}}")
    kind = f"JUDGE_KIND(__typeof__((({spelled} *)0)->val))"
    return (
        f"static const judge_layout {variable} = {{sizeof({spelled}), offsetof({spelled}, val), "
        f"{kind}, {len(links)}, {{{', '.join(links)}}}}};"
    )
