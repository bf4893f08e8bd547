"""How zig, as a C and C++ compiler, builds for other platforms than this one."""

from __future__ import annotations

from lsp_judge.model.build import ArtifactKind, Profile
from lsp_judge.model.source import Shape
from lsp_judge.model.target import Target
from lsp_judge.model.verdict import Mode

# Of 2018: every distribution that is still looked after has it, and Go needs 2.18.
_GLIBC = "2.28"
_MACHINES = {"x64": "x86_64", "arm64": "aarch64"}
_ENDINGS = {"darwin": ".dylib", "win": ".dll"}


def compiler(mode: Mode, target: Target, native: str) -> str:
    """The tool that a build for this mode and target needs: `native` for this machine alone."""
    return "zig" if mode is Mode.WASM or target.name else native


def triple(target: Target, shape: Shape) -> str:
    """The target as zig names it. A program for Linux is static, so it is linked with musl."""
    machine = _MACHINES[target.machine]
    match target.system:
        case "linux":
            return f"{machine}-linux-{'musl' if shape is Shape.STDIO else f'gnu.{_GLIBC}'}"
        case "darwin":
            return f"{machine}-macos"
        case _:
            return f"{machine}-windows-gnu"


def link(kind: ArtifactKind, target: Target) -> tuple[str, ...]:
    """How objects become an artifact for another platform."""
    if kind is ArtifactKind.PLUGIN:
        return ("-shared", "-Wl,-z,defs") if target.system == "linux" else ("-shared",)
    return ("-static",) if target.system == "linux" else ()


def small(profile: Profile, *, wasm: bool) -> tuple[str, ...]:
    """What is for debuggers alone, and what nothing refers to, stays out of a pack."""
    if profile is not Profile.PACK:
        return ()
    return ("-s", "-Wl,--gc-sections") if not wasm else ("-s",)


def plugin_name(target: Target) -> str:
    """`solution.so`, or as the platform calls it."""
    return f"solution{_ENDINGS.get(target.system, '.so')}"


def program_name(target: Target) -> str:
    return "solution.exe" if target.system == "win" else "solution"
