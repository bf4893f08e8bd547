"""The user's file as the interpreter gets it: its own bytes, but for imports that cannot be had."""

from __future__ import annotations

import re
import sys

from lsp_judge.languages.python.project import needless_imports
from lsp_judge.languages.regions import submission_range

# Imports at top level; what they import from is the first name.
_IMPORT = re.compile(rb"^(?:from|import)[ \t]+([A-Za-z_]\w*)[^\n]*", re.M)
_RELATIVE = re.compile(rb"^from[ \t]+\.", re.M)
_KNOWN = frozenset({*sys.stdlib_module_names, "sortedcontainers", "numpy"})


def unit(text: bytes) -> bytes:
    """The file; where a submission is marked in it, imports outside of the marks that name what
    nobody has are blanked: tools leave them there for the editor's sake, and they are no part of
    what is judged. In a file without marks only those go that nothing needs."""
    marks = submission_range(text)
    if marks is None:
        return _without_needless(text)
    start, end = marks
    return _blanked(text[:start]) + text[start:end] + _blanked(text[end:])


def _without_needless(text: bytes) -> bytes:
    modules = {found.decode() for found in _IMPORT.findall(text)}
    # Most files import nothing else, and need not be parsed for it.
    if modules <= _KNOWN and not _RELATIVE.search(text):
        return text
    kept = bytearray(text)
    for start, end in needless_imports(text, _KNOWN):
        kept[start:end] = re.sub(rb"[^\r\n]", b" ", text[start:end])
    return bytes(kept)


def _blanked(text: bytes) -> bytes:
    def kept(found: re.Match[bytes]) -> bytes:
        name = found[1].decode()
        return found[0] if name in _KNOWN else re.sub(rb"[^\r\n]", b" ", found[0])

    return _IMPORT.sub(kept, text)
