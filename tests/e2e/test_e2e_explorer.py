"""The test explorer and the status with the real server and the real compilers."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from editor import Editor, Start, neovim_capabilities

CASES = "// Input: n = 3\n// Output: 9\n// Input: n = 4\n// Output: 16\n"
RIGHT = CASES + "int square(int n) { return n * n; }\n"
WRONG = CASES + "int square(int n) { return n < 4 ? n * n : n; }\n"
LOOP = CASES + "int square(int n) { for (volatile int i = 0;; i++) if (i < 0) return n; }\n"


class Explorer:
    """What a client with a test explorer has seen."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.items: dict[str, Any] = {}
        self.states: dict[str, list[Any]] = {}
        self.output: list[str] = []
        self.statuses: list[Any] = []
        self.ended = 0
        for name, heard in (
            ("experimental/discoveredTests", self._discovered),
            ("experimental/changeTestState", self._changed),
            ("experimental/appendOutputToRunTest", self._said),
            ("experimental/endRunTest", self._ended),
            ("lspJudge/status", self.statuses.append),
        ):
            editor.client.feature(name)(partial(heard))

    def _discovered(self, params: Any) -> None:
        self.items |= {each.id: each for each in params.tests}

    def _changed(self, params: Any) -> None:
        self.states.setdefault(params.testId, []).append(params.state)

    def _said(self, params: Any) -> None:
        self.output.append(params.message)

    def _ended(self, _: Any) -> None:
        self.ended += 1

    async def request(self, method: str, **params: Any) -> Any:
        return await self.editor.client.protocol.send_request_async(
            f"experimental/{method}", params
        )

    async def run(self, **params: Any) -> None:
        """Run, and wait for the end."""
        before = self.ended
        await self.request("runTest", **params)
        await self.editor.until(lambda: self.ended > before or None, "the end of the run")

    def last(self, test: str) -> Any:
        return self.states[test][-1]


@pytest.fixture
async def tests(start: Start) -> Explorer:
    capabilities = neovim_capabilities()
    capabilities.experimental = {"testExplorer": True, "judgeStatus": True}
    return Explorer(await start(capabilities=capabilities))


async def test_a_workspace_is_found_and_run_without_opening_it(
    tests: Explorer, tmp_path: Path
) -> None:
    (tmp_path / "right.c").write_text(RIGHT)
    (tmp_path / "wrong.c").write_text(WRONG)
    (tmp_path / "notes.c").write_text("int main_thing;\n")
    everything = await tests.request("discoverTest")
    solutions = [each for each in everything.tests if each.kind == "solution"]
    assert [each.label for each in solutions] == ["right.c", "wrong.c"]

    await tests.run()
    right, wrong = tmp_path / "right.c", tmp_path / "wrong.c"
    for mode in ("wasm", "native"):
        passed = tests.last(f"case:{mode}:2:{right}")
        assert passed.tag == "passed"
        assert passed.durationNs > 0
        failed = tests.last(f"case:{mode}:2:{wrong}")
        assert (failed.tag, failed.verdict) == ("failed", "WA")
        assert (failed.expected, failed.actual) == ("16", "4")
        assert failed.location.uri == wrong.as_uri()
        assert failed.location.range.start.line == 2
        case = tests.items[f"case:{mode}:2:{wrong}"]
        assert (case.range.start.line, case.description) == (2, "n = 4")
    assert any(text.startswith("wrong.c: native ✗ WA 1/2") for text in tests.output)
    assert tests.editor.published == []
    await tests.editor.end()


async def test_one_case_runs_alone_and_the_editor_shows_it(tests: Explorer) -> None:
    document = tests.editor.open("wrong.c", WRONG, "c")
    case = f"case:native:2:{document.path}"
    await tests.editor.until(lambda: tests.items.get(case), "the case")
    await tests.run(include=[case])
    assert tests.last(case).tag == "failed"
    assert f"case:native:1:{document.path}" not in tests.states
    (found,) = await document.diagnostics(bool)
    assert found.message == "case 2: expected 16, got 4"
    await document.judged()
    await tests.editor.until(lambda: tests.statuses[-1].verdict, "a verdict in the status bar")
    assert tests.statuses[-1].text == "✗ WA 0/1"
    await tests.editor.end()


async def test_a_run_that_hangs_is_aborted(tests: Explorer, tmp_path: Path) -> None:
    file = tmp_path / "loop.c"
    file.write_text(LOOP)
    case = f"case:native:1:{file}"
    await tests.request("runTest", include=[f"mode:native:{file}"])
    await tests.editor.until(
        lambda: any(each.tag == "started" for each in tests.states.get(case, ())) or None, "a start"
    )
    tests.editor.client.protocol.notify("experimental/abortRunTest", {})
    await tests.editor.until(lambda: tests.ended or None, "the end of the run")
    assert tests.last(case).tag == "skipped"
    await tests.editor.end()


async def test_what_does_not_compile_fails_at_its_line(tests: Explorer, tmp_path: Path) -> None:
    file = tmp_path / "broken.c"
    file.write_text(CASES + "int square(int n) { return m; }\n")
    await tests.run(include=[f"solution:{file}"])
    for mode in ("wasm", "native"):
        failed = tests.last(f"mode:{mode}:{file}")
        assert (failed.tag, failed.verdict) == ("failed", "CE")
        assert failed.location.range.start.line == 4
        assert tests.last(f"case:{mode}:1:{file}").tag == "skipped"
    await tests.editor.end()
