"""VS Code: a wrong solution is saved, looked at, run, repaired, broken, cancelled."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.editors.solutions import ENDLESS, FAILING_LINE, RIGHT, WRONG, fresh
from tests.editors.workbench import TIME, Workbench

EDITED = "(before the edit)"


def test_a_wrong_solution_is_underlined_and_both_times_stand_over_it(workbench: Workbench) -> None:
    workbench.write("two_sum.go", fresh(WRONG))
    workbench.open("two_sum.go")
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.save()
    workbench.judged("✗ WA 1/2")
    expect(workbench.squiggles).to_have_count(1)
    assert workbench.line_of(workbench.squiggles).startswith(FAILING_LINE)
    assert " ✗ got [0,0] · wasm " in workbench.line_of(workbench.squiggles)
    workbench.shot("wrong")


def test_the_hover_has_a_table_of_both_modes(workbench: Workbench) -> None:
    table = workbench.hover("twoSum")
    assert re.search(r"wasm\s+✗ WA\s+1/2", table)
    assert re.search(r"native\s+✗ WA\s+1/2", table)
    assert "case 2: expected [1,2], got [0,0]" in table
    workbench.shot("hover")
    workbench.point_away()


def test_a_benchmark_adds_its_table(workbench: Workbench) -> None:
    told = workbench.toasts.filter(has_text=re.compile(r"Benchmark of case 1, median: wasm .*s"))
    workbench.click_lens("Benchmark", told)
    expect(workbench.lens("Benchmark")).to_be_visible()
    table = workbench.hover("twoSum")
    bench = table[table.index("Benchmark of case 1") :]
    assert re.search(r"mode\s+min\s+median", bench)
    assert re.search(r"wasm\s+[\d.]+ .s\s+", bench)
    assert re.search(r"native\s+[\d.]+ .s\s+", bench)
    workbench.shot("benchmark")
    workbench.point_away()


def test_the_lens_runs_what_is_typed_in_wasm_alone(workbench: Workbench) -> None:
    workbench.replace(fresh(WRONG))
    expect(workbench.lens(EDITED)).to_have_count(2)
    workbench.click_lens("Run in WASM", workbench.lens(re.compile("^wasm … ")))
    expect(workbench.lens(re.compile(f"^wasm ✗ WA 1/2 {TIME}"))).to_be_visible()
    expect(workbench.lens(re.compile("^native "))).to_have_count(0)
    expect(workbench.page.locator(".tab.active.dirty")).to_be_visible()


def test_the_action_at_the_squiggle_runs_the_other_mode(workbench: Workbench) -> None:
    workbench.quick_fix("Run natively")
    workbench.judged("✗ WA 1/2")


def test_a_repaired_solution_is_clear(workbench: Workbench) -> None:
    workbench.replace(fresh(RIGHT))
    workbench.save()
    workbench.judged("✓ 2/2")
    expect(workbench.squiggles).to_have_count(0)
    workbench.shot("right")


def test_an_endless_loop_is_cancelled_by_its_lens(workbench: Workbench) -> None:
    workbench.replace(fresh(ENDLESS))
    workbench.save()
    expect(workbench.lens(re.compile(r"… \d+/10$")).first).to_be_visible()
    workbench.click_lens("Cancel", workbench.lens("cancelled"))
    expect(workbench.lens("Benchmark")).to_be_visible()
    expect(workbench.squiggles).to_have_count(0)


def test_of_many_saves_only_the_last_is_shown(workbench: Workbench) -> None:
    for number in range(4):
        workbench.replace(fresh((RIGHT, WRONG)[number % 2]))
        workbench.save()
    workbench.judged("✗ WA 1/2")
    expect(workbench.squiggles).to_have_count(1)
    workbench.replace(fresh(RIGHT))
    workbench.save()
    workbench.judged("✓ 2/2")
    expect(workbench.squiggles).to_have_count(0)
