"""Go source as a syntax tree, with places counted as the model counts them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import tree_sitter
import tree_sitter_go
from tree_sitter import Node

from lsp_judge.model.source import Document, Position, Span

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Source:
    """A parsed file. `text` is the document's without a byte order mark."""

    def __init__(self, document: Document) -> None:
        self.text = document.text.removeprefix(_BYTE_ORDER_MARK)
        self.root = tree_sitter.Parser(_go()).parse(self.text).root_node
        self._lines = self.text.split(b"\n")

    def position(self, line: int, byte_column: int) -> Position:
        """The place of a byte: both count from 0; a line that does not exist is the last."""
        line = max(0, min(line, len(self._lines) - 1))
        before = self._lines[line][: max(0, byte_column)]
        return Position(line, len(before.decode("utf-8", "replace")))

    def line(self, number: int) -> str:
        """A line's text without its end; empty where there is no such line."""
        if not 0 <= number < len(self._lines):
            return ""
        return self._lines[number].decode("utf-8", "replace").rstrip("\r")

    def span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        return Span(self.position(start.row, start.column), self.position(end.row, end.column))

    def written(self, node: Node) -> str:
        return self.text[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def child(self, node: Node, field: str) -> str:
        """The text of a named field, empty where the node has none."""
        found = node.child_by_field_name(field)
        return self.written(found) if found is not None else ""


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in source order."""
    pending = [node]
    while pending:
        current = pending.pop()
        yield current
        pending.extend(reversed(current.named_children))


@cache
def _go() -> tree_sitter.Language:
    return tree_sitter.Language(tree_sitter_go.language())
