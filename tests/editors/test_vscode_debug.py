"""Debugging one case in VS Code: with Python's real debugger, and where no debugger is there.

The extension that brings Python's debugger cannot be had from a registry of packages; the adapter
that it starts can. An extension of the test's own, under the same name, starts that.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.editors.explorer import Explorer
from tests.editors.solutions import RIGHT, fresh
from tests.editors.vscode_server import add_extension
from tests.editors.window import opened
from tests.editors.workbench import TIME, Workbench

SQUARE = """\
# Input: n = 3
# Output: 9
# Input: n = 4
# Output: 16
class Solution:
    def square(self, n: int) -> int:
        found = n * n
        return found
"""
PACKAGE = {
    "publisher": "ms-python",
    "name": "debugpy",
    "version": "0.0.1",
    "engines": {"vscode": "^1.100.0"},
    "activationEvents": ["onDebugResolve:debugpy"],
    "contributes": {
        "breakpoints": [{"language": "python"}],
        "debuggers": [{"type": "debugpy", "label": "Python Debugger"}],
    },
}
MAIN = f"""\
const vscode = require("vscode");
exports.activate = () => vscode.debug.registerDebugAdapterDescriptorFactory("debugpy", {{
  createDebugAdapterDescriptor: () => new vscode.DebugAdapterExecutable(
    {json.dumps(sys.executable)}, ["-m", "debugpy.adapter"]),
}});
"""


@pytest.fixture(scope="module")
def workbench(
    browser: Browser, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workbench]:
    home = tmp_path_factory.mktemp("vscode")
    add_extension(home, PACKAGE, MAIN)
    # A debugger runs native code; Python for WebAssembly would have to be prepared.
    settings = {"lspJudge.mode": "native"}
    with opened(browser, workspace, home, settings) as workbench:
        yield workbench


def stopped_line(workbench: Workbench) -> Locator:
    return workbench.page.locator(".editor-instance .debug-top-stack-frame-line")


def variable(workbench: Workbench, name: str, value: str) -> Locator:
    """The row of a variable; the space before the value is drawn, and no text."""
    shown = re.compile(f"^{name} = ?{value}$")
    return workbench.page.locator(".debug-variables .monaco-list-row", has_text=shown)


def test_a_case_stops_at_the_breakpoint_with_its_own_arguments(workbench: Workbench) -> None:
    page = workbench.page
    workbench.write("square.py", SQUARE)
    workbench.open("square.py")
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.save()
    expect(workbench.lens(re.compile(f"^native ✓ 2/2 {TIME}"))).to_be_visible()
    workbench.text("return found").click()
    page.keyboard.press("F9")
    expect(page.locator(".codicon-debug-breakpoint").first).to_be_visible()
    workbench.command("Judge: Debug a case")
    workbench.pick("case 2")
    expect(stopped_line(workbench)).to_be_visible()
    expect(variable(workbench, "n", "4")).to_be_visible()
    workbench.shot("debug")
    page.keyboard.press("F5")
    expect(stopped_line(workbench)).to_have_count(0)
    printed = page.locator(".repl .monaco-list-row", has_text="16")
    expect(printed.first).to_be_visible()


def test_a_case_is_debugged_from_the_test_explorer(workbench: Workbench) -> None:
    explorer = Explorer(workbench)
    explorer.show()
    explorer.expand_all("case 1")
    explorer.debug(explorer.row("case 1").first)
    expect(stopped_line(workbench)).to_be_visible()
    expect(variable(workbench, "n", "3")).to_be_visible()
    workbench.page.keyboard.press("F5")
    expect(stopped_line(workbench)).to_have_count(0)


def test_where_no_debugger_is_installed_the_message_names_it(workbench: Workbench) -> None:
    workbench.write("two_sum.go", fresh(RIGHT))
    workbench.open("two_sum.go")
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.save()
    expect(workbench.lens(re.compile(f"^native ✓ 2/2 {TIME}"))).to_be_visible()
    workbench.command("Judge: Debug a case")
    workbench.pick("case 1")
    told = workbench.toasts.filter(has_text="an extension is needed: Go (golang.go)")
    expect(told).to_be_visible()
    expect(told.get_by_role("button", name="Find Go")).to_be_visible()
    workbench.shot("no_debugger")
