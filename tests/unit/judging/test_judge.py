"""Which mode answers, which takes over, and where they disagree: on fakes, without compilers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from lsp_judge.judging.events import Event, JudgementReady, Preparing, ReportReady
from lsp_judge.judging.judge import Judge, JudgeOptions
from lsp_judge.languages.go.language import Go
from lsp_judge.languages.registry import Languages
from lsp_judge.model.build import Artifact, ArtifactKind, CompileFailed
from lsp_judge.model.errors import ArtifactRejected, IsolationMissing, JudgeError, ToolMissing
from lsp_judge.model.outcome import Observation, Returned, Trapped
from lsp_judge.model.source import Document, Severity, SourceMessage
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict
from lsp_judge.problems.locate import sources
from lsp_judge.runtimes.fake import FakeRuntime
from lsp_judge.toolchains.store import Store

SOURCE = b"""// Input: n = 3
// Output: 9
// Input: n = 4
// Output: 16
func square(n int) int { return n * n }
"""
DOCUMENT = Document("/somewhere/solution.go", SOURCE)

Answer = Callable[[bytes], Observation]


def right(data: bytes) -> Observation:
    (n,) = msgspec.msgpack.decode(data)
    return Observation(Returned(msgspec.msgpack.encode(n * n)), duration_ns=100)


def wrong(data: bytes) -> Observation:
    (n,) = msgspec.msgpack.decode(data)
    return Observation(Returned(msgspec.msgpack.encode(n + n)), duration_ns=100)


class FakeBuilder:
    """Gives an artifact, or what it was told to give, for each mode."""

    def __init__(self, **results: CompileFailed | SourceMessage | JudgeError) -> None:
        self._results = results

    async def build(self, language, request, say):  # type: ignore[no-untyped-def]
        mode = request.mode
        say(f"preparing for {mode}")
        result = self._results.get(mode.value)
        if isinstance(result, JudgeError):
            raise result
        return result or Artifact(mode, ArtifactKind.PLUGIN, "/nowhere", mode.value, "go")


class Table:
    """A judge on fakes, and what it said."""

    def __init__(self, tmp_path: Path, builder: FakeBuilder, *runtimes: FakeRuntime) -> None:
        self.events: list[Event] = []
        self.judge = Judge(
            languages=Languages([Go()]),
            sources=lambda explicit: sources([], explicit),
            builder=builder,
            runtimes={runtime.mode: runtime for runtime in runtimes},
            memory=Store(tmp_path),
        )

    async def report(self, mode: ModeChoice = ModeChoice.BOTH, **options):  # type: ignore[no-untyped-def]
        return await self.judge.judge(
            DOCUMENT, JudgeOptions(mode=mode, **options), self.events.append
        )


def fakes(wasm: Answer = right, native: Answer = right) -> tuple[FakeRuntime, FakeRuntime]:
    return FakeRuntime(Mode.WASM, wasm), FakeRuntime(Mode.NATIVE, native)


async def test_both_modes_accept(tmp_path: Path) -> None:
    table = Table(tmp_path, FakeBuilder(), *fakes())
    report = await table.report()
    assert [(j.mode, j.verdict, j.passed, j.total) for j in report.judgements] == [
        (Mode.WASM, Verdict.AC, 2, 2),
        (Mode.NATIVE, Verdict.AC, 2, 2),
    ]
    assert report.disagreements == ()
    assert isinstance(table.events[-1], ReportReady)


async def test_what_is_prepared_once_is_told(tmp_path: Path) -> None:
    table = Table(tmp_path, FakeBuilder(), *fakes())
    await table.report()
    said = {each.mode: each.text for each in table.events if isinstance(each, Preparing)}
    assert said == {mode: f"preparing for {mode}" for mode in Mode}


async def test_a_wrong_answer_reads_well_and_stands_at_its_input(tmp_path: Path) -> None:
    report = await Table(tmp_path, FakeBuilder(), *fakes(wrong, wrong)).report()
    case = report.judgements[0].cases[0]
    assert case.message == "case 1: expected 9, got 6"
    assert (case.file, case.line) == (DOCUMENT.path, 1)
    assert report.disagreements == ()


async def test_modes_that_differ_disagree(tmp_path: Path) -> None:
    report = await Table(tmp_path, FakeBuilder(), *fakes(right, wrong)).report()
    assert [d.case for d in report.disagreements] == ["1", "2"]
    assert report.disagreements[0].message == (
        "case 1: the modes disagree: wasm AC (9), native WA (6)"
    )


async def test_orders_that_do_not_matter_are_no_disagreement(tmp_path: Path) -> None:
    """A wrong answer in a map's order: wrong in both modes, and the same to the checker."""
    from lsp_judge.judging.differ import disagreements
    from lsp_judge.model.problem import Case, Checker, Expected, FunctionInput, Problem
    from lsp_judge.model.report import CaseVerdict, Judgement
    from lsp_judge.model.source import Shape

    def judgement(mode: Mode, actual: list[int]) -> Judgement:
        case = CaseVerdict(id="1", verdict=Verdict.WA, actual=actual)
        return Judgement(mode=mode, verdict=Verdict.WA, cases=(case,))

    pair = [judgement(Mode.WASM, [1, 2]), judgement(Mode.NATIVE, [2, 1])]
    cases = (Case("1", FunctionInput(()), Expected([3])),)
    strict = Problem("p", Shape.FUNCTION, cases)
    loose = msgspec.structs.replace(strict, checker=Checker(any_order=True))
    assert len(disagreements(pair, strict)) == 1
    assert disagreements(pair, loose) == ()


