"""Inference as a problem: how long a wasm run takes where nothing is warm, and what it holds.

Cold: a module that wasmtime has not compiled yet; what a new zygote takes is said beside it.
Known elsewhere for a larger network: 112 ms and 43 MB.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lsp_judge.cli.compose import Parts, opened
from lsp_judge.judging.activity import Activity
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.model.build import Artifact, BuildRequest
from lsp_judge.model.outcome import Returned
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import RunRequest
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Worker, Zygote
from lsp_judge.worker.wire import Job
from tests.benchmarks.rows import Row, show

SOLUTIONS = Path(__file__).parents[2] / "problems/digit-classifier/submissions/accepted"
ROUNDS = 5


class _Watched(Zygote):
    """Remembers its workers, which tell at their end how much memory they had."""

    def __init__(self) -> None:
        super().__init__()
        self.workers: list[Worker] = []

    async def job(self, job: Job, files: Sequence[int], ring: Callable[[], None]) -> Worker:
        worker = await super().job(job, files, ring)
        self.workers.append(worker)
        return worker


async def rows(folder: Path) -> list[Row]:
    async with opened(os.environ, {}) as parts:
        return [row for ending in ("c", "go") for row in await _of(parts, folder, ending)]


async def _of(parts: Parts, folder: Path, ending: str) -> list[Row]:
    path = SOLUTIONS / f"classify.{ending}"
    document = Document(str(path), path.read_bytes())
    plan = Planner(parts.languages, parts.sources).plan(document, "digit-classifier", None)
    assert isinstance(plan, Plan)
    chosen = plan.context.chosen
    request = BuildRequest(
        document, Mode.WASM, plan.context.problem.shape, chosen.entry, chosen.signature
    )
    built = await parts.builder.build(plan.context.language, request)
    assert isinstance(built, Artifact)
    seen = [await _cold(plan, built, folder / f"{ending}-{n}") for n in range(ROUNDS)]
    start, cold, warm = (statistics.median(each[n] for each in seen) for n in range(3))
    peak = max(each[3] for each in seen)
    note = f"zygote {show(start)}, warm {show(warm)}"
    name = f"digit-classifier, wasm, {ending}"
    return [
        Row(f"{name}: cold start to the first answer", cold * 1e3, None, "ms", note),
        Row(f"{name}: highest memory of its worker", peak / 1e6, None, "MB", "aim: 43"),
    ]


async def _cold(plan: Plan, built: Artifact, modules: Path) -> tuple[float, float, float, int]:
    """Seconds until there is a zygote, to the first answer, to one after that; and bytes."""

    async def no_python() -> Path:
        raise AssertionError("this is no script")

    zygote = _Watched()
    runtime = WasmRuntime(zygote, modules, no_python)
    begun = time.perf_counter()
    await runtime.isolation()
    times = [time.perf_counter() - begun]
    try:
        for _ in range(2):
            begun = time.perf_counter()
            prepared = await runtime.prepare(built, quick=True)
            case = RunRequest(prepared, plan.bound.inputs[:1], plan.context.problem.limits)
            result = await runtime.run(case, Activity(), lambda done: None)
            times.append(time.perf_counter() - begun)
            assert isinstance(result.observations[0].outcome, Returned)
        peak = max(worker.ended.result().peak_bytes for worker in zygote.workers)
    finally:
        await runtime.close()
    return times[0], times[1], times[2], peak
