"""The steps of a Rust build: the support crate once, then the solution alone."""

from __future__ import annotations

import platform
import sys
from importlib.resources import files

from lsp_judge.languages.rust.dialect import (
    edition_of,
    feature_flags,
    needs_newer_std,
    support_flags,
)
from lsp_judge.languages.rust.glue import compiled
from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Profile, Step, Tool
from lsp_judge.model.source import Severity, Shape, SourceMessage
from lsp_judge.model.target import target_of
from lsp_judge.model.verdict import Mode

SOLUTION = "solution.rs"
_SUPPORT_EDITION = "2021"
_MODULES = ("lib", "call", "codec", "given", "linked", "newer", "newer_numbers", "reader", "writer")
_SUPPORT = {f"support/{name}.rs": f"{name}.rs" for name in (*_MODULES, "newer_std")}
_RLIB = "libjudge_support.rlib"
_NEWER_STD = "libjudge_std.rlib"
# The wasm stack grows towards address 0, so that running out of it is a trap.
_WASM_STACK = 64 << 20
_KINDS = {
    (False, Mode.WASM): (ArtifactKind.REACTOR, "solution.wasm"),
    (False, Mode.NATIVE): (ArtifactKind.PLUGIN, "solution.so"),
    (True, Mode.WASM): (ArtifactKind.COMMAND, "solution.wasm"),
    (True, Mode.NATIVE): (ArtifactKind.EXECUTABLE, "solution"),
}


_STRIPPED = ("-C", "debuginfo=0", "-C", "strip=symbols")


def tool_name(mode: Mode) -> str:
    """What makes wasm has a standard library for it; it may be another compiler."""
    return "rustc-wasi" if mode is Mode.WASM else "rustc"


def plan(request: BuildRequest) -> BuildPlan | SourceMessage:
    """The build of one artifact, or what keeps the entry from being called."""
    tool = request.tools[tool_name(request.mode)]
    kind, artifact = _KINDS[request.shape is Shape.STDIO, request.mode]
    if kind is ArtifactKind.PLUGIN and request.profile is Profile.STEP:
        kind, artifact = ArtifactKind.DRIVER, "solution"
    is_program = kind in (ArtifactKind.COMMAND, ArtifactKind.EXECUTABLE, ArtifactKind.DRIVER)
    if request.target.name and request.target != target_of(sys.platform, platform.machine()):
        other = f"rustc builds native code for this machine alone, not for {request.target.name}"
        return SourceMessage(Severity.ERROR, other, request.entry.span)
    try:
        source = Source(request.document)
        edition = request.options.standard or edition_of(source, tool)
        text = compiled(request, source, edition)
    except ValueError as error:
        return SourceMessage(Severity.ERROR, str(error), request.entry.span)
    folder = files(__package__ or "").joinpath("support")
    support = {name: folder.joinpath(file).read_bytes() for name, file in _SUPPORT.items()}
    machine = (*_machine(tool, request), *_level(request))
    shared = [_support(tool, machine, tuple(support))]
    if needs_newer_std(source, tool):
        shared.append(_newer_std(tool, machine))
    last = Step(
        name="solution",
        tool=tool.name,
        arguments=(
            *("--edition", edition, "--crate-name", "solution"),
            *("--crate-type", "bin" if is_program else "cdylib"),
            *machine,
            *_named(request),
            *_whole(request),
            *_link(kind),
            *feature_flags(tool),
            *("--error-format=json", "--cap-lints", "warn", "-A", "dead_code"),
            *("--extern", f"judge_support={{step:support}}/{_RLIB}"),
            *(("--extern", f"std={{step:newer_std}}/{_NEWER_STD}") if shared[1:] else ()),
            *request.options.flags,
            *("-o", artifact, SOLUTION),
        ),
        inputs=(SOLUTION,),
        outputs=(artifact,),
        needs=tuple(step.name for step in shared),
        environment=(("RUSTC_BOOTSTRAP", "1"),) if feature_flags(tool) else (),
    )
    return BuildPlan(kind, {**support, SOLUTION: text}, (*shared, last), artifact)


def _support(tool: Tool, machine: tuple[str, ...], inputs: tuple[str, ...]) -> Step:
    """The support crate, which no byte of the user's shapes."""
    crate = ("--edition", _SUPPORT_EDITION, "--crate-type", "rlib", "--crate-name", "judge_support")
    arguments = (*crate, *machine, *support_flags(tool), "-o", _RLIB, "support/lib.rs")
    return Step("support", tool.name, arguments, inputs, (_RLIB,), shared=True)


def _newer_std(tool: Tool, machine: tuple[str, ...]) -> Step:
    """The standard library with what came later, to be linked in its place."""
    crate = ("--edition", _SUPPORT_EDITION, "--crate-type", "rlib", "--crate-name", "judge_std")
    source = "support/newer_std.rs"
    return Step(
        "newer_std",
        tool.name,
        (*crate, *machine, "-o", _NEWER_STD, source),
        (source,),
        (_NEWER_STD,),
        shared=True,
    )


def _machine(tool: Tool, request: BuildRequest) -> tuple[str, ...]:
    if request.mode is Mode.WASM:
        lines = ("-C", "debuginfo=1") if request.profile is not Profile.PACK else _STRIPPED
        return ("--target", tool.flavour, "-C", "panic=abort", *lines)
    if request.profile is Profile.PACK:
        return _STRIPPED
    return ("-C", f"debuginfo={2 if request.profile is Profile.STEP else 0}")


def _named(request: BuildRequest) -> tuple[str, ...]:
    """For a debugger: the user's file by its own name."""
    if request.profile is not Profile.STEP:
        return ()
    return ("--remap-path-prefix", f"{SOLUTION}={request.document.path}")


def _whole(request: BuildRequest) -> tuple[str, ...]:
    """A packed module is compiled as one: a fifth of it is what nothing calls."""
    packed = request.profile is Profile.PACK and request.mode is Mode.WASM
    return ("-C", "lto=fat") if packed else ()


def _level(request: BuildRequest) -> tuple[str, ...]:
    """Overflow is a panic, unless the build is one in which it wraps."""
    if not request.profile.optimised:
        return ("-C", "opt-level=0", "-C", "debug-assertions=on", "-C", "overflow-checks=on")
    level = request.options.optimize.removeprefix("-O") or "2"
    checks = "off" if request.profile is Profile.WRAP else "on"
    return ("-C", f"opt-level={level}", "-C", f"overflow-checks={checks}")


def _link(kind: ArtifactKind) -> tuple[str, ...]:
    match kind:
        case ArtifactKind.REACTOR | ArtifactKind.COMMAND:
            return ("-C", f"link-args=-zstack-size={_WASM_STACK}")
        case ArtifactKind.EXECUTABLE:
            # The sandbox lets a program open no file, so no library either.
            return ("-C", "target-feature=+crt-static")
        case _:
            return ()
