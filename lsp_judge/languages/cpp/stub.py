"""The beginning of a C++ solution, as LeetCode hands it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsp_judge.languages.stubs import block, is_void, knows_nodes, linked_types, named
from lsp_judge.model.problem import Problem
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_SCALARS = {
    Kind.INTEGER: ("int", "0"),
    Kind.LONG: ("long long", "0"),
    Kind.UNSIGNED: ("uint32_t", "0"),
    Kind.DOUBLE: ("double", "0"),
    Kind.BOOLEAN: ("bool", "false"),
    Kind.STRING: ("string", '""'),
    Kind.CHARACTER: ("char", "' '"),
    Kind.VOID: ("void", ""),
    Kind.NESTED: ("NestedInteger", "{}"),
}
_TAKEN = frozenset(
    "and auto bool break case catch char class const continue default delete do double else enum"
    " explicit export extern false float for friend goto if inline int long mutable namespace new"
    " not operator or private protected public register return short signed sizeof static struct"
    " switch template this throw true try typedef typename union unsigned using virtual void"
    " volatile while xor".split()
)
_PROGRAM = """\
#include <iostream>
using namespace std;

int main() {
    ios::sync_with_stdio(false);
    cin.tie(nullptr);

    return 0;
}
"""


def stub(problem: Problem) -> str | None:
    signature = problem.signature
    if signature is None:
        return _PROGRAM
    if not knows_nodes(signature):
        return None
    lines = list(_definitions(signature))
    if isinstance(signature, ClassSignature):
        return block([*lines, *_class(signature)])
    return block([*lines, "class Solution {", "public:", *_method(signature), "};"])


def _definitions(signature: Signature | ClassSignature) -> Iterator[str]:
    for name, links in linked_types(signature):
        yield "/**"
        yield f" * Definition for {name}."
        yield f" * struct {name} {{"
        yield " *     int val;"
        for link, many in links:
            yield f" *     vector<{name} *> {link};" if many else f" *     {name} *{link};"
        yield " * };"
        yield " */"


def _class(signature: ClassSignature) -> Iterator[str]:
    yield f"class {signature.name} {{"
    yield "public:"
    yield f"    {signature.name}({_parameters(signature.constructor)}) {{"
    yield from ("", "    }")
    for method in signature.methods:
        yield ""
        yield from _method(method)
    yield "};"


def _method(signature: Signature) -> Iterator[str]:
    head = f"{signature.name}({_parameters(signature.parameters)})"
    yield f"    {_type(signature.returns)} {head} {{"
    yield "" if is_void(signature.returns) else f"        return {_value(signature.returns)};"
    yield "    }"


def _parameters(parameters: Iterable[Parameter]) -> str:
    return ", ".join(
        f"{_type(each.type)}{'&' if each.type.depth else ''} {each.name}".replace("* ", "*")
        for each in named(parameters, _TAKEN)
    )


def _value(type_: Type) -> str:
    if type_.depth:
        return "{}"
    return "nullptr" if type_.kind is Kind.NODE else _SCALARS[type_.kind][1]


def _type(type_: Type) -> str:
    if type_.element is not None:
        return f"vector<{_type(type_.element)}>"
    return f"{type_.name} *" if type_.kind is Kind.NODE else _SCALARS[type_.kind][0]
