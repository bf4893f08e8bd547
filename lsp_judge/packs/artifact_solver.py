"""A solver that is an artifact of ours: it runs in a sandboxed worker, one for each call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from msgspec import Struct

from lsp_judge.model.build import Artifact
from lsp_judge.model.errors import SolverFailed, disk_failures
from lsp_judge.model.outcome import Observation
from lsp_judge.model.problem import Limits
from lsp_judge.packs.observed import output_of
from lsp_judge.runtimes.base import Prepared, Quiet, RunRequest, Runtime


class ArtifactConfig(Struct, frozen=True):
    """What is run, and what a call may use. `dispose` gives back the artifact's file."""

    artifact: Artifact
    limits: Limits
    dispose: Callable[[], None] = lambda: None


class Always:
    """Time that is always quiet: the deadline of a call is what a clock on the wall says."""

    def quiet_ns(self, start_ns: int, end_ns: int) -> int:
        return end_ns - start_ns

    async def wait(self) -> None:
        return


class ArtifactSolver:
    """A Solver[ArtifactConfig, Observation]. `workers` bounds how many run beside each other."""

    def __init__(
        self,
        id: str,
        problems: Sequence[str],
        runtime: Runtime,
        workers: asyncio.Semaphore,
        quiet: Quiet,
    ) -> None:
        self.id = id
        self._problems = frozenset(problems)
        self._runtime = runtime
        self._workers = workers
        self._quiet = quiet
        self._config: ArtifactConfig | None = None
        self._prepared: Prepared | None = None

    def supports(self, problem_id: str) -> bool:
        return problem_id in self._problems

    async def init(self, config: ArtifactConfig) -> None:
        """Raises ArtifactRejected, IsolationMissing, WorkerLost, DiskFailed."""
        self._config = config
        with disk_failures():
            self._prepared = await self._runtime.prepare(config.artifact, quick=False)

    async def observe(self, input: bytes) -> Observation:
        assert self._config is not None
        assert self._prepared is not None
        request = RunRequest(self._prepared, [input], self._config.limits, overlaps=True)
        async with self._workers:
            result = await self._runtime.run(request, self._quiet, lambda done: None)
        if len(result.observations) != 1:
            raise SolverFailed(f"The solver {self.id} gave no answer: its worker saw nothing.")
        return result.observations[0]

    async def solve(self, input: bytes) -> bytes:
        return output_of(self.id, await self.observe(input))

    async def destroy(self) -> None:
        if self._config is not None:
            self._config.dispose()
