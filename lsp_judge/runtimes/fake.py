"""A runtime without processes: says what it was told to say. For tests of what stands above."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lsp_judge.model.build import Artifact
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.outcome import Observation, RunResult, TimedOut
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import BenchRequest, Prepared, Quiet, RunRequest


class FakeRuntime:
    """`answer` gives the observation of an input; `refuses` is raised by `prepare`; with
    `baseline` the first preparation is not final."""

    def __init__(
        self,
        mode: Mode,
        answer: Callable[[bytes], Observation],
        *,
        refuses: JudgeError | None = None,
        baseline: bool = False,
    ) -> None:
        self.mode = mode
        self.runs = 0
        self._answer = answer
        self._refuses = refuses
        self._baseline = baseline

    async def prepare(
        self, artifact: Artifact, *, quick: bool, say: Callable[[str], None] = lambda text: None
    ) -> Prepared:
        if self._refuses is not None:
            raise self._refuses
        return Prepared(artifact, artifact.path, final=not (quick and self._baseline))

    async def run(
        self, request: RunRequest, quiet: Quiet, progress: Callable[[int], None]
    ) -> RunResult:
        self.runs += 1
        progress(len(request.inputs))
        seen = tuple(self._answer(data) for data in request.inputs)
        timed_out = any(isinstance(each.outcome, TimedOut) for each in seen)
        gives_up = timed_out and not request.prepared.final
        return RunResult(() if gives_up else seen, "none (fake)")

    async def bench(self, request: BenchRequest) -> Sequence[int]:
        return [1000] * request.iterations

    async def isolation(self) -> str:
        return "none (fake)"

    async def close(self) -> None:
        return
