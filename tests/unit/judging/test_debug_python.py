"""A case in Python's real debugger: a breakpoint in the user's file, the case's input, the end."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from lsp_judge.cli.compose import opened
from lsp_judge.judging.debug import DebugTarget
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.source import Document
from tests.unit.judging.dap import adapter

DEBUGPY = (sys.executable, "-m", "debugpy.adapter")
FUNCTION = """\
# Input: n = 3
# Output: 9
# Input: n = 4
# Output: 16
class Solution:
    def square(self, n: int) -> int:
        found = n * n
        return found
"""
PROGRAM = """\
# Input:
# 3 4
# Output:
# 7
import sys

a, b = map(int, input().split())
print(a + b)
sys.exit(3)
"""


async def target(file: Path, text: str, case: str) -> DebugTarget:
    file.write_text(text)
    async with opened(os.environ, {}) as parts:
        document = Document(str(file), text.encode())
        return await parts.judge.debug(document, JudgeOptions(case=case))


def launch(target: DebugTarget) -> dict[str, Any]:
    """As VS Code's extension writes it."""
    return {
        "type": target.debugger,
        "request": "launch",
        "name": target.name,
        "program": target.program,
        "args": [*target.args],
        "cwd": target.cwd,
        "env": target.env,
        "justMyCode": False,
        "console": "internalConsole",
    }


def line_of(text: str, part: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


async def test_a_function_stops_with_the_arguments_of_the_case(tmp_path: Path) -> None:
    file = tmp_path / "square.py"
    found = await target(file, FUNCTION, "2")
    async with adapter(DEBUGPY) as debugger:
        line = line_of(FUNCTION, "return found")
        frame = await debugger.launch(launch(found), file, line)
        assert (frame["name"], frame["source"]["path"]) == ("square", str(file))
        assert frame["line"] == line
        held = await debugger.variables(frame)
        assert (held["n"], held["found"]) == ("4", "16")
        assert await debugger.go_on() == 0
        assert debugger.printed["stdout"] == "16\n"


async def test_a_program_reads_the_case_though_nobody_redirects(tmp_path: Path) -> None:
    file = tmp_path / "sum.py"
    found = await target(file, PROGRAM, "1")
    async with adapter(DEBUGPY) as debugger:
        frame = await debugger.launch(launch(found), file, line_of(PROGRAM, "print("))
        assert frame["source"]["path"] == str(file)
        held = await debugger.variables(frame)
        assert (held["a"], held["b"]) == ("3", "4")
        assert await debugger.go_on() == 3
        assert debugger.printed["stdout"] == "7\n"
