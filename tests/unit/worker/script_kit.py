"""Runs Python texts as scripts in real workers, in either mode."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from lsp_judge.judging.activity import Activity
from lsp_judge.model.build import Artifact, ArtifactKind
from lsp_judge.model.outcome import Observation, Returned
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import BenchRequest, Prepared, RunRequest, Runtime
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.python_image import prepare
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root

LIMITS = Limits(wall_ms=10_000, cpu_ms=20_000, memory_bytes=256 << 20, output_bytes=16 << 20)
FUNCTION = {"owner": "Solution", "name": "f", "shape": "function"}
PROGRAM = {"owner": None, "name": "main", "shape": "stdio"}


class Scripts:
    """Both runtimes on one zygote."""

    def __init__(self, zygote: Zygote, finder: ToolFinder, folder: Path) -> None:
        self._finder, self._folder = finder, folder
        self._wasm = WasmRuntime(zygote, folder / "compiled", self.image)
        self._runtimes: dict[Mode, Runtime] = {
            Mode.WASM: self._wasm,
            Mode.NATIVE: NativeRuntime(zygote, self._no_launcher),
        }
        self._count = 0

    async def _no_launcher(self) -> Path | None:
        return None

    async def image(self) -> Path:
        """The one that `setup` prepares: the tests would take a minute longer else."""
        tool = self._finder.find("python-wasi")
        folder = cache_root(os.environ) / "python"
        return await prepare(tool, folder, self._wasm.compile)

    async def call(
        self, mode: Mode, source: str | bytes, *cases: Any, limits: Limits = LIMITS
    ) -> Sequence[Observation]:
        """`Solution().f` of `source`, once per case; a case is the list of its arguments."""
        inputs = [msgspec.msgpack.encode(case) for case in cases]
        return await self._run(mode, source, FUNCTION, inputs, limits)

    async def program(
        self, mode: Mode, source: str, *inputs: bytes, limits: Limits = LIMITS
    ) -> Sequence[Observation]:
        return await self._run(mode, source, PROGRAM, inputs, limits)

    async def bench(self, mode: Mode, source: str, case: Any, iterations: int) -> Sequence[int]:
        prepared = await self._prepare(mode, source, FUNCTION)
        data = msgspec.msgpack.encode(case)
        return await self._runtimes[mode].bench(BenchRequest(prepared, data, LIMITS, iterations, 2))

    async def _prepare(self, mode: Mode, source: str | bytes, entry: object) -> Prepared:
        self._count += 1
        folder = self._folder / str(self._count)
        folder.mkdir()
        text = source if isinstance(source, bytes) else source.encode()
        (folder / "solution.py").write_bytes(text)
        (folder / "entry.json").write_text(json.dumps(entry))
        artifact = Artifact(mode, ArtifactKind.SCRIPT, str(folder), folder.name, "python")
        return await self._runtimes[mode].prepare(artifact, quick=False)

    async def _run(
        self,
        mode: Mode,
        source: str | bytes,
        entry: object,
        inputs: Sequence[bytes],
        limits: Limits,
    ) -> Sequence[Observation]:
        prepared = await self._prepare(mode, source, entry)
        request = RunRequest(prepared, inputs, limits)
        result = await self._runtimes[mode].run(request, Activity(), lambda done: None)
        return result.observations


def values(observations: Sequence[Observation]) -> list[Any]:
    """The results of cases that returned; other outcomes as they are."""
    return [
        msgspec.msgpack.decode(each.outcome.output)
        if isinstance(each.outcome, Returned)
        else each.outcome
        for each in observations
    ]
