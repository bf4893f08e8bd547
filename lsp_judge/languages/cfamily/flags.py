"""Arguments of gcc, clang and zig that C and C++ share."""

from __future__ import annotations

import platform
import re
import sys

from lsp_judge.languages.cfamily.platforms import (
    link,
    plugin_name,
    program_name,
    small,
    triple,
)
from lsp_judge.model.build import ArtifactKind, BuildRequest, Profile, Tool
from lsp_judge.model.source import Shape
from lsp_judge.model.target import Target
from lsp_judge.model.verdict import Mode

# What helps a learner, without what only a library's author cares about.
_WARNINGS = (
    "-Wall",
    "-Wextra",
    "-Wno-unused-parameter",
    "-Wno-sign-compare",
    "-Wno-unused-function",
    "-Wno-unknown-pragmas",
    "-Wno-missing-field-initializers",
)
# Arrays of a length that is known at run time and `move(x)` are what sites' compilers take.
_CLANG_WARNINGS = (
    "-Wno-unknown-warning-option",
    "-Wno-ignored-pragmas",
    "-Wno-vla-cxx-extension",
    "-Wno-vla-extension",
    "-Wno-unqualified-std-cast-call",
)
_MEBIBYTE = 1024 * 1024
# The wasm stack grows towards address 0, so that running out of it is a trap.
_WASM_STACK = 64 * _MEBIBYTE


def artifact_name(kind: ArtifactKind, target: Target) -> str:
    """What the linker is to call the artifact."""
    match kind:
        case ArtifactKind.REACTOR | ArtifactKind.COMMAND:
            return "solution.wasm"
        case ArtifactKind.PLUGIN:
            return plugin_name(target)
        case _:
            return program_name(target)


def artifact_kind(request: BuildRequest) -> ArtifactKind:
    """What a build for this mode, shape and profile leaves."""
    program = request.shape is Shape.STDIO
    if request.mode is Mode.WASM:
        return ArtifactKind.COMMAND if program else ArtifactKind.REACTOR
    if program:
        return ArtifactKind.EXECUTABLE
    drives = request.profile in (Profile.SANITIZE, Profile.STEP)
    return ArtifactKind.DRIVER if drives else ArtifactKind.PLUGIN


def machine_flags(request: BuildRequest, tool: Tool) -> tuple[str, ...]:
    """What shapes the code: the same for support, precompiled header and solution.

    zig switches assertions off with optimisation; they are the user's to switch off.
    Contraction of `a * b + c` is off, so that both modes round alike. What is undefined
    stays undefined: that the modes differ there is a finding.
    """
    common = (*_level(request), "-ffp-contract=off", "-UNDEBUG", *request.options.flags)
    if request.mode is Mode.WASM:
        return ("-target", "wasm32-wasi", "-fno-sanitize=all", *common)
    if request.profile is Profile.SANITIZE:
        return (*common, *sanitizers(tool))
    hidden = ("-fvisibility=hidden", "-fno-semantic-interposition")
    # All code of Windows can be moved: there the flag means nothing, which clang calls an error.
    anywhere = () if request.target.system == "win" else ("-fPIC",)
    return (*_zig_flags(tool, request), *common, *anywhere, *hidden)


def _level(request: BuildRequest) -> tuple[str, ...]:
    if request.profile is Profile.DEBUG:
        return ("-O0", "-g", "-D_GLIBCXX_ASSERTIONS")
    if request.profile is Profile.STEP:
        return ("-O0", "-g", "-fno-omit-frame-pointer", "-D_GLIBCXX_ASSERTIONS", "-DJUDGE_STEP")
    if request.profile is Profile.SANITIZE:
        return ("-O1", "-g", "-fno-omit-frame-pointer")
    if request.profile is Profile.PACK:
        # -Oz has zig compile its C++ library anew, which takes minutes, and saves nothing there:
        # what is small in it is what the linker leaves out.
        sections = ("-ffunction-sections", "-fdata-sections")
        return (request.options.optimize or "-O2", "-g0", *sections)
    return (request.options.optimize or "-O2", "-g1")


