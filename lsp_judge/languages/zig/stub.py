"""The beginning of a Zig solution: a free function, or a struct with `init` for a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsp_judge.languages.stubs import block, is_void, knows_nodes, linked_types
from lsp_judge.model.problem import Problem
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Signature, Type

_SCALARS = {
    Kind.INTEGER: ("i32", "0"),
    Kind.LONG: ("i64", "0"),
    Kind.UNSIGNED: ("u32", "0"),
    Kind.DOUBLE: ("f64", "0"),
    Kind.BOOLEAN: ("bool", "false"),
    Kind.STRING: ("[]const u8", '""'),
    Kind.CHARACTER: ("u8", "' '"),
    Kind.VOID: ("void", ""),
    Kind.NESTED: ("NestedInteger", ".{ .int = 0 }"),
}
_TAKEN = frozenset(
    "addrspace align allowzero and anyframe anytype asm async await bool break callconv catch"
    " comptime const continue defer else enum errdefer error export extern f64 false fn for i32"
    " i64 if inline linksection noalias noinline nosuspend null opaque or orelse packed pub resume"
    " return struct suspend switch test threadlocal true try type undefined union unreachable"
    " usingnamespace var void volatile while".split()
)
_PROGRAM = """\
const std = @import("std");

pub fn main(init: std.process.Init) !void {
    var in_buffer: [4096]u8 = undefined;
    var in = std.Io.File.stdin().reader(init.io, &in_buffer);
    const text = try in.interface.allocRemaining(init.gpa, .unlimited);
    defer init.gpa.free(text);
}
"""
_ALLOCATOR = "allocator: std.mem.Allocator"


def stub(problem: Problem) -> str | None:
    signature = problem.signature
    if signature is None:
        return _PROGRAM
    if not knows_nodes(signature):
        return None
    lines = ['const std = @import("std");', "", *_definitions(signature)]
    if isinstance(signature, ClassSignature):
        return block([*lines, *_class(signature)])
    return block([*lines, *_function(signature, (), "")])


def _definitions(signature: Signature | ClassSignature) -> Iterator[str]:
    for name, links in linked_types(signature):
        yield f"// Definition for {name}."
        yield f"// const {name} = struct {{"
        yield "//     val: i32 = 0,"
        for link, many in links:
            yield f"//     {link}: {f'[]?*{name} = &.{{}}' if many else f'?*{name} = null'},"
        yield "// };"


def _class(signature: ClassSignature) -> Iterator[str]:
    name = signature.name
    parameters = ", ".join([_ALLOCATOR, *_parameters(signature.constructor)])
    yield f"const {name} = struct {{"
    yield "    allocator: std.mem.Allocator,"
    yield ""
    yield f"    pub fn init({parameters}) {name} {{"
    yield from (f"        _ = {_name(each.name)};" for each in signature.constructor)
    yield from ("        return .{ .allocator = allocator };", "    }")
    for method in signature.methods:
        yield ""
        yield from _function(method, (f"self: *{name}",), "    ")
    yield "};"


def _function(signature: Signature, before: tuple[str, ...], indent: str) -> Iterator[str]:
    """Zig has no parameter that is not used, so each is thrown away until it is."""
    allocates = bool(signature.returns.depth) and not before
    first = [*before, *([_ALLOCATOR] if allocates else [])]
    parameters = ", ".join([*first, *_parameters(signature.parameters)])
    unused = [each.partition(":")[0] for each in first]
    unused += [_name(each.name) for each in signature.parameters]
    result = _type(signature.returns, result=True)
    yield f"{indent}pub fn {_name(signature.name)}({parameters}) {'!' * allocates}{result} {{"
    yield from (f"{indent}    _ = {each};" for each in unused)
    if not is_void(signature.returns):
        yield f"{indent}    return {_value(signature.returns)};"
    yield f"{indent}}}"


def _parameters(parameters: Iterable[Parameter]) -> list[str]:
    return [f"{_name(each.name)}: {_type(each.type)}" for each in parameters]


def _name(name: str) -> str:
    return f'@"{name}"' if name in _TAKEN else name


def _value(type_: Type) -> str:
    if type_.depth:
        return "&.{}"
    return "null" if type_.kind is Kind.NODE else _SCALARS[type_.kind][1]


def _type(type_: Type, *, result: bool = False) -> str:
    """Texts and nested integers are only read; everything else may be changed in place."""
    if type_.element is not None:
        inner = type_.element
        fixed = inner.kind in (Kind.STRING, Kind.NESTED) and not result
        return f"[]{'const ' if fixed else ''}{_type(inner, result=result)}"
    return f"?*{type_.name}" if type_.kind is Kind.NODE else _SCALARS[type_.kind][0]
