"""Builds Go sources with the real compiler and calls them through the ABI."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from msgspec import Struct

from lsp_judge.languages.go.language import Go
from lsp_judge.model.build import Artifact, BuildPlan, BuildRequest, CompileFailed, Tool
from lsp_judge.model.source import Document, Entry, Position, Shape, SourceMessage, Span
from lsp_judge.model.types import Signature
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.store import Store

GO = Go()
TOOLS = {
    "go": Tool("go", "go", ("go",), "go version go1.27.3 linux/amd64", "path"),
    "cc": Tool("cc", "zig", ("/with space/zig", "cc"), "zig 0.17", "path"),
}
MODES = (Mode.WASM, Mode.NATIVE)
_MAIN = Entry("main", Shape.STDIO, Span(Position(0), Position(0)))


class Called(Struct, frozen=True):
    """What one call through the ABI gave."""

    status: int
    duration_ns: int
    value: Any
    message: str


class Run(Struct, frozen=True):
    """All calls of one process; none where the process died."""

    calls: tuple[Called, ...]
    stderr: str


def document(source: str | bytes) -> Document:
    text = source.encode() if isinstance(source, str) else source
    return Document("/solutions/solution.go", text)


def request(
    source: str | bytes,
    mode: Mode = Mode.WASM,
    signature: Signature | None = None,
    *,
    version: str = "",
    shape: Shape = Shape.FUNCTION,
) -> BuildRequest:
    """The build request for the first function (or main) of a source."""
    file = document(source)
    outline = GO.outline(file)
    entry = outline.candidates[0].entry if shape is Shape.FUNCTION else outline.main or _MAIN
    tools = TOOLS | ({"go": Tool("go", "go", ("go",), version, "path")} if version else {})
    return BuildRequest(file, mode, shape, entry, signature, tools)


def planned(wanted: BuildRequest) -> BuildPlan:
    plan = GO.plan(wanted)
    assert isinstance(plan, BuildPlan), plan
    return plan


def refused(wanted: BuildRequest) -> SourceMessage:
    plan = GO.plan(wanted)
    assert isinstance(plan, SourceMessage), plan
    return plan


async def build(
    source: str | bytes,
    mode: Mode,
    signature: Signature | None = None,
    *,
    shape: Shape = Shape.FUNCTION,
) -> Artifact | CompileFailed | SourceMessage:
    """Build with the compilers of this machine; Go's build cache is the judge's own."""
    root = cache_root(os.environ)
    builder = StoreBuilder(ToolFinder({}, os.environ), Store(root), os.environ)
    wanted = request(source, mode, signature, shape=shape)
    return await builder.build(GO, wanted.document, mode, shape, wanted.entry, signature)


async def built(
    source: str | bytes,
    mode: Mode,
    signature: Signature | None = None,
    *,
    shape: Shape = Shape.FUNCTION,
) -> Artifact:
    artifact = await build(source, mode, signature, shape=shape)
    assert isinstance(artifact, Artifact), artifact
    return artifact


async def failed(source: str | bytes, mode: Mode = Mode.WASM) -> CompileFailed:
    failure = await build(source, mode)
    assert isinstance(failure, CompileFailed), failure
    return failure


def call(artifact: Artifact, wanted: Any) -> Run:
    """Call an artifact once for each list of arguments (a string: raw bytes in hex), or bench."""
    caller = str(Path(__file__).with_name("go_caller.py"))
    done = subprocess.run(
        [sys.executable, caller, artifact.path],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    calls = json.loads(done.stdout) if done.stdout else []
    return Run(tuple(Called(*each) for each in calls), done.stderr)
