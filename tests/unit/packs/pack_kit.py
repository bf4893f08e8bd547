"""Packs made by hand, right ones and wrong ones."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

WASM = "wasm/solution.wasm"


def manifest(artifact: bytes = b"artifact", **changes: Any) -> dict[str, Any]:
    """A manifest of one wasm artifact that is right, with `changes` to its fields."""
    target = {
        "file": WASM,
        "sha256": hashlib.sha256(artifact).hexdigest(),
        "size": len(artifact),
        "kind": "reactor",
        "toolchain": "zig",
        "version": "1",
    }
    number = {"kind": "integer"}
    right = {
        "format": 1,
        "id": "sum-c",
        "problem": "sum",
        "language": "c",
        "abi": "1.1",
        "shape": "function",
        "entry": {"name": "add"},
        "signature": {
            "name": "add",
            "parameters": [{"name": "a", "type": number}, {"name": "b", "type": number}],
            "returns": number,
        },
        "targets": {"wasm": target},
        "source_sha256": "0" * 64,
        "licence": "",
    }
    return {**right, **changes}


def target(**changes: Any) -> dict[str, Any]:
    """The targets of `manifest`, with `changes` to the one."""
    return {"wasm": {**manifest()["targets"]["wasm"], **changes}}


def write_pack(
    path: Path,
    about: dict[str, Any] | bytes | None = None,
    artifact: bytes = b"artifact",
    more: tuple[tuple[zipfile.ZipInfo | str, bytes], ...] = (),
) -> Path:
    """A pack at `path` with `about` as its manifest and `more` members."""
    text = about if isinstance(about, bytes) else json.dumps(about or manifest()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", text)
        archive.writestr(WASM, artifact)
        for name, data in more:
            archive.writestr(name, data)
    return path


def link(name: str) -> zipfile.ZipInfo:
    """A member that would become a symbolic link."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    return info