async def test_a_limit_that_one_mode_keeps_is_no_disagreement(tmp_path: Path) -> None:
    from lsp_judge.model.outcome import TimedOut

    slow = fakes(lambda data: Observation(TimedOut(1000)), right)
    report = await Table(tmp_path, FakeBuilder(), *slow).report()
    assert report.judgements[0].verdict is Verdict.TLE
    assert report.disagreements == ()


async def test_auto_runs_wasm_alone(tmp_path: Path) -> None:
    wasm, native = fakes()
    report = await Table(tmp_path, FakeBuilder(), wasm, native).report(ModeChoice.AUTO)
    assert [j.mode for j in report.judgements] == [Mode.WASM]
    assert (wasm.runs, native.runs) == (1, 0)


@pytest.mark.parametrize(
    "failure",
    [
        ToolMissing("No zig here.", "Install it."),
        SourceMessage(Severity.ERROR, "No threads in wasm."),
        CompileFailed((SourceMessage(Severity.ERROR, "no member named 'thread'"),), ""),
    ],
)
async def test_auto_falls_back_to_native_and_says_why(
    tmp_path: Path, failure: ToolMissing | SourceMessage | CompileFailed
) -> None:
    report = await Table(tmp_path, FakeBuilder(wasm=failure), *fakes()).report(ModeChoice.AUTO)
    (judgement,) = report.judgements
    assert (judgement.mode, judgement.verdict) == (Mode.NATIVE, Verdict.AC)
    assert judgement.degraded_from is Mode.WASM
    text = failure.messages[0].text if isinstance(failure, CompileFailed) else None
    assert judgement.degraded_why == (text or getattr(failure, "text", str(failure)))


async def test_auto_reports_what_compiles_in_neither_mode_as_the_solutions_fault(
    tmp_path: Path,
) -> None:
    broken = CompileFailed((SourceMessage(Severity.ERROR, "undefined: x"),), "")
    report = await Table(tmp_path, FakeBuilder(wasm=broken, native=broken), *fakes()).report(
        ModeChoice.AUTO
    )
    assert [(j.mode, j.verdict, j.degraded_from) for j in report.judgements] == [
        (Mode.WASM, Verdict.CE, None)
    ]


async def test_a_module_that_wasmtime_rejects_falls_back(tmp_path: Path) -> None:
    wasm = FakeRuntime(Mode.WASM, right, refuses=ArtifactRejected("no such feature"))
    report = await Table(tmp_path, FakeBuilder(), wasm, FakeRuntime(Mode.NATIVE, right)).report(
        ModeChoice.AUTO
    )
    assert [(j.mode, j.degraded_why) for j in report.judgements] == [
        (Mode.NATIVE, "no such feature")
    ]


