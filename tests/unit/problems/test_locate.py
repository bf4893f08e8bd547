"""A file finds its problem: named, by header, by folder, in its comments, by samples."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsp_judge.model.errors import BadUsage, PackageBroken
from lsp_judge.model.problem import Problem, StdioInput
from lsp_judge.model.source import CommentSyntax, Document, Severity, Shape
from lsp_judge.problems.base import Found
from lsp_judge.problems.catalogue import catalogue_root
from lsp_judge.problems.locate import sources

C_LIKE = CommentSyntax(("//",), (("/*", "*/"),))


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A catalogue with the function problem `two-sum` (LeetCode's 1) and the stdio `a-plus-b`."""
    function = tmp_path / "catalogue/two-sum"
    write(function / "problem.yaml", "name: Two Sum\n")
    write(
        function / "signature.json",
        '{"name": "twoSum", "leetcode": 1, "params": [{"name": "n", "type": "integer"}],'
        ' "return": {"type": "integer"}}',
    )
    write(function / "data/sample/1.in", "4\n")
    write(function / "data/sample/1.ans", "5\n")
    program = tmp_path / "catalogue/a-plus-b"
    write(program / "problem.yaml", "name: A + B\n")
    write(program / "data/sample/1.in", "1 2\n")
    write(program / "data/sample/1.ans", "3\n")
    return tmp_path / "catalogue"


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def find(catalogue: Path, path: Path, text: str, explicit: str | None = None) -> Found | None:
    document = Document(str(path), text.encode())
    for source in sources([catalogue], explicit):
        if found := source.find(document, C_LIKE):
            return found
    return None


def problem_of(found: Found | None) -> Problem:
    assert found is not None
    assert found.problem is not None
    return found.problem


@pytest.mark.parametrize(
    "header",
    [
        "// judge: two-sum",
        "/*\n * judge: two-sum\n */",
        "// judge: catalogue/two-sum",
        "// judge: ./catalogue/two-sum/problem.yaml",
        "/*\n * @lc app=leetcode.cn id=1 lang=golang\n *\n * [1] Two Sum\n */",
    ],
)
def test_a_header_names_the_problem(catalogue: Path, tmp_path: Path, header: str) -> None:
    found = find(catalogue, tmp_path / "solution.go", f"{header}\nfunc f() {{}}\n")
    assert problem_of(found).id == "two-sum"
    assert [case.id for case in problem_of(found).cases] == ["sample/1"]


def test_an_unknown_id_is_told_at_the_header_with_what_was_meant(
    catalogue: Path, tmp_path: Path
) -> None:
    text = "package main\n\n// judge: twosum\n// Input: n = 1\n// Output: 2\n"
    found = find(catalogue, tmp_path / "solution.go", text)
    assert [case.id for case in problem_of(found).cases] == ["1"]
    assert found is not None
    (message,) = found.messages
    assert message.severity is Severity.ERROR
    assert "'twosum'" in message.text
    assert "Did you mean two-sum?" in message.text
    assert message.span is not None
    assert (message.span.start.line, message.span.start.column) == (2, 10)
    assert (message.span.end.line, message.span.end.column) == (2, 16)


def test_an_unknown_number_leaves_the_files_own_cases(catalogue: Path, tmp_path: Path) -> None:
    text = "// @lc app=leetcode id=999 lang=golang\n// Input: n = 1\n// Output: 2\n"
    found = find(catalogue, tmp_path / "solution.go", text)
    assert found is not None
    assert not found.messages
    assert problem_of(found).id == "solution"


def test_a_file_below_a_package_belongs_to_it(catalogue: Path) -> None:
    path = catalogue / "a-plus-b/submissions/accepted/sub/x.go"
    assert problem_of(find(catalogue, path, "package main\n")).id == "a-plus-b"


def test_own_cases_come_before_the_packages(catalogue: Path, tmp_path: Path) -> None:
    text = "// judge: two-sum\n// Input: n = 1\n// Output: 2\n"
    problem = problem_of(find(catalogue, tmp_path / "solution.go", text))
    assert [case.id for case in problem.cases] == ["1", "sample/1"]
    assert problem.signature is not None


def test_own_cases_of_a_program(catalogue: Path, tmp_path: Path) -> None:
    text = "// judge: a-plus-b\n// Input: 5\n// Output: 5\n"
    problem = problem_of(find(catalogue, tmp_path / "x.go", text))
    assert problem.shape is Shape.STDIO
    assert [case.input for case in problem.cases] == [StdioInput(b"5\n"), StdioInput(b"1 2\n")]


