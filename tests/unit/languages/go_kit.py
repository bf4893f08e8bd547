"""Builds Go sources with the real compiler and calls them through the ABI."""

import os
from typing import Any

import abi_kit
from abi_kit import Run
from msgspec.structs import replace

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
    return await builder.build(
        GO, BuildRequest(wanted.document, mode, shape, wanted.entry, signature)
    )


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
    """Call an artifact once for each list of arguments (a string: raw bytes in hex), or bench.

    What a process or an instance died of is told on stderr: `calls` has those that came back.
    """
    run = abi_kit.call(artifact, [wanted] if isinstance(wanted, dict) else wanted, "quick")
    returned = tuple(each for each in run.calls if each.status >= 0)
    return replace(run, calls=returned)


async def answer(source: str, mode: Mode, *arguments: object) -> Any:
    """What one call of the first function returns; it has to return."""
    (only,) = call(await built(source, mode), [list(arguments)]).calls
    assert only.status == 0, only
    return only.value
