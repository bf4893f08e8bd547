"""Artifacts of every minor version of the ABI go on working, in both modes."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import msgspec
import pytest

from lsp_judge.judging.activity import Activity
from lsp_judge.model.build import Artifact, ArtifactKind
from lsp_judge.model.outcome import Observation, Returned
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import RunRequest, Runtime
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Zygote

SOURCE = Path(__file__).with_name("versions.c")
INPUT = msgspec.msgpack.encode([1, 2, 3])


@pytest.fixture
async def zygote() -> AsyncIterator[Zygote]:
    zygote = Zygote()
    yield zygote
    await zygote.close()


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize(("minor", "handling"), [(0, 0), (1, 7), (2, 7)])
async def test_a_field_is_read_from_the_artifacts_that_have_it(
    zygote: Zygote,
    tmp_path: Path,
    zig: Sequence[str],
    cc: Sequence[str],
    mode: Mode,
    minor: int,
    handling: int,
) -> None:
    wasm = (*zig, "cc", "-target", "wasm32-wasi", "-mexec-model=reactor")
    compiler = wasm if mode is Mode.WASM else (*cc, "-shared", "-fPIC")
    built = _built(compiler, minor, tmp_path)
    kind = ArtifactKind.REACTOR if mode is Mode.WASM else ArtifactKind.PLUGIN
    seen = await _see(_runtime(zygote, mode, tmp_path), Artifact(mode, kind, str(built), "k", "c"))
    assert seen.outcome == Returned(INPUT)
    assert (seen.duration_ns, seen.handling_ns) == (5, handling)


def _built(compiler: Sequence[str], minor: int, folder: Path) -> Path:
    built = folder / "artifact"
    command = [*compiler, "-O1", f"-DMINOR={minor}", str(SOURCE), "-o", str(built)]
    subprocess.run(command, check=True, timeout=300)
    return built


def _runtime(zygote: Zygote, mode: Mode, folder: Path) -> Runtime:
    async def nothing() -> Path | None:
        return None

    async def no_image() -> Path:
        raise AssertionError("no Python here")

    if mode is Mode.NATIVE:
        return NativeRuntime(zygote, nothing)
    return WasmRuntime(zygote, folder / "compiled", no_image)


async def _see(runtime: Runtime, artifact: Artifact) -> Observation:
    prepared = await runtime.prepare(artifact, quick=False)
    result = await runtime.run(
        RunRequest(prepared, [INPUT], Limits()), Activity(), lambda done: None
    )
    (seen,) = result.observations
    return seen
