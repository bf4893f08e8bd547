"""The call alone: wasm against native, and what the harness adds to an empty function."""

from __future__ import annotations

import os
import statistics
from pathlib import Path

from lsp_judge.cli.compose import Parts, opened
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.report import CaseVerdict, Report
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, Verdict
from tests.benchmarks.rows import Row, show

CATALOGUE = Path(__file__).parents[2] / "problems"
ROUNDS = 15

EMPTY = {
    "solution.c": "int f(int n) { return n; }\n",
    "solution.cpp": "class Solution { public: int f(int n) { return n; } };\n",
    "solution.go": "func f(n int) int { return n }\n",
}
OVERHEAD_NS = {Mode.NATIVE: 1_000, Mode.WASM: 5_000}


async def rows(folder: Path) -> list[Row]:
    async with opened(os.environ, {}) as parts:
        sorting = [await _sorting(parts, ending) for ending in ("c", "cpp")]
        empty = [row for name in EMPTY for row in await _empty(parts, folder / name)]
    return sorting + empty


async def _judge(parts: Parts, path: Path) -> Report:
    document = Document(str(path), path.read_bytes())
    report = await parts.judge.judge(document, JudgeOptions(), lambda event: None)
    verdicts = {judgement.verdict for judgement in report.judgements}
    if verdicts != {Verdict.AC} or len(report.judgements) != len(Mode):
        said = [(each.mode, each.verdict, each.degraded_why) for each in report.judgements]
        raise RuntimeError(f"{path} was not accepted in both modes: {said}")
    return report


async def _sorting(parts: Parts, ending: str) -> Row:
    (path, *_) = sorted((CATALOGUE / "quicksort/submissions/accepted").glob(f"*.{ending}"))
    times: dict[Mode, list[int]] = {mode: [] for mode in Mode}
    for _ in range(ROUNDS):
        for judgement in (await _judge(parts, path)).judgements:
            times[judgement.mode].append(max(case.duration_ns for case in judgement.cases))
    # Of each round by itself: the machine's own pace changes more between rounds than within.
    pairs = zip(times[Mode.WASM], times[Mode.NATIVE], strict=True)
    ratio = statistics.median(wasm / native for wasm, native in pairs)
    one, two = (show(statistics.median(times[mode]) / 1e9) for mode in (Mode.WASM, Mode.NATIVE))
    name = f"wasm / native, quicksort of 10^6 integers, {ending}"
    return Row(name, ratio, 1.15, "ratio", f"{one} / {two}")


async def _empty(parts: Parts, path: Path) -> list[Row]:
    cases = "".join(f"// Input: n = {n}\n// Output: {n}\n" for n in range(50))
    path.write_text(cases + EMPTY[path.name])
    report = await _judge(parts, path)
    return [
        Row(
            f"harness overhead, empty function, {path.suffix[1:]}, {judgement.mode}",
            _median(judgement.cases),
            OVERHEAD_NS[judgement.mode],
            "ns",
        )
        for judgement in report.judgements
    ]


def _median(cases: tuple[CaseVerdict, ...]) -> float:
    return statistics.median(case.duration_ns for case in cases)
