"""Copies of artifacts that are run instead of the files themselves.

Whoever writes a new plugin over the old file changes the code that a running call has mapped. A
copy under a name of its own is not touched by that, and what was verified is what runs.
"""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

from lsp_judge.model.errors import disk_failures

_EXECUTED = 0o700


class Snapshots:
    """Copies in `folder`, which is its maker's to remove."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()

    def of_bytes(self, data: bytes, ending: str) -> Path:
        """A file with `data`. Raises DiskFailed."""
        with disk_failures():
            file = self._new() / f"solution{ending}"
            file.write_bytes(data)
            file.chmod(_EXECUTED)
            return file

    def of_path(self, source: Path) -> Path:
        """A copy of a file, or of a folder with all that is in it. Raises DiskFailed."""
        with disk_failures():
            target = self._new() / source.name
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy(source, target)
            return target

    def _new(self) -> Path:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir(parents=True)
        return folder

    def drop(self, copy: Path) -> None:
        """Remove one of them; what is gone already is no failure."""
        shutil.rmtree(copy.parent, ignore_errors=True)
