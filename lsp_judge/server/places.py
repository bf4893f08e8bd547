"""Where a place of the judged text is in the text as the editor holds it now.

A report speaks of the text that was saved; while it was made, a person goes on typing. Lines
before and after the edited region keep their meaning, those inside it have lost it.
"""

from __future__ import annotations

from lsp_judge.model.source import Position, Span


def split_lines(text: str) -> list[str]:
    """The lines without their ends. Only line feeds count, as they do for compilers."""
    return [line.removesuffix("\r") for line in text.split("\n")]


class Places:
    """Maps lines from `judged` to `current`; the same text maps to itself."""

    def __init__(self, judged: str, current: str) -> None:
        self.edited = judged != current
        self.judged = split_lines(judged)
        self.current = split_lines(current) if self.edited else self.judged
        self._head = _common(self.judged, self.current) if self.edited else len(self.judged)
        rest = min(len(self.judged), len(self.current)) - self._head
        tail = _common(self.judged[::-1], self.current[::-1]) if self.edited else 0
        self._tail = min(tail, rest)

    def line(self, judged: int) -> int | None:
        """The line now, None where it was edited away."""
        if judged < self._head:
            return judged
        if judged >= len(self.judged) - self._tail:
            moved = judged + len(self.current) - len(self.judged)
            return moved if moved < len(self.current) else None
        return None

    def nearest(self, judged: int) -> int:
        """The line now, or the first one of the edited region."""
        line = self.line(judged)
        return min(self._head, len(self.current) - 1) if line is None else line

    def span(self, span: Span) -> Span:
        """The same range now: never empty where its line has text, never outside of the text."""
        last = len(self.judged) - 1
        if span.start.line > last or self.line(span.start.line) is None:
            return self.whole_line(self.nearest(min(span.start.line, last)))
        start = Position(self.nearest(span.start.line), span.start.column)
        end = Position(max(self.nearest(min(span.end.line, last)), start.line), span.end.column)
        if end <= start:
            return self._to_the_end(start)
        return Span(self._clamped(start), self._clamped(end))

    def whole_line(self, line: int) -> Span:
        """A line of the current text without its indentation."""
        text = self.current[line]
        indentation = len(text) - len(text.lstrip())
        return Span(Position(line, indentation), Position(line, len(text)))

    def _to_the_end(self, start: Position) -> Span:
        text = self.current[start.line]
        if start.column >= len(text.rstrip()) or start.column == 0:
            return self.whole_line(start.line)
        return Span(start, Position(start.line, len(text)))

    def _clamped(self, position: Position) -> Position:
        return Position(position.line, min(position.column, len(self.current[position.line])))


def _common(one: list[str], other: list[str]) -> int:
    """The number of equal lines at the start of both."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
