"""Whether a compiler failed by what was done to it, and not by what it read.

Compilers report a full disk, or that a part of theirs was killed, in the form of their other
errors, some even with a line of the solution. That is no compile error of anybody's.
"""

from __future__ import annotations

import re

_HINDRANCE = re.compile(
    "No space left on device|NoSpaceLeft|Disk quota exceeded|DiskQuota"
    "|Read-only file system|ReadOnlyFileSystem|Input/output error|InputOutput"
    "|Killed signal terminated program|signal: killed|terminated by signal 9|Killed: 9"
    "|unexpected signal|terminated unexpectedly|file truncated"
)
# Source lines that compilers quote are indented, and a solution may hold such words itself: in
# an error of its own (`#error`) they are what the error says.
_OWN = re.compile(r"^\s|^(?:\./)?solution\.\w+:\d+:\d+: error: (?!unable to )")


def is_hindered(text: str) -> bool:
    """Whether what a compiler said names a failure of the machine."""
    return any(_HINDRANCE.search(line) and not _OWN.match(line) for line in text.splitlines())
