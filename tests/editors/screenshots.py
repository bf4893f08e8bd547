"""Makes the pictures of the documentation in the real editor: `make screenshots`."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from playwright.sync_api import expect

from tests.editors.explorer import Explorer
from tests.editors.window import browsing, give_server, opened
from tests.editors.workbench import Workbench

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SETTINGS = {
    "breadcrumbs.enabled": False,
    "editor.fontSize": 13,
    "editor.hover.above": False,
    "editor.lightbulb.enabled": "off",
    "editor.occurrencesHighlight": "off",
    "workbench.activityBar.location": "hidden",
    "workbench.layoutControl.enabled": False,
}
# The second case: a number must not be added to itself.
WRONG = """\
// Two Sum: the indices of the two numbers whose sum is target.
//
// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
// Input: nums = [3,2,4], target = 6
// Output: [1,2]
// Input: nums = [3,3], target = 6
// Output: [0,1]

func twoSum(nums []int, target int) []int {
\tseen := make(map[int]int)
\tfor i, x := range nums {
\t\tseen[x] = i
\t}
\tfor i, x := range nums {
\t\tif j, ok := seen[target-x]; ok {
\t\t\treturn []int{i, j}
\t\t}
\t}
\treturn nil
}
"""


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="lsp-judge-") as root, browsing() as browser:
        folder, home = Path(root) / "practice", Path(root) / "vscode"
        folder.mkdir()
        home.mkdir()
        give_server(folder)
        view = {"viewport": {"width": 900, "height": 480}, "device_scale_factor": 1.5}
        with opened(browser, folder, home, SETTINGS, **view) as workbench:
            _show(workbench, WRONG)
            _keep(workbench, "vscode")
            _show_tests(workbench)
            _keep(workbench, "vscode-tests")


def _keep(workbench: Workbench, name: str) -> None:
    picture = IMAGES / f"{name}.png"
    # Disabled animations are at their end: a hover that fades in is there.
    workbench.page.screenshot(path=picture, animations="disabled")
    print(f"{picture}: {picture.stat().st_size // 1024} KB")


def _show(workbench: Workbench, text: str) -> None:
    workbench.write("two_sum.go", text)
    workbench.open("two_sum.go")
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.save()
    for mode in ("wasm", "native"):
        expect(workbench.lens(re.compile(rf"{mode} ✗ WA 2/3 [\d.]+ "))).to_be_visible()
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.page.keyboard.press("Control+b")
    expect(workbench.page.locator(".explorer-folders-view")).to_be_hidden()
    workbench.hover("twoSum")


def _show_tests(workbench: Workbench) -> None:
    """The Test Explorer, with a run in it and what was expected beside what came out."""
    workbench.point_away()
    explorer = Explorer(workbench)
    explorer.show()
    explorer.expand_all("case 2")
    explorer.run(explorer.row("two_sum.go").first)
    expect(explorer.state("case 2", "Failed").first).to_be_visible()
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.page.locator(".test-error-content-widget").first.click()
    peek = workbench.page.locator(".test-output-peek .monaco-diff-editor .view-line")
    expect(peek.first).to_be_visible()
    workbench.point_away()


if __name__ == "__main__":
    main()
