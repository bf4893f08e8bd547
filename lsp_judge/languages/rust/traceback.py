"""Rust's panics: our hook's line, and the standard one of programs."""

from __future__ import annotations

import re

from lsp_judge.languages.base import Traceback
from lsp_judge.model.outcome import Frame

_PLACE = r"(?P<file>[^\s:]+\.rs):(?P<line>\d+):(?P<column>\d+)"
_OURS = re.compile(rf"^judge: panicked at (?:{_PLACE})?: (?P<what>.*)$", re.MULTILINE)
# Since 1.73 the text stands on a line of its own; before, in quotes before the place.
_NEW = re.compile(rf"^thread '.*?' (?:\(\d+\) )?panicked at {_PLACE}:\n(?P<what>.*)$", re.MULTILINE)
_OLD = re.compile(rf"^thread '.*?' panicked at '(?P<what>.*)', {_PLACE}$", re.MULTILINE)
_STACK = re.compile(r"has overflowed its stack")
# Division is not among them: it panics in every build.
_ARITHMETIC = re.compile(
    r"attempt to (?:add|subtract|multiply|negate|shift left|shift right) with overflow"
)


def read_traceback(text: str) -> Traceback | None:
    """The panic's text, and its place where it is in the user's file."""
    for pattern in (_OURS, _NEW, _OLD):
        if found := pattern.search(text):
            overflow = _ARITHMETIC.fullmatch(found["what"]) is not None
            return Traceback(f"panicked: {found['what']}", _frames(found), overflow)
    if _STACK.search(text):
        return Traceback("stack overflow: endless or very deep recursion")
    return None


def _frames(found: re.Match[str]) -> tuple[Frame, ...]:
    """A panic inside of the library has a place there, which is nobody's line."""
    if found["file"] is None or not found["file"].endswith("solution.rs"):
        return ()
    return (Frame("", "solution.rs", int(found["line"]), int(found["column"])),)
