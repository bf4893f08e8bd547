"""How deep a solution may recurse: 10^5 calls are normal for a depth-first search."""

from __future__ import annotations

import sys

# Calls through C code (a cached function, a sort's key) take up to 1 KiB of the worker's
# 256 MiB stack each before Python 3.12; a solution that asks for more would crash instead of
# raising RecursionError.
DEEPEST = 200_000
_set_limit = sys.setrecursionlimit


def reset() -> None:
    """The limit that every case starts with."""
    _set_limit(DEEPEST)


def _limited(limit: int) -> None:
    """Set the maximum depth of the Python interpreter stack to n, at most the judge's own."""
    _set_limit(min(limit, DEEPEST))


def guard() -> None:
    """Put the limited function in the place of Python's."""
    sys.setrecursionlimit = _limited
