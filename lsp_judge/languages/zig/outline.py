"""What a Zig file offers: functions, also those of `Solution`, structs with methods, `main`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
from lsp_judge.languages.regions import submission_range
from lsp_judge.languages.zig.syntax import Source
from lsp_judge.languages.zig.zigtypes import read_type
from lsp_judge.model.source import Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Kind, Parameter, Signature, Type

_SUPPLIED = ("Solution", "ListNode", "TreeNode", "Node", "NestedInteger")
_ALLOCATOR = ("std.mem.Allocator", "Allocator", "mem.Allocator")
_WHAT_WORKS = (
    "Cases carry integers, floats, bool, []const u8, ?*ListNode, ?*TreeNode, ?*Node and slices"
    " of them; a parameter std.mem.Allocator is given."
)


class Function(Struct, frozen=True):
    """A function's header, without allocators; of a method without the object."""

    name: str
    owner: str | None
    node: Node
    parameters: tuple[Parameter, ...]
    returns: Type
    takes_self: bool
    foreign: SourceMessage | None = None

    @property
    def signature(self) -> Signature:
        return Signature(self.name, self.parameters, self.returns)


def read_outline(source: Source) -> Outline:
    """The candidates in source order: those of the marked submission where there are any."""
    functions = list(all_functions(source))
    main = next((f for f in functions if f.name == "main" and f.owner is None), None)
    own = [f for f in functions if f is not main and not f.takes_self]
    own = [f for f in own if f.owner in (None, "Solution")]
    marks = submission_range(source.text)
    inside = own
    if marks is not None:
        inside = [f for f in own if marks[0] <= f.node.start_byte < marks[1]] or own
    entry = None
    if main is not None and len(inside) == len(own):
        entry = Entry("main", Shape.STDIO, source.span(_name(main.node)))
    candidates = tuple(_candidate(source, each) for each in inside)
    return Outline(candidates, entry, source.root.has_error, tuple(_classes(source, functions)))


def all_functions(source: Source) -> Iterator[Function]:
    """All functions at top level and in named structs."""
    for node in source.root.named_children:
        if node.type == "function_declaration":
            yield _function(source, node, None)
        elif node.type == "variable_declaration":
            name, body = _struct(node)
            for item in body.named_children if body is not None else ():
                if item.type == "function_declaration":
                    yield _function(source, item, source.written(name))


def _struct(node: Node) -> tuple[Node | None, Node | None]:
    """The name and the body of `const Name = struct { ... };`."""
    name = next((each for each in node.named_children if each.type == "identifier"), None)
    body = next((each for each in node.named_children if each.type == "struct_declaration"), None)
    return name, body


def defines(source: Source, name: str) -> bool:
    """Whether the file declares a constant of this name at top level."""
    declared = (n for n in source.root.named_children if n.type == "variable_declaration")
    return any(source.written(_struct(each)[0]) == name for each in declared)


def _name(node: Node) -> Node:
    return node.child_by_field_name("name") or node


def _function(source: Source, node: Node, owner: str | None) -> Function:
    listed = next((each for each in node.named_children if each.type == "parameters"), None)
    parameters: list[Parameter] = []
    takes_self, foreign = False, None
    for index, child in enumerate(listed.named_children if listed is not None else ()):
        spelled = child.child_by_field_name("type")
        text = source.written(spelled)
        if index == 0 and owner is not None and _is_self(text, owner):
            takes_self = True
        elif text not in _ALLOCATOR:
            found = read_type(text, source.decoded)
            if found is None and foreign is None:
                foreign = _foreign(source, spelled or child)
            label = source.written(child.child_by_field_name("name"))
            parameters.append(Parameter(label, found or Type(Kind.ANY)))
    result = node.child_by_field_name("type")
    returns = read_type(source.written(result), source.decoded, is_result=True)
    if returns is None and foreign is None and source.written(_name(node)) != "init":
        foreign = _foreign(source, result or node)
    name = source.written(_name(node))
    known = returns or Type(Kind.VOID)
    return Function(name, owner, node, tuple(parameters), known, takes_self, foreign)


def _is_self(text: str, owner: str) -> bool:
    return text.removeprefix("*").removeprefix("const ").strip() in (owner, "Self", "@This()")


def _foreign(source: Source, node: Node) -> SourceMessage:
    text = f"the type `{source.written(node)}` cannot be filled from a case"
    return SourceMessage(Severity.ERROR, text, source.span(node), (_WHAT_WORKS,))


def _candidate(source: Source, function: Function) -> Candidate:
    span = source.span(_name(function.node))
    entry = Entry(function.name, Shape.FUNCTION, span, function.owner)
    names = tuple(each.name for each in function.parameters)
    if function.foreign is not None:
        return Candidate(entry, names, problem=function.foreign)
    return Candidate(entry, names, function.signature)


def _classes(source: Source, functions: list[Function]) -> Iterator[ClassCandidate]:
    for owner in dict.fromkeys(f.owner for f in functions if f.owner not in (None, *_SUPPLIED)):
        made = next((f for f in functions if f.owner == owner and f.name == "init"), None)
        methods = [f for f in functions if f.owner == owner and f.takes_self]
        methods = [f for f in methods if f.name != "deinit"]
        if made is None or not methods or owner is None:
            continue
        entry = Entry(owner, Shape.CLASS, source.span(_name(made.node)))
        names = tuple(each.name for each in made.parameters)
        found = tuple(_candidate(source, each) for each in methods)
        parameters = made.parameters if made.foreign is None else None
        yield ClassCandidate(entry, found, names, parameters, made.foreign)
