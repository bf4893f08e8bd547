"""The steps of a C++ build: support object, precompiled header, then the solution alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from msgspec import structs

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
from lsp_judge.languages.cfamily.platforms import compiler as compiler_name
from lsp_judge.languages.cfamily.support import (
    CORE_HEADERS,
    CORE_SOURCES,
    DRIVER_SOURCE,
    GIVEN_SOURCE,
    PLAIN_FLUSH,
    core_files,
    support_files,
)
from lsp_judge.languages.cpp.glue import catches, glue, uses_streams
from lsp_judge.languages.cpp.standard import LACKING, missing_feature
from lsp_judge.model.build import (
    ArtifactKind,
    BuildPlan,
    BuildRequest,
    Otherwise,
    Profile,
    Step,
    Tool,
)
from lsp_judge.model.source import Shape, SourceMessage
from lsp_judge.model.verdict import Mode

_STANDARD = "-std=gnu++23"
# wasm's own exceptions, in the form that was standardised.
_EXCEPTIONS = (
    "-mcpu=generic+exception_handling+reference_types+multivalue",
    "-fwasm-exceptions",
    "-mllvm",
    "-wasm-use-legacy-eh=false",
)
_HEADERS = ("judge_std.hpp", "judge_codec.hpp", "judge_linked.hpp", "bits/stdc++.h", *CORE_HEADERS)
_SOURCE_HEADERS = (*_HEADERS, "judge_names.hpp", "include/atomic_support.h")
# The archive's own functions are taken in at their first use: ours have to come before that.
_LIBRARY = ("judge_memory.cpp", "judge_library.cpp")
_SUPPORT_FILES = (
    "judge_std.hpp",
    "judge_codec.hpp",
    "judge_linked.hpp",
    "judge_nested.hpp",
    "judge_names.hpp",
    "bits/stdc++.h",
    "include/atomic_support.h",
    *_LIBRARY,
    "judge_uncaught.cpp",
    "judge_exceptions.cpp",
    "judge_support.cpp",
    "judge_flush.cpp",
)


@dataclass(frozen=True)
class _Compiler:
    """A tool, and the arguments with which everything of one build is compiled."""

    tool: Tool
    arguments: tuple[str, ...]

    @property
    def gcc(self) -> bool:
        return self.tool.flavour == "gcc"


def plan(request: BuildRequest) -> BuildPlan | SourceMessage:
    """The build of one artifact, or what the file needs and the compiler does not have."""
    compiler = _compiler(request)
    if (missing := missing_feature(request.document.text, compiler.tool)) is not None:
        return missing
    planned = _planned(request, compiler)
    if not compiler.gcc or "zig" not in request.tools:
        return planned
    other = _planned(request, _arguments(request, request.tools["zig"]))
    return structs.replace(planned, otherwise=Otherwise(LACKING, other))


def _planned(request: BuildRequest, compiler: _Compiler) -> BuildPlan:
    kind = artifact_kind(request)
    solution = f"solution{PurePath(request.document.path).suffix}"
    headers = project_headers(request.document.text)
    files = {
        **core_files(),
        **support_files(__package__ or "", _SUPPORT_FILES),
        **headers,
        solution: request.document.text,
        "glue.cpp": glue(request, solution),
    }
    shared = (
        *(_object(source, compiler) for source in _support_sources(request)),
        _header(compiler),
    )
    link = (
        *named_flags(request, solution),
        *project_flags(headers),
        *link_flags(kind, request),
    )
    artifact = artifact_name(kind, request.target)
    inputs = ("glue.cpp", solution, "judge_nested.hpp", *headers)
    steps = (*shared, _solution(compiler, shared, artifact, inputs, link))
    return BuildPlan(kind, files, steps, artifact)


def _compiler(request: BuildRequest) -> _Compiler:
    return _arguments(request, _tool(request))


def _arguments(request: BuildRequest, tool: Tool) -> _Compiler:
    exceptions = _EXCEPTIONS if _has_wasm_exceptions(request) else ()
    standard = f"-std={request.options.standard}" if request.options.standard else _STANDARD
    machine = machine_flags(request, tool)
    return _Compiler(tool, (*driver(tool, "c++"), standard, *machine, *exceptions))


def _tool(request: BuildRequest) -> Tool:
    """The system's compiler, but zig's for a file that needs what the system's does not have."""
    name = compiler_name(request.mode, request.target, "c++")
    if name == "zig":
        return request.tools["zig"]
    tool = request.tools[name]
    if "zig" in request.tools and missing_feature(request.document.text, tool) is not None:
        return request.tools["zig"]
    return tool


def _has_wasm_exceptions(request: BuildRequest) -> bool:
    return request.mode is Mode.WASM and catches(request.document.text)


def _support_sources(request: BuildRequest) -> tuple[str, ...]:
    """What is linked to every solution; nothing to a native program of stdin and stdout."""
    sources: tuple[str, ...] = ()
    if request.mode is Mode.WASM:
        caught = _has_wasm_exceptions(request)
        sources += (*_LIBRARY, "judge_exceptions.cpp" if caught else "judge_uncaught.cpp")
    if request.shape is not Shape.STDIO:
        streams = uses_streams(request.document.text)
        flush = "judge_flush.cpp" if streams else PLAIN_FLUSH
        sources += ("judge_support.cpp", flush, *CORE_SOURCES)
    if artifact_kind(request) is ArtifactKind.DRIVER:
        sources += (DRIVER_SOURCE,)
    if request.profile is Profile.STEP:
        sources += (GIVEN_SOURCE,)
    return sources


def _object(source: str, compiler: _Compiler) -> Step:
    output = f"{PurePath(source).stem}.o"
    arguments = (*compiler.arguments, "-I.", "-x", "c++", "-c", source, "-o", output)
    inputs = (source, *_SOURCE_HEADERS)
    return Step(source, compiler.tool.name, arguments, inputs, (output,), shared=True)


def _header(compiler: _Compiler) -> Step:
    output = "judge_std.hpp.gch" if compiler.gcc else "judge_std.hpp.pch"
    arguments = (*compiler.arguments, "-x", "c++-header", "judge_std.hpp", "-o", output)
    return Step("header", compiler.tool.name, arguments, _HEADERS, (output,), shared=True)


def _use_header(compiler: _Compiler) -> tuple[str, ...]:
    if compiler.gcc:
        return ("-I{step:header}", "-include", "judge_std.hpp")
    # The header stays as it was compiled; to look whether it did costs time.
    checks = ("-Xclang", "-fno-validate-pch")
    return ("-I{step:header}", "-include-pch", "{step:header}/judge_std.hpp.pch", *checks)


def _solution(
    compiler: _Compiler,
    shared: tuple[Step, ...],
    artifact: str,
    inputs: tuple[str, ...],
    link: tuple[str, ...],
) -> Step:
    outputs = ((step.name, output) for step in shared for output in step.outputs)
    objects = (f"{{step:{name}}}/{output}" for name, output in outputs if output.endswith(".o"))
    arguments = (
        *compiler.arguments,
        *message_flags(compiler.tool),
        *_use_header(compiler),
        "glue.cpp",
        *objects,
        *link,
        "-o",
        artifact,
    )
    return Step(
        name="solution",
        tool=compiler.tool.name,
        arguments=arguments,
        inputs=inputs,
        outputs=(artifact,),
        needs=tuple(step.name for step in shared),
    )
