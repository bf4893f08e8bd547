"""Opens packs. A pack may come from anybody: nothing of it is used before all of it was checked."""

from __future__ import annotations

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from lsp_judge.model.build import ArtifactKind
from lsp_judge.model.errors import (
    ArtifactRejected,
    PackBroken,
    PackDamaged,
    PackExportsRefused,
    PackFormatUnknown,
    PackTargetMissing,
    PackTooLarge,
    PackUnsafe,
    disk_failures,
)
from lsp_judge.model.target import WASM
from lsp_judge.packs.manifest import FORMAT, MANIFEST, Manifest, PackTarget
from lsp_judge.packs.symbols import exports_digest, read_library
from lsp_judge.problems.regular import read_regular
from lsp_judge.toolchains.keys import key_of
from lsp_judge.toolchains.store import Store

MOST_MEMBERS = 64
MOST_MEMBER_BYTES = 64 << 20
MOST_BYTES = 256 << 20
_MOST_MANIFEST_BYTES = 1 << 20
# Machine code shrinks to a third; what shrinks to less than a hundredth is made to be unpacked.
_MOST_RATIO = 100
_RATIO_FROM_BYTES = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DRIVE = re.compile(r"^[A-Za-z]:")
_NAMESPACE = "packs"
_AGAIN = "Get it again, or make it anew with `lsp-judge pack`."
_NATIVE_KINDS = (ArtifactKind.PLUGIN, ArtifactKind.EXECUTABLE)
_KINDS = {WASM: (ArtifactKind.REACTOR, ArtifactKind.COMMAND)}


class Pack(Struct, frozen=True):
    """A pack whose members all are what its manifest says. `sha256` is that of the whole file,
    which was read once: `data` is what was checked, whatever happens to the file afterwards."""

    path: Path
    sha256: str
    manifest: Manifest
    data: bytes

    def read(self, target: str) -> bytes:
        """The artifact for the target of this name. Raises PackTargetMissing."""
        about = self.target(target)
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(about.file)

    def target(self, name: str) -> PackTarget:
        """What the manifest says of a target. Raises PackTargetMissing."""
        if (found := self.manifest.targets.get(name)) is not None:
            return found
        held = ", ".join(sorted(self.manifest.targets)) or "nothing"
        raise PackTargetMissing(
            f"The pack {self.path.name} has nothing for {name}; it has {held}.",
            f"Make one that has it: `lsp-judge pack FILE --targets {name},...`.",
        )


def open_pack(path: Path) -> Pack:
    """Read and check a pack. Raises a PackBroken that says what is wrong and what to do."""
    try:
        data = read_regular(path)
    except OSError as error:
        raise PackBroken(f"The pack {path} cannot be read: {error.strerror}.") from error
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive, path.name)
            manifest = _manifest(archive, members, path.name)
            for name, target in manifest.targets.items():
                _check(archive, members, name, target, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise PackDamaged(f"The pack {path.name} is no whole zip: {error}.", _AGAIN) from error
    except (NotImplementedError, ValueError, OverflowError, RuntimeError) as error:
        raise PackBroken(f"The pack {path.name} cannot be read: {error}.", _AGAIN) from error
    return Pack(path, hashlib.sha256(data).hexdigest(), manifest, data)


def extract(pack: Pack, target: str, store: Store) -> Path:
    """The artifact for `target` as a file of the store, kept under its hash.

    Raises PackTargetMissing, PackExportsRefused for a plugin that exports other names than its
    manifest allows, and DiskFailed where it cannot be kept.
    """
    about = pack.target(target)
    name = about.file.rpartition("/")[2]
    # What was checked against other exports, or goes by another name, is another entry.
    key = key_of(about.sha256, about.exports, name)
    with disk_failures():
        if (found := store.get(_NAMESPACE, key)) is not None:
            return found[0] / name
        data = pack.read(target)
        if about.exports is not None:
            _check_exports(data, about, pack.path.name)
        with store.scratch() as scratch:
            made = scratch / "made"
            made.mkdir()
            (made / name).write_bytes(data)
            mode = 0o755 if about.kind in _NATIVE_KINDS else 0o644
            return store.put(_NAMESPACE, key, made, mode=mode) / name


def _check_exports(data: bytes, about: PackTarget, pack: str) -> None:
    try:
        names = read_library(data).names
    except ArtifactRejected as error:
        raise PackExportsRefused(f"{about.file} in the pack {pack}: {error}", _AGAIN) from error
    if exports_digest(names) != about.exports:
        raise PackExportsRefused(
            f"{about.file} in the pack {pack} exports other names than its manifest allows:"
            f" {', '.join(names[:8]) or 'none'}.",
            _AGAIN,
        )


def _members(archive: zipfile.ZipFile, pack: str) -> dict[str, zipfile.ZipInfo]:
    """The members by name, after what can be told of them without unpacking."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise PackTooLarge(
            f"The pack {pack} has {len(infos)} members; {MOST_MEMBERS} are allowed.", _AGAIN
        )
    for info in infos:
        _check_name(info, pack)
        _check_size(info, pack)
    _check_total(infos, pack)
    members = {info.filename: info for info in infos}
    if len({name.casefold() for name in members}) != len(infos):
        names = [info.filename.casefold() for info in infos]
        twice = next(name for name in names if names.count(name) > 1)
        raise PackUnsafe(f"The pack {pack} has {twice} twice.", _AGAIN)
    return members


def _check_name(info: zipfile.ZipInfo, pack: str) -> None:
    """Only plain files whose path stays inside: on every system, so also by Windows' rules."""
    name = info.orig_filename
    parts = name.removesuffix("/").split("/")
    leaves = name.startswith("/") or "\\" in name or "\0" in name or _DRIVE.match(name)
    if leaves or any(part in ("", ".", "..") for part in parts):
        raise PackUnsafe(f"The pack {pack} has a member whose path leaves it: {name!r}.", _AGAIN)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFDIR if info.is_dir() else stat.S_IFREG):
        raise PackUnsafe(f"The pack {pack} has a member that is no plain file: {name!r}.", _AGAIN)
    if info.flag_bits & _ENCRYPTED:
        raise PackUnsafe(f"The pack {pack} has a member that is encrypted: {name!r}.", _AGAIN)
    if info.compress_type not in _METHODS:
        raise PackUnsafe(f"The pack {pack} compresses {name!r} in a way of its own.", _AGAIN)


