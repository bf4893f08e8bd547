"""The Go compiler's output as messages at the user's own places."""

from __future__ import annotations

import re

from lsp_judge.languages.go.glue import GLUE
from lsp_judge.languages.go.syntax import Source
from lsp_judge.languages.go.unit import HEADER, SOLUTION
from lsp_judge.model.source import Document, Position, Severity, SourceMessage, Span

# `./solution.go:3:5: text`; the go command itself writes the file without `./`.
_PLACED = re.compile(
    rf"(?:\S*[/\\])?(?P<file>{re.escape(SOLUTION)}|{re.escape(HEADER)}|{re.escape(GLUE)})"
    r":(?P<line>\d+)(?::(?P<column>\d+))?(?:\[[^\]]*\])?: (?P<text>.*)"
)
# Notes name the user's place, then in brackets the one in the file that was compiled.
_OWN_PATH = re.compile(r"(?:\./)?(?P<place>solution\.go:\d+:\d+)(?:\[[^\]]*\])?")
_TOKEN = re.compile(r"\"[^\"]*\"|`[^`]*`|\w+|\S")
_USELESS = "too many errors"


def read_messages(text: str, source: Source) -> list[SourceMessage]:
    """All errors, in the compiler's order; indented lines below one are its notes."""
    found: list[SourceMessage] = []
    notes: list[list[str]] = []
    for line in text.splitlines():
        if placed := _PLACED.match(line):
            if placed["text"].strip() == _USELESS:
                continue
            found.append(SourceMessage(Severity.ERROR, placed["text"], _span(placed, source)))
            notes.append([])
        elif line[:1] in {"\t", " "} and found:
            notes[-1].append(_OWN_PATH.sub(r"\g<place>", line.strip()))
    return [
        SourceMessage(message.severity, message.text, message.span, tuple(added))
        for message, added in zip(found, notes, strict=True)
    ]


def _span(placed: re.Match[str], source: Source) -> Span | None:
    """The token at the place; None where it is in the part of the file that is ours."""
    if placed["file"] != SOLUTION:
        return None
    line = int(placed["line"]) - 1
    start = source.position(line, int(placed["column"] or 1) - 1)
    token = _TOKEN.match(source.line(start.line), start.column)
    width = len(token[0]) if token is not None else 0
    return Span(start, Position(start.line, start.column + width))


def messages(text: str, document: Document) -> list[SourceMessage]:
    """See `Language.messages`."""
    return read_messages(text, Source(document)) if text.strip() else []
