"""What sites supply to a C++ solution: the classes of linked structures, where it has none."""

from __future__ import annotations

import re

from lsp_judge.model.types import RECORDS, SLOTS, Form, Type

_LIST = """\
struct {name} {{
    int val;
    {name} *next;
    {name}() : val(0), next(nullptr) {{}}
    {name}(int x) : val(x), next(nullptr) {{}}
    {name}(int x, {name} *next) : val(x), next(next) {{}}
}};"""
_TREE = """\
struct {name} {{
    int val;
    {name} *left;
    {name} *right;
    {name}() : val(0), left(nullptr), right(nullptr) {{}}
    {name}(int x) : val(x), left(nullptr), right(nullptr) {{}}
    {name}(int x, {name} *left, {name} *right) : val(x), left(left), right(right) {{}}
}};"""
_MANY = """\
struct {name} {{
    int val;
    std::vector<{name} *> {link};
    {name}() : val(0) {{}}
    {name}(int x) : val(x) {{}}
    {name}(int x, std::vector<{name} *> {link}) : val(x), {link}({link}) {{}}
}};"""
_RANDOM = """\
struct {name} {{
    int val;
    {name} *next;
    {name} *random;
    {name}() : val(0), next(nullptr), random(nullptr) {{}}
    {name}(int x) : val(x), next(nullptr), random(nullptr) {{}}
}};"""
_NEXT = """\
struct {name} {{
    int val;
    {name} *left;
    {name} *right;
    {name} *next;
    {name}() : val(0), left(nullptr), right(nullptr), next(nullptr) {{}}
    {name}(int x) : val(x), left(nullptr), right(nullptr), next(nullptr) {{}}
    {name}(int x, {name} *left, {name} *right, {name} *next)
        : val(x), left(left), right(right), next(next) {{}}
}};"""
_LINKED = """\
struct {name} {{
    int val;
    {fields}
    {name}() : val(0), {none} {{}}
    {name}(int x) : val(x), {none} {{}}
    {name}(int x, {takes}) : val(x), {given} {{}}
}};"""
_CLASSES = {
    Form.LIST: _LIST,
    Form.TREE: _TREE,
    Form.NARY: _MANY,
    Form.RANDOM: _RANDOM,
    Form.GRAPH: _MANY,
    Form.NEXT: _NEXT,
    Form.PARENT: _LINKED,
    Form.DOUBLE: _LINKED,
    Form.MULTILEVEL: _LINKED,
}


def supplied_record(name: str) -> str:
    """The class of a record, on one line."""
    first, second = RECORDS[name]
    return (
        f"struct {name} {{ int {first}; int {second}; "
        f"{name}() : {first}(0), {second}(0) {{}} "
        f"{name}(int a, int b) : {first}(a), {second}(b) {{}} }};"
    )


def defines(name: str, code: bytes) -> bool:
    """Whether a file (comments and strings taken out) has a class of this name."""
    return re.search(rb"\b(?:struct|class)\s+%s\b[^;{()]*\{" % name.encode(), code) is not None


def supplied_class(type_: Type) -> str:
    """The definition of a linked class; on one line, since no message is about it."""
    assert type_.form is not None
    name, slots = type_.name, [slot.name for slot in SLOTS[type_.form]]
    text = _CLASSES[type_.form].format(
        name=name,
        link=slots[0],
        fields=" ".join(f"{name} *{slot};" for slot in slots),
        none=", ".join(f"{slot}(nullptr)" for slot in slots),
        takes=", ".join(f"{name} *{slot}" for slot in slots),
        given=", ".join(f"{slot}({slot})" for slot in slots),
    )
    return " ".join(text.split())


def links_of(type_: Type) -> str:
    """The specialisation that tells the codec where the links of a class are."""
    assert type_.form is not None
    name = type_.name
    visits = " ".join(f"visit(node.{slot.name});" for slot in SLOTS[type_.form])
    return (
        f"template <> struct judge_codec::links<{name}> {{ "
        f"template <class Visit> static void each({name} &node, Visit visit) {{ {visits} }} }};"
    )
