"""The steps of a C build: the support objects once, then the solution alone."""

from __future__ import annotations

from pathlib import PurePath

from lsp_judge.languages.c.glue import glue
from lsp_judge.languages.c.outline import is_called_before_defined
from lsp_judge.languages.c.small import SMALL_MEMORY, lean_flags, small_flags, small_sources
from lsp_judge.languages.cfamily.flags import (
    artifact_kind,
    artifact_name,
    driver,
    link_flags,
    machine_flags,
    message_flags,
    named_flags,
)
from lsp_judge.languages.cfamily.headers import project_flags, project_headers
from lsp_judge.languages.cfamily.platforms import compiler
from lsp_judge.languages.cfamily.support import (
    CORE_HEADERS,
    CORE_SOURCES,
    DRIVER_SOURCE,
    GIVEN_SOURCE,
    core_files,
    support_files,
)
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Profile, Step, Tool
from lsp_judge.model.source import Severity, Shape, SourceMessage

_STANDARD = "-std=gnu17"
# Errors in newer compilers, warnings in older ones. Sites took solutions with them for years
# (`int cmp(int* a, int* b)` given to qsort, a function used before it is defined): they warn.
_WARNED = (
    "-Wno-error=implicit-int",
    "-Wno-error=incompatible-pointer-types",
    "-Wno-error=int-conversion",
)
_WARNED_BY_CLANG = ("-Wno-error=incompatible-function-pointer-types",)
_PRIVATE = ("judge_values_private.h", "judge_nested.h", "uthash.h")
_SOURCES = ("judge_values.c", "judge_nodes.c")
_OWN = ("judge_std.h", "judge_values.h", *_PRIVATE, *_SOURCES, SMALL_MEMORY)
_HEADERS = ("judge_std.h", "judge_values.h", *_PRIVATE, *CORE_HEADERS)


def plan(request: BuildRequest) -> BuildPlan | SourceMessage:
    """The build of one artifact, or what keeps the entry from being called."""
    tool = request.tools[compiler(request.mode, request.target, "cc")]
    kind = artifact_kind(request)
    solution = f"solution{PurePath(request.document.path).suffix}"
    try:
        text = glue(request, solution)
    except ValueError as error:
        return SourceMessage(Severity.ERROR, str(error), request.entry.span)
    headers = project_headers(request.document.text)
    files = {
        **core_files(),
        **support_files(__package__ or "", _OWN),
        **headers,
        solution: request.document.text,
        "glue.c": text,
    }
    support = _support(request, tool)
    artifact = artifact_name(kind, request.target)
    last = Step(
        name="solution",
        tool=tool.name,
        arguments=(
            *_compile(tool, request),
            *message_flags(tool),
            *named_flags(request, solution),
            *project_flags(headers),
            *_undeclared(request),
            *_WARNED,
            *(_WARNED_BY_CLANG if tool.flavour != "gcc" else ()),
            "-include",
            "judge_std.h",
            "glue.c",
            *(f"{{step:{step.name}}}/{step.outputs[0]}" for step in support),
            *link_flags(kind, request),
            "-lm",
            "-o",
            artifact,
        ),
        inputs=("glue.c", solution, *_HEADERS, *headers),
        outputs=(artifact,),
        needs=tuple(step.name for step in support),
    )
    return BuildPlan(kind, files, (*support, last), artifact)


def _undeclared(request: BuildRequest) -> tuple[str, ...]:
    """A name that the file has nowhere is an error at its own place, not one of the linker."""
    warned = "no-error" if is_called_before_defined(request.document) else "error"
    return (f"-W{warned}=implicit-function-declaration",)


def _compile(tool: Tool, request: BuildRequest) -> tuple[str, ...]:
    standard = f"-std={request.options.standard}" if request.options.standard else _STANDARD
    machine = machine_flags(request, tool)
    return (*driver(tool, "cc"), standard, *machine, *small_flags(request))


def _support(request: BuildRequest, tool: Tool) -> tuple[Step, ...]:
    """What is linked to every function solution; nothing to a program of stdin and stdout."""
    sources: tuple[str, ...] = ()
    if request.shape is not Shape.STDIO:
        sources += (*_SOURCES, *small_sources(request), *CORE_SOURCES)
    if artifact_kind(request) is ArtifactKind.DRIVER:
        sources += (DRIVER_SOURCE,)
    if request.profile is Profile.STEP:
        sources += (GIVEN_SOURCE,)
    return tuple(_object(source, request, tool) for source in sources)


def _object(source: str, request: BuildRequest, tool: Tool) -> Step:
    name = PurePath(source).stem
    lean = lean_flags(request)
    arguments = (*_compile(tool, request), *lean, "-c", source, "-o", f"{name}.o")
    return Step(source, tool.name, arguments, (source, *_HEADERS), (f"{name}.o",), shared=True)
