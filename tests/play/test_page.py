"""`lsp-judge play` as a person sees it, in a real browser."""

from __future__ import annotations

import http.client
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.play.chromium import Tab
from tests.play.conftest import Playing, accepted

_DONE = "[...document.querySelectorAll('.card')].every(card => card.dataset.state === 'done')"


def _text(tab: Tab, side: str, part: str) -> str:
    return str(tab.js(f"document.querySelector('[data-side={side}] .{part}').textContent"))


def _everywhere(tab: Tab, part: str) -> list[str]:
    return [_text(tab, side, part) for side in ("browser", "wasm", "native")]


def _run(tab: Tab) -> None:
    tab.click("#run-all")
    tab.wait(_DONE)


def _state(tab: Tab, name: str) -> None:
    tab.wait(f"document.querySelector('[data-side=browser]').dataset.state === {name!r}")


@pytest.mark.parametrize("ending", ["c", "cpp", "go", "rs", "zig"])
def test_a_case_runs_in_the_browser_and_in_both_modes(
    tab: Tab, playing: Playing, ending: str
) -> None:
    with playing(accepted("two-sum", ending)) as url:
        tab.open(url)
        assert tab.js("document.querySelector('h1').textContent") == "Two Sum"
        assert tab.js("document.querySelector('#text').value") == "nums = [2,7,11,15], target = 9"
        _run(tab)
        assert _everywhere(tab, "verdict") == ["AC", "AC", "AC"]
        assert set(_everywhere(tab, "answer")) <= {"[0,1]", "[1,0]"}
        assert all(_everywhere(tab, "time"))
        assert tab.js("document.querySelectorAll('#chart .bar').length") == 3


def test_an_input_of_ones_own_is_run_and_one_that_is_none_is_refused(
    tab: Tab, playing: Playing
) -> None:
    with playing(accepted("two-sum", "c")) as url:
        tab.open(url)
        tab.write("#text", "[1, 5, 5], 10")
        assert tab.js("document.querySelector('#case').selectedOptions[0].text") == "own input"
        _run(tab)
        assert _everywhere(tab, "verdict") == ["returned"] * 3
        assert _everywhere(tab, "answer") == ["[1,2]"] * 3
        assert tab.js("document.querySelector('#summary').textContent").endswith("the same.")
        tab.write("#text", "nums = [1, 5], target = seven")
        tab.click("#run-all")
        tab.wait("!document.querySelector('#fault').hidden")
        assert "seven" in tab.js("document.querySelector('#fault').textContent")
        assert _everywhere(tab, "verdict") == ["", "", ""]


def test_an_endless_loop_is_stopped_by_its_button(
    tab: Tab, playing: Playing, tmp_path: Path
) -> None:
    path = tmp_path / "count.c"
    path.write_text(
        "// Input: n = 3\n// Output: 3\n"
        "int count(int n) {\n    volatile int i = 0;\n    while (i != n) i++;\n    return i;\n}\n"
    )
    with playing(path) as url:
        tab.open(url)
        tab.write("#text", "n = -1")
        tab.click("#run-browser")
        _state(tab, "running")
        tab.click("#stop")
        _state(tab, "stopped")
        assert _text(tab, "browser", "message").startswith("stopped by you after ")
        tab.write("#text", "n = 7")
        tab.click("#run-browser")
        _state(tab, "done")
        assert _text(tab, "browser", "answer") == "7"


