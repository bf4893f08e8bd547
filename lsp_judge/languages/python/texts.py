"""Reads what Python says: the lines of `support/check.py`, and tracebacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsp_judge.languages.base import Traceback
from lsp_judge.model.outcome import Frame
from lsp_judge.model.source import Document, Position, Severity, SourceMessage, Span

FILE = "solution.py"

_MESSAGE = re.compile(
    r"^solution\.py:(\d+):(\d+)-(\d+):(\d+): (error|warning): (.*)$", re.MULTILINE
)
_FRAME = re.compile(r'^\s*File "solution\.py", line (\d+), in (.+)$', re.MULTILINE)
_NO_MODULE = re.compile(r"ModuleNotFoundError: No module named '([\w]+)[\w.]*'$")
_NO_NAME = re.compile(r"(?:NameError: name|AttributeError: .* has no attribute) '(\w+)'")
_NO_INTEGER = re.compile(
    r"^TypeError: (?:\w+ indices must be integers(?: or slices)?, not '?float"
    r"|'float' object cannot be interpreted as an integer)"
)
# What Python 2 had, and how Python 3 calls it: many an old solution was accepted with these.
_PYTHON_2 = {
    "xrange": "range",
    "unicode": "str",
    "basestring": "str",
    "long": "int",
    "unichr": "chr",
    "raw_input": "input",
    "cmp": "(a > b) - (a < b)",
    "iteritems": "items",
    "iterkeys": "keys",
    "itervalues": "values",
    "has_key": "in",
    "izip": "zip",
    "izip_longest": "zip_longest",
    "imap": "map",
    "ifilter": "filter",
    "maxint": "maxsize",
    "letters": "ascii_letters",
    "lowercase": "ascii_lowercase",
    "uppercase": "ascii_uppercase",
}
_HEAD = "Traceback (most recent call last):"
_REASON = re.compile(r"^(?:\w+\.)*[A-Z]\w*(?:: .*)?$")  # an exception's name, and its text


def read_messages(text: str, document: Document) -> Iterator[SourceMessage]:
    """The check's messages, in its order."""
    lines = document.text.decode("utf-8-sig", "replace").split("\n")
    for found in _MESSAGE.finditer(text):
        numbers = [int(each) for each in found.groups()[:4]]
        yield SourceMessage(Severity(found[5]), found[6], _span(numbers, lines))


def _span(numbers: list[int], lines: list[str]) -> Span | None:
    """From Python's places, which count from 1, to a span inside of the text.

    Python may name a line behind the last one, or an end before the start: then the span is
    the character, or the line, that is there.
    """
    line, column, end_line, end_column = numbers
    if line == 0:
        return None
    row = min(line, len(lines)) - 1
    text = lines[row].rstrip("\r")
    if column == 0 or line > len(lines):
        indent = len(text) - len(text.lstrip())
        return Span(Position(row, indent), Position(row, max(len(text), indent)))
    start = Position(row, min(column - 1, len(text)))
    end = Position(row, min(start.column + 1, len(text)))
    if end_line == line and end_column > column:
        end = Position(row, min(end_column - 1, len(text)))
    elif line < end_line <= len(lines):
        end = Position(end_line - 1, max(0, end_column - 1))
    return Span(start, max(start, end))


def read_traceback(text: str) -> Traceback | None:
    """A traceback as the worker writes it (the reason first) or as Python does (at the end)."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        return None
    before, head, after = text.partition(_HEAD)
    if before.strip() or not head:
        reason = lines[0].strip()
    else:
        plain = [line for line in after.splitlines() if line and not line.startswith(" ")]
        reason = plain[0] if plain else ""
    if not head and not _REASON.match(reason):
        return None
    frames = [Frame(found[2], FILE, int(found[1])) for found in _FRAME.finditer(text)]
    return Traceback(_with_advice(reason), tuple(reversed(frames)))


def _with_advice(reason: str) -> str:
    """What to do about a package that is not here, or a name that Python 3 does not have."""
    if found := _NO_MODULE.match(reason):
        return (
            f"{reason}: {found[1]} is not installed for the judge. Solutions have the standard "
            "library, sortedcontainers and what stands beside the judge itself; do without it"
        )
    if _NO_INTEGER.search(reason):
        return f"{reason}: in Python 3 `/` gives a float, of integers as well; `//` an integer"
    found = _NO_NAME.match(reason)
    if found is None or (now := _PYTHON_2.get(found[1])) is None:
        return reason
    return f"{reason}: '{found[1]}' is of Python 2; solutions run in Python 3, which has '{now}'"
