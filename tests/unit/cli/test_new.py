"""Beginning a solution from the command line."""

from pathlib import Path

from test_commands import lsp_judge


def test_a_solution_is_begun_once(tmp_path: Path) -> None:
    done = lsp_judge("new", "two-sum", "--language", "go", "-o", tmp_path)
    assert done.returncode == 0, done.stderr
    file = tmp_path / "two_sum.go"
    assert done.stdout == f"{file}\n"
    text = file.read_text()
    assert text.startswith("// judge: two-sum\n")
    assert "func twoSum(nums []int, target int) []int {" in text
    file.write_text("mine")
    again = lsp_judge("new", "two-sum", "--language", "go", "-o", file)
    assert again.returncode == 2
    assert "is there already" in again.stderr
    assert file.read_text() == "mine"


def test_a_solution_can_go_to_standard_output() -> None:
    done = lsp_judge("new", "word-count", "--language", "rust", "-o", "-")
    assert done.stdout.startswith("// judge: word-count\n")
    assert "fn main() {" in done.stdout


def test_what_cannot_be_begun_is_said(tmp_path: Path) -> None:
    done = lsp_judge("new", "copy-graph", "--language", "rust", "-o", tmp_path)
    assert done.returncode == 2
    assert done.stderr == "lsp-judge: A solution of copy-graph cannot be written in Rust.\n"


def test_problems_are_listed() -> None:
    lines = lsp_judge("problems").stdout.splitlines()
    assert lines[0].split() == ["problem", "title", "languages"]
    (found,) = [line for line in lines if line.startswith("two-sum ")]
    assert found.split() == ["two-sum", "Two", "Sum", "c", "cpp", "go", "python", "rust", "zig"]
