"""The build of a Go solution: one `go build` over the user's file, the glue and the support.

The exported functions are packages of their own, so that Go's build cache keeps all but the
package main, and the C compiler runs once and not after every edit.
"""

from __future__ import annotations

import re

from lsp_judge.languages.go import tinygo
from lsp_judge.languages.go.codecs import Mismatch
from lsp_judge.languages.go.glue import (
    GLUE,
    MODULE,
    class_glue,
    function_glue,
    given_glue,
    program_glue,
    step_glue,
)
from lsp_judge.languages.go.gods import gods_files, requirements
from lsp_judge.languages.go.imports import missing_imports, types_of_a_project, written_imports
from lsp_judge.languages.go.linked import defines
from lsp_judge.languages.go.native import c_compiler, libraries, linker_flags, system
from lsp_judge.languages.go.outline import Function, designs, read_function, read_method
from lsp_judge.languages.go.project import project_files, project_requirements
from lsp_judge.languages.go.support import NESTED, nested_file, package_files
from lsp_judge.languages.go.syntax import Source
from lsp_judge.languages.go.unit import SOLUTION, compiled, submission
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Profile, Step, Tool
from lsp_judge.model.errors import ToolMissing
from lsp_judge.model.source import Severity, Shape, SourceMessage
from lsp_judge.model.target import Target, file_name
from lsp_judge.model.types import ClassSignature
from lsp_judge.model.verdict import Mode

# The first Go whose WASI reactors can export functions.
_OLDEST = (1, 24)
# Go runs the `init` functions of a package in the order of its files: behind the user's own.
_STEP = "zz_judge_step.go"
# By whether it is a program, and the mode.
_KINDS = {
    (False, Mode.WASM): (ArtifactKind.REACTOR, "solution.wasm"),
    (False, Mode.NATIVE): (ArtifactKind.PLUGIN, "solution.so"),
    (True, Mode.WASM): (ArtifactKind.COMMAND, "solution.wasm"),
    (True, Mode.NATIVE): (ArtifactKind.EXECUTABLE, "solution.bin"),
}
# What a person's own configuration of Go must not change. -e: all errors, not the first ten.
_COMMON = ("build", "-trimpath", "-buildvcs=false")
_ENVIRONMENT = (("GOENV", "off"), ("GOFLAGS", ""), ("GOWORK", "off"))


def tools(mode: Mode, target: Target) -> tuple[str, ...]:
    """Native plugins are linked by a C compiler: of this machine, or zig's for another one."""
    if mode is Mode.WASM:
        return ("go",)
    return ("go", "zig" if target.name else "cc")


def plan(request: BuildRequest) -> BuildPlan | SourceMessage:
    """The build, or why the file as it is can have none. Raises ToolMissing for an old Go."""
    source = Source(submission(request.document))
    imports = missing_imports(source)
    if isinstance(imports, SourceMessage):
        return imports
    glue = _glue(request, source)
    if isinstance(glue, SourceMessage):
        return glue
    version = request.options.standard or _version(request.tools["go"])
    steps_through = request.profile is Profile.STEP
    name = request.document.path if steps_through else SOLUTION
    paths = {*imports, *(each.path for each in written_imports(source))}
    project = types_of_a_project(source)
    required = requirements(paths) + project_requirements(project)
    files = {
        "go.mod": f"module {MODULE}\n\ngo {version}\n{required}".encode(),
        SOLUTION: compiled(source, imports, name),
        GLUE: glue.encode(),
    }
    if request.shape is not Shape.STDIO and _needs_nested(source):
        files[NESTED] = nested_file()
    if steps_through:
        files[_STEP] = (given_glue() if request.shape is Shape.STDIO else step_glue()).encode()
    for package in _packages(request):
        files |= package_files(package)
    files |= gods_files(paths, version) | project_files(project, version)
    kind, artifact = _kind(request)
    if request.mode is Mode.NATIVE and request.target.name:
        artifact = file_name(request.target.name, request.shape)
    if tinygo.is_chosen(request.mode, request.options):
        step = tinygo.step(kind, request, tuple(files), artifact)
        return BuildPlan(kind, files, (step,), artifact)
    beside, shared = libraries(request)
    step = Step(
        name="build",
        tool="go",
        arguments=(*_COMMON, *_options(request), *_arguments(kind, request), "-o", artifact, "."),
        inputs=tuple(files),
        outputs=(artifact,),
        needs=tuple(each.name for each in shared),
        environment=_environment(kind, request),
    )
    return BuildPlan(kind, files | beside, (*shared, step), artifact)


def _kind(request: BuildRequest) -> tuple[ArtifactKind, str]:
    if request.profile is Profile.STEP and request.shape is not Shape.STDIO:
        return ArtifactKind.DRIVER, "solution.bin"
    return _KINDS[request.shape is Shape.STDIO, request.mode]


