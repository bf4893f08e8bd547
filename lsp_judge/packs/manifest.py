"""The manifest of a pack (docs/packs.md): what is in it, and how it is called."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from lsp_judge.model.build import ArtifactKind
from lsp_judge.model.source import Entry, Position, Shape, Span
from lsp_judge.model.types import ClassSignature, Signature

FORMAT = 1
MANIFEST = "manifest.json"

_Digest = Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="SHA-256, hexadecimal")]
_Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$")]
_NOWHERE = Span(Position(0), Position(0))


class PackTarget(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One artifact: its member of the zip, and what built it.

    `exports` is the SHA-256 of its exported names (`symbols.exports_digest`), None where nobody
    is to check them.
    """

    file: Annotated[str, Meta(min_length=1, max_length=255)]
    sha256: _Digest
    size: Annotated[int, Meta(ge=0)]
    kind: ArtifactKind
    toolchain: str
    version: str
    exports: _Digest | None = None


class PackEntry(Struct, frozen=True, omit_defaults=True):
    """The function, class or `main` that answers; `owner` is the class of a method."""

    name: str
    owner: str | None = None


class Manifest(Struct, frozen=True, kw_only=True):
    """What `manifest.json` holds.

    Of `signature` and `class_signature` there is the one that fits the `shape`, neither for
    programs. `targets` are by name: `wasm`, `linux-x64`, ...; names that are not known are kept
    and not used.
    """

    format: int = FORMAT
    id: _Id
    problem: str
    language: str
    abi: Annotated[str, Meta(pattern=r"^[0-9]+\.[0-9]+$")]
    shape: Shape
    entry: PackEntry
    signature: Signature | None = None
    class_signature: ClassSignature | None = None
    targets: dict[str, PackTarget]
    source_sha256: _Digest
    licence: str = ""

    @property
    def called(self) -> Signature | ClassSignature | None:
        """How cases are bound; None for programs."""
        return self.class_signature if self.shape is Shape.CLASS else self.signature

    @property
    def entry_at(self) -> Entry:
        """The entry as judging knows it; a pack has no source, so it stands nowhere."""
        return Entry(self.entry.name, self.shape, _NOWHERE, self.entry.owner)


def encode(manifest: Manifest) -> bytes:
    """The same bytes for the same manifest: keys in a fixed order, two blanks of indentation."""
    text = msgspec.json.encode(manifest, order="deterministic")
    return msgspec.json.format(text, indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the manifest."""
    return msgspec.json.schema(Manifest)
