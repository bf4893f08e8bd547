"""Compiled modules with the digest of what was written: wasmtime believes what it is given.

`Module.deserialize_file` maps machine code and does not look whether it is as it was written
(wasmtime's documentation calls it unsafe for that reason). So each file has a seal beside it,
and one without its seal is made again.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from pathlib import Path

_MOST_KNOWN = 1024


class Sealed:
    """Seals files and checks them: once a process, and again when inode, size or time of change
    is another. Blocks for about a millisecond a megabyte."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[int, int, int]] = OrderedDict()

    def seal(self, path: Path) -> None:
        """Declare the file to be as it should be. Raises OSError."""
        stamp = _stamp(path)
        temporary = path.with_name(f"{path.name}.{os.getpid()}.seal")
        temporary.write_text(_digest(path))
        temporary.replace(_beside(path))
        self._remember(path, stamp)

    def is_whole(self, path: Path) -> bool:
        try:
            stamp = _stamp(path)
            if self._known.get(str(path)) == stamp:
                return True
            if _beside(path).read_text() != _digest(path):
                return False
        except (OSError, UnicodeDecodeError):
            return False
        self._remember(path, stamp)
        return True

    def is_known(self, path: Path) -> bool:
        """Whether `is_whole` would say yes at once; costs a `stat`."""
        try:
            return self._known.get(str(path)) == _stamp(path)
        except OSError:
            return False

    def _remember(self, path: Path, stamp: tuple[int, int, int]) -> None:
        self._known[str(path)] = stamp
        self._known.move_to_end(str(path))
        while len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)


def _stamp(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.seal")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
