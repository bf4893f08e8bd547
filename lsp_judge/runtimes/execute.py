"""What both modes do alike with the zygote's workers."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import msgspec

from lsp_judge.model.build import Profile
from lsp_judge.model.errors import ArtifactRejected, WorkerLost
from lsp_judge.model.outcome import RunResult
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import BenchRequest, Prepared, Quiet, RunRequest
from lsp_judge.runtimes.drive import Drive, job_limits
from lsp_judge.runtimes.observe import observe
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.worker.wire import Code, Job, JobLimits, Record


class _AlwaysQuiet:
    """For benchmarks: the scheduler has made sure that nothing else runs."""

    def quiet_ns(self, start_ns: int, end_ns: int) -> int:
        return end_ns - start_ns

    async def wait(self) -> None:
        return


def _job(prepared: Prepared, mode: Mode, limits: JobLimits) -> Job:
    artifact = prepared.artifact
    return Job(
        artifact.kind.value,
        mode is Mode.WASM,
        prepared.path,
        limits,
        [],
        prepared.helper,
        sanitized=artifact.profile is Profile.SANITIZE,
    )


class ZygoteRuntime:
    """Runs and benchmarks on the zygote that both modes share; what is particular to a mode is
    how an artifact is prepared and what isolates it."""

    mode: Mode

    def __init__(self, zygote: Zygote) -> None:
        self._zygote = zygote

    async def isolation(self) -> str:
        """The level of isolation on this machine, one line for people."""
        raise NotImplementedError

    async def run(
        self, request: RunRequest, quiet: Quiet, progress: Callable[[int], None]
    ) -> RunResult:
        """See `runtimes.base.Runtime`."""
        isolation = await self.isolation()
        start = time.perf_counter()
        template = _job(request.prepared, self.mode, job_limits(request.limits))
        drive = Drive(
            self._zygote,
            template,
            request.inputs,
            quiet,
            progress,
            final=request.prepared.final,
            overlaps=request.overlaps,
        )
        records = await drive.run()
        run_ms = (time.perf_counter() - start) * 1e3
        seen = tuple(observe(record, request.limits) for record in records)
        return RunResult(seen, isolation, run_ms)

    async def bench(self, request: BenchRequest) -> Sequence[int]:
        """Durations in ns. Raises WorkerLost with the reason where the case does not return."""
        template = msgspec.structs.replace(
            _job(request.prepared, self.mode, job_limits(request.limits)),
            iterations=request.iterations,
            warmup=request.warmup,
        )
        drive = Drive(self._zygote, template, [request.input], _AlwaysQuiet(), lambda done: None)
        (record,) = await drive.run()
        if record.code is not Code.RETURNED:
            raise WorkerLost(f"The benchmark did not finish: {_why(record)}.")
        try:
            return msgspec.msgpack.decode(record.output, type=list[int])
        except msgspec.DecodeError as error:
            raise ArtifactRejected(f"The benchmark's result cannot be read: {error}.") from error

    async def close(self) -> None:
        """End the zygote and its workers; the other mode's close finds it ended."""
        await self._zygote.close()


def _why(record: Record) -> str:
    return record.message.partition("\n")[0] or record.code.name.lower().replace("_", " ")
