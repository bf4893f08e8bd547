"""The native mode: plugins, programs and scripts in a sandboxed worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lsp_judge.model.build import Artifact
from lsp_judge.model.errors import IsolationMissing
from lsp_judge.model.outcome import RunResult
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import BenchRequest, Prepared, Quiet, RunRequest
from lsp_judge.runtimes.execute import bench, execute
from lsp_judge.runtimes.zygote import Zygote


class NativeRuntime:
    """Runs on the zygote that both modes share."""

    mode = Mode.NATIVE

    def __init__(self, zygote: Zygote) -> None:
        self._zygote = zygote

    async def prepare(self, artifact: Artifact, *, quick: bool) -> Prepared:
        ready = await self._zygote.start()
        if not any(layer.startswith("seccomp") for layer in ready.layers):
            missing = ", ".join(ready.missing)
            raise IsolationMissing(f"Native code cannot be isolated here: {missing}.")
        return Prepared(artifact, artifact.path)

    async def run(
        self, request: RunRequest, quiet: Quiet, progress: Callable[[int], None]
    ) -> RunResult:
        isolation = await self.isolation()
        return await execute(self._zygote, self.mode, request, quiet, progress, isolation)

    async def bench(self, request: BenchRequest) -> Sequence[int]:
        return await bench(self._zygote, self.mode, request)

    async def isolation(self) -> str:
        ready = await self._zygote.start()
        missing = f"; missing: {', '.join(ready.missing)}" if ready.missing else ""
        return f"process, {', '.join(ready.layers)}{missing}"

    async def close(self) -> None:
        await self._zygote.close()