def _glue(request: BuildRequest, source: Source) -> str | SourceMessage:
    if request.shape is Shape.STDIO:
        return program_glue()
    has_main = any(
        node.type == "function_declaration" and source.child(node, "name") == "main"
        for node in source.root.named_children
    )
    exports, signature = _exports(request), request.signature
    if isinstance(signature, ClassSignature):
        design = next((d for d in designs(source) if d.name == request.entry.name), None)
        if design is None:
            return _gone(request)
        glue = class_glue(design, signature, exports, source.text, has_main=has_main)
    else:
        function = _function(request, source)
        if function is None or isinstance(function, SourceMessage):
            return function or _gone(request)
        signature = signature or function.signature
        back = None
        if signature.then is not None:
            found = read_method(source, request.entry.owner or "", signature.then)
            if found is None or isinstance(found, SourceMessage):
                return found or _gone(request)
            back = found
        glue = function_glue(
            function, signature, exports, source.text, has_main=has_main, back=back
        )
    if isinstance(glue, Mismatch):
        return SourceMessage(Severity.ERROR, glue.text, request.entry.span)
    return glue


def _function(request: BuildRequest, source: Source) -> Function | SourceMessage | None:
    entry = request.entry
    if entry.owner is not None:
        return read_method(source, entry.owner, entry.name)
    return read_function(source, entry.name)


def _gone(request: BuildRequest) -> SourceMessage:
    text = f"there is no {request.entry.name} in the part that is submitted"
    return SourceMessage(Severity.ERROR, text, request.entry.span)


def _needs_nested(source: Source) -> bool:
    return b"NestedInteger" in source.text and not defines("NestedInteger", source.text)


def _exports(request: BuildRequest) -> str:
    """Who calls the entry: the ABI of a mode, or the program that a debugger starts."""
    if request.profile is Profile.STEP:
        return "judge_step"
    return "judge_wasm" if request.mode is Mode.WASM else "judge_native"


def _packages(request: BuildRequest) -> tuple[str, ...]:
    given = ("judge_given",) if request.profile is Profile.STEP else ()
    if request.shape is Shape.STDIO:
        return ("judge_limits", *given)
    return ("judge_limits", "judge_support", _exports(request), *given)


def _options(request: BuildRequest) -> tuple[str, ...]:
    """What a person set; of a build for diagnosis, no optimisation and checked pointers."""
    if request.profile.optimised:
        return ("-gcflags=-e", *request.options.flags)
    if request.profile is Profile.STEP:
        return ("-gcflags=all=-N -l", *request.options.flags)
    return ("-gcflags=-e -N -l -d=checkptr=2", *request.options.flags)


def _arguments(kind: ArtifactKind, request: BuildRequest) -> tuple[str, ...]:
    """Symbols and DWARF cost link time. Panics have their lines from elsewhere; in wasm the
    names, which the traps' backtraces show, are kept, but in a pack (there is no DWARF in it).
    """
    if request.profile is Profile.STEP:
        return ()
    bare = ("-ldflags=-s -w",) if request.profile is Profile.PACK else ()
    match kind:
        case ArtifactKind.REACTOR:
            return ("-buildmode=c-shared", *bare)
        case ArtifactKind.PLUGIN:
            return ("-buildmode=c-shared", f"-ldflags=-s -w{linker_flags(request.target)}")
        case ArtifactKind.EXECUTABLE:
            return ("-ldflags=-s -w",)
        case _:
            return bare


def _environment(kind: ArtifactKind, request: BuildRequest) -> tuple[tuple[str, str], ...]:
    if request.mode is Mode.WASM:
        return (*_ENVIRONMENT, ("GOOS", "wasip1"), ("GOARCH", "wasm"), ("CGO_ENABLED", "0"))
    if kind in (ArtifactKind.EXECUTABLE, ArtifactKind.DRIVER):
        # Without cgo the program is static: the sandbox has no dynamic loader.
        return (*_ENVIRONMENT, *system(request.target), ("CGO_ENABLED", "0"))
    return (*_ENVIRONMENT, *system(request.target), *c_compiler(request))


def _version(tool: Tool) -> str:
    """The version for go.mod: `1.27.3` of `go version go1.27.3 linux/amd64`."""
    found = re.search(r"\bgo((\d+)\.(\d+)(?:\.\d+|rc\d+|beta\d+)?)", tool.version)
    if found is None:
        return ".".join(map(str, _OLDEST))
    if (int(found[2]), int(found[3])) < _OLDEST:
        raise ToolMissing(f"Go {found[1]} is too old: 1.24 is needed.", "Install a newer Go.")
    return found[1]
