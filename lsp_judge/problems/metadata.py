"""`signature.json`: LeetCode's `metaData`, and what we add to it.

Ours: `leetcode`, the problem's number there; `extra`, what a case says beside the arguments (the
`pos` of a cycle); `form` beside a type `Node`, because the name stands for six structures.
"""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
from msgspec import Struct, field, structs

from lsp_judge.problems.files import read_regular
from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.types import (
    ClassSignature,
    Form,
    Kind,
    Parameter,
    Signature,
    Type,
    array,
    parse_type,
)


class _Typed(Struct):
    type: str = "void"
    form: Form | None = None


class _Named(Struct):
    name: str
    type: str
    form: Form | None = None


class _Method(Struct):
    name: str
    params: list[_Named] = field(default_factory=list)
    returns: _Typed = field(name="return", default_factory=_Typed)


class _Constructor(Struct):
    params: list[_Named] = field(default_factory=list)


class _Output(Struct):
    paramindex: int
    size: int | str | None = None


class MetaData(Struct):
    """`signature.json` as it is written; fields that we do not know are left alone."""

    name: str = ""
    params: list[_Named] = field(default_factory=list)
    returns: _Typed | None = field(name="return", default=None)
    leetcode: int | None = None
    classname: str | None = None
    constructor: _Constructor = field(default_factory=_Constructor)
    methods: list[_Method] = field(default_factory=list)
    output: _Output | None = None
    extra: list[_Named] = field(default_factory=list)


class Described(Struct, frozen=True):
    """What `signature.json` says. `extra` are the further lines of a case."""

    signature: Signature | ClassSignature
    extra: tuple[Parameter, ...] = ()
    in_place: int | None = None
    in_place_size: bool = False


def read_meta_data(directory: Path) -> MetaData | None:
    """`signature.json`, None where there is none; raises PackageBroken where it is not readable."""
    path = directory / "signature.json"
    try:
        text = read_regular(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PackageBroken(f"{path}: {error.strerror}.") from error
    try:
        return msgspec.json.decode(text, type=MetaData)
    except msgspec.DecodeError as error:
        raise PackageBroken(f"{path}:{_line_of(error, text)}: {error}.") from error


def read_description(directory: Path) -> Described | None:
    """What a function or class problem takes, None for a stdio problem. Raises PackageBroken."""
    found = read_meta_data(directory)
    if found is None:
        return None
    path = directory / "signature.json"
    try:
        if found.classname:
            return Described(_class(found), _parameters(found.extra))
        if not found.name or found.returns is None:
            raise PackageBroken(f"{path}: `name` or `return` is missing.")
        return _function(found, path)
    except ValueError as error:
        raise PackageBroken(f"{path}: {error}.") from error


def _function(found: MetaData, path: Path) -> Described:
    assert found.returns is not None
    parameters = _parameters(found.params)
    signature = Signature(found.name, parameters, _type(found.returns.type, found.returns.form))
    if found.output is None:
        return Described(signature, _parameters(found.extra))
    index = found.output.paramindex
    if not 0 <= index < len(parameters):
        raise PackageBroken(f"{path}: `output.paramindex` {index} is no parameter's.")
    sized = found.output.size == "ret"
    return Described(signature, _parameters(found.extra), index, sized)


def _class(found: MetaData) -> ClassSignature:
    methods = tuple(
        Signature(each.name, _parameters(each.params), _type(each.returns.type, each.returns.form))
        for each in found.methods
    )
    return ClassSignature(found.classname or "", _parameters(found.constructor.params), methods)


def _parameters(named: list[_Named]) -> tuple[Parameter, ...]:
    return tuple(Parameter(each.name, _type(each.type, each.form)) for each in named)


def _type(text: str, form: Form | None) -> Type:
    """Raises ValueError, naming the text, for a type that nobody knows."""
    found = parse_type(text)
    return found if form is None else _with_form(found, form)


def _with_form(type_: Type, form: Form) -> Type:
    if type_.element is not None:
        return array(_with_form(type_.element, form))
    return structs.replace(type_, form=form) if type_.kind is Kind.NODE else type_


def _line_of(error: msgspec.DecodeError, text: bytes) -> int:
    """JSON's syntax errors say at which byte, or that the end is missing; those of type do not."""
    at = re.search(r"byte (\d+)", str(error))
    if at is None and "truncated" not in str(error):
        return 1
    return text.count(b"\n", 0, int(at[1]) if at else len(text)) + 1
