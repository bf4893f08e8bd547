"""Preparing CPython on WASI: once, whole, and described."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from lsp_judge.model.build import Artifact, ArtifactKind, Tool
from lsp_judge.model.errors import ArtifactRejected
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.python_image import is_prepared, prepare
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.worker.script_image import Library, read_image


class Compiler:
    """Stands for the minute in which wasmtime compiles; counts how often it is asked."""

    def __init__(self, *, fails: bool = False) -> None:
        self.asked: list[Path] = []
        self._fails = fails

    async def __call__(self, source: Path, target: Path) -> None:
        self.asked.append(source)
        await asyncio.sleep(0)
        if self._fails:
            raise ArtifactRejected("no")
        target.write_bytes(b"code")


@pytest.fixture
def tool(finder: ToolFinder) -> Tool:
    return finder.find("python-wasi")


async def test_it_is_compiled_once_however_often_it_is_asked_for(
    tool: Tool, tmp_path: Path
) -> None:
    compiler = Compiler()
    folder = tmp_path / "images"
    assert not is_prepared(tool, folder)
    found = await asyncio.gather(*(prepare(tool, folder, compiler) for _ in range(3)))
    found.append(await prepare(tool, folder, compiler))
    assert len(set(found)) == 1
    assert found[0].read_bytes() == b"code"
    assert is_prepared(tool, folder)
    assert [path.name for path in compiler.asked] == ["python-snapshot.wasm"]


async def test_a_failed_compilation_is_tried_again(tool: Tool, tmp_path: Path) -> None:
    with pytest.raises(ArtifactRejected):
        await prepare(tool, tmp_path, Compiler(fails=True))
    assert not is_prepared(tool, tmp_path)
    await prepare(tool, tmp_path, Compiler())
    assert is_prepared(tool, tmp_path)


async def test_another_version_is_another_image(tool: Tool, tmp_path: Path) -> None:
    newer = Tool(tool.name, tool.flavour, tool.command, tool.version + "1", tool.origin)
    first = await prepare(tool, tmp_path, Compiler())
    second = await prepare(newer, tmp_path, Compiler())
    assert first != second


async def test_it_outlives_the_environment_that_it_was_made_from(
    tool: Tool, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    places = [shutil.copy(path, gone) for path in tool.command]
    elsewhere = Tool(tool.name, tool.flavour, tuple(map(str, places)), tool.version, tool.origin)
    compiler = Compiler()
    made = await prepare(elsewhere, tmp_path / "images", compiler)
    shutil.rmtree(gone)
    assert await prepare(tool, tmp_path / "images", compiler) == made
    assert len(compiler.asked) == 1
    assert Library(read_image(made)).find("heapq") is not None


async def test_the_library_gives_modules_from_its_zip(tool: Tool, tmp_path: Path) -> None:
    image = read_image(await prepare(tool, tmp_path, Compiler()))
    library = Library(image)
    heapq, package = library.find("heapq") or (b"", True)
    assert b"heappushpop" in heapq
    assert not package
    assert (library.find("numpy") or (b"", False))[1]
    assert library.find("no.such.module") is None


async def test_the_bounds_of_the_interpreters_stack_are_found(tool: Tool, tmp_path: Path) -> None:
    image = read_image(await prepare(tool, tmp_path, Compiler()))
    assert image.stack is not None
    assert image.stack.address % 4 == 0
    assert image.stack.words[0] == 16 << 20


async def test_a_newer_run_does_not_begin_the_compilation_anew(tmp_path: Path) -> None:
    """Who waits is told; who gives up waiting does not stop the making for the next one."""
    asked, may_end = list[int](), asyncio.Event()

    async def make() -> Path:
        asked.append(1)
        await may_end.wait()
        return tmp_path

    zygote = Zygote()
    runtime = WasmRuntime(zygote, tmp_path, make)
    script = Artifact(Mode.WASM, ArtifactKind.SCRIPT, str(tmp_path), "key", "python")
    told = asyncio.Event()
    first = asyncio.create_task(runtime.prepare(script, quick=True, say=lambda text: told.set()))
    await told.wait()
    first.cancel()
    await asyncio.wait({first})
    may_end.set()
    prepared = await runtime.prepare(script, quick=True)
    assert prepared.helper == str(tmp_path)
    assert len(asked) == 1
    await runtime.close()
