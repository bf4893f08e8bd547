"""Places in a source: bytes, as tree-sitter and compilers count, to code points, as we do."""

from __future__ import annotations

import re

from tree_sitter import Node

from lsp_judge.model.source import Position, Span

_BOM = b"\xef\xbb\xbf"
_WORD = re.compile(rb"[A-Za-z0-9_\x80-\xff]+")


class SourceText:
    """The bytes of a source by lines; a byte order mark is no column."""

    def __init__(self, text: bytes) -> None:
        self._lines = text.split(b"\n")
        self._marked = text.startswith(_BOM)

    @property
    def text(self) -> str:
        """The whole source; what is no UTF-8 in it is replaced."""
        return b"\n".join(self._lines).decode("utf-8", "replace")

    def position(self, line: int, column: int) -> Position:
        """The place of byte `column` of `line`, both from 0, kept inside the text."""
        line = min(max(line, 0), len(self._lines) - 1)
        before = self._lines[line].rstrip(b"\r")[: max(column, 0)]
        count = len(before.decode("utf-8", "replace"))
        marked = self._marked and line == 0 and column >= len(_BOM)
        return Position(line, count - 1 if marked else count)

    def span(self, node: Node) -> Span:
        """The range of a node of a tree over these bytes."""
        start, end = node.start_point, node.end_point
        return Span(self.position(start.row, start.column), self.position(end.row, end.column))

    def word_at(self, line: int, column: int) -> Span:
        """The word (or the one character) at a compiler's place, `column` in bytes from 0."""
        line = min(max(line, 0), len(self._lines) - 1)
        text = self._lines[line]
        if self._marked and line == 0 and not _begins(text, column):
            # clang counts a byte order mark, gcc does not.
            column += len(_BOM)
        found = _WORD.match(text, column)
        end = found.end() if found else column + 1
        return Span(self.position(line, column), self.position(line, end))


def _begins(text: bytes, column: int) -> bool:
    """Whether a word (or a sign) begins at `column`, the mark being no part of one."""
    if column < len(_BOM):
        return False
    within = _WORD.match(text, max(column - 1, len(_BOM)))
    return within is None or column == len(_BOM) or within.end() == column


def fence(text: bytes, solution: str, declaration: str) -> list[str]:
    """Lines that stand behind the user's file, for the compiler on its last line: what is left
    open there is reported there, and not in code that the user never saw."""
    last = text.rstrip().count(b"\n") + 1
    return [f'#line {last} "{solution}"', declaration]


def node_text(node: Node | None) -> str:
    """A node's own text, empty for none."""
    return node.text.decode("utf-8", "replace") if node is not None and node.text else ""
