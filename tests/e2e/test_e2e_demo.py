"""The demonstration shows what an editor shows, before and after the repair."""

import io
import sys

import pytest
from editor import SERVER
from rich.console import Console

from lsp_judge.cli.demo import run_demo
from lsp_judge.cli.render_editor import EditorView
from lsp_judge.model.errors import WorkerLost


def recorded() -> Console:
    return Console(file=io.StringIO(), record=True, width=120)


def test_the_demo_shows_the_mistake_and_its_repair() -> None:
    console = recorded()
    assert run_demo(SERVER, console) == 0
    before, after = console.export_text().split("It is repaired and saved again")
    assert "~~~~~~~~~~~~~~~~~~~~~~~~~~" in before
    assert "WA case 2: expected [1,2], got [0,0] (wasm, native)" in before
    assert "wasm ✗ WA 2/3" in before
    assert "native ✗ WA 2/3" in before
    assert "target = 6  ✗ got [0,0] · wasm " in before
    assert "wasm ✓ 3/3" in after
    assert "native ✓ 3/3" in after
    assert "✗" not in after
    assert "~~~" not in after
    assert after.count("from the save to the first verdict") == 1


def test_a_server_that_ends_is_said() -> None:
    with pytest.raises(WorkerLost):
        run_demo([sys.executable, "-c", "pass"], recorded())


def test_squiggles_stand_under_what_they_mean_behind_tabs_and_wide_text() -> None:
    span = {"start": {"line": 0, "character": 1}, "end": {"line": 0, "character": 4}}
    found = {"range": span, "severity": 1, "code": "CE", "message": "no", "source": "lsp-judge"}
    hint = {"position": {"line": 0, "character": 6}, "label": "✓ 3"}
    view = EditorView("a.go", "\tbad()\n", [found], [(0, "wasm ✗ CE")], [hint])
    console = recorded()
    console.print(view.render())
    lines = [line.rstrip() for line in console.export_text().splitlines()]
    assert lines[1:5] == [
        "     │     wasm ✗ CE",
        "   1 │     bad()  ✓ 3",
        "     │     ~~~",
        "     │     CE no",
    ]
