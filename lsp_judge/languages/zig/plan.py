"""The one step of a Zig build."""

from __future__ import annotations

from importlib.resources import files

from lsp_judge.languages.cfamily.platforms import triple
from lsp_judge.languages.zig.glue import compiled, program
from lsp_judge.languages.zig.syntax import Source
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Profile, Step
from lsp_judge.model.source import Severity, Shape, SourceMessage
from lsp_judge.model.target import file_name
from lsp_judge.model.verdict import Mode

SOLUTION = "solution.zig"
_SUPPORT = ("judge_support.zig", "judge_msgpack.zig", "judge_values.zig")
_EXPORTS = ("abi_version", "abi_v1", "input", "call", "result", "bench")
# The wasm stack grows towards address 0, so that running out of it is a trap.
_WASM_STACK = 64 << 20
# Overflow, a wrong index and `unreachable` are reported with their line, at little cost.
_LEVEL = "ReleaseSafe"
_KINDS = {
    (False, Mode.WASM): (ArtifactKind.REACTOR, "solution.wasm"),
    (False, Mode.NATIVE): (ArtifactKind.PLUGIN, "solution.so"),
    (True, Mode.WASM): (ArtifactKind.COMMAND, "solution.wasm"),
    (True, Mode.NATIVE): (ArtifactKind.EXECUTABLE, "solution"),
}


def plan(request: BuildRequest) -> BuildPlan | SourceMessage:
    """The build of one artifact, or what keeps the entry from being called."""
    is_program = request.shape is Shape.STDIO
    if not is_program and request.signature is None:
        text = f"the types of {request.entry.name} cannot be read"
        return SourceMessage(Severity.ERROR, text, request.entry.span)
    kind, artifact = _KINDS[is_program, request.mode]
    if request.mode is Mode.NATIVE and request.target.name:
        artifact = file_name(request.target.name, request.shape)
    source = Source(request.document)
    content = {SOLUTION: program(source) if is_program else compiled(request, source)}
    if not is_program:
        folder = files(__package__ or "").joinpath("support")
        content |= {name: folder.joinpath(name).read_bytes() for name in _SUPPORT}
    step = Step(
        name="solution",
        tool="zig",
        arguments=(
            *_command(kind, request),
            *("-O", _level(request), "--name", "solution", f"-femit-bin={artifact}"),
            *request.options.flags,
            SOLUTION,
        ),
        inputs=tuple(content),
        outputs=(artifact,),
    )
    return BuildPlan(kind, content, (step,), artifact)


def _level(request: BuildRequest) -> str:
    if not request.profile.optimised:
        return "Debug"
    return request.options.optimize.removeprefix("-O") or _LEVEL


def _command(kind: ArtifactKind, request: BuildRequest) -> tuple[str, ...]:
    wasm: tuple[str, ...] = ("-target", "wasm32-wasi", "--stack", str(_WASM_STACK))
    if request.profile is Profile.PACK:
        wasm += ("-fstrip",)
    other: tuple[str, ...] = ()
    if request.target.name:
        # Its system library is the only way to the kernel of macOS.
        library = ("-lc",) if request.target.system == "darwin" else ()
        other = ("-target", triple(request.target, request.shape), *library)
    match kind:
        case ArtifactKind.REACTOR:
            exports = (f"--export=judge_{name}" for name in _EXPORTS)
            return ("build-exe", *wasm, "-fno-entry", "-mexec-model=reactor", *exports)
        case ArtifactKind.COMMAND:
            return ("build-exe", *wasm)
        case ArtifactKind.PLUGIN:
            return ("build-lib", *other, "-dynamic", "-fPIC", "-mcpu=baseline", "-fstrip")
        case _:
            # Without libc a program is static: the sandbox lets it open no library.
            return ("build-exe", *other, "-mcpu=baseline", "-fsingle-threaded", "-fstrip")
