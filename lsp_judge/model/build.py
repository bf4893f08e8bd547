"""A build as plain data: what a language asks for and what the store keeps."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from lsp_judge.model.source import Document, Entry, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.types import ClassSignature, Signature
from lsp_judge.model.verdict import Mode

# The harness ABI (DESIGN, section 4). Rises when an exported function or the result struct
# changes in a way that an old artifact does not satisfy.
ABI_VERSION = 1
# What an artifact built now says of itself, the minor number with it: fields of the result
# struct are only ever appended, so another minor number keeps nobody from anything.
ABI_NAME = "1.1"


class Tool(Struct, frozen=True):
    """A compiler that was found.

    `name` is what it does (`go`, `cc`, `c++`, `zig`, `python-wasi`), `flavour` what it is
    (`gcc`, `clang`, `zig`, `go`, ...), `command` the argv that starts it, `version` its own
    words, `origin` where it came from: `setting`, `path` or `wheel`. `library`: where zig is to
    look for its own library, and where that really is; empty: beside itself.
    """

    name: str
    flavour: str
    command: tuple[str, ...]
    version: str
    origin: str
    library: tuple[str, ...] = ()


class ArtifactKind(StrEnum):
    """What a runtime has to do with an artifact.

    `reactor`: wasm that exports the ABI; `command`: wasm with `_start`; `plugin`: a shared
    library that exports the ABI; `executable`: a static program; `driver`: a program that
    speaks the ABI over stdin and stdout (builds with sanitizers); `script`: Python.
    """

    REACTOR = "reactor"
    COMMAND = "command"
    PLUGIN = "plugin"
    EXECUTABLE = "executable"
    DRIVER = "driver"
    SCRIPT = "script"


class Profile(StrEnum):
    """What a build is for.

    `release`: to be judged. `wrap`: as `release`, but arithmetic that overflows wraps and is not
    looked for (Rust). `pack`: to be shipped, as `release`, but small and without what names files
    of this machine (debug information). `debug`: no optimisation, all checks that
    the language has. `sanitize`: native only; what finds undefined behaviour (C, C++: an
    executable with ASan and UBSan that speaks the ABI over stdin and stdout; else as `debug`).
    `step`: native only; as `debug`, but a program for a debugger: it reads its input from stdin,
    and its debug information names the user's own file.
    """

    RELEASE = "release"
    WRAP = "wrap"
    PACK = "pack"
    DEBUG = "debug"
    SANITIZE = "sanitize"
    STEP = "step"

    @property
    def optimised(self) -> bool:
        return self in (Profile.RELEASE, Profile.WRAP, Profile.PACK)


class Options(Struct, frozen=True):
    """What a person may set for one language; empty: the language's own default.

    `standard` is the edition or standard (`gnu++20`, `2021`), `optimize` the level as the
    compiler spells it (`-O3`, `3`, `ReleaseFast`), `flags` further arguments of the compiler,
    `wasm_compiler` which of several compilers makes the wasm module (Go: `tinygo`).
    """

    standard: str = ""
    optimize: str = ""
    flags: tuple[str, ...] = ()
    wasm_compiler: str = ""


class BuildRequest(Struct, frozen=True):
    """All that a language may look at to plan a build.

    `signature` is None for stdio and where the source gives no types. Whoever asks for a
    build leaves `tools` and `options` to the builder. `target` is what native code is for; a
    named one is built by a compiler that can build for others, this machine's own included.
    """

    document: Document
    mode: Mode
    shape: Shape
    entry: Entry
    signature: Signature | ClassSignature | None
    tools: dict[str, Tool] = field(default_factory=dict)
    profile: Profile = Profile.RELEASE
    options: Options = field(default_factory=Options)
    target: Target = HERE


class Step(Struct, frozen=True):
    """One command of a build, run in a directory that holds `inputs` and nothing else.

    `tool` is a key of the request's tools. In `arguments` and `environment` values
    `{step:NAME}` stands for the directory of the earlier step NAME and `{cache}` for a
    directory of the tool's own that outlives the build (its value shapes nothing).
    `inputs` are files of the plan, by name (a `/` makes folders). `outputs` are the files
    that the step leaves; a missing one is a failure of the tool. `shared` steps depend on
    no byte of the user's: they are kept in the store and run once per compiler.
    """

    name: str
    tool: str
    arguments: tuple[str, ...]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    needs: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    shared: bool = False


class BuildPlan(Struct, frozen=True):
    """Files, the steps over them in order, and which output of the last step is the artifact.

    A plan without steps is a script: its files are the artifact. `otherwise` is tried where a
    compiler says that it does not know what the file is written in.
    """

    kind: ArtifactKind
    files: dict[str, bytes]
    steps: tuple[Step, ...]
    artifact: str
    otherwise: Otherwise | None = None


class Otherwise(Struct, frozen=True):
    """The same build by another compiler. `where` is a regular expression: what the first one
    says where the fault may be its own."""

    where: str
    plan: BuildPlan


class Artifact(Struct, frozen=True):
    """A built solution. `path` is absolute: a file, or the directory of a script's files.

    `key` is the content address that the store keeps it under. `messages` are the
    compiler's warnings. `profile` is what it was built for.
    """

    mode: Mode
    kind: ArtifactKind
    path: str
    key: str
    language: str
    build_ms: float = 0.0
    cached: bool = False
    messages: tuple[SourceMessage, ...] = ()
    profile: Profile = Profile.RELEASE


class CompileFailed(Struct, frozen=True):
    """The user's file does not compile: the compiler's messages, errors first, and its raw text."""

    messages: tuple[SourceMessage, ...]
    text: str
    build_ms: float = 0.0
