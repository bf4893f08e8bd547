"""The files of a workspace that could be solutions."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

# What a person would wait for, and more solutions than anybody looks at in a tree.
MOST_FILES = 500
# Folders with more entries than this are data, and looking at them takes the time.
MOST_ENTRIES = 20_000
# No solution is so long; generated sources are.
LARGEST = 1 << 20

_NOT_OURS = frozenset(
    "node_modules __pycache__ venv env target build dist out bin obj vendor site-packages"
    " zig-out zig-cache cmake-build-debug cmake-build-release coverage third_party".split()
)


class Walked(Struct, frozen=True):
    """`complete`: False where there were more files than are looked at."""

    paths: tuple[str, ...]
    complete: bool


def walk(folders: Sequence[str], is_source: Callable[[str], bool]) -> Walked:
    """The sources below the folders, in order. Links to folders are not followed, hidden folders
    and those that hold what others wrote or what was built are passed over."""
    paths: dict[str, None] = {}
    seen = 0
    for folder in folders:
        for path, entries in _files(folder):
            seen += entries
            if path and is_source(path) and _is_small(path):
                if len(paths) >= MOST_FILES:
                    return Walked(tuple(paths), complete=False)
                paths[path] = None
            if seen > MOST_ENTRIES:
                return Walked(tuple(paths), complete=False)
    return Walked(tuple(paths), complete=True)


def _files(folder: str) -> Iterator[tuple[str, int]]:
    """Each file, and how many entries were looked at since the one before."""
    for top, folders, files in os.walk(folder):
        folders[:] = sorted(
            each for each in folders if not each.startswith(".") and each not in _NOT_OURS
        )
        yield "", len(folders)
        for name in sorted(files):
            yield os.path.join(top, name), 1


def _is_small(path: str) -> bool:
    try:
        return os.path.getsize(path) <= LARGEST
    except OSError:
        return False
