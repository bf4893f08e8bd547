"""The beginning of a C solution, as LeetCode hands it out: arrays with their sizes beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsp_judge.languages.stubs import (
    block,
    camel,
    is_void,
    knows_nodes,
    linked_types,
    named,
    pascal,
    types_of,
)
from lsp_judge.model.problem import Problem
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_SCALARS = {
    Kind.INTEGER: ("int", "0"),
    Kind.LONG: ("long long", "0"),
    Kind.UNSIGNED: ("uint32_t", "0"),
    Kind.DOUBLE: ("double", "0"),
    Kind.BOOLEAN: ("bool", "false"),
    Kind.STRING: ("char*", '""'),
    Kind.CHARACTER: ("char", "' '"),
    Kind.VOID: ("void", ""),
    Kind.NESTED: ("struct NestedInteger*", "NULL"),
}
_COUNTS = {"children": "numChildren", "neighbors": "numNeighbors"}
_TAKEN = frozenset(
    "auto break case char const continue default do double else enum extern float for goto if"
    " inline int long register restrict return short signed sizeof static struct switch typedef"
    " union unsigned void volatile while".split()
)
# How deep arrays can be passed: their sizes, and the sizes of their rows.
_DEEPEST = 2
_PROGRAM = """\
#include <stdio.h>

int main(void) {

    return 0;
}
"""


def stub(problem: Problem) -> str | None:
    signature = problem.signature
    if signature is None:
        return _PROGRAM
    if not knows_nodes(signature) or any(each.depth > _DEEPEST for each in types_of(signature)):
        return None
    lines = list(_definitions(signature))
    if isinstance(signature, ClassSignature):
        return block([*lines, *_class(signature)])
    return block([*lines, *_function(signature.name, signature, ())])


def _definitions(signature: Signature | ClassSignature) -> Iterator[str]:
    for name, links in linked_types(signature):
        yield "/**"
        yield f" * Definition for {name}."
        yield f" * struct {name} {{"
        yield " *     int val;"
        for link, many in links:
            if many:
                yield f" *     int {_COUNTS[link]};"
            yield f" *     struct {name} {'**' if many else '*'}{link};"
        yield " * };"
        yield " */"


def _class(signature: ClassSignature) -> Iterator[str]:
    name, prefix = signature.name, camel(signature.name)
    yield from ("typedef struct {", "", f"}} {name};", "")
    yield f"{name}* {prefix}Create({', '.join(_parameters(signature.constructor)) or 'void'}) {{"
    yield from (f"    return calloc(1, sizeof({name}));", "}", "")
    for method in signature.methods:
        yield from _function(f"{prefix}{pascal(method.name)}", method, (f"{name}* obj",))
        yield ""
    yield from (f"void {prefix}Free({name}* obj) {{", "    free(obj);", "}")


def _function(name: str, signature: Signature, before: tuple[str, ...]) -> Iterator[str]:
    returns = signature.returns
    sizes = ["int* returnSize", "int** returnColumnSizes"][: returns.depth]
    parameters = [*before, *_parameters(signature.parameters), *sizes]
    if sizes:
        yield "// The array that is returned is to be allocated; its length goes to *returnSize."
    yield f"{_type(returns)} {name}({', '.join(parameters) or 'void'}) {{"
    if returns.depth:
        yield "    *returnSize = 0;"
    if returns.depth > 1:
        yield "    *returnColumnSizes = NULL;"
    yield "" if is_void(returns) else f"    return {_value(returns)};"
    yield "}"


def _parameters(parameters: Iterable[Parameter]) -> list[str]:
    found: list[str] = []
    for each in named(parameters, _TAKEN):
        found.append(f"{_type(each.type)} {each.name}")
        found += [f"int {each.name}Size", f"int* {each.name}ColSize"][: each.type.depth]
    return found


def _value(type_: Type) -> str:
    return "NULL" if type_.depth or type_.kind is Kind.NODE else _SCALARS[type_.kind][1]


def _type(type_: Type) -> str:
    if type_.element is not None:
        return f"{_type(type_.element)}*"
    return f"struct {type_.name}*" if type_.kind is Kind.NODE else _SCALARS[type_.kind][0]
