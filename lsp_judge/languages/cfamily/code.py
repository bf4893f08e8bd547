"""A source without its comments and strings."""

from __future__ import annotations

import re

_COMMENT_OR_STRING = re.compile(rb'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
_INK = re.compile(rb"[^\n]")


def code_of(text: bytes) -> bytes:
    """The text with blanks in the place of comments and strings."""
    return _COMMENT_OR_STRING.sub(lambda found: _INK.sub(b" ", found[0]), text)
