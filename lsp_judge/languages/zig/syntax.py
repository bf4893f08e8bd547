"""Zig source as a syntax tree, with places counted as the model counts them."""

from __future__ import annotations

from functools import cache

import tree_sitter
import tree_sitter_zig
from tree_sitter import Node

from lsp_judge.model.source import Document, Position, Span


class Source:
    """A parsed file; `text` is the document's own bytes."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.root = tree_sitter.Parser(_zig()).parse(self.text).root_node
        self._lines = self.text.split(b"\n")

    @property
    def decoded(self) -> str:
        return self.text.decode("utf-8", "replace")

    @property
    def line_count(self) -> int:
        return len(self._lines)

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


@cache
def _zig() -> tree_sitter.Language:
    return tree_sitter.Language(tree_sitter_zig.language())
