"""What the go command is told of the platform and of the C compiler for cgo."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.platforms import triple
from lsp_judge.model.build import BuildRequest, Step
from lsp_judge.model.target import Target
from lsp_judge.model.verdict import Mode

_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win": "windows"}
_MACHINES = {"x64": "amd64", "arm64": "arm64"}

# What zig has of macOS lacks this library, which Go's os package asks the linker for. A list of
# what it exports is all that a linker needs; the library itself is on every Mac.
RESOLVER = "libresolv.tbd"
_RESOLVER_TEXT = b"""--- !tapi-tbd
tbd-version: 4
targets: [ x86_64-macos, arm64-macos ]
install-name: '/usr/lib/libresolv.9.dylib'
exports:
  - targets: [ x86_64-macos, arm64-macos ]
    symbols: [ _res_9_ninit, _res_9_nclose, _res_9_nsearch ]
...
"""

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
        beside = " '-L{step:libraries}'" if request.target.system == "darwin" else ""
        more: Variables = (("CGO_LDFLAGS", f"-O2 -s{beside}"),)
    else:
        command, more = request.tools["cc"].command, ()
    compiler = " ".join(_quoted(part) for part in command)
    return (("CGO_ENABLED", "1"), ("CC", compiler), ("CGO_CFLAGS", "-O2"), *more)


def libraries(request: BuildRequest) -> tuple[dict[str, bytes], tuple[Step, ...]]:
    """Files that the linker looks for, and the step that puts them where it finds them: it runs
    in a folder of the go command's own. The command of the step does nothing."""
    if request.mode is Mode.WASM or request.target.system != "darwin":
        return {}, ()
    names = (RESOLVER,)
    step = Step("libraries", "zig", ("version",), names, names, shared=True)
    return {RESOLVER: _RESOLVER_TEXT}, (step,)


def linker_flags(target: Target) -> str:
    """For a named target no build id, which differs with the place of the C compiler."""
    return " -buildid=" if target.name else ""


def _quoted(part: str) -> str:
    """A word as the go command splits CC: quotes, but no escapes."""
    if not re.search(r"[\s'\"]", part):
        return part
    return f"'{part}'" if "'" not in part else f'"{part}"'
