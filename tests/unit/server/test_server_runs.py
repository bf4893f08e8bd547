"""What a person sees from a save to the last diagnostic, and what must never be seen."""

from collections.abc import AsyncIterator

import pytest
from talk import PATH, SOURCE, URI, ScriptedJudge, Talk, judgement, report, talking

from lsp_judge.judging.events import BuildStarted, CasesDone
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.report import BenchResult
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict

WA_WASM = judgement(Mode.WASM, Verdict.WA)
WA_NATIVE = judgement(Mode.NATIVE, Verdict.WA)
AC_WASM = judgement(Mode.WASM)
AC_NATIVE = judgement(Mode.NATIVE)


@pytest.fixture
def judge() -> ScriptedJudge:
    return ScriptedJudge()


@pytest.fixture
async def talk(judge: ScriptedJudge) -> AsyncIterator[Talk]:
    async with talking(judge) as talk:
        yield talk


async def test_a_mode_is_shown_when_it_is_ready_and_the_second_joins_it(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    assert call.document.text == SOURCE.encode()
    assert call.document.path == PATH
    assert call.options.mode is ModeChoice.BOTH

    call.ready(WA_WASM)
    [first] = await talk.diagnostics(lambda found: found)
    assert first["source"] == "lsp-judge (wasm)"
    assert first["code"] == "WA"
    assert first["message"] == "case 1: expected [0,1], got [1,0]"
    assert first["range"] == {
        "start": {"line": 0, "character": 3},
        "end": {"line": 0, "character": 34},
    }
    assert (await talk.lenses())[:2] == ["wasm ✗ WA 0/1 12 µs", "native … waiting"]

    call.finish(WA_WASM, WA_NATIVE)
    [both] = await talk.diagnostics(lambda found: found and "native" in found[0]["source"])
    assert both["source"] == "lsp-judge (wasm, native)"
    assert await talk.judged() == [
        "wasm ✗ WA 0/1 12 µs",
        "native ✗ WA 0/1 12 µs",
        "Run in WASM",
        "Run natively",
        "Benchmark",
    ]


async def test_lenses_follow_the_build_and_the_cases(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    call.hear(BuildStarted(Mode.WASM))
    call.hear(CasesDone(Mode.NATIVE, 12, 40))
    assert await talk.lenses() == ["wasm … building", "native … 12/40", "Cancel"]
    call.finish(AC_WASM, AC_NATIVE)


async def test_a_newer_save_replaces_the_run_and_the_old_one_is_not_heard(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    old = await judge.called()
    talk.change(SOURCE + "\n")
    talk.save()
    new = await judge.called()
    assert old.ended.is_set()
    old.ready(WA_WASM)
    new.finish(AC_WASM, AC_NATIVE)
    await talk.diagnostics(lambda found: found == [])
    published = talk.all("textDocument/publishDiagnostics")
    assert [each["diagnostics"] for each in published] == [[]]
    assert published[-1]["version"] == 2


async def test_old_diagnostics_stay_until_the_first_new_result(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    (await judge.called()).finish(WA_WASM, WA_NATIVE)
    await talk.diagnostics(lambda found: found)
    before = len(talk.all("textDocument/publishDiagnostics"))
    talk.change(SOURCE + "\n")
    talk.save()
    call = await judge.called()
    call.hear(BuildStarted(Mode.WASM))
    await talk.lenses()
    assert len(talk.all("textDocument/publishDiagnostics")) == before
    call.ready(AC_WASM)
    await talk.diagnostics(lambda found: found == [])
    call.finish(AC_WASM, AC_NATIVE)


async def test_after_an_edit_lenses_say_so_and_hints_go(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    talk.save()
    (await judge.called()).finish(AC_WASM, AC_NATIVE)
    await talk.diagnostics(lambda found: found == [])
    [hint] = await talk.hints()
    assert hint["label"] == "✓ [0,1] · wasm 12 µs · native 12 µs"
    assert hint["position"] == {"line": 0, "character": 34}

    talk.change("// a new line\n" + SOURCE)
    assert await talk.hints() == []
    assert (await talk.lenses())[0] == "wasm ✓ 1/1 12 µs (before the edit)"
    assert await talk.hover(2, 6) is None
    hover = await talk.hover(3, 6)
    assert "before the edit" in hover["contents"]["value"]

    talk.change(SOURCE, 3)
    assert (await talk.lenses())[0] == "wasm ✓ 1/1 12 µs"


async def test_a_result_that_comes_after_an_edit_stands_where_its_line_is_now(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    talk.change("// one\n// two\n" + SOURCE)
    await talk.lenses()
    call.finish(WA_WASM, WA_NATIVE)
    [found] = await talk.diagnostics(lambda found: found)
    assert found["range"]["start"] == {"line": 2, "character": 3}


@pytest.mark.parametrize("way", ["command", "progress"])
async def test_cancelling_keeps_the_earlier_results_and_says_so(
    judge: ScriptedJudge, talk: Talk, way: str
) -> None:
    talk.open()
    talk.save()
    (await judge.called()).finish(WA_WASM, WA_NATIVE)
    await talk.diagnostics(lambda found: found)
    talk.save()
    call = await judge.called()
    if way == "command":
        await talk.command("cancel", uri=URI)
    else:
        begun = await talk.until(lambda: _begun(talk, 2))
        talk.notify("window/workDoneProgress/cancel", {"token": begun[-1]["token"]})
    await call.ended.wait()
    lenses = await talk.lenses()
    assert lenses[:3] == ["wasm ✗ WA 0/1 12 µs", "native ✗ WA 0/1 12 µs", "cancelled"]
    [left] = await talk.diagnostics(lambda found: True)
    assert left["code"] == "WA"


def _begun(talk: Talk, count: int) -> list[dict[str, str]]:
    begun = [each for each in talk.all("$/progress") if each["value"]["kind"] == "begin"]
    return begun if len(begun) >= count else []


async def test_progress_begins_can_be_cancelled_and_ends(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    [begin] = await talk.until(lambda: _begun(talk, 1))
    assert begin["value"] == {"kind": "begin", "title": "Judging two_sum.go", "cancellable": True}
    call.hear(CasesDone(Mode.WASM, 1, 2))
    call.finish(AC_WASM, AC_NATIVE)
    await talk.until(lambda: talk.all("$/progress")[-1]["value"]["kind"] == "end")
    reports = [each["value"]["message"] for each in talk.all("$/progress")[1:]]
    assert reports == ["wasm 1/2 · native waiting", "wasm AC, native AC"]


async def test_open_shows_what_is_stored_and_runs_nothing(judge: ScriptedJudge, talk: Talk) -> None:
    judge.stored[SOURCE.encode()] = report(WA_WASM)
    talk.open()
    [found] = await talk.diagnostics(lambda found: found)
    assert found["code"] == "WA"
    assert (await talk.lenses())[0] == "wasm ✗ WA 0/1 12 µs"
    assert judge.calls.empty()


async def test_one_mode_alone_keeps_the_other_modes_judgement_of_the_same_text(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    (await judge.called()).finish(WA_WASM, WA_NATIVE)
    await talk.diagnostics(lambda found: found)
    await talk.command("run", uri=URI, mode="native")
    call = await judge.called()
    assert call.options.mode is ModeChoice.NATIVE
    call.finish(AC_NATIVE)
    await talk.diagnostics(lambda found: found[0]["source"] == "lsp-judge (wasm)")
    assert (await talk.lenses())[:2] == ["wasm ✗ WA 0/1 12 µs", "native ✓ 1/1 12 µs"]


async def test_a_benchmark_is_told_and_stands_in_the_hover(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    (await judge.called()).finish(AC_WASM, AC_NATIVE)
    await talk.diagnostics(lambda found: found == [])
    await talk.command("bench", uri=URI)
    call = await judge.called()
    assert (await talk.lenses())[0] == "wasm … benchmarking"
    call.result.set_result(
        [
            BenchResult(
                mode=Mode.WASM,
                case="1",
                iterations=4,
                min_ns=1_000,
                median_ns=1_500,
                mean_ns=2_000,
                max_ns=4_000,
                p95_ns=3_900,
                samples=(1_000, 1_500, 1_500, 4_000),
            )
        ]
    )
    [told] = await talk.until(lambda: talk.all("window/showMessage"))
    assert told["message"] == "Benchmark of case 1, median: wasm 1.5 µs"
    hover = (await talk.hover(2, 5))["contents"]["value"]
    assert "| wasm | 1 µs | 1.5 µs | 2 µs | 3.9 µs | 4 µs | 4 |" in hover
    assert "█" in hover


async def test_what_there_is_no_benchmark_of_is_said(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    await talk.command("bench", uri=URI)
    (await judge.called()).result.set_exception(JudgeError("There is no case to benchmark."))
    [told] = await talk.until(lambda: talk.all("window/showMessage"))
    assert told["message"] == "There is no case to benchmark."


async def test_our_own_failure_is_a_diagnostic_and_told_once(
    judge: ScriptedJudge, talk: Talk
) -> None:
    broken = judgement(Mode.WASM, Verdict.IE, cases=(), error="No Go here. Install it.")
    talk.open()
    for _ in range(2):
        talk.save()
        (await judge.called()).finish(broken)
        [found] = await talk.diagnostics(lambda found: found)
    assert (found["code"], found["message"]) == ("IE", "No Go here. Install it.")
    assert found["range"]["start"] == {"line": 2, "character": 5}
    assert len(talk.all("window/showMessage")) == 1


async def test_a_crash_of_ours_is_told_and_the_next_save_works(
    judge: ScriptedJudge, talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    talk.open()
    talk.save()
    (await judge.called()).result.set_exception(RuntimeError("boom"))
    [told] = await talk.until(lambda: talk.all("window/showMessage"))
    assert "boom" in told["message"]
    assert "a run failed" in caplog.text
    talk.save()
    (await judge.called()).finish(AC_WASM, AC_NATIVE)
    await talk.diagnostics(lambda found: found == [])


async def test_closing_stops_the_run_and_clears_the_diagnostics(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    call.ready(WA_WASM)
    await talk.diagnostics(lambda found: found)
    talk.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    await talk.diagnostics(lambda found: found == [])
    await call.ended.wait()


async def test_shutdown_ends_what_runs_and_closes_the_judge(judge: ScriptedJudge) -> None:
    async with talking(judge) as talk:
        talk.open()
        talk.save()
        call = await judge.called()
    assert call.ended.is_set()
    assert judge.closed == 1


async def test_the_end_of_the_input_does_so_too(judge: ScriptedJudge) -> None:
    async with talking(judge) as talk:
        talk.open()
        talk.save()
        call = await judge.called()
        talk.hang_up()
        await call.ended.wait()
        await talk.until(lambda: talk.came[-1] == {"closed": True})
    assert judge.closed == 1
