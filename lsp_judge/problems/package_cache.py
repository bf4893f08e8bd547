"""Keeps packages that were read: a save should not read a thousand unchanged files again."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from pathlib import Path
from typing import TypeAlias

from lsp_judge.model.problem import Problem
from lsp_judge.problems.packages import load_package

_MOST = 8

# Path, time of the last change in ns, size: of every file that a package is read from.
Stamp: TypeAlias = tuple[tuple[str, int, int], ...]


class PackageCache:
    """Made by the composition root, shared by all sources of one judge."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Path, tuple[Stamp, Problem]] = OrderedDict()
        # A save and a look at the whole workspace plan in threads of their own.
        self._lock = threading.Lock()

    def load(self, directory: Path) -> Problem:
        """As `load_package`; reads the package only where a file of it changed."""
        stamp = tuple(_stamps(str(directory), top=True))
        with self._lock:
            kept = self._kept.get(directory)
        if kept is None or kept[0] != stamp:
            kept = (stamp, load_package(directory))
        with self._lock:
            self._kept[directory] = kept
            self._kept.move_to_end(directory)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return kept[1]


def _stamps(folder: str, *, top: bool) -> list[tuple[str, int, int]]:
    """All files but the submissions, which are what changes and is no part of the problem."""
    stamps: list[tuple[str, int, int]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    if not (top and entry.name == "submissions"):
                        stamps += _stamps(entry.path, top=False)
                else:
                    found = entry.stat()
                    stamps.append((entry.path, found.st_mtime_ns, found.st_size))
    except OSError:  # what cannot be looked at is for the loader to complain about
        pass
    return stamps
