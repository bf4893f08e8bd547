"""Validators of packages, as real processes."""

from __future__ import annotations

import os
from pathlib import Path

import psutil
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


REACHES = """import os, sys
from pathlib import Path
answer, feedback = Path(sys.argv[2]), Path(sys.argv[3])
beside = Path(__file__).with_name("table.txt").read_text()
def tried(what):
    try:
        what()
    except OSError as error:
        return type(error).__name__
    return "done"
secret = Path(sys.stdin.read())
said = (beside, tried(secret.read_text), tried(lambda: secret.write_text("changed")))
(feedback / "judgemessage.txt").write_text(" ".join(said))
sys.exit(43)
"""
POINTS = """import os, sys
os.symlink(sys.stdin.read(), sys.argv[3] + "/judgemessage.txt")
sys.exit(43)
"""
FORKS = """import os, sys, time
if os.fork() == 0:
    time.sleep(600)
print(os.getpgid(0), file=open(sys.argv[3] + "/judgemessage.txt", "w"))
sys.exit(43)
"""


def package(folder: Path, source: str) -> str:
    folder.mkdir()
    (folder / "validate.py").write_text(source)
    (folder / "table.txt").write_text("its own,")
    return str(folder / "validate.py")


def test_it_reaches_its_package_and_no_file_of_the_user(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("kept")
    program = package(tmp_path / "package", REACHES)
    assert check(program, bytes(secret)) == "its own, PermissionError PermissionError"
    assert secret.read_text() == "kept"


def test_a_message_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("kept")
    program = package(tmp_path / "package", POINTS)
    assert check(program, bytes(secret)) == "the validator does not accept this answer"


def test_what_it_started_ends_with_it(tmp_path: Path) -> None:
    said = check(package(tmp_path / "package", FORKS), b"")
    assert said is not None
    left = [each for each in psutil.process_iter() if _group(each) == int(said)]
    _, alive = psutil.wait_procs(left, timeout=20)
    assert not alive


def _group(process: psutil.Process) -> int:
    try:
        return os.getpgid(process.pid)
    except ProcessLookupError:
        return 0
