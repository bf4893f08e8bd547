"""The Go compiler's output as messages at the user's own places."""

from __future__ import annotations

import re

from lsp_judge.languages.go.imports import written_imports
from lsp_judge.languages.go.syntax import Source
from lsp_judge.languages.go.unit import SOLUTION
from lsp_judge.model.source import Document, Position, Severity, SourceMessage, Span

# `./solution.go:3:5: text`; the go command itself writes the file without `./`. Other files
# are the harness's own, or what a `//line` directive of the user's names.
_PLACED = re.compile(
    r"\s*(?:\./)?(?P<file>[^\s:]+\.go):(?P<line>\d+)(?::(?P<column>\d+))?"
    r"(?:\[[^\]]*\])?: (?P<text>.*)"
)
# `	imports syscall/js: build constraints exclude all Go files in ...`
_IMPORT = re.compile(r"\s*imports (?P<path>[^\s:]+)(?: from \S+)?: (?P<text>.*)")
# The linker: where an export of the user's has a name of the harness', and all that it says else.
_TWICE = re.compile(r"link: duplicated definition of symbol (?P<name>[^\s,]+).*")
_LINK = re.compile(r"link: (?:main: )?(?P<text>.+)")
# Notes name the user's place, then in brackets the one in the file that was compiled.
_OWN_PATH = re.compile(r"(?:\./)?(?P<place>solution\.go:\d+:\d+)(?:\[[^\]]*\])?")
_FOLDER = re.compile(r"(?: in| \()[ ]?(?:/|[A-Z]:\\)[^\s)]*\)?$")
_TOKEN = re.compile(r"\"[^\"]*\"|`[^`]*`|\w+|\S")
_USELESS = "too many errors"


def messages(text: str, document: Document) -> list[SourceMessage]:
    """All errors, in the compiler's order; indented lines below one are its notes."""
    if not text.strip():
        return []
    source = Source(document)
    found: list[SourceMessage] = []
    for line in text.splitlines():
        indented = line[:1] in {"\t", " "}
        if indented and found:
            found[-1] = _with_note(found[-1], line)
        elif (message := _message(line, source)) is not None:
            found.append(message)
    return found


def _message(line: str, source: Source) -> SourceMessage | None:
    if placed := _PLACED.fullmatch(line):
        if placed["text"].strip() == _USELESS:
            return None
        text = _FOLDER.sub("", placed["text"])
        return SourceMessage(Severity.ERROR, text, _span(placed, source))
    if imported := _IMPORT.fullmatch(line):
        text = f"{imported['path']}: {_FOLDER.sub('', imported['text'])}"
        places = [each for each in written_imports(source) if each.path == imported["path"]]
        span = source.span(places[0].node) if places else None
        return SourceMessage(Severity.ERROR, text, span)
    if twice := _TWICE.fullmatch(line):
        text = f"{twice['name']} is a name of the judge's own: call yours something else"
        return SourceMessage(Severity.ERROR, text, None)
    if link := _LINK.fullmatch(line):
        return SourceMessage(Severity.ERROR, link["text"], None)
    return None


def _with_note(message: SourceMessage, line: str) -> SourceMessage:
    note = _OWN_PATH.sub(r"\g<place>", line.strip())
    return SourceMessage(message.severity, message.text, message.span, (*message.notes, note))


def _span(placed: re.Match[str], source: Source) -> Span | None:
    """The token at the place; None where it is in a part that is not the user's."""
    if placed["file"] != SOLUTION:
        return None
    line = int(placed["line"]) - 1
    start = source.position(line, int(placed["column"] or 1) - 1)
    token = _TOKEN.match(source.line(start.line), start.column)
    width = len(token[0]) if token is not None else 0
    return Span(start, Position(start.line, start.column + width))
