"""The user's file as the interpreter gets it: its own bytes, but for imports that cannot be had."""

from __future__ import annotations

import re
import sys

from lsp_judge.languages.regions import submission_range

# Imports at top level; what they import from is the first name.
_IMPORT = re.compile(rb"^(?:from|import)[ \t]+([A-Za-z_]\w*)[^\n]*", re.M)
_GIVEN = ("sortedcontainers", "numpy")


def unit(text: bytes) -> bytes:
    """The file; where a submission is marked in it, imports outside of the marks that name what
    nobody has are blanked: tools leave them there for the editor's sake, and they are no part of
    what is judged."""
    marks = submission_range(text)
    if marks is None:
        return text
    start, end = marks
    return _blanked(text[:start]) + text[start:end] + _blanked(text[end:])


def _blanked(text: bytes) -> bytes:
    def kept(found: re.Match[bytes]) -> bytes:
        name = found[1].decode()
        known = name in sys.stdlib_module_names or name in _GIVEN
        return found[0] if known else re.sub(rb"[^\r\n]", b" ", found[0])

    return _IMPORT.sub(kept, text)