def test_own_cases_of_the_wrong_shape_are_not_dropped_silently(
    catalogue: Path, tmp_path: Path
) -> None:
    text = "// judge: a-plus-b\n// Input: n = 5\n// Output: 5\n"
    found = find(catalogue, tmp_path / "x.go", text)
    assert [case.id for case in problem_of(found).cases] == ["sample/1"]
    assert found is not None
    (message,) = found.messages
    assert "case 1 is not judged" in message.text
    assert message.span is not None
    assert message.span.start.line == 1


def test_a_problem_that_a_person_names(
    catalogue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.go"
    text = "// judge: a-plus-b\n"
    assert problem_of(find(catalogue, path, text, "two-sum")).id == "two-sum"
    monkeypatch.chdir(tmp_path)
    assert problem_of(find(catalogue, path, text, "catalogue/two-sum")).id == "two-sum"
    assert problem_of(find(catalogue, path, text, str(catalogue / "two-sum"))).id == "two-sum"
    with pytest.raises(BadUsage, match="Did you mean two-sum"):
        find(catalogue, path, text, "two-sun")


@pytest.mark.parametrize("name", ["..", ".", "/", "nowhere/at/all", "a\0b", "~nobody/x", "x" * 300])
def test_names_that_lead_nowhere(catalogue: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadUsage):
        find(catalogue, tmp_path / "x.go", "", name)
    found = find(catalogue, tmp_path / "x.go", f"// judge: {name}\n")
    assert found is not None
    assert found.problem is None
    assert found.messages


def test_a_broken_package_is_told(catalogue: Path) -> None:
    write(catalogue / "two-sum/problem.yaml", "name: [")
    with pytest.raises(PackageBroken, match=r"problem\.yaml:\d"):
        find(catalogue, catalogue / "two-sum/x.go", "")


def test_a_file_of_no_problem(catalogue: Path, tmp_path: Path) -> None:
    assert find(catalogue, tmp_path / "x.go", "package main\n// the judge: is slow today\n") is None
    assert find(catalogue, tmp_path / "missing/x.go", "package main\n") is None


def test_the_catalogue_that_ships_is_found() -> None:
    found = find(catalogue_root(), Path("/nowhere/x.go"), "// @lc app=leetcode id=1 lang=golang\n")
    assert problem_of(found).id == "two-sum"


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["sum.in", "sum.ans"], ["sum"]),
        (["sum-1.in", "sum-1.ans", "sum-10.in", "sum-10.ans", "sum-2.in", "sum-2.out"], "1 2 10"),
        (["sum.1.in", "sum.1.out", "sum_2.in", "sum_2.ans"], "1 2"),
        (["sum.sample-1.in", "sum.sample-1.ans", "summary.in", "summary.ans"], ["sample-1"]),
        (["test/a.in", "test/a.out", "tests/b.in", "tests/b.ans"], ["test/a", "tests/b"]),
        (["testcases/sum-1.in", "testcases/sum-1.ans", "testcases/z.in"], ["testcases/sum-1"]),
        (["other.cpp", "test/other-1.in", "test/other-1.out", "test/1.in", "test/1.out"], "test/1"),
        (["test/sum/1.in", "test/sum/1.ans", "test/2.in", "test/2.ans"], ["test/1"]),
    ],
)
def test_samples_beside_a_solution(
    catalogue: Path, tmp_path: Path, files: list[str], expected: list[str] | str
) -> None:
    for name in files:
        write(tmp_path / "work" / name, name)
    problem = problem_of(find(catalogue, tmp_path / "work/sum.cpp", "int main() {}\n"))
    ids = [case.id for case in problem.cases]
    assert ids == (expected.split() if isinstance(expected, str) else expected)
    assert problem.shape is Shape.STDIO
    for case in problem.cases:
        assert case.location is not None
        assert case.input == StdioInput(Path(case.location.path).read_bytes())
        assert case.expected is not None
        assert case.expected.stdout.split(b".")[-1] in (b"ans", b"out")


def test_a_sample_without_answer_is_run(catalogue: Path, tmp_path: Path) -> None:
    write(tmp_path / "sum.in", "1 2")
    (case,) = problem_of(find(catalogue, tmp_path / "sum.cpp", "int main() {}\n")).cases
    assert case.expected is None
