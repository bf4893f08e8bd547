"""The commands as a person runs them: real processes, real compilers, exit statuses."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = """// Input: a = 2, b = 3
// Output: 5
int add(int a, int b) { return a + b; }
"""
WRONG = RIGHT.replace("a + b", "a - b")


def lsp_judge(
    *arguments: str | Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lsp_judge.cli.main", *map(str, arguments)],
        env={**os.environ, "NO_COLOR": "1", **(environment or {})},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.fixture
def solution(tmp_path: Path) -> Path:
    file = tmp_path / "add.c"
    file.write_text(RIGHT)
    return file


GO = """// Input: a = 2, b = 3
// Output: 5
package main

func add(a, b int) int { return a + b }
"""


def test_quick_gives_the_verdicts_and_says_that_times_are_not_exact(tmp_path: Path) -> None:
    file = tmp_path / "add.go"
    file.write_text(GO + f"\n// {tmp_path}\n")
    quick = json.loads(lsp_judge("run", "--quick", file, "--format", "json").stdout)
    judgements = quick["reports"][0]["judgements"]
    assert [(each["verdict"], each["final"]) for each in judgements] == [
        ("AC", False),
        ("AC", True),
    ]
    assert lsp_judge("run", "--quick", file).stdout.count("quickly compiled") == 1
    whole = json.loads(lsp_judge("run", file, "--format", "json").stdout)
    assert all(each["final"] for each in whole["reports"][0]["judgements"])


def test_run_prints_the_published_json_alone(solution: Path) -> None:
    done = lsp_judge("run", solution, "--format", "json")
    assert done.returncode == 0, done.stderr
    document = json.loads(done.stdout)
    assert document["version"] == 1
    (report,) = document["reports"]
    assert report["file"] == str(solution)
    assert (report["language"], report["entry"]) == ("c", "add")
    assert report["disagreements"] == []
    assert [each["mode"] for each in report["judgements"]] == ["wasm", "native"]
    for judgement in report["judgements"]:
        assert (judgement["verdict"], judgement["passed"], judgement["total"]) == ("AC", 1, 1)
        assert judgement["degraded_from"] is None
        assert judgement["error"] is None
        assert judgement["isolation"]
        (case,) = judgement["cases"]
        assert (case["id"], case["expected"], case["actual"]) == ("1", 5, 5)
        assert (case["file"], case["line"]) == (str(solution), 1)
        assert case["duration_ns"] > 0


def test_run_of_a_wrong_solution_says_where_and_ends_with_1(solution: Path) -> None:
    solution.write_text(WRONG)
    done = lsp_judge("run", solution, "--mode", "native")
    assert done.returncode == 1
    assert "add.c:1:11: error: case 1: expected 5, got -1 (native)" in done.stdout
    assert "wasm" not in done.stdout


def test_run_of_many_files_reports_each(solution: Path, tmp_path: Path) -> None:
    other = tmp_path / "wrong.c"
    other.write_text(WRONG)
    done = lsp_judge("run", solution, other, "--format", "json", "--mode", "wasm")
    assert done.returncode == 1
    verdicts = [each["judgements"][0]["verdict"] for each in json.loads(done.stdout)["reports"]]
    assert verdicts == ["AC", "WA"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("run", "missing.c"), "missing.c"),
        (("run",), "FILE"),
        (("run", "{file}", "--mode", "fast"), "fast"),
        (("run", "{file}", "--format", "xml"), "xml"),
        (("run", "{file}", "--problem", "no-such-problem"), "no-such-problem"),
        (("run", "{file}", "--case", "99"), "99"),
        (("serve", "--tcp", "1", "--ws", "2"), "choose one"),
        (("setup", "--only", "cobol"), "cobol"),
        (("frobnicate",), "frobnicate"),
    ],
)
def test_bad_usage_ends_with_2_and_a_reason(
    solution: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = lsp_judge(*(part.format(file=solution) for part in arguments))
    assert done.returncode == 2
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_with_nothing_to_judge_ends_with_2(solution: Path) -> None:
    solution.write_text("int add(int a, int b) { return a + b; }\n")
    done = lsp_judge("run", solution)
    assert done.returncode == 2
    assert "add.c" in done.stdout


def test_build_leaves_both_artifacts(solution: Path, tmp_path: Path) -> None:
    done = lsp_judge("build", solution, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "add.wasm").read_bytes().startswith(b"\0asm")
    plugin = ctypes.CDLL(str(tmp_path / "out" / "add.so"))
    assert plugin.judge_abi_version() == 1
    assert "add.wasm" in done.stdout


def test_build_of_what_does_not_compile_shows_why(solution: Path, tmp_path: Path) -> None:
    solution.write_text("int add(int a, int b) { return a + c; }\n")
    done = lsp_judge("build", solution, "-o", tmp_path / "out", "--mode", "native")
    assert done.returncode == 1
    assert "add.c:1:36: error:" in done.stderr


def test_bench_shows_both_modes(solution: Path) -> None:
    done = lsp_judge("bench", solution)
    assert done.returncode == 0, done.stderr
    for word in ("wasm", "native", "median", "p95", "█"):
        assert word in done.stdout


def test_doctor_names_tools_isolation_and_cache(tmp_path: Path) -> None:
    done = lsp_judge("doctor", environment={"COLUMNS": "200"})
    assert done.returncode == 0, done.stdout + done.stderr
    for word in ("go version go1", "zig", "CPython", "seccomp", "wasmtime", "Cache:"):
        assert word in done.stdout


def test_doctor_names_the_command_that_installs_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.console import Console

    from lsp_judge.cli.doctor import _tools
    from lsp_judge.toolchains.find import ToolFinder

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    finder = ToolFinder({}, {"PATH": "", "LSP_JUDGE_CACHE_DIR": str(tmp_path)})
    console = Console(width=200)
    with console.capture() as shown:
        console.print(_tools(finder))
    assert 'pip install "lsp-judge[zig]"' in shown.get()


def test_cache_is_shown_and_cleared(tmp_path: Path) -> None:
    place = {"LSP_JUDGE_CACHE_DIR": str(tmp_path / "cache")}
    assert lsp_judge("doctor", environment=place).returncode == 0
    assert str(tmp_path / "cache") in lsp_judge("cache", "show", environment=place).stdout
    assert lsp_judge("cache", "clear", environment=place).returncode == 0
    assert not (tmp_path / "cache").exists()
