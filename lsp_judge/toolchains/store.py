"""A content-addressed store on disk that several servers may use at once.

An entry is a folder `<root>/store/<namespace>/<key>/`. It is made complete elsewhere and then
renamed into place, so whoever sees it sees all of it. Its `entry.json` lists its files with
their sizes and digests: an entry that lost a file or was cut short is thrown away and its
owner builds it anew.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec import Struct

DEFAULT_LIMIT_BYTES = 2 * 1024**3

_RECORD = "entry.json"
_DATA = "data"
_SCRATCH = "work"
# An entry used this recently is never cleaned up: another server may be reading it. A scratch
# folder older than this belongs to a process that died.
_IN_USE_S = 900.0


class FileSeal(Struct, frozen=True):
    """What a file has to be: its size in bytes and the blake2b digest of its content."""

    size: int
    digest: str


class Record(Struct, frozen=True):
    """An entry's table of contents; `note` is its owner's, in JSON."""

    files: dict[str, FileSeal]
    note: msgspec.Raw = msgspec.Raw(b"null")


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
        # Entries whose digests were checked by this process: path -> what `stat` said then.
        self._checked: dict[str, tuple[int, ...]] = {}

    def get(self, namespace: str, key: str) -> tuple[Path, bytes] | None:
        """An entry's folder and its note; None where there is none, or none that is whole."""
        folder = self._folder(namespace, key)
        try:
            record = msgspec.json.decode((folder / _RECORD).read_bytes(), type=Record)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.MsgspecError):
            self.remove(namespace, key)
            return None
        if not all(self._whole(folder / name, seal) for name, seal in record.files.items()):
            self.remove(namespace, key)
            return None
        self._touch(folder)
        return folder, bytes(record.note)

    def put(
        self, namespace: str, key: str, made: Path, note: object = None, mode: int = 0o644
    ) -> Path:
        """Take the folder `made` (on the same file system: see `scratch`) as the entry.

        All its files get the permissions `mode`. Where another server was faster, its entry
        stays and `made` is removed. Returns the entry's folder.
        """
        files = {}
        for path in sorted(path for path in made.rglob("*") if path.is_file()):
            path.chmod(mode)
            files[path.relative_to(made).as_posix()] = _seal(path)
        record = Record(files, msgspec.Raw(msgspec.json.encode(note)))
        (made / _RECORD).write_bytes(msgspec.json.encode(record))
        folder = self._folder(namespace, key)
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            made.rename(folder)
        except OSError:
            if self.get(namespace, key) is None:
                made.rename(folder)
        shutil.rmtree(made, ignore_errors=True)
        return folder

    def put_bytes(self, namespace: str, key: str, data: bytes) -> Path:
        """Keep one file; returns its path, which `get_path` gives again."""
        with self.scratch() as scratch:
            made = scratch / key
            made.mkdir()
            (made / _DATA).write_bytes(data)
            return self.put(namespace, key, made) / _DATA

    def get_path(self, namespace: str, key: str) -> Path | None:
        """The file that `put_bytes` kept, None where there is none."""
        found = self.get(namespace, key)
        return found[0] / _DATA if found is not None else None

    def remove(self, namespace: str, key: str) -> None:
        """Forget an entry. Renamed first, so that nobody sees half of it."""
        with self.scratch() as scratch, suppress(FileNotFoundError):
            self._folder(namespace, key).rename(scratch / "removed")

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
            Usage(space.name, len(entries := _folders(space)), sum(map(_size, entries)))
            for space in _folders(self.root / "store")
        ]
        others = [folder for folder in _folders(self.root) if folder.name != "store"]
        return found + [Usage(f"{folder.name}/", 1, _size(folder)) for folder in others]

    def prune(self, limit_bytes: int | None = None) -> int:
        """Remove the entries unused for longest until the store fits; returns bytes freed."""
        limit = self._limit if limit_bytes is None else limit_bytes
        self._remove_old_scratch()
        spaces = _folders(self.root / "store")
        entries = [
            (_last_use(entry), _size(entry), space.name, entry.name)
            for space in spaces
            for entry in _folders(space)
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

    def clear(self) -> int:
        """Remove the whole cache, the tools' own included; returns bytes freed."""
        freed = _size(self.root)
        shutil.rmtree(self.root, ignore_errors=True)
        self._checked.clear()
        return freed

    def _folder(self, namespace: str, key: str) -> Path:
        return self.root / "store" / namespace / key

    def _whole(self, path: Path, seal: FileSeal) -> bool:
        """Whether a file is as it was kept. Its digest is taken once per process."""
        try:
            status = path.stat()
            stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
            if self._checked.get(str(path)) == stamp:
                return True
            whole = status.st_size == seal.size and _seal(path) == seal
        except OSError:
            return False
        if whole:
            self._checked[str(path)] = stamp
        return whole

    def _touch(self, folder: Path) -> None:
        with suppress(OSError):
            os.utime(folder)

    def _remove_old_scratch(self) -> None:
        for folder in _folders(self.root / _SCRATCH):
            if _last_use(folder) < time.time() - _IN_USE_S:
                shutil.rmtree(folder, ignore_errors=True)


def key_of(*parts: object) -> str:
    """The content address of structured data: 40 hexadecimal digits.

    The parts are encoded as MessagePack, in which lengths and types are explicit: no two
    different tuples give the same bytes, as joined strings would.
    """
    encoded = msgspec.msgpack.Encoder(order="deterministic").encode(parts)
    return hashlib.blake2b(encoded, digest_size=20).hexdigest()


def digests(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The digest of every file's content, for a key."""
    return {name: hashlib.blake2b(data, digest_size=20).digest() for name, data in files.items()}


def _seal(path: Path) -> FileSeal:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20)).hexdigest()
    return FileSeal(path.stat().st_size, digest)


def _folders(parent: Path) -> list[Path]:
    try:
        return sorted(entry for entry in parent.iterdir() if entry.is_dir())
    except OSError:
        return []


def _last_use(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0.0


def _size(folder: Path) -> int:
    """The bytes of all files below `folder`; those that vanish meanwhile count nothing."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += os.lstat(os.path.join(parent, name)).st_size
    return total
