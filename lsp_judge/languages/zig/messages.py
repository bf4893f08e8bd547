"""What zig says: `solution.zig:3:5: error: text`, and what it says of our part of the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsp_judge.languages.zig.syntax import Source
from lsp_judge.model.source import Document, Severity, SourceMessage, Span

_LINE = re.compile(
    r"^(?:\S*/)?(?P<file>[\w.]+\.zig):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<kind>error|note|warning): (?P<text>.*)$"
)
_GENERAL = re.compile(r"^error: (?P<text>.*)$")
_USELESS = ("called from here", "called at comptime here", "referenced by")


def messages(text: str, document: Document) -> Sequence[SourceMessage]:
    """The messages in the compiler's order; a note belongs to the error above it."""
    source = Source(document)
    found: list[SourceMessage] = []
    for line in text.splitlines():
        if placed := _LINE.match(line):
            _add(found, placed, source)
        elif (general := _GENERAL.match(line)) and not found:
            found.append(SourceMessage(Severity.ERROR, general["text"]))
    return found


def _add(found: list[SourceMessage], placed: re.Match[str], source: Source) -> None:
    span = _span(placed, source)
    if placed["kind"] == "note":
        if found and not placed["text"].endswith(_USELESS):
            last = found[-1]
            # The place of a note in the user's file is where the mistake can be seen.
            found[-1] = SourceMessage(
                last.severity, last.text, last.span or span, (*last.notes, placed["text"])
            )
        return
    severity = Severity.ERROR if placed["kind"] == "error" else Severity.WARNING
    found.append(SourceMessage(severity, placed["text"], span))


def _span(placed: re.Match[str], source: Source) -> Span | None:
    line, column = int(placed["line"]) - 1, int(placed["column"]) - 1
    if placed["file"] != "solution.zig" or line >= source.line_count:
        return None
    start = source.position(line, column)
    return Span(start, start)
