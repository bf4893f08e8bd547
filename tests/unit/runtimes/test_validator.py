"""Validators of packages, as real processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lsp_judge.model.errors import ToolFailed
from lsp_judge.runtimes.validator import PythonValidator

SOURCE = """import sys
from pathlib import Path
given, answer, feedback = (Path(each) for each in sys.argv[1:4])
said = sys.stdin.read()
if said == "crash": raise ValueError("oh")
if said == "odd": sys.exit(3)
if sorted(said.split()) == sorted(answer.read_text().split()) == sorted(given.read_text().split()):
    sys.exit(42)
(feedback / "judgemessage.txt").write_text(f"{said} is no order of the numbers\\nmore")
sys.exit(43)
"""


@pytest.fixture
def program(tmp_path: Path) -> str:
    path = tmp_path / "validate.py"
    path.write_text(SOURCE)
    return str(path)


def check(program: str, output: bytes) -> str | None:
    return PythonValidator().check(program, b"1 2", b"2 1", output)


def test_it_accepts_and_rejects_with_its_own_words(program: str) -> None:
    assert check(program, b"1 2") is None
    assert check(program, b"1 3") == "1 3 is no order of the numbers"


@pytest.mark.parametrize(("output", "words"), [(b"crash", "ValueError: oh"), (b"odd", "status 3")])
def test_its_own_failure_is_not_the_solution_s(program: str, output: bytes, words: str) -> None:
    with pytest.raises(ToolFailed, match=words):
        check(program, output)
