"""The small file that includes the user's and calls its entry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lsp_judge.languages.c.call import Call
from lsp_judge.languages.c.outline import (
    Design,
    design_of,
    entry_function,
    function_named,
    scope_of,
    without_self,
)
from lsp_judge.languages.c.shape import Scope, read_shape
from lsp_judge.languages.c.supplied import defines, layout, supplied_struct
from lsp_judge.languages.cfamily.code import code_of
from lsp_judge.languages.cfamily.functions import Function
from lsp_judge.languages.cfamily.text import fence, node_text
from lsp_judge.languages.linked import node_type
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.source import Shape
from lsp_judge.model.types import ClassSignature, Signature, Type

# What may not follow a declaration without its `;`.
_FENCE = '_Static_assert(1, "");'
_HASH = re.compile(rb"\bUT_hash_handle\b")


def glue(request: BuildRequest, solution: str) -> bytes:
    """The translation unit; `solution` is the name under which the user's file is included.

    Raises ValueError where the entry is not in the document, or not to be called.
    """
    lines = [*_supplied(request), f'#include "{solution}"']
    lines += fence(request.document.text, solution, _FENCE)
    if request.shape is not Shape.STDIO:
        # What is wrong with the call is wrong with the entry's declaration.
        lines.append(f'#line {request.entry.span.start.line + 1} "{solution}"')
        lines.append(_entry(request))
    return ("\n".join(lines) + "\n").encode()


def _supplied(request: BuildRequest) -> list[str]:
    """What the file uses without having it."""
    code, source = code_of(request.document.text), request.document.text.decode("utf-8", "replace")
    nodes = request.signature.nodes if request.signature is not None else ()
    named = (node_type(name, source) for name in ("ListNode", "TreeNode") if name.encode() in code)
    used = {each.name: each for each in (*named, *nodes) if each is not None}
    lines = [
        supplied_struct(each)
        for name, each in used.items()
        if each.form is not None and not defines(name, code)
    ]
    if b"NestedInteger" in code and not defines("NestedInteger", code):
        lines.append('#include "judge_nested.h"')
    if _HASH.search(code):
        lines.append('#include "uthash.h"')
    return lines


def _entry(request: BuildRequest) -> str:
    """One line, so that all of it stands on the entry's."""
    scope = scope_of(request.document)
    signature = request.signature
    nodes = signature.nodes if signature is not None else ()
    if isinstance(signature, ClassSignature):
        design = design_of(request.document, request.entry)
        if design is None:
            raise ValueError(f"there is no '{request.entry.name}' any more")
        body = _design(design, scope, nodes)
        return f"{_layouts(nodes)} judge_status judge_entry(judge_void) {{ {body} }}"
    function = entry_function(request.document, request.entry)
    if function is None:
        raise ValueError(f"there is no function '{request.entry.name}' any more")
    body = _function(request, function, scope, signature)
    return f"{_layouts(nodes)} judge_status judge_entry(judge_void) {{ {body} }}"


def _layouts(nodes: Sequence[Type]) -> str:
    texts = [layout(f"judge_l{i}", each, f"struct {each.name}") for i, each in enumerate(nodes)]
    listed = "".join(f"&judge_l{i}, " for i in range(len(nodes)))
    if texts:
        texts.append(f"static const judge_layout *const judge_ls[] = {{{listed}0}};")
    return " ".join(texts)


def _tables(nodes: Sequence[Type]) -> str:
    return f"judge_take_tables({'judge_ls' if nodes else '0'}, {len(nodes)}u);"


def _function(
    request: BuildRequest, function: Function, scope: Scope, signature: Signature | None
) -> str:
    nodes = signature.nodes if signature is not None else ()
    extended = signature is not None and signature.is_extended
    call = Call(read_shape(function, scope), function, nodes)
    statements = [f"judge_begin({len(call.values) + extended}u);"]
    if extended:
        statements.append(_tables(nodes))
    statements += call.take()
    statements.append("judge_status judge_s = judge_ready();")
    statements.append("if (judge_s != JUDGE_RETURNED) return judge_s;")
    if signature is not None and signature.then is not None:
        return _trip(request, call, statements, signature, scope)
    statements += call.perform(request.entry.name, "judge_stop()")
    if signature is None or not extended:
        return " ".join([*statements, call.give(), "return judge_s;"])
    return " ".join([*statements, *_extended(call, signature)])


def _extended(call: Call, signature: Signature) -> list[str]:
    statements = ["judge_give_extended();", call.give()]
    statements.append(f"judge_give_after({len(signature.after)}u);")
    for index in signature.after:
        statements.append("if (judge_s == JUDGE_RETURNED)")
        statements.append(call.give_argument(index))
    if signature.heap:
        statements.append("judge_give_first_node();")
    statements.append("return judge_s != JUDGE_RETURNED ? judge_s : judge_give_tables();")
    return statements


def _trip(
    request: BuildRequest, call: Call, statements: list[str], signature: Signature, scope: Scope
) -> str:
    """There and back again: the second function is called with what the first one gives."""
    back = function_named(request.document, signature.then or "")
    if back is None:
        raise ValueError(f"there is no function '{signature.then}' any more")
    second = Call(read_shape(back, scope), back, signature.nodes)
    there = f"{request.entry.name}({', '.join(call.arguments())})"
    statements.append(
        f"judge_start(); __auto_type judge_r = {signature.then}({there}); judge_stop();"
    )
    if not signature.is_extended:
        return " ".join([*statements, second.give(), "return judge_s;"])
    return " ".join([*statements, *_extended(second, signature)])


def _design(design: Design, scope: Scope, nodes: Sequence[Type]) -> str:
    """The calls of what stands for a class, in a loop."""
    owner = f"{design.create.result.base} *judge_o = 0;"
    void = design.create
    calls = [_call(0, Call(read_shape(_no_result(void), scope), void, nodes), void, "judge_o = ")]
    for index, (_, function) in enumerate(design.methods, 1):
        call = Call(read_shape(without_self(function), scope), without_self(function), nodes)
        calls.append(_call(index, call, function, ""))
    free = f"if (judge_o) {node_text(design.free.name)}(judge_o);" if design.free else ""
    return (
        f"{owner} judge_uint judge_op = 0; judge_status judge_s = JUDGE_RETURNED; "
        f"judge_begin(2u); {_tables(nodes)} judge_open_calls(); "
        f"while (judge_s == JUDGE_RETURNED && judge_next_call(&judge_op)) switch (judge_op) {{ "
        f"{' '.join(calls)} default: judge_refuse_call(); }} "
        f"if (judge_s != JUDGE_RETURNED) return judge_s; judge_s = judge_close_calls(); "
        f"{free} return judge_s;"
    )


def _no_result(function: Function) -> Function:
    return replace(function, result=replace(function.result, base="void", pointers=0))


def _call(index: int, call: Call, function: Function, before: str) -> str:
    name = node_text(function.name)
    own = "" if before else "judge_o"
    statements = [
        f"case {index}: {{ if (!judge_call_takes({len(call.values)}u)) break;",
        *call.take(),
        "if (!judge_is_good()) break;",
        *call.perform(name, "judge_lap()", own, before),
        "judge_give_none();" if before else call.give(),
        "break; }",
    ]
    return " ".join(statements)
