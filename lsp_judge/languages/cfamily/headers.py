"""Headers of somebody's own project: `#include "leetcode.h"`.

They hold what sites have anyway, `ListNode` and the library, and are not here: they are empty.
What a file does take from one is then said at its place in the file.
"""

from __future__ import annotations

import posixpath
import re

# As deep as a path may lead upwards.
_FOLDER = "judge_project"
_DEEP = posixpath.join(_FOLDER, *"abcdef")
_INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([\w./-]+\.(?:h|hh|hpp|hxx))"', re.MULTILINE)
# What a system has is found, quoted or not.
_SYSTEM = re.compile(
    r"(?:bits|sys|ext|arpa|netinet|linux)/|(?:assert|complex|ctype|errno|fenv|float|inttypes|iso646"
    r"|limits|locale|malloc|math|memory|pthread|search|setjmp|signal|string|strings|tgmath"
    r"|std(?:align|arg|atomic|bool|ckdint|def|int|io|lib|noreturn)"
    r"|threads|time|uchar|unistd|values|wchar|wctype)\.h$"
)


def project_headers(text: bytes) -> dict[str, bytes]:
    """Empty files for the headers that a file includes and a build does not have."""
    placed: dict[str, bytes] = {}
    for found in _INCLUDE.findall(text):
        name = found.decode()
        path = posixpath.normpath(posixpath.join(_DEEP, name))
        inside = path.startswith(f"{_FOLDER}/") and not posixpath.isabs(name)
        if inside and not name.startswith("judge_") and not _SYSTEM.match(name):
            placed[path] = b""
    # The path to a header above leads through the folder that is looked into.
    return {**placed, f"{_DEEP}/here.h": b""} if placed else {}


def project_flags(headers: dict[str, bytes]) -> tuple[str, ...]:
    """Where the compiler looks for them, behind all else."""
    return (f"-I{_DEEP}",) if headers else ()
