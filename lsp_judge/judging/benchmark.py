"""Repeats one case in one mode and gives the statistics of the call alone."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from lsp_judge.judging.activity import Activity
from lsp_judge.judging.mode import ModeRun, Unavailable, stdio
from lsp_judge.judging.plan import Plan
from lsp_judge.model.errors import BadUsage, ToolFailed
from lsp_judge.model.outcome import Observation, Returned
from lsp_judge.model.report import BenchResult, Judgement
from lsp_judge.runtimes.base import BenchRequest, Prepared, RunRequest, Runtime

# Aimed at: long enough for a steady median, short enough to wait for.
_BUDGET_NS = 700_000_000
_MOST_ITERATIONS = 5_000
_LEAST_ITERATIONS = 7
_MOST_PROCESSES = 50


async def benchmark(plan: Plan, run: ModeRun, runtime: Runtime, activity: Activity) -> BenchResult:
    """Benchmark the case with the largest input. Raises JudgeError where that is not possible."""
    ready = await run.prepared()
    if isinstance(ready, Unavailable):
        raise ToolFailed(ready.why)
    if isinstance(ready, Judgement):
        raise BadUsage("The solution does not compile: there is nothing to benchmark.")
    inputs = plan.bound.inputs
    index = max(range(len(inputs)), key=lambda each: len(inputs[each]))
    # Alone on the machine, as far as it is ours to say: no build, no other run.
    async with activity.running:
        await activity.wait()
        samples = await _sample(plan, ready, runtime, activity, inputs[index])
    return summarise(run, plan.bound.cases[index].id, samples)


async def _sample(
    plan: Plan, ready: Prepared, runtime: Runtime, activity: Activity, data: bytes
) -> Sequence[int]:
    first = await _runs(plan, ready, runtime, activity, [data])
    each = max(first[0], 100)
    if stdio(plan):
        count = max(_LEAST_ITERATIONS, min(_MOST_PROCESSES, _BUDGET_NS // each))
        return await _runs(plan, ready, runtime, activity, [data] * count)
    count = max(_LEAST_ITERATIONS, min(_MOST_ITERATIONS, _BUDGET_NS // each))
    limits = plan.context.problem.limits
    return await runtime.bench(BenchRequest(ready, data, limits, count, max(1, count // 10)))


async def _runs(
    plan: Plan, ready: Prepared, runtime: Runtime, activity: Activity, inputs: Sequence[bytes]
) -> Sequence[int]:
    request = RunRequest(ready, inputs, plan.context.problem.limits)
    result = await runtime.run(request, activity, lambda done: None)
    return [_duration(seen) for seen in result.observations]


def _duration(seen: Observation) -> int:
    if not isinstance(seen.outcome, Returned):
        raise BadUsage("The solution does not finish this case: there is nothing to benchmark.")
    return seen.duration_ns


def summarise(run: ModeRun, case: str, samples: Sequence[int]) -> BenchResult:
    """The statistics of `samples`, durations in ns."""
    if not samples:
        raise ToolFailed("The benchmark gave no samples.")
    ordered = sorted(samples)
    return BenchResult(
        mode=run.mode,
        case=case,
        iterations=len(ordered),
        min_ns=ordered[0],
        median_ns=int(statistics.median(ordered)),
        mean_ns=int(statistics.fmean(ordered)),
        max_ns=ordered[-1],
        p95_ns=ordered[min(len(ordered) - 1, (len(ordered) * 95) // 100)],
        samples=tuple(samples),
    )
