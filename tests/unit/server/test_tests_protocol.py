"""The test explorer as a client sees it: discovery, runs, states, the end."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from talk import CAPABILITIES, PATH, SOURCE, URI, ScriptedJudge, Talk, case, judgement, talking

from lsp_judge.judging.events import BuildStarted, Planned
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict

SOLUTION = f"solution:{PATH}"
CASE = f"case:wasm:1:{PATH}"


@pytest.fixture
def judge() -> ScriptedJudge:
    return ScriptedJudge()


@pytest.fixture
async def talk(judge: ScriptedJudge, tmp_path: Path) -> AsyncIterator[Talk]:
    async with talking(judge, root=tmp_path.as_uri()) as talk:
        yield talk


def discovered(talk: Talk) -> list[Any]:
    return talk.all("experimental/discoveredTests")


def told(talk: Talk, test: str) -> list[Any]:
    changes = talk.all("experimental/changeTestState")
    return [each["state"] for each in changes if each["testId"] == test]


def tags(talk: Talk, test: str) -> list[str]:
    return [state["tag"] for state in told(talk, test)]


async def ended(talk: Talk, times: int = 1) -> None:
    await talk.until(lambda: len(talk.all("experimental/endRunTest")) == times)


def labels(answer: Any) -> list[str]:
    return [each["label"] for each in answer["tests"]]


async def test_an_opened_document_is_told_of_with_its_cases(talk: Talk) -> None:
    talk.open()
    (told_of,) = await talk.until(lambda: discovered(talk))
    assert told_of["scope"] == [SOLUTION]
    assert told_of["scopeFile"] == [{"uri": URI}]
    assert labels(told_of) == [
        "Two Sum",
        "two_sum.go",
        *("wasm", "1", "secret/1"),
        *("native", "1", "secret/1"),
    ]
    problem, solution, _, inline = told_of["tests"][:4]
    assert problem["kind"] == "problem"
    assert "textDocument" not in problem
    assert solution["parent"] == problem["id"]
    assert solution["textDocument"] == {"uri": URI}
    assert solution["canResolveChildren"] is False
    assert inline["range"]["start"] == {"line": 0, "character": 3}
    assert (inline["kind"], inline["mode"], inline["case"]) == ("case", "wasm", "1")


async def test_an_edit_moves_a_solution_to_another_problem(talk: Talk) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    talk.change("// three\n" + SOURCE)
    await talk.until(lambda: len(discovered(talk)) == 2)
    moved = discovered(talk)[1]
    assert set(moved["scope"]) == {SOLUTION, "problem:two-sum"}
    assert moved["tests"][1]["parent"] == "problem:three-sum"


async def test_a_closed_document_without_a_file_is_gone(talk: Talk) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    talk.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
    await talk.until(lambda: len(discovered(talk)) == 2)
    gone = discovered(talk)[1]
    assert gone["tests"] == []
    assert set(gone["scope"]) == {SOLUTION, "problem:two-sum"}


async def test_the_workspace_is_looked_at_where_it_is_asked_for(talk: Talk, tmp_path: Path) -> None:
    (tmp_path / "one.go").write_text(SOURCE)
    (tmp_path / "empty.go").write_text("package main")
    talk.open()
    await talk.until(lambda: discovered(talk))
    everything = await talk.request("experimental/discoverTest", {})
    assert everything["scope"] is None
    solutions = [each for each in everything["tests"] if each["kind"] == "solution"]
    assert {each["label"] for each in solutions} == {"one.go", "two_sum.go"}
    closed = next(each for each in solutions if each["label"] == "one.go")
    assert closed["canResolveChildren"] is True
    below = await talk.request("experimental/discoverTest", {"testId": closed["id"]})
    assert below["scope"] == [closed["id"]]
    assert len([each for each in below["tests"] if each["kind"] == "case"]) == 4
    of_problem = await talk.request("experimental/discoverTest", {"testId": "problem:two-sum"})
    assert of_problem["scope"] == ["problem:two-sum"]


@pytest.mark.parametrize("test", ["x", "problem:none", "case:wasm:1:/nowhere.go"])
async def test_a_test_that_is_gone_is_replaced_by_nothing(talk: Talk, test: str) -> None:
    gone = await talk.request("experimental/discoverTest", {"testId": test})
    assert gone == {"tests": [], "scope": [test], "scopeFile": []}


async def test_a_run_goes_from_enqueued_to_a_verdict(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    assert await talk.request("experimental/runTest", {"include": [SOLUTION]}) is None
    call = await judge.called()
    assert call.options == JudgeOptions(mode=ModeChoice.BOTH)
    call.hear(BuildStarted(Mode.WASM))
    wrong = case(Verdict.WA, stdout="hello")
    failed = judgement(Mode.WASM, Verdict.WA, cases=(wrong, case(id="secret/1", location=None)))
    passed = judgement(Mode.NATIVE, cases=(case(), case(id="secret/1", location=None)))
    call.finish(failed, passed)
    await ended(talk)
    assert tags(talk, CASE) == ["enqueued", "started", "failed"]
    state = told(talk, CASE)[-1]
    assert state["verdict"] == "WA"
    assert (state["expected"], state["actual"]) == ("[0,1]", "[1,0]")
    assert state["location"] == {
        "uri": URI,
        "range": {"start": {"line": 0, "character": 3}, "end": {"line": 0, "character": 34}},
    }
    assert state["output"] == "hello"
    native = told(talk, f"case:native:1:{PATH}")[-1]
    assert native == {"tag": "passed", "durationNs": 12_000}
    said = [each["message"] for each in talk.all("experimental/appendOutputToRunTest")]
    assert said[0].startswith("two_sum.go: wasm ✗ WA 1/2")
    assert "\n  two_sum.go:1: case 1: expected" in said[0]
    assert "hello" in said[0]
    assert said[1].startswith("two_sum.go: native ✓ 2/2")
    # The run is also shown where a save would be.
    assert (await talk.diagnostics(bool))[0]["code"] == "WA"


async def test_one_case_of_one_mode_is_judged_alone(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    talk.save()
    others = (case(Verdict.WA), case(id="secret/1", location=None))
    (await judge.called()).finish(judgement(Mode.WASM, Verdict.WA, cases=others))
    await talk.judged()
    await talk.request("experimental/runTest", {"include": [CASE]})
    call = await judge.called()
    assert call.options == JudgeOptions(mode=ModeChoice.WASM, case="1")
    call.finish(judgement(Mode.WASM))
    await ended(talk)
    assert tags(talk, CASE)[-2:] == ["enqueued", "passed"]
    # What the save found out of the other case is still shown.
    assert (await talk.judged())[0] == "wasm ✓ 2/2 12 µs"


async def test_what_is_excluded_is_neither_promised_nor_told(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    await talk.request(
        "experimental/runTest", {"include": [SOLUTION], "exclude": [f"mode:native:{PATH}"]}
    )
    call = await judge.called()
    assert call.options.mode is ModeChoice.WASM
    call.finish(judgement(Mode.WASM, cases=(case(), case(id="secret/1"))))
    await ended(talk)
    assert tags(talk, f"mode:native:{PATH}") == []


async def test_a_file_that_is_not_open_is_read_from_the_disk(
    judge: ScriptedJudge, talk: Talk, tmp_path: Path
) -> None:
    file = tmp_path / "one.go"
    file.write_text(SOURCE)
    await talk.request("experimental/runTest", {})
    call = await judge.called()
    assert call.document == Document(str(file), SOURCE.encode())
    assert labels(discovered(talk)[0])[1] == "one.go"
    call.finish(judgement(Mode.WASM), judgement(Mode.NATIVE), file=str(file))
    await ended(talk)
    assert tags(talk, f"case:wasm:1:{file}") == ["enqueued", "passed"]
    assert tags(talk, f"case:wasm:secret%2F1:{file}") == ["enqueued", "skipped"]
    # It is not open: nobody would take its diagnostics away again.
    assert talk.all("textDocument/publishDiagnostics") == []


async def test_a_file_that_is_opened_while_it_runs_runs_in_the_editor(
    judge: ScriptedJudge, tmp_path: Path
) -> None:
    file = tmp_path / "one.go"
    file.write_text(SOURCE)
    async with talking(judge, root=tmp_path.as_uri()) as talk:
        await talk.request("experimental/runTest", {})
        first = await judge.called()
        item = {"uri": file.as_uri(), "languageId": "go", "version": 1, "text": SOURCE}
        talk.notify("textDocument/didOpen", {"textDocument": item})
        second = await judge.called()
        assert first.ended.is_set()
        second.finish(judgement(Mode.WASM), judgement(Mode.NATIVE), file=str(file))
        await ended(talk)
        assert tags(talk, f"case:wasm:1:{file}")[-1] == "passed"


async def test_cancelling_everything_cancels_what_is_not_open(
    judge: ScriptedJudge, talk: Talk, tmp_path: Path
) -> None:
    (tmp_path / "one.go").write_text(SOURCE)
    await talk.request("experimental/runTest", {})
    call = await judge.called()
    await talk.request("workspace/executeCommand", {"command": "lspJudge.cancel"})
    await ended(talk)
    await call.ended.wait()


async def test_abort_cancels_all_that_was_asked_for(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    await talk.request("experimental/runTest", {})
    call = await judge.called()
    talk.notify("experimental/abortRunTest", {})
    await ended(talk)
    await call.ended.wait()
    assert tags(talk, CASE) == ["enqueued", "skipped"]


async def test_a_save_takes_a_run_over_and_its_end_is_the_end(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    await talk.request("experimental/runTest", {"include": [CASE]})
    first = await judge.called()
    talk.save()
    second = await judge.called()
    assert first.ended.is_set()
    assert talk.all("experimental/endRunTest") == []
    second.finish(judgement(Mode.WASM), judgement(Mode.NATIVE))
    await ended(talk)
    assert tags(talk, CASE)[-1] == "passed"
    said = [each["message"] for each in talk.all("experimental/appendOutputToRunTest")]
    assert [each.split()[1] for each in said] == ["wasm", "native"]


async def test_abort_stops_the_save_that_took_the_run_over(
    judge: ScriptedJudge, talk: Talk
) -> None:
    talk.open()
    await talk.until(lambda: discovered(talk))
    await talk.request("experimental/runTest", {"include": [CASE]})
    await judge.called()
    talk.save()
    second = await judge.called()
    talk.notify("experimental/abortRunTest", {})
    await ended(talk)
    await second.ended.wait()
    assert tags(talk, CASE)[-1] == "skipped"


async def test_what_names_nothing_is_over_at_once(talk: Talk) -> None:
    await talk.request("experimental/runTest", {"include": ["case:wasm:1:/nowhere.go"]})
    await ended(talk)


async def test_a_failure_of_ours_is_told_and_ends_the_run(
    judge: ScriptedJudge, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Document) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(judge, "listed", broken)
    talk.open()
    await talk.request("experimental/runTest", {})
    await ended(talk)
    (message,) = talk.all("window/showMessage")
    assert "lsp-judge made a mistake: RuntimeError('boom')" in message["message"]


async def test_a_save_tells_states_as_well(judge: ScriptedJudge, talk: Talk) -> None:
    talk.open()
    talk.save()
    call = await judge.called()
    listing = judge.listed(call.document)
    assert listing is not None
    call.hear(Planned(listing))
    assert (await talk.until(lambda: tags(talk, CASE))) == ["enqueued"]
    call.finish(judgement(Mode.WASM), judgement(Mode.NATIVE))
    await talk.until(lambda: tags(talk, CASE)[-1] == "passed")
    await talk.judged()
    assert talk.all("experimental/endRunTest") == []


async def test_a_client_that_knows_no_tests_is_told_of_none(judge: ScriptedJudge) -> None:
    plain = {name: value for name, value in CAPABILITIES.items() if name != "experimental"}
    async with talking(judge, plain) as talk:
        talk.open()
        talk.save()
        (await judge.called()).finish(judgement(Mode.WASM), judgement(Mode.NATIVE))
        await talk.judged()
        methods = {each.get("method", "") for each in talk.came}
        assert not [each for each in methods if each.startswith(("experimental/", "lspJudge/"))]


async def test_an_untrusted_workspace_has_one_mode(judge: ScriptedJudge) -> None:
    async with talking(judge, options={"trusted": False}) as talk:
        talk.open()
        (told_of,) = await talk.until(lambda: discovered(talk))
        assert "native" not in labels(told_of)