def _check_size(info: zipfile.ZipInfo, pack: str) -> None:
    """By what the zip declares. It is never unpacked beyond that: zipfile stops there."""
    most = _MOST_MANIFEST_BYTES if info.filename == MANIFEST else MOST_MEMBER_BYTES
    if info.file_size > most:
        raise PackTooLarge(
            f"{info.filename} in the pack {pack} has {info.file_size} bytes; {most} are allowed.",
            _AGAIN,
        )
    if info.file_size > max(_RATIO_FROM_BYTES, _MOST_RATIO * info.compress_size):
        raise PackTooLarge(
            f"The pack {pack} is a zip bomb: {info.compress_size} bytes of it would become"
            f" {info.file_size}.",
            "Do not use it.",
        )


def _check_total(infos: Sequence[zipfile.ZipInfo], pack: str) -> None:
    total = sum(info.file_size for info in infos)
    if total > MOST_BYTES:
        raise PackTooLarge(
            f"The pack {pack} would unpack to {total} bytes; {MOST_BYTES} are allowed.", _AGAIN
        )


class _Format(Struct):
    """What every manifest has, whatever its format."""

    format: int


def _manifest(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], pack: str) -> Manifest:
    if MANIFEST not in members:
        raise PackDamaged(f"{pack} is no pack: it has no {MANIFEST}.", _AGAIN)
    text = archive.read(MANIFEST)
    try:
        number = msgspec.json.decode(text, type=_Format).format
        if number != FORMAT:
            raise PackFormatUnknown(
                f"The pack {pack} has format {number}; this lsp-judge reads format {FORMAT}.",
                "Use the version of lsp-judge that made it, or make it anew with this one.",
            )
        return msgspec.json.decode(text, type=Manifest)
    except msgspec.MsgspecError as error:
        raise PackBroken(f"The manifest of the pack {pack} is wrong: {error}.", _AGAIN) from error


def _check(
    archive: zipfile.ZipFile,
    members: dict[str, zipfile.ZipInfo],
    name: str,
    target: PackTarget,
    pack: str,
) -> None:
    """One artifact: it is there, and has the size and the bytes that the manifest says."""
    if target.kind not in _KINDS.get(name, _NATIVE_KINDS):
        raise PackBroken(
            f"The pack {pack} has a {target.kind} for {name}, which nothing runs there.", _AGAIN
        )
    info = members.get(target.file)
    if info is None or info.is_dir():
        raise PackDamaged(
            f"The pack {pack} has no {target.file}, which its manifest names for {name}.", _AGAIN
        )
    if info.file_size != target.size:
        raise PackDamaged(
            f"{target.file} in the pack {pack} has {info.file_size} bytes; its manifest says"
            f" {target.size}.",
            _AGAIN,
        )
    digest = hashlib.sha256(archive.read(info)).hexdigest()
    if digest != target.sha256:
        raise PackDamaged(
            f"{target.file} in the pack {pack} has another hash than its manifest says"
            f" ({digest[:12]}… and {target.sha256[:12]}…).",
            _AGAIN,
        )
