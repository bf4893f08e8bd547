"""What a Go file offers: its functions with their signatures, and `main`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from tree_sitter import Node

from lsp_judge.languages.base import Candidate, ClassCandidate, Outline
from lsp_judge.languages.go.gotypes import GoType, read_type
from lsp_judge.languages.go.syntax import Source
from lsp_judge.languages.regions import submission_range
from lsp_judge.model.source import Entry, Severity, Shape, SourceMessage
from lsp_judge.model.types import Kind, Parameter, Signature, Type

_NEVER_ENTRIES = frozenset({"main", "init", "_"})
_WHAT_WORKS = (
    "Cases carry integers, floats, bool, string, byte, rune, *ListNode, *TreeNode, *Node and"
    " slices of them."
)


class Function(Struct, frozen=True):
    """A function's header: Go's types of parameters and result (None: it has no result). Of a
    method `maker` is the function that makes its object."""

    name: str
    parameters: tuple[tuple[str, GoType], ...]
    result: GoType | None
    maker: str = ""

    @property
    def signature(self) -> Signature:
        parameters = tuple(Parameter(name, spelled.type) for name, spelled in self.parameters)
        returns = self.result.type if self.result is not None else Type(Kind.VOID)
        return Signature(self.name, parameters, returns)


def outline(source: Source) -> Outline:
    """All functions of the file that are no methods; those with foreign types say so."""
    found: list[tuple[Node, Candidate]] = []
    main = None
    for node in source.root.named_children:
        if node.type != "function_declaration":
            continue
        name = source.child(node, "name")
        if name == "main":
            main = _entry(source, node, Shape.STDIO)
        elif name not in _NEVER_ENTRIES:
            found.append((node, _candidate(source, node)))
    classes = tuple(_class(source, each) for each in designs(source))
    inside = _submitted(source, found)
    if len(inside) < len(found):
        main = None
    candidates = tuple(candidate for _, candidate in inside)
    return Outline(candidates, main, source.root.has_error, classes)


def _submitted(source: Source, found: list[tuple[Node, Candidate]]) -> list[tuple[Node, Candidate]]:
    """What stands in the marked submission, where that is anything."""
    marks = submission_range(source.text)
    if marks is None:
        return found
    return [each for each in found if marks[0] <= each[0].start_byte < marks[1]] or found


class Design(Struct, frozen=True):
    """A type with methods. `constructor` is the function that makes it (None: its zero value
    will do), `owner` how the variable for it is declared. A method that cannot be read is its
    message."""

    name: str
    owner: str
    node: Node
    constructor: Function | None
    foreign: SourceMessage | None
    methods: tuple[tuple[Node, Function | SourceMessage], ...]

    def method(self, name: str) -> Function | None:
        """The method of this name that can be called."""
        named = (each for _, each in self.methods if isinstance(each, Function))
        return next((each for each in named if each.name == name), None)


def designs(source: Source) -> list[Design]:
    """The types that a class problem could mean: those with methods that can be called, the ones
    with a constructor first."""
    methods: dict[str, list[tuple[Node, Function | SourceMessage]]] = {}
    for node in source.root.named_children:
        if node.type == "method_declaration" and (owner := _receiver(source, node)):
            methods.setdefault(owner, []).append((node, _header(source, node)))
    found = [_design(source, name, tuple(each)) for name, each in methods.items()]
    kept = [each for each in found if each is not None and each.name not in _SUPPLIED]
    return sorted(kept, key=lambda each: each.constructor is None)


_SUPPLIED = ("ListNode", "TreeNode", "NestedInteger")


def _design(
    source: Source, name: str, methods: tuple[tuple[Node, Function | SourceMessage], ...]
) -> Design | None:
    declared = _type_name(source, name)
    if declared is None:
        return None
    made = _constructor(source, name)
    if made is None:
        return Design(name, name, declared, None, None, methods)
    node, spelled = made
    header = _header(source, node, result=False)
    if isinstance(header, SourceMessage):
        return Design(name, spelled, declared, None, header, methods)
    return Design(name, spelled, declared, header, None, methods)


def _type_name(source: Source, name: str) -> Node | None:
    """Where the type is declared."""
    for node in source.root.named_children:
        if node.type == "type_declaration":
            for spec in node.named_children:
                if source.child(spec, "name") == name:
                    return spec.child_by_field_name("name")
    return None


def _constructor(source: Source, name: str) -> tuple[Node, str] | None:
    """The function that returns the type or a pointer to it, `Constructor` before others, and
    how it spells that."""
    found = []
    for node in source.root.named_children:
        if node.type != "function_declaration":
            continue
        spelled = source.child(node, "result").strip("()").split()[-1:]
        if spelled and spelled[0].removeprefix("*") == name:
            found.append((node, spelled[0]))
    named = [each for each in found if source.child(each[0], "name").startswith("Constructor")]
    return next(iter(named or found), None)


def _receiver(source: Source, node: Node) -> str:
    """The type that a method belongs to."""
    for _, spelled in _declared(source, node, "receiver"):
        return source.written(spelled).removeprefix("*").split("[")[0].strip()
    return ""


def _class(source: Source, design: Design) -> ClassCandidate:
    entry = Entry(design.name, Shape.CLASS, source.span(design.node))
    methods = tuple(_method(source, design, node, header) for node, header in design.methods)
    if design.foreign is not None:
        return ClassCandidate(entry, methods, (), None, design.foreign)
    made = design.constructor
    parameters = made.signature.parameters if made is not None else ()
    return ClassCandidate(entry, methods, tuple(each.name for each in parameters), parameters)


def _method(
    source: Source, design: Design, node: Node, header: Function | SourceMessage
) -> Candidate:
    name = node.child_by_field_name("name") or node
    entry = Entry(source.written(name), Shape.FUNCTION, source.span(name), design.name)
    names = tuple(each for each, _ in _declared(source, node, "parameters"))
    if isinstance(header, SourceMessage):
        return Candidate(entry, names, problem=header)
    return Candidate(entry, names, header.signature)


def read_method(source: Source, owner: str, name: str) -> Function | SourceMessage | None:
    """The header of a method, and what makes its object; None: no such method."""
    for design in designs(source):
        found = design.method(name) if design.name == owner else None
        if found is not None:
            made = design.constructor
            return replace(found, maker=made.name if made is not None else f"new({owner})")
    return None


def read_function(source: Source, name: str) -> Function | SourceMessage | None:
    """The header of the function `name`, or what in it is foreign; None: no such function."""
    for node in source.root.named_children:
        if node.type == "function_declaration" and source.child(node, "name") == name:
            return _header(source, node)
    return None


def _candidate(source: Source, node: Node) -> Candidate:
    entry = _entry(source, node, Shape.FUNCTION)
    names = tuple(name for name, _ in _declared(source, node, "parameters"))
    header = _header(source, node)
    if isinstance(header, SourceMessage):
        return Candidate(entry, names, problem=header)
    return Candidate(entry, names, header.signature)


def _entry(source: Source, node: Node, shape: Shape) -> Entry:
    name = node.child_by_field_name("name") or node
    return Entry(source.written(name), shape, source.span(name))


def _header(source: Source, node: Node, *, result: bool = True) -> Function | SourceMessage:
    generic = node.child_by_field_name("type_parameters")
    if generic is not None:
        return _foreign(source, generic, "a generic function cannot be the entry")
    parameters = []
    for name, spelled in _declared(source, node, "parameters"):
        found = read_type(source, spelled)
        if found is None:
            return _foreign(source, spelled, _unknown(source, spelled))
        parameters.append((name, found))
    results = _results(source, node) if result else []
    if len(results) > 1:
        return _foreign(source, results[1], "a function with several results cannot be the entry")
    spelled_result = read_type(source, results[0]) if results else None
    if results and spelled_result is None:
        return _foreign(source, results[0], _unknown(source, results[0]))
    return Function(source.child(node, "name"), tuple(parameters), spelled_result)


def _results(source: Source, node: Node) -> list[Node]:
    result = node.child_by_field_name("result")
    if result is None:
        return []
    if result.type != "parameter_list":
        return [result]
    return [spelled for _, spelled in _declared(source, node, "result")]


def _declared(source: Source, node: Node, field: str) -> Iterator[tuple[str, Node]]:
    """Name and type of each parameter; `a, b int` gives two, `int` alone one without a name."""
    parameters = node.child_by_field_name(field)
    for declaration in parameters.named_children if parameters is not None else ():
        spelled = declaration.child_by_field_name("type")
        if spelled is None:
            continue
        if declaration.type == "variadic_parameter_declaration":
            spelled = declaration  # `...int` as a whole is no type that we know.
        names = declaration.children_by_field_name("name")
        for name in names:
            yield source.written(name), spelled
        if not names:
            yield "", spelled


def _unknown(source: Source, spelled: Node) -> str:
    return f"the type {source.written(spelled)} cannot be filled from a case"


def _foreign(source: Source, node: Node, text: str) -> SourceMessage:
    return SourceMessage(Severity.ERROR, text, source.span(node), (_WHAT_WORKS,))
