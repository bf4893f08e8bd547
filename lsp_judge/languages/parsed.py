"""A source as a syntax tree, with places counted as the model counts them."""

from __future__ import annotations

import tree_sitter
from tree_sitter import Node

from lsp_judge.model.source import Document, Position, Span


class Parsed:
    """A file and its tree; `text` is the document's own bytes."""

    def __init__(self, document: Document, grammar: tree_sitter.Language) -> None:
        self.text = document.text
        self.root = tree_sitter.Parser(grammar).parse(self.text).root_node
        self._lines = self.text.split(b"\n")

    @property
    def line_count(self) -> int:
        return len(self._lines)

    @property
    def decoded(self) -> str:
        """The text; what is no UTF-8 in it is replaced."""
        return self.text.decode("utf-8", "replace")

    def position(self, line: int, byte_column: int) -> Position:
        """The place of a byte: both count from 0; a line that does not exist is the last."""
        line = max(0, min(line, len(self._lines) - 1))
        before = self._lines[line][: max(0, byte_column)]
        return Position(line, len(before.decode("utf-8", "replace")))

    def span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        return Span(self.position(start.row, start.column), self.position(end.row, end.column))

    def written(self, node: Node | None) -> str:
        """The text of a node, empty for none."""
        if node is None:
            return ""
        return self.text[node.start_byte : node.end_byte].decode("utf-8", "replace")

    def child(self, node: Node, field: str) -> str:
        """The text of a named field, empty where the node has none."""
        return self.written(node.child_by_field_name(field))
