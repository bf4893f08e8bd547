"""Runs artifacts that no language of ours made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from lsp_judge.judging.activity import Activity
from lsp_judge.model.build import Artifact, ArtifactKind
from lsp_judge.model.outcome import RunResult
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import RunRequest, Runtime
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Zygote

# `make(mode, source, *flags)` of the fixture.
Make = Callable[..., Artifact]
LIMITS = Limits(wall_ms=500, cpu_ms=500, memory_bytes=64 << 20, output_bytes=1 << 20)


async def _none() -> None:
    return None


async def _no_image() -> Path:
    raise AssertionError("no Python here")


def runtime_of(zygote: Zygote, mode: Mode, folder: Path) -> Runtime:
    if mode is Mode.NATIVE:
        return NativeRuntime(zygote, _none)
    return WasmRuntime(zygote, folder / "compiled", _no_image)


async def run(
    zygote: Zygote, artifact: Artifact, folder: Path, behaviours: Sequence[int]
) -> RunResult:
    """One case for each of `behaviours`, which is its argument."""
    runtime = runtime_of(zygote, artifact.mode, folder)
    prepared = await runtime.prepare(artifact, quick=False)
    inputs = [msgspec.msgpack.encode([behaviour]) for behaviour in behaviours]
    return await runtime.run(RunRequest(prepared, inputs, LIMITS), Activity(), lambda done: None)


def artifact_at(mode: Mode, path: Path) -> Artifact:
    kind = ArtifactKind.PLUGIN if mode is Mode.NATIVE else ArtifactKind.REACTOR
    return Artifact(mode, kind, str(path), path.name, "c")
