"""Seals tell a file that was kept from one that a disk, or somebody, has changed since.

An artifact with one wrong byte may still load, and answer wrongly. So its digest is taken when
it is kept, and compared when it is taken out again: once a process and file, and again when the
file's inode, size or time of change is another.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

RECORD = "entry.json"
# Some 300 bytes each; an editor's session has a few hundred, a grader's tens of thousands.
_MOST_CHECKED = 4096


class FileSeal(Struct, frozen=True):
    """What a file has to be: its size in bytes and the blake2b digest of its content."""

    size: int
    digest: str


class Record(Struct, frozen=True):
    """An entry's table of contents; `note` is its owner's, in JSON, `seal` the digest of both."""

    files: dict[str, FileSeal]
    note: msgspec.Raw = msgspec.Raw(b"null")
    seal: str = ""


class Damaged(Exception):
    """A record that cannot be read, or that says what was never written."""


def files_of(folder: Path) -> list[Path]:
    """All files of an entry but its record."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)


def write_record(folder: Path, note: object = None) -> None:
    """Seal all files in the folder, and the note. Reads each of them once."""
    files = {path.relative_to(folder).as_posix(): seal_of(path) for path in files_of(folder)}
    raw = msgspec.Raw(msgspec.json.encode(note))
    record = Record(files, raw, _seal(files, raw))
    unfinished = folder / f"{RECORD}.new"
    unfinished.write_bytes(msgspec.json.encode(record))
    unfinished.replace(folder / RECORD)


def read_record(folder: Path) -> Record:
    """Raises FileNotFoundError, OSError, and Damaged."""
    data = (folder / RECORD).read_bytes()
    try:
        record = msgspec.json.decode(data, type=Record)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Damaged(str(error)) from error
    if record.seal != _seal(record.files, record.note):
        raise Damaged("the record's own seal is broken")
    return record


def seal_of(path: Path) -> FileSeal:
    """Reads the whole file: about a millisecond a megabyte."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, _digest).hexdigest()
    return FileSeal(path.stat().st_size, digest)


class Checked:
    """The files whose digests this process has compared, and what `stat` said of them then."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[int, ...]] = OrderedDict()

    def is_whole(self, path: Path, seal: FileSeal) -> bool:
        """Whether a file is as it was sealed."""
        try:
            status = path.stat()
            stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
            if self._known.get(str(path)) == stamp:
                self._known.move_to_end(str(path))
                return True
            whole = status.st_size == seal.size and seal_of(path) == seal
        except OSError:
            return False
        if whole:
            self._known[str(path)] = stamp
            while len(self._known) > _MOST_CHECKED:
                self._known.popitem(last=False)
        return whole

    def forget(self) -> None:
        self._known.clear()


def _digest() -> Any:
    return hashlib.blake2b(digest_size=20)


def _seal(files: dict[str, FileSeal], note: msgspec.Raw) -> str:
    sealed = msgspec.json.encode(files, order="deterministic") + b"\0" + bytes(note)
    return hashlib.blake2b(sealed, digest_size=20).hexdigest()
