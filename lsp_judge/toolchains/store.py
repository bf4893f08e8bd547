"""A content-addressed store on disk that several servers may use at once.

An entry is a folder `<root>/store/<namespace>/<key>/`. It is made complete elsewhere and then
renamed into place, so whoever sees it sees all of it. Its record (`seals`) lists its files with
their digests: an entry of which one byte is another is thrown away and its owner builds it
anew. Owners with a way of their own of making files whole (compiled modules) keep single files
in a namespace; cleaning up treats those alike.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct

from lsp_judge.toolchains.seals import Checked, Damaged, files_of, read_record, write_record

DEFAULT_LIMIT_BYTES = 2 * 1024**3

_DATA = "data"
_SCRATCH = "work"
_PRUNED = "pruned"
# A save of a Go file leaves some 15 MB: a day of practice would be twice the limit.
_PRUNE_EVERY_S = 3600.0
# An entry used this recently is never cleaned up: another server may be reading it. A scratch
# folder older than this belongs to a process that died.
_IN_USE_S = 900.0
# A precompiled header costs twenty seconds, an artifact one: who writes Go for a fortnight shall
# find C++ ready.
_COSTLY = ("shared", "warm", "setup")
_KEPT_LONGER_S = 30 * 86400.0


class Usage(Struct, frozen=True):
    """How much a namespace holds."""

    namespace: str
    entries: int
    bytes: int


class Store:
    """The store under `root`. Cheap to make; touches nothing until it is used."""

    def __init__(self, root: Path, limit_bytes: int = DEFAULT_LIMIT_BYTES) -> None:
        self.root = root
        self._limit = limit_bytes
        self._checked = Checked()

    def get(self, namespace: str, key: str) -> tuple[Path, bytes] | None:
        """An entry's folder and its note; None where there is none, or none that is whole."""
        try:
            return self.look(namespace, key)
        except Damaged:
            # Where it cannot be removed it is still not taken: `put` says what is in the way.
            with suppress(OSError):
                self.remove(namespace, key)
            return None

    def look(self, namespace: str, key: str) -> tuple[Path, bytes] | None:
        """As `get`, but leaves what it finds: somebody may be making it. Raises Damaged."""
        folder = self.folder(namespace, key)
        try:
            record = read_record(folder)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Damaged from error
        whole = self._checked.is_whole
        if not all(whole(folder / name, seal) for name, seal in record.files.items()):
            raise Damaged
        self._touch(folder)
        return folder, bytes(record.note)

    def put(
        self, namespace: str, key: str, made: Path, note: object = None, mode: int = 0o644
    ) -> Path:
        """Take the folder `made` (on the same file system: see `scratch`) as the entry.

        All its files get the permissions `mode`. Where another server was faster, its entry
        stays. Returns the entry's folder.
        """
        for path in files_of(made):
            path.chmod(mode)
        write_record(made, note)
        folder = self.folder(namespace, key)
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            made.rename(folder)
        except OSError:
            if self.get(namespace, key) is None:
                self.remove(namespace, key)
                made.rename(folder)
        return folder

    def complete(self, namespace: str, key: str) -> None:
        """Declare an entry complete that was made in its place (`folder`), under a lock.

        For compilers that write absolute paths into what they leave: renaming would break it.
        """
        write_record(self.folder(namespace, key))

    def folder(self, namespace: str, key: str) -> Path:
        """Where an entry is, or would be."""
        return self.root / "store" / namespace / key

    def put_bytes(self, namespace: str, key: str, data: bytes, *, replace: bool = False) -> Path:
        """Keep one file; returns its path, which `get_path` gives again.

        `replace` is for what the key does not wholly determine (a report's timings).
        """
        with self.scratch() as scratch:
            made = scratch / "made"
            made.mkdir()
            (made / _DATA).write_bytes(data)
            if replace:
                self.remove(namespace, key)
            return self.put(namespace, key, made) / _DATA

    def get_path(self, namespace: str, key: str) -> Path | None:
        """The file that `put_bytes` kept, None where there is none."""
        found = self.get(namespace, key)
        return found[0] / _DATA if found is not None else None

    def remove(self, namespace: str, key: str) -> None:
        """Forget an entry. Renamed first, so that nobody sees half of it."""
        with self.scratch() as scratch, suppress(FileNotFoundError):
            self.folder(namespace, key).rename(scratch / "removed")

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A folder for work on the store's own file system, removed at the end."""
        base = self.root / _SCRATCH
        base.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = Path(tempfile.mkdtemp(dir=base))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def usage(self) -> list[Usage]:
        """The size of every namespace, and of what the tools keep beside the store."""
        found = [
            Usage(space.name, len(entries := _entries(space)), sum(map(_size, entries)))
            for space in _entries(self.root / "store")
        ]
        others = [entry for entry in _entries(self.root) if entry.name != "store"]
        others = [entry for entry in others if entry.is_dir()]
        return found + [Usage(f"{folder.name}/", 1, _size(folder)) for folder in others]

    def prune(self, limit_bytes: int | None = None) -> int:
        """Remove the entries unused for longest until the store fits; returns bytes freed. What
        is made once for a machine counts as used a month later than it was."""
        limit = self._limit if limit_bytes is None else limit_bytes
        self._remove_old_scratch()
        entries = [
            (_worth(entry, space.name), _size(entry), space.name, entry.name)
            for space in _entries(self.root / "store")
            for entry in _entries(space)
        ]
        total = sum(size for _, size, _, _ in entries)
        freed = 0
        recent = time.time() - _IN_USE_S
        for used, size, namespace, key in sorted(entries):
            if total - freed <= limit or used > recent:
                break
            self.remove(namespace, key)
            freed += size
        return freed

    def prune_if_due(self) -> int:
        """`prune`, once an hour over all servers; returns bytes freed. What cannot be removed
        stays: nobody's build should fail for that."""
        mark = self.root / _PRUNED
        if time.time() - _last_use(mark) < _PRUNE_EVERY_S:
            return 0
        with suppress(OSError):
            self.root.mkdir(parents=True, exist_ok=True)
            mark.touch()
            return self.prune()
        return 0

    def clear(self) -> int:
        """Remove the whole cache, the tools' own included; returns bytes freed."""
        freed = _size(self.root)
        shutil.rmtree(self.root, ignore_errors=True)
        self._checked.forget()
        return freed

    def _touch(self, folder: Path) -> None:
        with suppress(OSError):
            os.utime(folder)

    def _remove_old_scratch(self) -> None:
        for folder in _entries(self.root / _SCRATCH):
            if _last_use(folder) < time.time() - _IN_USE_S:
                shutil.rmtree(folder, ignore_errors=True)


def _entries(parent: Path) -> list[Path]:
    try:
        return sorted(parent.iterdir())
    except OSError:
        return []


def _last_use(entry: Path) -> float:
    """Of a folder, when `get` last touched it; of a single file, when it was last read."""
    try:
        status = entry.stat()
    except OSError:
        return 0.0
    return status.st_mtime if entry.is_dir() else max(status.st_mtime, status.st_atime)


def _worth(entry: Path, namespace: str) -> float:
    return _last_use(entry) + (_KEPT_LONGER_S if namespace in _COSTLY else 0.0)


def _size(entry: Path) -> int:
    """The bytes of a file, or of all files below; those that vanish meanwhile count nothing."""
    files = [entry] if entry.is_file() else entry.rglob("*")
    total = 0
    for file in files:
        with suppress(OSError):
            total += file.lstat().st_size if not file.is_dir() else 0
    return total