def is_dynamic(request: BuildRequest) -> bool:
    return request.profile in (Profile.SANITIZE, Profile.STEP)


def named_flags(request: BuildRequest, solution: str) -> tuple[str, ...]:
    """For a debugger: the user's file by its own name, where it is compiled as `solution`."""
    if request.profile is not Profile.STEP:
        return ()
    return (f"-fdebug-prefix-map={solution}={request.document.path}",)


def sanitizers(tool: Tool) -> tuple[str, ...]:
    """What finds undefined behaviour: both sanitizers, and with zig, which brings no ASan, UBSan
    alone. ASan says more of a read past the end than UBSan's own check of objects' sizes."""
    if tool.flavour == "zig":
        return ("-fsanitize=undefined", "-fno-sanitize-recover=undefined")
    found = ("-fsanitize=address,undefined", "-fno-sanitize-recover=undefined")
    static = ("-static-libasan", "-static-libubsan") if tool.flavour == "gcc" else ()
    return (*found, "-fno-sanitize=object-size", *static)


def _zig_flags(tool: Tool, request: BuildRequest) -> tuple[str, ...]:
    """A static program is linked with musl: of the machine's own C library zig knows only the
    shared one."""
    if request.target.name:
        return ("-fno-sanitize=all", "-target", triple(request.target, request.shape))
    if tool.flavour != "zig":
        return ()
    musl = ("-target", f"{platform.machine()}-linux-musl")
    static = request.shape is Shape.STDIO and sys.platform == "linux"
    return ("-fno-sanitize=all", *(musl if static else ()))


def message_flags(tool: Tool) -> tuple[str, ...]:
    """One line per message, columns in bytes, no colour."""
    if tool.flavour != "gcc":
        return ("-fno-color-diagnostics", "-fno-caret-diagnostics", *_WARNINGS, *_CLANG_WARNINGS)
    plain = ("-fdiagnostics-color=never", "-fno-diagnostics-show-caret")
    # Older compilers know no other unit than bytes.
    bytes_only = ("-fdiagnostics-column-unit=byte",) if major_version(tool.version) >= 11 else ()
    return (*plain, *bytes_only, *_WARNINGS)


def link_flags(kind: ArtifactKind, request: BuildRequest) -> tuple[str, ...]:
    """How the objects become an artifact of this kind."""
    lean = small(request.profile, wasm=request.mode is Mode.WASM)
    if request.mode is Mode.NATIVE and request.target.name:
        return (*link(kind, request.target), *lean)
    return (*_link_here(kind, dynamic=is_dynamic(request)), *lean)


def _link_here(kind: ArtifactKind, *, dynamic: bool) -> tuple[str, ...]:
    """`dynamic`: a program that is not judged in the usual sandbox may load libraries, and the
    sanitizers need the system's own."""
    match kind:
        case ArtifactKind.REACTOR:
            return ("-mexec-model=reactor", *_WASM_LINK)
        case ArtifactKind.COMMAND:
            return _WASM_LINK
        case ArtifactKind.PLUGIN:
            # What is defined nowhere is an error here and not when the plugin is loaded.
            return ("-shared", "-Wl,-z,defs") if sys.platform == "linux" else ("-shared",)
        case _ if dynamic:
            return ()
        case _:
            return ("-static",)


_WASM_LINK = (f"-Wl,-z,stack-size={_WASM_STACK}",)


def driver(tool: Tool, language: str) -> tuple[str, ...]:
    """zig, found for wasm, is told which compiler to be (`cc`, `c++`)."""
    return (language,) if tool.name == "zig" else ()


def major_version(version: str) -> int:
    """The 12 of `g++ (Debian 12.2.0-14) 12.2.0`, 0: there is no number."""
    found = re.search(r"\b(\d+)\.\d+", version)
    return int(found[1]) if found else 0
