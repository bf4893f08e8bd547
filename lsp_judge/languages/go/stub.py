"""The beginning of a Go solution, as LeetCode hands it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsp_judge.languages.stubs import block, is_void, linked_types, named, pascal
from lsp_judge.model.problem import Problem
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_SCALARS = {
    Kind.INTEGER: ("int", "0"),
    Kind.LONG: ("int64", "0"),
    Kind.UNSIGNED: ("uint32", "0"),
    Kind.DOUBLE: ("float64", "0"),
    Kind.BOOLEAN: ("bool", "false"),
    Kind.STRING: ("string", '""'),
    Kind.CHARACTER: ("byte", "' '"),
    Kind.NESTED: ("*NestedInteger", "nil"),
}
_TAKEN = frozenset(
    "break case chan const continue default defer else fallthrough for func go goto if import"
    " interface map package range return select struct switch type var".split()
)
_PROGRAM = """\
package main

import (
\t"bufio"
\t"fmt"
\t"os"
)

func main() {
\tin := bufio.NewReader(os.Stdin)
\tvar n int
\tfmt.Fscan(in, &n)
}
"""


def stub(problem: Problem) -> str | None:
    signature = problem.signature
    if signature is None:
        return _PROGRAM
    if any(_type(each) is None for each in _types(signature)):
        return None
    lines = ["package main", "", *_definitions(signature)]
    if isinstance(signature, ClassSignature):
        return block([*lines, *_class(signature)])
    head = f"func {signature.name}({_parameters(signature.parameters)}){_result(signature)} {{"
    return block([*lines, head, *_body(signature.returns), "}"])


def _types(signature: Signature | ClassSignature) -> Iterator[Type]:
    methods = signature.methods if isinstance(signature, ClassSignature) else (signature,)
    if isinstance(signature, ClassSignature):
        yield from (each.type for each in signature.constructor)
    for method in methods:
        yield from (each.type for each in method.parameters)
        if not is_void(method.returns):
            yield method.returns


def _definitions(signature: Signature | ClassSignature) -> Iterator[str]:
    for name, links in linked_types(signature):
        yield "/**"
        yield f" * Definition for {name}."
        yield f" * type {name} struct {{"
        yield " *     Val int"
        for link, many in links:
            yield f" *     {pascal(link)} {'[]' if many else ''}*{name}"
        yield " * }"
        yield " */"


def _class(signature: ClassSignature) -> Iterator[str]:
    name = signature.name
    yield from (f"type {name} struct {{", "}", "")
    yield f"func Constructor({_parameters(signature.constructor)}) {name} {{"
    yield from (f"\treturn {name}{{}}", "}")
    for method in signature.methods:
        yield ""
        head = f"{pascal(method.name)}({_parameters(method.parameters)})"
        yield f"func (this *{name}) {head}{_result(method)} {{"
        yield from _body(method.returns)
        yield "}"


def _parameters(parameters: Iterable[Parameter]) -> str:
    return ", ".join(f"{each.name} {_type(each.type)}" for each in named(parameters, _TAKEN))


def _result(signature: Signature) -> str:
    return "" if is_void(signature.returns) else f" {_type(signature.returns)}"


def _body(returns: Type) -> list[str]:
    if is_void(returns):
        return [""]
    value = "nil" if returns.depth or returns.kind is Kind.NODE else _SCALARS[returns.kind][1]
    return [f"\treturn {value}"]


def _type(type_: Type) -> str | None:
    if type_.element is not None:
        element = _type(type_.element)
        return f"[]{element}" if element is not None else None
    if type_.kind is Kind.NODE:
        return f"*{type_.name}" if type_.form is not None else None
    return _SCALARS[type_.kind][0] if type_.kind in _SCALARS else None
