"""The glue: Go source that connects one entry with the support, made from its signature."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.go.codecs import Mismatch, Values, Write
from lsp_judge.languages.go.gotypes import GoType
from lsp_judge.languages.go.linked import defines, definition, named_nodes, table
from lsp_judge.languages.go.outline import Design, Function
from lsp_judge.model.types import ClassSignature, Parameter, Signature, Type

MODULE = "judge_build"
GLUE = "judge_glue.go"
SUPPORT = "judge_support"

# All names begin with judge_, as no solution's do: the glue sits in the user's own package.
_HEAD = """\
package main

import (
	"{module}/{support}"
	_ "{module}/{exports}"
)

{supplied}"""
_FUNCTION = """\
{variables}
var _ = judge_support.Register(judge_support.Entry{{
	Arguments: {count},
	Decode: func(judge_from *judge_support.Reader) {{
{decode}	}},
	Call: func() {{ {call} }},
	Encode: func(judge_to *judge_support.Writer) {{
{encode}	}},
}})
"""
_CLASS = """\
var _ = judge_support.Register(judge_support.Entry{{
	Calls: func(judge_from *judge_support.Reader, judge_to *judge_support.Writer) {{
		judge_support.ReadTables(judge_from{tables})
		judge_calls := judge_support.OpenCalls(judge_from, judge_to)
		var judge_object {owner}
		for judge_calls.Next() {{
			switch judge_calls.Op {{
{cases}			default:
				judge_calls.Refuse()
			}}
		}}
		judge_calls.Close({listed})
	}},
}})
"""
_PROGRAM = f"""\
package main

