"""Kattis packages of both formats are read as their specification has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.problem import CheckerKind, FunctionInput, StdioInput
from lsp_judge.model.source import Shape
from lsp_judge.model.types import Kind
from lsp_judge.problems.catalogue import catalogue_root
from lsp_judge.problems.packages import load_package

SIGNATURE = (
    '{"name": "scale", "leetcode": 7,\n "params": [{"name": "xs", "type": "integer[]"},'
    ' {"name": "by", "type": "double"}],\n "return": {"type": "list<double>"}}'
)


def package(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def stdio_files(**changes: str) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        "problem.yaml": "name: Sum\n",
        "data/sample/1.in": "1 2\n",
        "data/sample/1.ans": "3\n",
        "data/secret/10.in": "5 5\n",
        "data/secret/10.ans": "10\n",
        "data/secret/2.in": "2 2\n",
        "data/secret/2.ans": "4\n",
    }
    return files | {
        name.replace("__", "/").replace("_yaml", ".yaml"): text for name, text in changes.items()
    }


def function_files(**changes: str) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {
        "problem.yaml": "name: Scale\nvalidator_flags: float_tolerance 1e-6 any_order\n",
        "signature.json": SIGNATURE,
        "data/secret/a.in": "[1, 2]\n2\n",
        "data/secret/a.ans": "[2, 4.0]\n",
    }
    return files | {key.replace("__", "/"): text for key, text in changes.items()}


def test_a_stdio_package_with_samples_first_in_natural_order(tmp_path: Path) -> None:
    files = stdio_files() | {"data/secret/.hidden.in": "no", "data/secret/note.txt": "no"}
    problem = load_package(package(tmp_path / "sum", files))
    assert (problem.id, problem.title, problem.shape) == ("sum", "Sum", Shape.STDIO)
    assert problem.checker.kind is CheckerKind.TOKENS
    assert problem.directory == str(tmp_path / "sum")
    assert [(case.id, case.sample) for case in problem.cases] == [
        ("sample/1", True),
        ("secret/2", False),
        ("secret/10", False),
    ]
    first = problem.cases[0]
    assert first.input == StdioInput(b"1 2\n")
    assert first.expected is not None
    assert first.expected.stdout == b"3\n"
    assert first.location is not None
    assert first.location.path == str(tmp_path / "sum/data/sample/1.in")
    assert first.location.span.start.line == 0


def test_a_function_package_gets_typed_values(tmp_path: Path) -> None:
    problem = load_package(package(tmp_path / "scale", function_files()))
    assert problem.shape is Shape.FUNCTION
    assert problem.signature is not None
    assert problem.signature.name == "scale"
    assert [str(parameter.type) for parameter in problem.signature.parameters] == [
        "integer[]",
        "double",
    ]
    assert problem.signature.returns.scalar is Kind.DOUBLE
    (case,) = problem.cases
    assert isinstance(case.input, FunctionInput)
    given = [(argument.name, argument.value) for argument in case.input.arguments]
    assert given == [("xs", [1, 2]), ("by", 2.0)]
    assert case.expected is not None
    assert repr(case.expected.value) == "[2.0, 4.0]"
    checker = problem.checker
    assert (checker.float_absolute, checker.float_relative, checker.any_order) == (1e-6, 1e-6, True)


def test_limits_in_seconds_and_mebibytes(tmp_path: Path) -> None:
    text = "name: x\nlimits:\n  time_limit: 1.5\n  memory: 256\n  output: 1\n"
    limits = load_package(package(tmp_path, stdio_files(problem_yaml=text))).limits
    assert (limits.wall_ms, limits.cpu_ms) == (1500, 1500)
    assert (limits.memory_bytes, limits.output_bytes) == (256 * 2**20, 2**20)


def test_the_time_limit_file_of_older_tools(tmp_path: Path) -> None:
    files = stdio_files() | {".timelimit": "3\n"}
    assert load_package(package(tmp_path / "a", files)).limits.wall_ms == 3000
    files["problem.yaml"] = "name: x\nlimits: {time_limit: 1}\n"
    assert load_package(package(tmp_path / "b", files)).limits.wall_ms == 1000


def test_names_and_statements_of_both_formats(tmp_path: Path) -> None:
    new = stdio_files(
        problem_yaml="problem_format_version: 2025-09\nname: {sv: Summa, en: Sum}\n"
        "constants: {max: 100}\n"
    )
    new |= {"statement/problem.sv.md": "Hej", "statement/problem.en.md": "At most {{max}} {{y}}."}
    problem = load_package(package(tmp_path / "new", new))
    assert (problem.title, problem.statement) == ("Sum", "At most 100 {{y}}.")
    old = stdio_files(problem_yaml="author: me\n")
    old["problem_statement/problem.tex"] = "\\problemname{A Sum}\nAdd."
    assert load_package(package(tmp_path / "old", old)).title == "A Sum"


def test_groups_have_flags_of_their_own(tmp_path: Path) -> None:
    files = stdio_files(problem_yaml="name: x\nvalidator_flags: case_sensitive\n")
    files |= {
        "data/secret/testdata.yaml": "output_validator_flags: float_tolerance 1e-3\n",
        "data/secret/sub/testdata.yaml": "on_reject: continue\n",
        "data/secret/sub/1.in": "1",
        "data/secret/sub/1.ans": "1",
        "data/secret/2.yaml": "output_validator_args: [float_absolute_tolerance, '0.5']\n",
    }
    problem = load_package(package(tmp_path, files))
    flags = {
        case.id: (checker.case_sensitive, checker.float_absolute, checker.float_relative)
        for case in problem.cases
        for checker in [case.checker or problem.checker]
    }
    assert flags == {
        "sample/1": (True, None, None),
        "secret/2": (True, 0.5, None),
        "secret/10": (True, 1e-3, 1e-3),
        "secret/sub/1": (True, None, None),
    }


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({}, ["problem.yaml", "No such file"]),
        (stdio_files(problem_yaml="name: x\n  y: : z\n"), ["problem.yaml:2", "no YAML"]),
        (stdio_files(problem_yaml="- a list\n"), ["problem.yaml:1", "expected keys"]),
        (stdio_files(problem_yaml="limits: {memory: lots}"), ["limits.memory", "'lots'"]),
        (stdio_files(problem_yaml="limits: 5"), ["problem.yaml", "`limits` has to be a map"]),
        (stdio_files(problem_yaml="validator_flags: nearly"), ["unknown flag 'nearly'"]),
        (stdio_files(problem_yaml="validator_flags: float_tolerance"), ["float_tolerance 1e-6"]),
        (
            stdio_files(problem_yaml="validation: custom"),
            ["`validation` is custom", "output_validators"],
        ),
        (stdio_files(problem_yaml="type: [interactive]"), ["interactive", "yet"]),
        (stdio_files(**{"data__secret__3.in": ""}), ["3.in", "no answer", "3.ans"]),
        ({"problem.yaml": "name: x"}, ["data", "no case"]),
        (function_files(**{"signature.json": '{"name":\n 5}'}), ["signature.json:1", "name"]),
        (function_files(**{"signature.json": '{\n"name": f}'}), ["signature.json:2"]),
        (
            function_files(
                **{
                    "signature.json": '{"name": "f", "params": [], "return": {"type": "void"},'
                    ' "output": {"paramindex": 4}}'
                }
            ),
            ["paramindex", "no parameter"],
        ),
        (
            function_files(**{"signature.json": '{"name":"f","return":{"type":"Graph"}}'}),
            ["signature.json", "'Graph'"],
        ),
        (function_files(**{"data__secret__a.in": "[1]\n"}), ["a.in", "expected 2 values"]),
        (function_files(**{"data__secret__a.in": "[1]\n\n2,"}), ["a.in:3"]),
        (function_files(**{"data__secret__a.in": '["x"]\n1'}), ["a.in:1", "`int`", "$[0]"]),
        (function_files(**{"data__secret__a.in": "[2147483648]\n1"}), ["a.in:1", "<= 2147483647"]),
        (function_files(**{"data__secret__a.ans": "[1"}), ["a.ans:1"]),
    ],
)
def test_what_is_broken_is_named(
    tmp_path: Path, files: dict[str, str | bytes], words: list[str]
) -> None:
    with pytest.raises(PackageBroken) as raised:
        load_package(package(tmp_path / "p", files))
    for word in words:
        assert word in str(raised.value)


def test_every_package_that_ships_can_be_read() -> None:
    packages = [path.parent for path in catalogue_root().glob("*/problem.yaml")]
    assert packages
    for directory in packages:
        problem = load_package(directory)
        assert problem.title
        assert problem.statement
        assert any(case.sample for case in problem.cases)
        assert any(not case.sample for case in problem.cases)
