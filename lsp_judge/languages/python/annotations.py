"""Types from annotations: `List[int]`, `"Optional[str]"`, `list[list[float]] | None`."""

from __future__ import annotations

import ast

from lsp_judge.languages.linked import node_type
from lsp_judge.model.types import Kind, Type, array, record

# Python's integers have no width; the judge passes any of 64 bits.
_SCALARS = {
    "int": Kind.INTEGER,
    "float": Kind.DOUBLE,
    "bool": Kind.BOOLEAN,
    "str": Kind.STRING,
    "None": Kind.VOID,
    # Passed as they are.
    "Any": Kind.ANY,
    "object": Kind.ANY,
}
_SEQUENCES = "List Sequence MutableSequence Iterable Collection Iterator Generator Deque Set"
_LISTS = {"list", "set", "deque", *_SEQUENCES.split()}


def read_annotation(text: str, source: str = "") -> Type | None:
    """The type that an annotation names, None where it is none of ours. `source` is the whole
    file, which tells what a `Node` is."""
    try:
        return _Reader(source).read(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source

    def read(self, node: ast.expr) -> Type | None:
        match node:
            case ast.Constant(value=None):
                return Type(Kind.VOID)
            case ast.Constant(value=str(text)):
                return read_annotation(text, self._source)
            case ast.Subscript(value=owner, slice=inner):
                return self._generic(_name(owner), inner)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return self._union([left, right])
        name = _name(node)
        if name == Kind.NESTED:
            return Type(Kind.NESTED)
        if (linked := node_type(name, self._source)) is not None:
            return linked
        if (of_two := record(name)) is not None:
            return of_two
        kind = _SCALARS.get(name)
        return Type(kind) if kind is not None else None

    def _generic(self, name: str, inner: ast.expr) -> Type | None:
        if name == "Optional":
            return self.read(inner)
        if name == "Union" and isinstance(inner, ast.Tuple):
            return self._union(inner.elts)
        if name in ("Tuple", "tuple") and isinstance(inner, ast.Tuple):
            return self._tuple(inner.elts)
        if name not in _LISTS:
            return None
        element = self.read(inner.elts[0] if isinstance(inner, ast.Tuple) and inner.elts else inner)
        return array(element) if element is not None and element.kind is not Kind.VOID else None

    def _union(self, members: list[ast.expr]) -> Type | None:
        """Of a union with None, the other type; every other union is none of ours."""
        types = [self.read(member) for member in members]
        others = [each for each in types if each is None or each.kind is not Kind.VOID]
        return others[0] if len(others) == 1 else None

    def _tuple(self, elements: list[ast.expr]) -> Type | None:
        """`Tuple[int, int]` and `Tuple[int, ...]` travel as arrays where all elements are alike."""
        dots = [each for each in elements if isinstance(each, ast.Constant) and each.value is ...]
        types = {self.read(each) for each in elements if each not in dots}
        only = types.pop() if len(types) == 1 else None
        return array(only) if only is not None else None


def _name(node: ast.expr) -> str:
    """`List` of `List` and of `typing.List`."""
    if isinstance(node, ast.Name):
        return node.id
    return node.attr if isinstance(node, ast.Attribute) else ""
