"""The beginning of a Python solution, as LeetCode hands it out."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator

from lsp_judge.languages.stubs import block, linked_types, named
from lsp_judge.model.problem import Problem
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_SCALARS = {
    Kind.INTEGER: "int",
    Kind.LONG: "int",
    Kind.UNSIGNED: "int",
    Kind.DOUBLE: "float",
    Kind.BOOLEAN: "bool",
    Kind.STRING: "str",
    Kind.CHARACTER: "str",
    Kind.VOID: "None",
    Kind.NESTED: "NestedInteger",
}
_TAKEN = frozenset(keyword.kwlist)
_PROGRAM = """\
import sys


def main() -> None:
    data = sys.stdin.read().split()


main()
"""


def stub(problem: Problem) -> str | None:
    signature = problem.signature
    if signature is None:
        return _PROGRAM
    lines = list(_definitions(signature))
    if isinstance(signature, ClassSignature):
        return block([*lines, *_class(signature)])
    return block([*lines, "class Solution:", *_method(signature)])


def _definitions(signature: Signature | ClassSignature) -> Iterator[str]:
    for name, links in linked_types(signature):
        fields = ", ".join(f"{link}=None" for link, _ in links)
        yield f"# Definition for {name}."
        yield f"# class {name}:"
        yield f"#     def __init__(self, val=0, {fields}):"
        yield "#         self.val = val"
        for link, many in links:
            yield f"#         self.{link} = {f'{link} or []' if many else link}"


def _class(signature: ClassSignature) -> Iterator[str]:
    yield f"class {signature.name}:"
    yield f"    def __init__({_parameters(signature.constructor)}):"
    yield "        pass"
    for method in signature.methods:
        yield ""
        yield from _method(method)


def _method(signature: Signature) -> Iterator[str]:
    head = f"{signature.name}({_parameters(signature.parameters)}) -> {_type(signature.returns)}"
    yield f"    def {head}:"
    yield "        pass"


def _parameters(parameters: Iterable[Parameter]) -> str:
    own = [f"{each.name}: {_type(each.type)}" for each in named(parameters, _TAKEN)]
    return ", ".join(["self", *own])


def _type(type_: Type) -> str:
    if type_.element is not None:
        return f"List[{_type(type_.element)}]"
    if type_.kind is Kind.NODE:
        # Quoted: the class stands in a comment, and only the judge defines it.
        return f"Optional['{type_.name}']"
    return _SCALARS.get(type_.kind, "Any")
