"""The glue: Go source that connects one entry with the support, made from its signature."""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.languages.go.gotypes import GoType, codec
from lsp_judge.languages.go.outline import Function
from lsp_judge.model.types import Kind, Signature

MODULE = "judge_build"
GLUE = "judge_glue.go"
SUPPORT = "judge_support"

# All names begin with judge_, as no solution's do: the glue sits in the user's own package.
_FUNCTION = """\
package main

import (
	"{module}/{support}"
	_ "{module}/{exports}"
)

{variables}
var _ = judge_support.Register(judge_support.Entry{{
	Arguments: {count},
	Decode: func(judge_from *judge_support.Reader) {{
{decode}	}},
	Call: func() {{ {call} }},
	Encode: func(judge_to *judge_support.Writer) {{ {encode} }},
}})
{main}"""

_PROGRAM = f"""\
package main

import _ "{MODULE}/judge_limits"
"""
# A shared library has to have a main, which never runs.
_MAIN = "\nfunc main() {}\n"


class Mismatch(Struct, frozen=True):
    """Why a function cannot take a problem's arguments; one sentence for people."""

    text: str


def function_glue(
    function: Function, signature: Signature, exports: str, *, has_main: bool
) -> str | Mismatch:
    """The glue that calls `function` with values of `signature`, position by position.

    `exports` is the package with the exported functions, `judge_wasm` or `judge_native`.
    """
    codecs = _codecs(function, signature)
    if isinstance(codecs, Mismatch):
        return codecs
    names = [f"judge_{position}" for position in range(len(codecs))]
    spelled = [own for _, own in function.parameters]
    variables = [f"var {name} {own}\n" for name, own in zip(names, spelled, strict=True)]
    decode = [
        f"\t\t{name} = {_reader(own, how, 'judge_from')}\n"
        for name, own, how in zip(names, spelled, codecs, strict=True)
    ]
    call = f"{function.name}({', '.join(names)})"
    encode = "judge_support.PutNil(judge_to)"
    if function.result is not None:
        variables.append(f"var judge_result {function.result}\n")
        call = f"judge_result = {call}"
        if (how := codec(function.result, signature.returns)) is not None:
            encode = _writer(function.result, how, "judge_to", "judge_result")
    return _FUNCTION.format(
        module=MODULE,
        support=SUPPORT,
        exports=exports,
        variables="".join(variables),
        count=len(codecs),
        decode="".join(decode),
        call=call,
        encode=encode,
        main="" if has_main else _MAIN,
    )


def program_glue() -> str:
    """What a program that reads stdin is given besides: the limit of its stacks."""
    return _PROGRAM


def _codecs(function: Function, signature: Signature) -> list[str] | Mismatch:
    """The codec of each parameter, after a look at the result."""
    own, wanted = function.parameters, signature.parameters
    if len(own) != len(wanted):
        takes = f"{function.name} has {len(own)} parameters"
        return Mismatch(f"{takes}, the problem's {signature.name} has {len(wanted)}")
    codecs = []
    for (name, spelled), parameter in zip(own, wanted, strict=True):
        if (how := codec(spelled, parameter.type)) is None:
            said = f"{name} {spelled}".strip()
            return Mismatch(f"the parameter {said} cannot take the problem's {parameter.type}")
        codecs.append(how)
    if signature.returns.kind is Kind.VOID:
        return codecs
    result = function.result
    if result is None or codec(result, signature.returns) is None:
        returns = f"returns {result}" if result is not None else "returns nothing"
        return Mismatch(f"{function.name} {returns}, the problem asks for {signature.returns}")
    return codecs


def _reader(spelled: GoType, how: str, reader: str) -> str:
    """A Go expression that reads a value: `judge_support.Slice(judge_from, ...)`."""
    if spelled.depth == 0:
        return f"{_element(spelled, how)}({reader})"
    return f"judge_support.Slice({reader}, {_read_function(spelled.element, how)})"


def _read_function(spelled: GoType, how: str) -> str:
    if spelled.depth == 0:
        return _element(spelled, how)
    inner = _reader(spelled, how, "judge_at")
    return f"func(judge_at *judge_support.Reader) {spelled} {{ return {inner} }}"


def _element(spelled: GoType, how: str) -> str:
    generic = how in {"Int", "Real", "Char"}
    return f"judge_support.{how}[{spelled}]" if generic else f"judge_support.{how}"


def _writer(spelled: GoType, how: str, writer: str, value: str) -> str:
    """A Go statement that writes `value`."""
    if spelled.depth == 0:
        return f"{_element(spelled, f'Put{how}')}({writer}, {value})"
    element = _write_function(spelled.element, how)
    return f"judge_support.PutSlice({writer}, {value}, {element})"


def _write_function(spelled: GoType, how: str) -> str:
    if spelled.depth == 0:
        generic = how in {"Int", "Real", "Char"}
        return f"judge_support.Put{how}[{spelled}]" if generic else f"judge_support.Put{how}"
    inner = _writer(spelled, how, "judge_into", "judge_value")
    parameters = f"judge_into *judge_support.Writer, judge_value {spelled}"
    return f"func({parameters}) {{ {inner} }}"