import _ "{MODULE}/judge_limits"
"""
# A shared library has to have a main, which never runs.
_MAIN = "\nfunc main() {}\n"


def function_glue(
    function: Function,
    signature: Signature,
    exports: str,
    text: bytes,
    *,
    has_main: bool,
    back: Function | None = None,
) -> str | Mismatch:
    """The glue that calls `function` with values of `signature`, position by position.

    `exports` is the package with the exported functions, `judge_wasm` or `judge_native`; `text`
    the user's file. `back` is the second method of a round trip.
    """
    values = Values(signature.nodes)
    bound = values.parameters(function.parameters, signature.parameters, function.name)
    if isinstance(bound, Mismatch):
        return bound
    result = back.result if back is not None else function.result
    given = values.result(result, signature.returns, function.name)
    if isinstance(given, Mismatch):
        return given
    spelled = [own for _, own in function.parameters]
    variables = [f"var judge_{at} {own}\n" for at, own in enumerate(spelled)]
    if result is not None:
        variables.append(f"var judge_result {result}\n")
    decode = [f"\t\tjudge_{at} = {read('judge_from')}\n" for at, (read, _) in enumerate(bound)]
    encode = [given("judge_to", "judge_result")]
    if signature.is_extended:
        decode.insert(0, f"\t\tjudge_support.ReadTables(judge_from{_tables(signature.nodes)})\n")
        encode = _extended(signature, encode, [write for _, write in bound])
    body = _FUNCTION.format(
        variables="".join(variables),
        count=len(bound) + signature.is_extended,
        decode="".join(decode),
        call=_call(function, back, len(bound)),
        encode="".join(f"\t\t{line}\n" for line in encode),
    )
    return _head(exports, signature.nodes, text) + body + ("" if has_main else _MAIN)


def class_glue(
    design: Design, signature: ClassSignature, exports: str, text: bytes, *, has_main: bool
) -> str | Mismatch:
    """The glue that makes an object of a class and calls its methods as a case says."""
    values = Values(signature.nodes)
    cases: list[str] = []
    made = design.constructor
    parameters = made.parameters if made is not None else ()
    target = f"judge_object = {made.name}(" if made is not None else None
    cases_of = [_case(0, values, parameters, signature.constructor, target, None, None)]
    for index, method in enumerate(signature.methods, 1):
        own = design.method(method.name)
        if own is None:
            return Mismatch(f"{design.name} has no method {method.name}")
        target = f"judge_object.{own.name}("
        cases_of.append(
            _case(index, values, own.parameters, method.parameters, target, own, method.returns)
        )
    for case in cases_of:
        if isinstance(case, Mismatch):
            return case
        cases.append(case)
    body = _CLASS.format(
        tables=_tables(signature.nodes),
        listed=_tables(signature.nodes).removeprefix(", "),
        owner=design.owner,
        cases="".join(cases),
    )
    return _head(exports, signature.nodes, text) + body + ("" if has_main else _MAIN)


def program_glue() -> str:
    """What a program that reads stdin is given besides: the limit of its stacks."""
    return _PROGRAM


def given_glue() -> str:
    """For a debugger of a program: its input comes from a file."""
    return f'package main\n\nimport _ "{MODULE}/judge_given"\n'


def step_glue() -> str:
    """The start of a program for a debugger; the file may have a `main` of its own."""
    return f'package main\n\nimport "{MODULE}/judge_step"\n\nfunc init() {{ judge_step.Main() }}\n'


def _head(exports: str, nodes: Sequence[Type], text: bytes) -> str:
    used = {each.name: each for each in (*named_nodes(text), *nodes)}
    supplied = [definition(each) for each in used.values() if not defines(each.name, text)]
    supplied += [table(f"judge_t{index}", each) for index, each in enumerate(nodes)]
    return _HEAD.format(
        module=MODULE, support=SUPPORT, exports=exports, supplied="\n".join(supplied)
    )


def _tables(nodes: Sequence[Type]) -> str:
    return "".join(f", judge_t{index}" for index in range(len(nodes)))


def _call(function: Function, back: Function | None, count: int) -> str:
    names = ", ".join(f"judge_{position}" for position in range(count))
    if back is not None:
        there = f"judge_object.{function.name}({names})"
        made = f"judge_object := {function.maker}()"
        return f"{made}; judge_result = judge_object.{back.name}({there})"
    call = f"{function.name}({names})"
    return f"judge_result = {call}" if function.result is not None else call


def _extended(signature: Signature, result: list[str], writers: Sequence[Write]) -> list[str]:
    """What is looked at after the call, and the tables."""
    lines = ["judge_support.BeginExtended(judge_to)", *result]
    lines.append(f"judge_support.BeginAfter(judge_to, {len(signature.after)})")
    for index in signature.after:
        lines.append(writers[index]("judge_to", f"judge_{index}"))
    first = "true" if signature.heap else "false"
    lines.append(f"judge_support.EndTables(judge_to, {first}{_tables(signature.nodes)})")
    return lines


def _case(
    index: int,
    values: Values,
    own: Sequence[tuple[str, GoType]],
    wanted: Sequence[Parameter],
    target: str | None,
    method: Function | None,
    returns: Type | None,
) -> str | Mismatch:
    """One call of a class: its arguments are read, it is timed, its result is written."""
    name = method.name if method is not None else "the constructor"
    bound = values.parameters(own, wanted, name)
    if isinstance(bound, Mismatch):
        return bound
    lines = [f"judge_{at} := {read('judge_from')}" for at, (read, _) in enumerate(bound)]
    names = ", ".join(f"judge_{at}" for at in range(len(bound)))
    call = f"{target}{names})" if target is not None else ""
    write = "judge_support.PutNil(judge_to)"
    if method is not None and method.result is not None:
        assert returns is not None
        given = values.result(method.result, returns, name)
        if isinstance(given, Mismatch):
            return given
        lines.append(f"var judge_result {method.result}")
        call, write = f"judge_result = {call}", given("judge_to", "judge_result")
    lines.append(f"if judge_calls.Time(func() {{ {call} }}) {{ {write} }}")
    body = "".join(f"\t\t\t\t\t{line}\n" for line in lines)
    return f"\t\t\tcase {index}:\n\t\t\t\tif judge_calls.Takes({len(bound)}) {{\n{body}\t\t\t\t}}\n"
