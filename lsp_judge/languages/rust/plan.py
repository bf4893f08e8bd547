"""The steps of a Rust build: the support crate once, then the solution alone."""

from __future__ import annotations

import re
from importlib.resources import files

from lsp_judge.languages.rust.glue import compiled
from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Profile, Step, Tool
from lsp_judge.model.source import Severity, Shape, SourceMessage
from lsp_judge.model.verdict import Mode

SOLUTION = "solution.rs"
_EDITION = "2021"
_MODULES = ("lib", "call", "codec", "linked", "newer", "reader", "writer")
_SUPPORT = {f"support/{name}.rs": f"{name}.rs" for name in _MODULES}
_RLIB = "libjudge_support.rlib"
# The wasm stack grows towards address 0, so that running out of it is a trap.
_WASM_STACK = 64 << 20
_KINDS = {
    (False, Mode.WASM): (ArtifactKind.REACTOR, "solution.wasm"),
    (False, Mode.NATIVE): (ArtifactKind.PLUGIN, "solution.so"),
    (True, Mode.WASM): (ArtifactKind.COMMAND, "solution.wasm"),
    (True, Mode.NATIVE): (ArtifactKind.EXECUTABLE, "solution"),
}
# What newer compilers have for everybody, older ones have behind a name: by the release that
# made it stable. Sites run a recent Rust, and what makes wasm here is often an older one.
_FEATURES = {
    (1, 65): ("let_else", "label_break_value", "generic_associated_types"),
    (1, 66): ("map_first_last", "half_open_range_patterns", "int_log"),
    (1, 73): ("int_roundings",),
    (1, 79): ("inline_const",),
    (1, 80): ("exclusive_range_pattern",),
    (1, 82): ("is_sorted",),
    (1, 88): ("let_chains",),
}
_OLDEST_WITH_FEATURES = (1, 62)


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
    try:
        text = compiled(request, Source(request.document))
    except ValueError as error:
        return SourceMessage(Severity.ERROR, str(error), request.entry.span)
    folder = files(__package__ or "").joinpath("support")
    support = {name: folder.joinpath(file).read_bytes() for name, file in _SUPPORT.items()}
    machine = (*_machine(tool, request), *_level(request))
    shared = _support(tool, machine, tuple(support))
    last = Step(
        name="solution",
        tool=tool.name,
        arguments=(
            *("--edition", request.options.standard or _EDITION, "--crate-name", "solution"),
            *("--crate-type", "bin" if is_program else "cdylib"),
            *machine,
            *_named(request),
            *_link(kind),
            *_newer(tool),
            *("--error-format=json", "--cap-lints", "warn", "-A", "dead_code"),
            *("--extern", f"judge_support={{step:support}}/{_RLIB}"),
            *request.options.flags,
            *("-o", artifact, SOLUTION),
        ),
        inputs=(SOLUTION,),
        outputs=(artifact,),
        needs=("support",),
        environment=(("RUSTC_BOOTSTRAP", "1"),) if _newer(tool) else (),
    )
    return BuildPlan(kind, {**support, SOLUTION: text}, (shared, last), artifact)


def _support(tool: Tool, machine: tuple[str, ...], inputs: tuple[str, ...]) -> Step:
    """The support crate, which no byte of the user's shapes."""
    crate = ("--edition", _EDITION, "--crate-type", "rlib", "--crate-name", "judge_support")
    arguments = (*crate, *machine, "-o", _RLIB, "support/lib.rs")
    return Step("support", tool.name, arguments, inputs, (_RLIB,), shared=True)


def _machine(tool: Tool, request: BuildRequest) -> tuple[str, ...]:
    if request.mode is Mode.WASM:
        return ("--target", tool.flavour, "-C", "panic=abort", "-C", "debuginfo=1")
    return ("-C", f"debuginfo={2 if request.profile is Profile.STEP else 0}")


def _named(request: BuildRequest) -> tuple[str, ...]:
    """For a debugger: the user's file by its own name."""
    if request.profile is not Profile.STEP:
        return ()
    return ("--remap-path-prefix", f"{SOLUTION}={request.document.path}")


def _level(request: BuildRequest) -> tuple[str, ...]:
    """Overflow is a panic, as sites have it."""
    if request.profile is not Profile.RELEASE:
        return ("-C", "opt-level=0", "-C", "debug-assertions=on", "-C", "overflow-checks=on")
    level = request.options.optimize.removeprefix("-O") or "2"
    return ("-C", f"opt-level={level}", "-C", "overflow-checks=on")


def _link(kind: ArtifactKind) -> tuple[str, ...]:
    match kind:
        case ArtifactKind.REACTOR | ArtifactKind.COMMAND:
            return ("-C", f"link-args=-zstack-size={_WASM_STACK}")
        case ArtifactKind.EXECUTABLE:
            # The sandbox lets a program open no file, so no library either.
            return ("-C", "target-feature=+crt-static")
        case _:
            return ()


def version_of(tool: Tool) -> tuple[int, int]:
    """1.63 of `rustc 1.63.0`."""
    found = re.search(r"(\d+)\.(\d+)", tool.version)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _newer(tool: Tool) -> tuple[str, ...]:
    """The names behind which an older compiler has what solutions use today."""
    version = version_of(tool)
    if version < _OLDEST_WITH_FEATURES:
        return ()
    names = [name for since, each in _FEATURES.items() if version < since for name in each]
    return tuple(f"-Zcrate-attr=feature({name})" for name in names)
