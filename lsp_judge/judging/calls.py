"""The calls of a class case as they travel. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsp_judge.judging.arguments import count_text
from lsp_judge.judging.classes import calls_of
from lsp_judge.judging.convert import converted
from lsp_judge.judging.linked import Heap
from lsp_judge.judging.settle import is_same_name
from lsp_judge.model.problem import Case
from lsp_judge.model.types import ClassSignature, JsonValue, Parameter, Signature


def encoded_calls(case: Case, signature: ClassSignature) -> list[Any]:
    """`[tables, [[op, argument...], ...]]`. Raises ValueError with what is wrong with the case."""
    calls = calls_of(case)
    if calls is None:
        raise ValueError(
            "should give two lists, the names of the calls and their arguments, like "
            f'`["{signature.name}","{_example(signature)}"]` and `[[],[1]]`'
        )
    heap = Heap(signature.nodes)
    encoded = []
    for place, (name, arguments) in enumerate(zip(calls.names, calls.arguments, strict=True)):
        if place == 0:
            values = _values(arguments, signature.constructor, name, heap)
            encoded.append([0, *values])
        else:
            index = method_index(name, signature)
            values = _values(arguments, signature.methods[index].parameters, name, heap)
            encoded.append([index + 1, *values])
    return [heap.tables, encoded]


def method_index(name: str, signature: ClassSignature) -> int:
    """The method that a case calls `name`. Raises ValueError, naming those that there are."""
    methods = signature.methods
    for index, method in enumerate(methods):
        if method.name == name:
            return index
    for index, method in enumerate(methods):
        if is_same_name(method.name, name):
            return index
    listed = ", ".join(f"`{each.name}`" for each in methods)
    raise ValueError(f"calls `{name}`, but `{signature.name}` has only {listed or 'no methods'}")


def called_methods(case: Case, signature: ClassSignature) -> list[Signature | None]:
    """The method of each call in order, None for the constructor."""
    calls = calls_of(case)
    names: Sequence[str] = calls.names[1:] if calls is not None else ()
    return [None, *(signature.methods[method_index(name, signature)] for name in names)]


def _values(
    arguments: Sequence[JsonValue], parameters: Sequence[Parameter], name: str, heap: Heap
) -> list[Any]:
    if not parameters and list(arguments) == [None]:
        arguments = ()  # what some pages write for no arguments
    if len(arguments) != len(parameters):
        raise ValueError(count_text(len(arguments), name, len(parameters)))
    pairs = zip(arguments, parameters, strict=True)
    return [converted(value, parameter, heap) for value, parameter in pairs]


def _example(signature: ClassSignature) -> str:
    return signature.methods[0].name if signature.methods else "method"
