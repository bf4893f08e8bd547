"""How a Zig solution that ends itself says why: our words, and those of programs."""

from __future__ import annotations

import re

from lsp_judge.languages.base import Traceback
from lsp_judge.model.outcome import Frame

_OURS = re.compile(r"^judge: panicked: (?P<what>.*)$", re.MULTILINE)
_ERROR = re.compile(r"^judge: error\.(?P<name>\w+)$", re.MULTILINE)
_PROGRAM = re.compile(r"^(?:thread \d+ )?panic: (?P<what>.*)$", re.MULTILINE)
_RETURNED = re.compile(r"^error: (?P<name>\w+)$", re.MULTILINE)
_PLACE = re.compile(r"(?:\S*/)?solution\.zig:(?P<line>\d+):(?P<column>\d+)")


def read_traceback(text: str) -> Traceback | None:
    """The reason in one line, and places in the user's file where the text has some."""
    for pattern in (_OURS, _PROGRAM):
        if found := pattern.search(text):
            return Traceback(f"panicked: {found['what']}", _frames(text))
    for pattern in (_ERROR, _RETURNED):
        if found := pattern.search(text):
            return Traceback(f"error.{found['name']}", _frames(text))
    return None


def _frames(text: str) -> tuple[Frame, ...]:
    places = _PLACE.finditer(text)
    return tuple(Frame("", "solution.zig", int(p["line"]), int(p["column"])) for p in places)
