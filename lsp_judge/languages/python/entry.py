"""`entry.json`: what the interpreter has to know of an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from lsp_judge.model.build import BuildRequest
from lsp_judge.model.types import RECORDS, SLOTS, ClassSignature, Kind, Signature, Type


def entry_file(request: BuildRequest) -> bytes:
    """JSON: `shape`, `owner` and `name`; for linked structures, classes and what is looked at
    after a call the fields that `worker/guest/linked.py` reads."""
    signature = request.signature
    fields: dict[str, Any] = {
        "shape": request.shape.value,
        "owner": request.entry.owner,
        "name": request.entry.name,
    }
    if isinstance(signature, ClassSignature):
        fields |= _class(signature)
    elif signature is not None:
        fields |= _function(signature)
    return msgspec.json.encode(fields)


def _function(signature: Signature) -> dict[str, Any]:
    nodes = signature.nodes
    shapes = [_shape(each.type, nodes) for each in signature.parameters]
    result = _shape(signature.returns, nodes)
    special = signature.is_extended or signature.then is not None
    return {
        "structured": special or any(each is not None for each in [*shapes, result]),
        "extended": signature.is_extended,
        "shapes": shapes,
        "result": result,
        "nodes": _nodes(nodes),
        "records": signature.records,
        "after": list(signature.after),
        "heap": signature.heap,
        "then": signature.then,
        "returns": str(signature.returns),
    }


def _class(signature: ClassSignature) -> dict[str, Any]:
    nodes = signature.nodes
    methods = [
        {
            "name": method.name,
            "shapes": [_shape(each.type, nodes) for each in method.parameters],
            "returns": _shape(method.returns, nodes),
        }
        for method in signature.methods
    ]
    constructor = [_shape(each.type, nodes) for each in signature.constructor]
    return {
        "structured": True,
        "constructor": constructor,
        "methods": methods,
        "nodes": _nodes(nodes),
        "records": signature.records,
    }


def _nodes(nodes: Sequence[Type]) -> list[dict[str, Any]]:
    return [
        {"name": each.name, "slots": [[slot.name, slot.many] for slot in SLOTS[each.form]]}
        for each in nodes
        if each.form is not None
    ]


def _shape(type_: Type, nodes: Sequence[Type]) -> list[Any] | None:
    if type_.kind is Kind.ARRAY and type_.name:
        return ["record", type_.name, list(RECORDS[type_.name])]
    if type_.element is not None:
        inner = _shape(type_.element, nodes)
        return None if inner is None else ["array", inner]
    if type_.kind is Kind.NODE:
        return ["node", next(i for i, each in enumerate(nodes) if each.name == type_.name)]
    return ["nested"] if type_.kind is Kind.NESTED else None