@pytest.mark.parametrize(
    ("name", "source", "reason"),
    [
        ("f.c", "int f(int n) { return 10 / n; }", "divide by zero"),
        ("f.go", "func f(n int) int { return []int{1}[n+3] }", "index out of range [3]"),
        ("f.rs", "pub fn f(n: i32) -> i32 { vec![1][(n + 3) as usize] }", "index out of bounds"),
        ("f.cpp", "int f(int n) { return vector<int>().at(n); }", "vector"),
    ],
)
def test_a_trap_is_shown_with_its_reason(
    tab: Tab, playing: Playing, tmp_path: Path, name: str, source: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_text(f"// Input: n = 0\n// Output: 1\n{source}\n")
    with playing(path) as url:
        tab.open(url)
        _run(tab)
        assert _everywhere(tab, "verdict") == ["RE"] * 3
        assert reason in _text(tab, "browser", "message")
        assert _text(tab, "browser", "message") == _text(tab, "wasm", "message")


@pytest.mark.parametrize(
    ("problem", "ending", "given", "answer"),
    [
        (
            "recent-cache",
            "cpp",
            '["LRUCache","put","get","get"]\n[[1],[7,70],[7],[8]]',
            "[null,null,70,-1]",
        ),
        ("reverse-list", "c", "head = [1,2,3]", "[3,2,1]"),
        ("a-plus-b", "go", "20 22\n", "42\n"),
        ("a-plus-b", "cpp", "9007199254740993 0\n", "9007199254740993\n"),
        ("fast-power", "rs", "x = 2.0, n = -2", "0.25"),
    ],
)
def test_classes_linked_structures_and_programs(
    tab: Tab, playing: Playing, problem: str, ending: str, given: str, answer: str
) -> None:
    with playing(accepted(problem, ending)) as url:
        tab.open(url)
        tab.write("#text", given)
        _run(tab)
        assert _everywhere(tab, "answer") == [answer] * 3


def test_a_wrong_answer_says_what_was_expected(tab: Tab, playing: Playing, tmp_path: Path) -> None:
    path = tmp_path / "twice.c"
    path.write_text("// Input: n = 4\n// Output: 8\nint twice(int n) { return n * n; }\n")
    with playing(path) as url:
        tab.open(url)
        _run(tab)
        assert _everywhere(tab, "verdict") == ["WA"] * 3
        assert _everywhere(tab, "expected") == ["8"] * 3


def test_a_network_says_the_same_digit_everywhere(tab: Tab, playing: Playing) -> None:
    with playing(accepted("digit-classifier", "c")) as url:
        tab.open(url)
        for case, digit in (("sample/02-digit-7", "7"), ("secret/19-tie", "3")):
            tab.choose("#case", case)
            _run(tab)
            assert _everywhere(tab, "verdict") == ["AC"] * 3
            assert _everywhere(tab, "answer") == [digit] * 3


def test_a_pack_is_played_without_its_source(tab: Tab, playing: Playing, tmp_path: Path) -> None:
    pack = tmp_path / "two-sum.zip"
    command = [sys.executable, "-m", "lsp_judge.cli.main", "pack", str(accepted("two-sum", "c"))]
    subprocess.run(
        [*command, "-o", str(pack), "--targets", "wasm"], check=True, capture_output=True
    )
    with playing(pack) as url:
        tab.open(url)
        tab.write("#text", "nums = [4, 4], target = 8")
        _run(tab)
        assert _everywhere(tab, "answer")[:2] == ["[0,1]", "[0,1]"]
        # It has nothing for this machine, and says so.
        assert _text(tab, "native", "verdict") == "IE"
        assert "has nothing for" in _text(tab, "native", "message")


def test_python_is_played_on_the_server_alone_and_says_so(tab: Tab, playing: Playing) -> None:
    with playing(accepted("two-sum", "py")) as url:
        tab.open(url)
        assert "interpreter" in _text(tab, "browser", "where")
        assert tab.js("document.querySelector('#run-browser').disabled")


def test_nobody_but_the_page_itself_may_ask(playing: Playing) -> None:
    body = b'{"given":{"case":"sample/01-first-two"},"mode":"native"}'
    json = {"Content-Type": "application/json"}
    with playing(accepted("two-sum", "c")) as url:
        own = urlsplit(url)
        assert own.hostname == "127.0.0.1"

        def status(headers: dict[str, str], path: str = "/api/run") -> int:
            connection = http.client.HTTPConnection(own.netloc, timeout=30)
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer.status

        assert status(json) == 200
        assert status(json | {"Host": f"evil.example:{own.port}"}) == 421
        assert status(json | {"Origin": "http://evil.example"}) == 403
        assert status({"Content-Type": "text/plain"}) == 415
        assert status(json, "/../../../etc/passwd") == 404
        assert status(json, "/api/judge") == 400
