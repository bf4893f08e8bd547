"""What the go command is told of the platform and of the C compiler for cgo."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.platforms import triple
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.target import Target

_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win": "windows"}
_MACHINES = {"x64": "amd64", "arm64": "arm64"}

Variables = tuple[tuple[str, str], ...]


def system(target: Target) -> Variables:
    """GOOS and GOARCH; nothing for this machine."""
    if not target.name:
        return ()
    return (("GOOS", _SYSTEMS[target.system]), ("GOARCH", _MACHINES[target.machine]))


def c_compiler(request: BuildRequest) -> Variables:
    """cgo, with the machine's C compiler or zig's for another target."""
    if request.target.name:
        zig = request.tools["zig"].command
        command = (*zig, "cc", "-target", triple(request.target, request.shape))
        # Go's own choice has -g: with debug information zig compiles a C library of its own.
        more: Variables = (("CGO_LDFLAGS", "-O2 -s"),)
    else:
        command, more = request.tools["cc"].command, ()
    compiler = " ".join(_quoted(part) for part in command)
    return (("CGO_ENABLED", "1"), ("CC", compiler), ("CGO_CFLAGS", "-O2"), *more)


def linker_flags(target: Target) -> str:
    """For a named target no build id, which differs with the place of the C compiler."""
    return " -buildid=" if target.name else ""


def _quoted(part: str) -> str:
    """A word as the go command splits CC: quotes, but no escapes."""
    if not re.search(r"[\s'\"]", part):
        return part
    return f"'{part}'" if "'" not in part else f'"{part}"'
