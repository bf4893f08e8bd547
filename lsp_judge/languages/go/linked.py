"""Linked structures in Go: definitions where a file has none, and what the support has to know."""

from __future__ import annotations

import re

from lsp_judge.model.types import LIST_NODE, SLOTS, TREE_NODE, Form, Slot, Type

_DEFINITIONS = {
    Form.LIST: "Val int; Next *{name}",
    Form.TREE: "Val int; Left *{name}; Right *{name}",
    Form.NARY: "Val int; Children []*{name}",
    Form.RANDOM: "Val int; Next *{name}; Random *{name}",
    Form.GRAPH: "Val int; Neighbors []*{name}",
    Form.NEXT: "Val int; Left *{name}; Right *{name}; Next *{name}",
    Form.PARENT: "Val int; Left *{name}; Right *{name}; Parent *{name}",
    Form.DOUBLE: "Val int; Next *{name}; Prev *{name}",
    Form.MULTILEVEL: "Val int; Prev *{name}; Next *{name}; Child *{name}",
}
_COMMENT = re.compile(rb"//[^\n]*|/\*.*?\*/", re.DOTALL)


def defines(name: str, text: bytes) -> bool:
    """Whether a file declares a type of this name, comments aside."""
    code = _COMMENT.sub(b"", text)
    return re.search(rb"\btype\s+(?:\(\s*)?%s\b" % name.encode(), code) is not None


def named_nodes(text: bytes) -> list[Type]:
    """The linked types that a file names outside of comments, in its signatures or not."""
    code = _COMMENT.sub(b"", text)
    known = (LIST_NODE, TREE_NODE)
    return [each for each in known if re.search(rb"\b%s\b" % each.name.encode(), code)]


def definition(type_: Type) -> str:
    """The type that sites supply."""
    assert type_.form is not None
    return f"type {type_.name} struct {{ {_DEFINITIONS[type_.form].format(name=type_.name)} }}\n"


def table(variable: str, type_: Type) -> str:
    """The table of a linked type: how its nodes are filled, walked and written."""
    assert type_.form is not None
    name, slots = type_.name, SLOTS[type_.form]
    fill = "".join(_fill(variable, slot, name) for slot in slots)
    links = "".join(_links(slot) for slot in slots)
    put = "".join(_put(variable, slot) for slot in slots)
    return (
        f"var {variable} *judge_support.Table[{name}]\n\n"
        f"func init() {{\n\t{variable} = &judge_support.Table[{name}]{{\n"
        f"\t\tFields: {1 + len(slots)},\n"
        f"\t\tFill: func(judge_from *judge_support.Reader, judge_node *{name}) {{\n"
        f"\t\t\tjudge_support.IntInto(judge_from, &judge_node.Val)\n{fill}\t\t}},\n"
        f"\t\tLinks: func(judge_node *{name}, judge_visit func(*{name})) {{\n{links}\t\t}},\n"
        f"\t\tPut: func(judge_to *judge_support.Writer, judge_node *{name}) {{\n"
        f"\t\t\tjudge_support.PutInt(judge_to, judge_node.Val)\n{put}\t\t}},\n\t}}\n}}\n"
    )


def _field(slot: Slot) -> str:
    return slot.name.capitalize()


def _fill(variable: str, slot: Slot, name: str) -> str:
    if slot.many:
        read = f"judge_support.Slice(judge_from, {variable}.Ref)"
        return f"\t\t\tjudge_node.{_field(slot)} = {read}\n"
    return f"\t\t\tjudge_node.{_field(slot)} = {variable}.Ref(judge_from)\n"


def _links(slot: Slot) -> str:
    if slot.many:
        each = f"for _, judge_each := range judge_node.{_field(slot)} {{ judge_visit(judge_each) }}"
        return f"\t\t\t{each}\n"
    return f"\t\t\tjudge_visit(judge_node.{_field(slot)})\n"


def _put(variable: str, slot: Slot) -> str:
    place = f"judge_node.{_field(slot)}"
    if slot.many:
        return f"\t\t\tjudge_support.PutSlice(judge_to, {place}, {variable}.PutRef)\n"
    return f"\t\t\t{variable}.PutRef(judge_to, {place})\n"
