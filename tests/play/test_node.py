"""The same modules under Node."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from tests.play.conftest import accepted

_SCRIPT = str(files("lsp_judge.packs").joinpath("play", "node.mjs"))


def _built(source: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "lsp_judge.cli.main", "build", str(source), "-o", str(folder)]
    subprocess.run([*command, "--mode", "wasm"], check=True, stdout=subprocess.PIPE)
    return folder / f"{source.stem}.wasm"


def _node(
    node: str, module: Path, *given: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    command = [node, _SCRIPT, str(module), *given]
    return subprocess.run(
        command, input=stdin, text=True, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("ending", ["c", "cpp", "go", "rs", "zig"])
def test_a_function(node: str, tmp_path: Path, ending: str) -> None:
    module = _built(accepted("two-sum", ending), tmp_path)
    done = _node(node, module, "[[3,2,4,1000000],6]")
    assert done.stdout in ("[1,2]\n", "[2,1]\n"), done.stderr
    assert done.stderr.endswith(" ms\n")


def test_numbers_at_the_edges(node: str, tmp_path: Path) -> None:
    path = tmp_path / "same.go"
    path.write_text(
        '// Input: a = [1], s = ""\n// Output: []\n'
        "func same(a []int64, s string) []string {\n\tfound := []string{s}\n"
        "\tfor _, n := range a {\n\t\tfound = append(found, fmt.Sprint(n))\n\t}\n"
        "\treturn found\n}\n"
    )
    module = _built(path, tmp_path)
    numbers = [0, 127, 128, 255, 256, 65536, 2**32, 2**53 - 1, -1, -32, -33, -129, -(2**31) - 1]
    done = _node(node, module, f'[{numbers},"Grüße, 世界 \\u0000"]')
    expected = ",".join(f'"{each}"' for each in numbers)
    assert done.stdout == f'["Grüße, 世界 \\u0000",{expected}]\n', done.stderr
    refused = _node(node, module, '[[9007199254740993],""]')
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "2^53" in refused.stderr


@pytest.mark.parametrize("ending", ["c", "cpp", "go", "rs", "zig"])
def test_a_program(node: str, tmp_path: Path, ending: str) -> None:
    module = _built(accepted("a-plus-b", ending), tmp_path)
    assert _node(node, module, stdin="40 2\n").stdout.split() == ["42"]


def test_a_trap_has_its_reason_and_status_1(node: str, tmp_path: Path) -> None:
    path = tmp_path / "f.c"
    path.write_text("// Input: n = 0\n// Output: 1\nint f(int n) { return 10 / n; }\n")
    done = _node(node, _built(path, tmp_path), "[0]")
    assert (done.returncode, done.stdout) == (1, "")
    assert "integer divide by zero" in done.stderr


def test_what_is_no_input_is_refused(node: str, tmp_path: Path) -> None:
    module = _built(accepted("two-sum", "c"), tmp_path)
    done = _node(node, module, "nums = [1]")
    assert done.returncode == 2
    assert "no JSON array" in done.stderr
    done = _node(node, module, "[[1,2]]")
    assert done.returncode == 1
    assert "expected 2 arguments, found 1" in done.stderr
