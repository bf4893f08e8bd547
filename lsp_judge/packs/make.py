"""Makes packs: the same artifacts and manifest give the same bytes."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from lsp_judge.languages.base import Language
from lsp_judge.model.build import ABI_NAME, Artifact, ArtifactKind, BuildRequest, Tool
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.source import Shape
from lsp_judge.model.target import by_name, file_name
from lsp_judge.model.types import ClassSignature, Signature
from lsp_judge.packs.builds import Built
from lsp_judge.packs.manifest import MANIFEST, Manifest, PackEntry, PackTarget, encode
from lsp_judge.packs.symbols import check_library, exports_digest, read_library

# The oldest time that a zip can tell; a real one would differ from build to build.
_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_EXECUTED = (ArtifactKind.PLUGIN, ArtifactKind.EXECUTABLE)
_SPDX = re.compile(r"^[A-Za-z0-9.+:() -]{0,200}$")


class About(Struct, frozen=True):
    """What the manifest says beside the artifacts."""

    problem: str
    language: str
    request: BuildRequest
    licence: str = ""


def check_licence(text: str) -> str:
    """An SPDX expression, by its letters alone. Raises BadUsage."""
    if not _SPDX.match(text):
        raise BadUsage(f"{text!r} is no SPDX expression, like Apache-2.0 or MIT OR Apache-2.0.")
    return text


def pack_bytes(
    about: About, built: Sequence[Built], tools_of: Callable[[str], Sequence[Tool]]
) -> bytes:
    """The pack of the targets that were built; `tools_of` gives the compilers of one.

    Raises ArtifactRejected for a plugin without the ABI's names, ToolMissing without LIEF.
    """
    members: dict[str, bytes] = {}
    targets: dict[str, PackTarget] = {}
    for each in built:
        if each.artifact is None:
            continue
        name = f"{each.target}/{file_name(each.target, about.request.shape)}"
        members[name] = Path(each.artifact.path).read_bytes()
        targets[each.target] = _target(each, each.artifact, name, members[name], tools_of)
    return zipped({MANIFEST: encode(_manifest(about, targets)), **members}, targets)


def tools_for(language: Language, find: Callable[[str], Tool]) -> Callable[[str], Sequence[Tool]]:
    """What built each target, by its name."""

    def tools(name: str) -> Sequence[Tool]:
        chosen = by_name(name)
        assert chosen is not None
        return [find(tool) for tool in language.tools(*chosen)]

    return tools


def _target(
    built: Built,
    artifact: Artifact,
    name: str,
    data: bytes,
    tools_of: Callable[[str], Sequence[Tool]],
) -> PackTarget:
    tools = tools_of(built.target)
    return PackTarget(
        file=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        kind=artifact.kind,
        toolchain=" + ".join(tool.flavour for tool in tools),
        version="; ".join(tool.version for tool in tools),
        exports=_exports(built.target, data) if artifact.kind is ArtifactKind.PLUGIN else None,
    )


def _exports(target: str, data: bytes) -> str:
    chosen = by_name(target)
    assert chosen is not None
    library = read_library(data)
    check_library(library, chosen[1])
    return exports_digest(library.names)


def _manifest(about: About, targets: dict[str, PackTarget]) -> Manifest:
    request = about.request
    signature = request.signature
    return Manifest(
        id=f"{_plain(about.problem)}-{about.language}",
        problem=about.problem,
        language=about.language,
        abi=ABI_NAME,
        shape=Shape.CLASS if isinstance(signature, ClassSignature) else request.shape,
        entry=PackEntry(request.entry.name, request.entry.owner),
        signature=signature if isinstance(signature, Signature) else None,
        class_signature=signature if isinstance(signature, ClassSignature) else None,
        targets=targets,
        source_sha256=hashlib.sha256(request.document.text).hexdigest(),
        licence=about.licence,
    )


def _plain(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]", "-", name).lstrip(".-")[:100] or "solution"


def zipped(members: Mapping[str, bytes], targets: Mapping[str, PackTarget]) -> bytes:
    """A zip of the members in the order of their names, the manifest first."""
    executed = {target.file for target in targets.values() if target.kind in _EXECUTED}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members, key=lambda name: (name != MANIFEST, name)):
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = (0o100755 if name in executed else 0o100644) << 16
            archive.writestr(info, members[name], compresslevel=9)
    return buffer.getvalue()
