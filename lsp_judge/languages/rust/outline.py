"""What a Rust file offers: functions of `Solution` and free ones, structs with methods, `main`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from tree_sitter import Node

from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
from lsp_judge.languages.regions import submission_range
from lsp_judge.languages.rust.rusttypes import RustType, read_type
from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.source import Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Kind, Parameter, Signature, Type

_SOLUTION = "Solution"
_SUPPLIED = ("ListNode", "TreeNode", "NestedInteger")
_VISIBLE = "visibility_modifier"
_WHAT_WORKS = (
    "Cases carry numbers, bool, char, String, Option<Box<ListNode>>,"
    " Option<Rc<RefCell<TreeNode>>> and vectors of them."
)


class Function(Struct, frozen=True):
    """A function's header. `result` None: it has none. `takes_self`: it is a method.
    `spelled` is the name as code has it (`r#type`)."""

    name: str
    owner: str | None
    node: Node
    parameters: tuple[tuple[str, RustType], ...]
    result: RustType | None
    takes_self: bool
    foreign: SourceMessage | None = None
    spelled: str = ""

    @property
    def signature(self) -> Signature:
        parameters = tuple(Parameter(name, spelled.type) for name, spelled in self.parameters)
        returns = self.result.type if self.result is not None else Type(Kind.VOID)
        return Signature(self.name, parameters, returns)


def read_outline(source: Source) -> Outline:
    """The candidates in source order: those of the marked submission where there are any."""
    functions = list(all_functions(source))
    main = next((f for f in functions if f.name == "main" and f.owner is None), None)
    own = [f for f in functions if f is not main and f.owner in (None, _SOLUTION)]
    if not is_plain(source, functions):
        own = [f for f in own if not f.takes_self]
    inside = _submitted(source, own)
    entry = None
    if main is not None and len(inside) == len(own):
        entry = Entry("main", Shape.STDIO, _name_span(source, main.node))
    candidates = tuple(_candidate(source, each) for each in _offered(inside))
    return Outline(candidates, entry, source.root.has_error, tuple(_classes(source, functions)))


def is_plain(source: Source, functions: list[Function]) -> bool:
    """Whether `Solution` is a name alone, of which an object can be made by `Solution {}`."""
    if constructor_of(functions, _SOLUTION) is not None:
        return False
    named = (node for node in source.root.named_children if node.type == "struct_item")
    made = next((node for node in named if source.child(node, "name") == _SOLUTION), None)
    body = made.child_by_field_name("body") if made is not None else None
    return body is None or not body.named_children


def _offered(found: list[Function]) -> list[Function]:
    """Sites call a public function of `Solution`; what stands beside it helps."""
    solution = [f for f in found if f.owner == _SOLUTION]
    public = [f for f in solution if any(c.type == _VISIBLE for c in f.node.named_children)]
    return public or solution or found


def all_functions(source: Source) -> Iterator[Function]:
    """All functions at top level and in inherent impls, tests aside."""
    for node in source.root.named_children:
        if node.type == "function_item" and not _is_test(source, node):
            yield _function(source, node, None)
        elif node.type == "impl_item" and node.child_by_field_name("trait") is None:
            owner = source.child(node, "type").split("<")[0].strip()
            body = node.child_by_field_name("body")
            for item in body.named_children if body is not None else ():
                if item.type == "function_item":
                    yield _function(source, item, owner)


def _is_test(source: Source, node: Node) -> bool:
    before = node.prev_named_sibling
    while before is not None and before.type in ("attribute_item", "line_comment"):
        if source.written(before) == "#[test]":
            return True
        before = before.prev_named_sibling
    return False


def _submitted(source: Source, found: list[Function]) -> list[Function]:
    marks = submission_range(source.text)
    if marks is None:
        return found
    return [f for f in found if marks[0] <= f.node.start_byte < marks[1]] or found


def _function(source: Source, node: Node, owner: str | None) -> Function:
    written = source.child(node, "name")
    name = written.removeprefix("r#")
    listed = node.child_by_field_name("parameters")
    parameters: list[tuple[str, RustType]] = []
    takes_self, foreign = False, None
    for child in listed.named_children if listed is not None else ():
        if child.type == "self_parameter":
            takes_self = True
        elif child.type == "parameter":
            label = source.child(child, "pattern").removeprefix("mut ").strip()
            spelled = child.child_by_field_name("type")
            found = read_type(source.written(spelled), source.aliases)
            if found is not None and "&" in found.kept:
                found = None  # nobody would own what it refers to
            if found is None and foreign is None:
                foreign = _foreign(source, spelled or child)
            parameters.append((label, found or RustType(Type(Kind.ANY), "()")))
    if node.child_by_field_name("type_parameters") is not None and foreign is None:
        foreign = _foreign(source, node.child_by_field_name("type_parameters") or node)
    spelled = node.child_by_field_name("return_type")
    result = read_type(source.written(spelled), source.aliases) if spelled is not None else None
    own = spelled is not None and source.written(spelled) in ("Self", owner)
    if spelled is not None and result is None and foreign is None and not own:
        foreign = _foreign(source, spelled)
    return Function(name, owner, node, tuple(parameters), result, takes_self, foreign, written)


def _foreign(source: Source, node: Node) -> SourceMessage:
    text = f"the type `{source.written(node)}` cannot be filled from a case"
    return SourceMessage(Severity.ERROR, text, source.span(node), (_WHAT_WORKS,))


def _name_span(source: Source, node: Node):  # type: ignore[no-untyped-def]
    return source.span(node.child_by_field_name("name") or node)


def _candidate(source: Source, function: Function) -> Candidate:
    entry = Entry(function.name, Shape.FUNCTION, _name_span(source, function.node), function.owner)
    names = tuple(name for name, _ in function.parameters)
    if function.foreign is not None:
        return Candidate(entry, names, problem=function.foreign)
    return Candidate(entry, names, function.signature)


def constructor_of(functions: list[Function], owner: str) -> Function | None:
    """`new`, or another function of the type that makes one of it."""
    own = [f for f in functions if f.owner == owner and not f.takes_self]
    return next((f for f in own if f.name == "new"), None)


def _classes(source: Source, functions: list[Function]) -> Iterator[ClassCandidate]:
    owners = dict.fromkeys(f.owner for f in functions if f.owner and f.owner not in _SUPPLIED)
    for owner in owners:
        made = constructor_of(functions, owner)
        methods = [f for f in functions if f.owner == owner and f.takes_self]
        if made is None or not methods:
            continue
        entry = Entry(owner, Shape.CLASS, _type_span(source, owner, made.node))
        names = tuple(name for name, _ in made.parameters)
        parameters = made.signature.parameters if made.foreign is None else None
        found = tuple(_candidate(source, each) for each in methods)
        yield ClassCandidate(entry, found, names, parameters, made.foreign)


def _type_span(source: Source, name: str, otherwise: Node):  # type: ignore[no-untyped-def]
    for node in source.root.named_children:
        if node.type == "struct_item" and source.child(node, "name") == name:
            return _name_span(source, node)
    return _name_span(source, otherwise)
