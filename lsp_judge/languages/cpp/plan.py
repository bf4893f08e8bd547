"""The steps of a C++ build: support object, precompiled header, then the solution alone."""

from __future__ import annotations

from pathlib import PurePath

from lsp_judge.languages.cfamily.flags import (
    ARTIFACT_NAMES,
    artifact_kind,
    driver,
    link_flags,
    machine_flags,
    message_flags,
)
from lsp_judge.languages.cfamily.support import (
    CORE_HEADERS,
    CORE_SOURCES,
    PLAIN_FLUSH,
    core_files,
    support_files,
)
from lsp_judge.languages.cpp.glue import glue, uses_streams
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Step, Tool
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode

_STANDARD = "-std=gnu++23"
_HEADERS = ("judge_std.hpp", "judge_codec.hpp", "bits/stdc++.h", *CORE_HEADERS)


def plan(request: BuildRequest) -> BuildPlan:
    """The build of one artifact."""
    tool = request.tools["zig" if request.mode is Mode.WASM else "c++"]
    kind = artifact_kind(request.mode, request.shape)
    solution = f"solution{PurePath(request.document.path).suffix}"
    files = {
        **core_files(),
        **support_files(__package__ or "", _SUPPORT_FILES),
        solution: request.document.text,
        "glue.cpp": glue(request, solution),
    }
    shared = (*_support(request, tool), _header(request.mode, tool))
    steps = (*shared, _solution(request, tool, shared, kind, solution))
    return BuildPlan(kind, files, steps, ARTIFACT_NAMES[kind])


_SUPPORT_FILES = (
    "judge_std.hpp",
    "judge_codec.hpp",
    "bits/stdc++.h",
    "judge_support.cpp",
    "judge_flush.cpp",
    "judge_uncaught.cpp",
    "judge_memory.cpp",
    "judge_library.cpp",
)


def _compile(tool: Tool, mode: Mode) -> tuple[str, ...]:
    return (*driver(tool, "c++"), _STANDARD, *machine_flags(tool, mode))


_WITHOUT_EXCEPTIONS: tuple[str, ...] = (
    "judge_memory.cpp",
    "judge_library.cpp",
    "judge_uncaught.cpp",
)


def _support(request: BuildRequest, tool: Tool) -> tuple[Step, ...]:
    """What is linked to every solution; nothing to a native program of stdin and stdout."""
    wasm = request.mode is Mode.WASM
    # The archive's own is taken in at its first use: our library has to come before that.
    sources = _WITHOUT_EXCEPTIONS if wasm else ()
    if request.shape is Shape.FUNCTION:
        streams = uses_streams(request.document.text)
        flush = "judge_flush.cpp" if streams else PLAIN_FLUSH
        sources += ("judge_support.cpp", flush, *CORE_SOURCES)
    return tuple(_object(source, request.mode, tool) for source in sources)


def _object(source: str, mode: Mode, tool: Tool) -> Step:
    name = PurePath(source).stem
    arguments = (*_compile(tool, mode), "-x", "c++", "-c", source, "-o", f"{name}.o")
    inputs = (source, *_HEADERS)
    return Step(source, tool.name, arguments, inputs, (f"{name}.o",), shared=True)


def _header(mode: Mode, tool: Tool) -> Step:
    output = "judge_std.hpp.gch" if tool.flavour == "gcc" else "judge_std.hpp.pch"
    # The header's own directory may be moved to the store after it was compiled.
    relocatable = () if tool.flavour == "gcc" else ("-Xclang", "-fno-pch-timestamp")
    return Step(
        name="header",
        tool=tool.name,
        arguments=(
            *_compile(tool, mode),
            *relocatable,
            "-x",
            "c++-header",
            "judge_std.hpp",
            "-o",
            output,
        ),
        inputs=_HEADERS,
        outputs=(output,),
        shared=True,
    )


def _use_header(tool: Tool) -> tuple[str, ...]:
    if tool.flavour == "gcc":
        return ("-I{step:header}", "-include", "judge_std.hpp")
    checks = ("-Xclang", "-fno-validate-pch")
    return ("-I{step:header}", "-include-pch", "{step:header}/judge_std.hpp.pch", *checks)


def _solution(
    request: BuildRequest, tool: Tool, needs: tuple[Step, ...], kind: ArtifactKind, solution: str
) -> Step:
    objects = tuple(
        f"{{step:{step.name}}}/{output}"
        for step in needs
        for output in step.outputs
        if output.endswith(".o")
    )
    artifact = ARTIFACT_NAMES[kind]
    return Step(
        name="solution",
        tool=tool.name,
        arguments=(
            *_compile(tool, request.mode),
            *message_flags(tool),
            *_use_header(tool),
            "glue.cpp",
            *objects,
            *link_flags(kind),
            "-o",
            artifact,
        ),
        inputs=("glue.cpp", solution),
        outputs=(artifact,),
        needs=tuple(step.name for step in needs),
    )
