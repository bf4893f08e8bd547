"""A workspace with a folder of solvers: what is saved there answers from then on."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from editor import Editor, Start
from lsprotocol import types

CATALOGUE = Path(__file__).parents[2] / "problems"
ACCEPTED = CATALOGUE / "shortest-path" / "submissions" / "accepted"
NAME = "shortest-path.c"


def solution(name: str) -> str:
    return f"// judge: shortest-path\n{(ACCEPTED / name).read_text()}"


async def logged(editor: Editor, part: str) -> str:
    """Take the line of the log that contains `part`."""

    def found() -> types.LogMessageParams | None:
        lines = editor.client.log_messages
        return next((each for each in lines if part in each.message), None)

    line = await editor.until(found, f"a line of the log with {part!r}")
    editor.client.log_messages.remove(line)
    return line.message


async def solvers(editor: Editor) -> list[Any]:
    params = types.ExecuteCommandParams("lspJudge.solvers")
    found: list[Any] = await editor.client.workspace_execute_command_async(params)
    return found


def version(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()[:8]


async def test_a_saved_solver_is_swapped_in_and_a_broken_one_is_not(
    start: Start, tmp_path: Path
) -> None:
    depth, breadth = (solution(name) for name in ("dfs.c", "bfs.c"))
    (tmp_path / "solvers").mkdir()
    (tmp_path / "solvers" / NAME).write_text(depth)
    editor = await start()
    assert "native" in await logged(editor, f"solver {NAME}: ready")
    (listed,) = await solvers(editor)
    assert (listed["state"], listed["version"]) == ("ready", version(depth))
    document = editor.open(f"solvers/{NAME}", depth, "c")
    document.save("int shortestPath(int n, int** edges) {")
    assert await logged(editor, f"solver {NAME}: kept")
    (listed,) = await solvers(editor)
    assert (listed["state"], listed["version"]) == ("kept", version(depth))
    assert listed["reason"]
    document.save(breadth)
    assert await logged(editor, f"solver {NAME}: ready")
    (listed,) = await solvers(editor)
    assert (listed["state"], listed["version"]) == ("ready", version(breadth))
    assert (await document.judged())[0].startswith("wasm ✓")
    await editor.end()


async def test_a_folder_that_is_made_later_is_watched_from_the_first_save(
    start: Start, tmp_path: Path
) -> None:
    editor = await start()
    assert await solvers(editor) == []
    (tmp_path / "solvers").mkdir()
    document = editor.open(f"solvers/{NAME}", solution("bfs.c"), "c")
    document.save()
    assert await logged(editor, f"solver {NAME}: ready")
    await document.judged()
    await editor.end()
