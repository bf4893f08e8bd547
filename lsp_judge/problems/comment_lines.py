"""The text of a source's comments, line by line, each with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from lsp_judge.model.source import CommentSyntax, Position, Span

# Strings are matched only so that a comment mark inside one is not taken for a comment. A quote
# after a digit is C++'s digit separator. Raw strings in backticks may span lines.
_STRINGS = r"""|"(?:\\.|[^"\\\n])*"|(?<![0-9])'(?:\\.|[^'\\\n])*'|`[^`]*`"""

# The star of a documentation block, or a line mark inside a block (as case managers write it).
_BLOCK_PREFIX = re.compile(r"[ \t]*(?:\*(?=\s|$)|//+)")
_DOC_MARK = re.compile(r"[/!#*]+(?=\s|$)")


class CommentLine(Struct, frozen=True):
    """One line of a comment without its mark. `column` is that of the text's first character.

    Lines with the same `run` have nothing but comments and blank lines between them.
    """

    text: str
    line: int
    column: int
    run: int

    def from_index(self, index: int) -> CommentLine:
        """The rest of the line from `index` on."""
        return CommentLine(self.text[index:], self.line, self.column + index, self.run)


class Passage(Struct, frozen=True):
    """Consecutive pieces of comment lines that together hold one input or output."""

    lines: tuple[CommentLine, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    def until(self, offset: int) -> Passage:
        """The passage up to `offset` in its text."""
        kept: list[CommentLine] = []
        for line in self.lines:
            kept.append(CommentLine(line.text[:offset], line.line, line.column, line.run))
            offset -= len(line.text) + 1
            if offset <= 0:
                break
        return Passage(tuple(kept))

    @property
    def span(self) -> Span:
        """From the first to the last character that is no space."""
        first, last = self.lines[0], self.lines[-1]
        lead = len(first.text) - len(first.text.lstrip())
        return Span(
            Position(first.line, first.column + lead),
            Position(last.line, last.column + len(last.text.rstrip())),
        )


def decode(text: bytes) -> str:
    """A source's text. A byte order mark is no character of it; bad bytes become U+FFFD."""
    return text.decode("utf-8-sig", errors="replace")


def comment_lines(source: str, syntax: CommentSyntax) -> list[CommentLine]:
    """All comment lines of `source` in order. Never raises; an open block ends with the file."""
    starts = [0, *(match.end() for match in re.finditer("\n", source))]
    found: list[CommentLine] = []
    run, end = 0, 0
    for start, stop, text_at, text_end, is_block in _comments(source, syntax):
        if source[end:start].strip():
            run += 1
        end = stop
        found += _lines_of(source, starts, (text_at, text_end), run, is_block)
    return found


def _comments(source: str, syntax: CommentSyntax) -> Iterator[tuple[int, int, int, int, bool]]:
    """Start and end of each comment, start and end of its text, and whether it is a block."""
    closers = dict(syntax.block)
    for match in _pattern(syntax).finditer(source):
        if mark := match["block"]:
            closed = match[0].endswith(closers[mark]) and len(match[0]) > len(mark)
            text_end = match.end() - (len(closers[mark]) if closed else 0)
            yield match.start(), match.end(), match.end("block"), text_end, True
        elif match["line"]:
            yield match.start(), match.end(), match.end("line"), match.end(), False


def _pattern(syntax: CommentSyntax) -> re.Pattern[str]:
    blocks = "|".join(re.escape(opener) for opener, _ in syntax.block) or "(?!)"
    lines = "|".join(re.escape(mark) for mark in syntax.line) or "(?!)"
    bodies = "".join(
        rf"(?:(?<={re.escape(opener)})(?s:.*?)(?:{re.escape(closer)}|\Z))|"
        for opener, closer in syntax.block
    )
    return re.compile(rf"(?P<block>{blocks})(?:{bodies}(?!))|(?P<line>{lines})[^\n]*{_STRINGS}")


def _lines_of(
    source: str, starts: Sequence[int], text: tuple[int, int], run: int, is_block: bool
) -> Iterator[CommentLine]:
    at, end = text
    number = bisect_right(starts, at) - 1
    if mark := _DOC_MARK.match(source, at, end):
        at = mark.end()
    while True:
        stop = source.find("\n", at, end)
        piece = source[at : end if stop < 0 else stop].rstrip("\r")
        yield CommentLine(piece, number, at - starts[number], run)
        if stop < 0:
            return
        number += 1
        at = starts[number]
        if is_block and (prefix := _BLOCK_PREFIX.match(source, at, end)):
            at = min(prefix.end(), end)
