"""VS Code's Test Explorer, status bar and the commands that begin and change solutions."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.editors.explorer import Explorer
from tests.editors.solutions import ENDLESS, RIGHT, WRONG, fresh
from tests.editors.workbench import Workbench


@pytest.fixture
def explorer(workbench: Workbench) -> Explorer:
    return Explorer(workbench)


def test_the_tree_has_problems_solutions_modes_and_cases(explorer: Explorer) -> None:
    workbench = explorer.workbench
    workbench.write("two_sum.go", fresh(WRONG))
    workbench.open("two_sum.go")
    expect(workbench.lens("Benchmark")).to_be_visible()
    explorer.show()
    explorer.expand_all("case 2")
    for label in ("two_sum.go", "wasm", "native", "case 1"):
        expect(explorer.row(label).first).to_be_visible()


def test_a_run_shows_what_was_expected_and_what_came_out(explorer: Explorer) -> None:
    workbench = explorer.workbench
    explorer.run(explorer.row("two_sum.go").first)
    expect(explorer.state("case 2", "Failed").first).to_be_visible()
    expect(explorer.state("case 1", "Passed").first).to_be_visible()
    expect(workbench.status).to_contain_text("✗ WA 1/2")
    workbench.shot("explorer")
    workbench.page.locator(".test-error-content-widget").first.click()
    diff = workbench.page.locator(".test-output-peek .monaco-diff-editor")
    expect(diff.locator(".editor.original .view-line", has_text="[1,2]")).to_be_visible()
    expect(diff.locator(".editor.modified .view-line", has_text="[0,0]")).to_be_visible()
    workbench.shot("diff")
    workbench.page.keyboard.press("Escape")
    expect(workbench.page.locator(".test-output-peek")).to_have_count(0)


def test_a_save_is_shown_in_the_tree(explorer: Explorer) -> None:
    explorer.workbench.replace(fresh(RIGHT))
    explorer.workbench.save()
    expect(explorer.state("case 2", "Passed").first).to_be_visible()
    expect(explorer.workbench.status).to_contain_text("✓ 2/2")


def test_a_run_can_be_cancelled(explorer: Explorer) -> None:
    workbench = explorer.workbench
    workbench.replace(fresh(ENDLESS))
    workbench.save()
    workbench.click_lens("Cancel", workbench.lens("cancelled"))
    explorer.run(explorer.row("two_sum.go").first)
    expect(workbench.lens(re.compile(r"… \d+/10$")).first).to_be_visible()
    workbench.page.get_by_role("button", name="Cancel Test Run").click()
    expect(workbench.lens("cancelled")).to_be_visible()
    expect(workbench.page.locator(".test-explorer .codicon-testing-loading")).to_have_count(0)


def test_a_case_is_added_and_its_output_accepted(explorer: Explorer) -> None:
    workbench = explorer.workbench
    workbench.replace(fresh(WRONG))
    workbench.save()
    workbench.judged("✗ WA 1/2")
    workbench.command("Judge: Accept output as expected")
    expect(workbench.text("// Output: [0,0]")).to_be_visible()
    workbench.save()
    expect(workbench.squiggles).to_have_count(0)
    workbench.command("Judge: Add case")
    expect(workbench.page.locator(".tab.active.dirty")).to_be_visible()


def test_a_new_solution_is_a_file_that_can_be_saved(explorer: Explorer) -> None:
    workbench = explorer.workbench
    workbench.command("Judge: New solution")
    workbench.pick("Fast Power")
    workbench.pick("C++")
    expect(workbench.page.locator(".tab.active", has_text=".cpp")).to_be_visible()
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.shot("new_solution")
