"""What is appended to a Zig solution: structures that it has not, and the call of its entry.

The user's bytes come first and keep their lines. The glue is a part of the same file, because
functions need not be public; all that it declares begins with judge_.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsp_judge.languages.zig.outline import defines
from lsp_judge.languages.zig.syntax import Source
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.types import ClassSignature, Form, Kind, Parameter, Signature, Type

_STRUCTS = {
    Form.LIST: "val: i32 = 0, next: ?*{name} = null",
    Form.TREE: "val: i32 = 0, left: ?*{name} = null, right: ?*{name} = null",
    Form.NARY: "val: i32 = 0, children: []?*{name} = &.{{}}",
    Form.RANDOM: "val: i32 = 0, next: ?*{name} = null, random: ?*{name} = null",
    Form.GRAPH: "val: i32 = 0, neighbors: []?*{name} = &.{{}}",
    Form.NEXT: "val: i32 = 0, left: ?*{name} = null, right: ?*{name} = null, next: ?*{name} = null",
    Form.PARENT: "val: i32 = 0, left: ?*{name} = null, right: ?*{name} = null,"
    " parent: ?*{name} = null",
    Form.DOUBLE: "val: i32 = 0, prev: ?*{name} = null, next: ?*{name} = null",
    Form.MULTILEVEL: "val: i32 = 0, prev: ?*{name} = null, next: ?*{name} = null,"
    " child: ?*{name} = null",
}
_NESTED = "const NestedInteger = union(enum) { int: i32, list: []const NestedInteger };"
_BYTES = {Kind.STRING: ".text", Kind.CHARACTER: ".characters"}
_EXPORTS = """\
export fn judge_abi_version() u32 { return 1; }
export fn judge_abi_v1() u32 { return 1; }
export fn judge_input(judge_n: u32) usize { return judge_support.input(judge_n); }
export fn judge_call() u32 { return judge_support.run(judge_entry); }
export fn judge_result() usize { return judge_support.result(); }
export fn judge_bench(judge_i: u32, judge_w: u32) u32 {
    return judge_support.bench(judge_entry, judge_i, judge_w);
}"""


def compiled(request: BuildRequest, source: Source) -> bytes:
    """The user's file with the glue behind it."""
    lines = ["", 'const judge_support = @import("judge_support.zig");']
    if re.search(rb"\bstd\.", source.text) and not defines(source, "std"):
        lines.append('const std = @import("std");')
    if not defines(source, "panic"):
        lines.append("pub const panic = judge_support.panic;")
    lines += [*_supplied(request, source), _entry(request), _EXPORTS]
    return source.text + "\n".join(lines).encode() + b"\n"


def program(source: Source) -> bytes:
    """A program as it is, with `std` where it uses it without importing it."""
    if re.search(rb"\bstd\.", source.text) and not defines(source, "std"):
        return source.text + b'\nconst std = @import("std");\n'
    return source.text


def _supplied(request: BuildRequest, source: Source) -> list[str]:
    nodes = request.signature.nodes if request.signature is not None else ()
    lines = [
        f"const {each.name} = struct {{ {_STRUCTS[each.form].format(name=each.name)} }};"
        for each in nodes
        if each.form is not None and not defines(source, each.name)
    ]
    if b"NestedInteger" in source.text and not defines(source, "NestedInteger"):
        lines.append(_NESTED)
    return lines


def _entry(request: BuildRequest) -> str:
    signature, entry = request.signature, request.entry
    if isinstance(signature, ClassSignature):
        owner = entry.name
        methods = ", ".join(_method(f"{owner}.{each.name}", each) for each in signature.methods)
        made = Signature("init", signature.constructor, Type(Kind.VOID))
        call = (
            f"judge_support.design(judge_c, {owner}, {_method(f'{owner}.init', made)}, "
            f".{{{methods}}}, {_nodes(signature.nodes)})"
        )
    else:
        assert signature is not None
        path = f"{entry.owner}.{entry.name}" if entry.owner else entry.name
        call = f"judge_support.call(judge_c, {path}, {_nodes(signature.nodes)}, {_form(signature)})"
    return f"fn judge_entry(judge_c: *judge_support.Case) anyerror!void {{ try {call}; }}"


def _nodes(nodes: Sequence[Type]) -> str:
    return f"&.{{{', '.join(each.name for each in nodes)}}}"


def _method(path: str, signature: Signature) -> str:
    form = f"@as(judge_support.Form, {_form(signature)})"
    return f".{{ .f = {path}, .form = {form} }}"


def _form(signature: Signature) -> str:
    parameters = ", ".join(_bytes(each) for each in signature.parameters)
    after = ", ".join(str(index) for index in signature.after)
    return (
        f".{{ .extended = {_flag(signature.is_extended)}, .parameters = &.{{{parameters}}}, "
        f".result = {_bytes_of(signature.returns)}, .after = &.{{{after}}}, "
        f".first_node = {_flag(signature.heap)} }}"
    )


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _bytes(parameter: Parameter) -> str:
    return _bytes_of(parameter.type)


def _bytes_of(type_: Type) -> str:
    return _BYTES.get(type_.scalar, ".numbers")