@pytest.mark.parametrize("mode", [ModeChoice.NATIVE, ModeChoice.BOTH])
async def test_native_without_isolation_falls_back_to_wasm(
    tmp_path: Path, mode: ModeChoice
) -> None:
    native = FakeRuntime(Mode.NATIVE, right, refuses=IsolationMissing("no seccomp"))
    report = await Table(tmp_path, FakeBuilder(), FakeRuntime(Mode.WASM, right), native).report(
        mode
    )
    (judgement,) = report.judgements
    assert (judgement.mode, judgement.verdict) == (Mode.WASM, Verdict.AC)
    assert (judgement.degraded_from, judgement.degraded_why) == (Mode.NATIVE, "no seccomp")


async def test_who_asks_for_wasm_alone_never_gets_native(tmp_path: Path) -> None:
    wasm, native = fakes()
    table = Table(tmp_path, FakeBuilder(wasm=ToolMissing("No zig.")), wasm, native)
    report = await table.report(ModeChoice.WASM)
    (judgement,) = report.judgements
    assert (judgement.verdict, judgement.error) == (Verdict.IE, "No zig.")
    assert native.runs == 0


@pytest.mark.parametrize("mode", list(ModeChoice))
async def test_without_trust_nothing_runs_natively(tmp_path: Path, mode: ModeChoice) -> None:
    wasm, native = fakes()
    table = Table(tmp_path, FakeBuilder(), wasm, native)
    report = await table.report(mode, trusted=False)
    assert [j.mode for j in report.judgements] == [Mode.WASM]
    assert native.runs == 0


async def test_quick_code_gives_the_verdict_and_final_code_the_timings(tmp_path: Path) -> None:
    wasm = FakeRuntime(Mode.WASM, right, baseline=True)
    table = Table(tmp_path, FakeBuilder(), wasm, FakeRuntime(Mode.NATIVE, right))
    report = await table.report()
    ready = [each.judgement for each in table.events if isinstance(each, JudgementReady)]
    assert [(j.mode, j.final) for j in ready] == [
        (Mode.WASM, False),
        (Mode.NATIVE, True),
        (Mode.WASM, True),
    ]
    assert all(judgement.final for judgement in report.judgements)


async def test_a_time_limit_is_never_judged_on_quick_code(tmp_path: Path) -> None:
    from lsp_judge.model.outcome import TimedOut

    wasm = FakeRuntime(Mode.WASM, lambda data: Observation(TimedOut(1000)), baseline=True)
    table = Table(tmp_path, FakeBuilder(), wasm, FakeRuntime(Mode.NATIVE, right))
    await table.report()
    ready = [each.judgement for each in table.events if isinstance(each, JudgementReady)]
    assert [j.final for j in ready if j.verdict is Verdict.TLE] == [True]


async def test_a_report_is_recalled_for_the_same_content_alone(tmp_path: Path) -> None:
    table = Table(tmp_path, FakeBuilder(), *fakes())
    assert table.judge.recall(DOCUMENT, JudgeOptions()) is None
    report = await table.report()
    assert table.judge.recall(DOCUMENT, JudgeOptions()) == report
    edited = msgspec.structs.replace(DOCUMENT, text=SOURCE + b"\n")
    assert table.judge.recall(edited, JudgeOptions()) is None


async def test_one_case_alone(tmp_path: Path) -> None:
    report = await Table(tmp_path, FakeBuilder(), *fakes()).report(case="2")
    assert [case.id for case in report.judgements[0].cases] == ["2"]
    missing = await Table(tmp_path, FakeBuilder(), *fakes()).report(case="7")
    assert "There is no case 7" in missing.messages[0].text


async def test_a_panic_stands_at_its_line(tmp_path: Path) -> None:
    from lsp_judge.model.outcome import Frame

    trap = Observation(Trapped("boom", frames=(Frame("square", "/b/solution.go", 5),)))
    report = await Table(tmp_path, FakeBuilder(), *fakes(lambda data: trap)).report()
    case = report.judgements[0].cases[0]
    assert (case.verdict, case.message) == (Verdict.RE, "case 1: boom")
    assert case.at is not None
    assert case.at.span.start.line == 4
