"""The platforms that artifacts are built for, by the names that packs give them."""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode


class Target(Struct, frozen=True):
    """What native code is for: `system` is `linux`, `darwin` or `win`, `machine` `x64` or `arm64`.

    Both empty: whatever this machine is, with its own compilers (`HERE`).
    """

    system: str = ""
    machine: str = ""

    @property
    def name(self) -> str:
        """As in a pack: `linux-x64`; empty for `HERE`."""
        return f"{self.system}-{self.machine}" if self.system else ""


HERE = Target()
NATIVE_TARGETS = (
    Target("linux", "x64"),
    Target("linux", "arm64"),
    Target("darwin", "x64"),
    Target("darwin", "arm64"),
    Target("win", "x64"),
)
WASM = "wasm"
TARGET_NAMES = (WASM, *(target.name for target in NATIVE_TARGETS))

_SYSTEMS = {"linux": "linux", "darwin": "darwin", "win32": "win"}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
_ENDINGS = {"linux": (".so", ".bin"), "darwin": (".dylib", ".bin"), "win": (".dll", ".exe")}


def target_of(platform: str, machine: str) -> Target | None:
    """The target of a machine, as `sys.platform` and `platform.machine()` name it; None where it
    is none of ours."""
    found = Target(_SYSTEMS.get(platform, platform), _MACHINES.get(machine.lower(), machine))
    return found if found in NATIVE_TARGETS else None


def by_name(name: str) -> tuple[Mode, Target] | None:
    """The mode and target of a name in `TARGET_NAMES`, None for another name."""
    if name == WASM:
        return Mode.WASM, HERE
    found = next((target for target in NATIVE_TARGETS if target.name == name), None)
    return (Mode.NATIVE, found) if found is not None else None


def file_name(name: str, shape: Shape) -> str:
    """What the artifact for a target of this name is called: `solution.dll`, `solution.wasm`."""
    if name == WASM:
        return "solution.wasm"
    ending = _ENDINGS[name.partition("-")[0]][shape is Shape.STDIO]
    return f"solution{ending}"
