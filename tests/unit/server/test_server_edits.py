"""Commands that begin a file and that change the cases of one, as a client sees them."""

import asyncio
import os
import subprocess
import sys
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from talk import CAPABILITIES, URI, Talk, talking

from lsp_judge.cli.compose import open_judge

CAPABLE = CAPABILITIES | {
    "workspace": CAPABILITIES["workspace"] | {"workspaceEdit": {"documentChanges": True}}
}
# The astral character is two units of UTF-16 and one column.
TEXT = "// Input: n = 3\r\n// Output: 8 (🙂)\r\nint square(int n) { return n * n; }\r\n"


class Real:
    """The real judge, in the server's process."""

    def load(self) -> Any:
        return open_judge(os.environ)


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    async with talking(Real(), CAPABLE) as talk:  # type: ignore[arg-type]
        yield talk


def opened(talk: Talk, text: str, uri: str = URI.replace(".go", ".c")) -> str:
    item = {"uri": uri, "languageId": "c", "version": 1, "text": text}
    talk.notify("textDocument/didOpen", {"textDocument": item})
    return uri


async def refused(talk: Talk, command: str, **argument: Any) -> str:
    params = {"command": f"lspJudge.{command}", "arguments": [argument]}
    talk.send({"id": "refused", "method": "workspace/executeCommand", "params": params})
    return str((await talk.answer("refused"))["error"]["message"])


async def edit(talk: Talk, command: str, **argument: Any) -> Any:
    """The one change that the client is asked for; it says that it made it."""
    talk.answers["workspace/applyEdit"] = {"applied": True}
    await talk.command(command, **argument)
    (asked,) = talk.all("workspace/applyEdit")
    (document,) = asked["edit"]["documentChanges"]
    assert document["textDocument"]["version"] == 1
    (change,) = document["edits"]
    return change


async def saved(talk: Talk, uri: str) -> None:
    talk.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    found = await talk.until(
        lambda: [
            each for each in talk.all("lspJudge/status") if each["verdict"] and not each["running"]
        ]
    )
    assert found


async def test_a_client_can_begin_a_solution(talk: Talk) -> None:
    problems = await talk.command("problems")
    two_sum = next(each for each in problems if each["id"] == "two-sum")
    assert two_sum == {
        "id": "two-sum",
        "title": "Two Sum",
        "languages": ["c", "cpp", "go", "python", "rust", "zig"],
    }
    made = await talk.command("newSolution", problem="two-sum", language="python")
    assert made["fileName"] == "two_sum.py"
    assert made["text"].startswith("# judge: two-sum\n#\n# Two Sum\n")
    assert "def twoSum(self, nums: List[int], target: int) -> List[int]:" in made["text"]
    message = await refused(talk, "newSolution", problem="two-sun", language="python")
    assert "Did you mean two-sum" in message


async def test_an_unknown_language_and_a_missing_field_are_named(talk: Talk) -> None:
    message = await refused(talk, "newSolution", problem="two-sum", language="cobol")
    assert message == "There is no language 'cobol'; known are c, cpp, go, python, rust, zig."


async def test_an_empty_case_is_asked_for(talk: Talk) -> None:
    uri = opened(talk, TEXT)
    change = await edit(talk, "addCase", uri=uri)
    assert change["newText"] == "\r\n// Input: n =\r\n// Output:"
    place = {"line": 1, "character": 17}
    assert change["range"] == {"start": place, "end": place}


async def test_an_output_becomes_the_expected_answer(talk: Talk) -> None:
    uri = opened(talk, TEXT)
    await saved(talk, uri)
    where = {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 0}}
    params = {"textDocument": {"uri": uri}, "range": where, "context": {"diagnostics": []}}
    actions = await talk.request("textDocument/codeAction", params)
    by_title = {each["title"]: each["command"] for each in actions}
    assert "Add a case" in by_title
    command = by_title["Accept the output as expected"]
    assert command["arguments"] == [{"uri": uri, "case": "1"}]
    change = await edit(talk, "acceptOutput", uri=uri, case="1")
    assert change["newText"] == "9"
    assert change["range"]["start"] == {"line": 1, "character": 11}
    assert change["range"]["end"] == {"line": 1, "character": 12}


async def test_an_answer_of_a_package_is_not_touched(talk: Talk) -> None:
    uri = opened(talk, "// judge: fast-power\ndouble myPow(double x, int n) { return 1; }\n")
    await saved(talk, uri)
    report = await talk.command("report", uri=uri)
    cases = report["reports"][0]["judgements"][0]["cases"]
    failed = next(each for each in cases if each["verdict"] == "WA")
    message = await refused(talk, "acceptOutput", uri=uri, case=failed["id"])
    assert f"{failed['id']}.ans: edit it there." in message


async def test_what_was_not_judged_as_it_is_now_is_refused(talk: Talk) -> None:
    uri = opened(talk, f"// {uuid.uuid4()}\r\n{TEXT}")
    assert await refused(talk, "acceptOutput", uri=uri, case="1") == "Nothing was judged yet."


async def test_an_editor_that_makes_no_edit_is_told_so(talk: Talk) -> None:
    uri = opened(talk, TEXT)
    talk.answers["workspace/applyEdit"] = {"applied": False, "failureReason": "read-only"}
    async with asyncio.timeout(20):
        assert "did not make the edit: read-only" in await refused(talk, "addCase", uri=uri)


async def test_a_debugger_is_told_what_to_start(talk: Talk, tmp_path: Path) -> None:
    file = tmp_path / "square.py"
    file.write_text("# Input: n = 3\n# Output: 9\ndef square(n: int) -> int:\n    return n * n\n")
    found = await talk.command("debug", uri=file.as_uri(), case="1")
    assert set(found) == {"debugger", "name", "program", "args", "cwd", "env", "stdin"}
    assert (found["debugger"], found["name"]) == ("debugpy", "square.py: case 1")
    assert (found["cwd"], found["env"], found["stdin"]) == (str(tmp_path), {}, None)
    command = [sys.executable, found["program"], *found["args"]]
    printed = await asyncio.to_thread(subprocess.check_output, command, timeout=60)
    assert printed == b"9\n"
    message = await refused(talk, "debug", uri=(tmp_path / "gone.py").as_uri(), case="1")
    assert message == f"{tmp_path / 'gone.py'} cannot be read."
