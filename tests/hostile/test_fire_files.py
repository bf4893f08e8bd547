"""Names and files that nobody should have: through the command line and through an editor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fire_client import Client, connected
from fire_texts import square, square_py

COMMAND = (sys.executable, "-m", "lsp_judge.cli.main", "run", "--format", "json")
BOTH_RIGHT = {"wasm": "AC", "native": "AC"}
NATIVE_RIGHT = {"native": "AC"}
NATIVE_WRONG = {"native": "WA"}
# Lines that no compiler minds and every parser of ours has to read.
_FILLER = f"// {'0123456789 ' * 200}\n"
MEGABYTE = 1 << 20


def run(*arguments: str, seconds: float = 90) -> tuple[int, Any, str]:
    """The status, the reports or None, and what was said on standard error."""
    done = subprocess.run(
        (*COMMAND, *arguments), capture_output=True, timeout=seconds, check=False, text=True
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout or "null"), done.stderr


def verdicts(output: Any) -> dict[str, str]:
    return {each["mode"]: each["verdict"] for each in output["reports"][0]["judgements"]}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with connected(tmp_path / "log") as client:
        client.initialize()
        yield client
        client.end()
        assert client.mistakes() == []


NAMES = (
    *("a b  c", "ünï 日本 🙂", "100%20", "a#b?c", 'it\'s "it"', "back\\slash", "$HOME `id`", "-x"),
)


def test_folders_of_any_name(client: Client, tmp_path: Path) -> None:
    paths = [tmp_path / name / f"{name}.c" for name in NAMES]
    for path in paths:
        path.parent.mkdir()
        path.write_text(square())
    status, output, _ = run("--mode", "native", *map(str, paths))
    assert status == 0
    assert [Path(each["file"]) for each in output["reports"]] == paths
    client.set(mode="native")
    for path in paths:
        uri = client.open(path, "")
        assert client.verdicts(uri, square("n + n")) == NATIVE_WRONG, path
        assert client.published[uri][-1]["uri"] == uri
        assert client.report(uri)["file"] == str(path)


def test_a_path_as_long_as_the_system_allows(client: Client, tmp_path: Path) -> None:
    """Made step by step: no single call takes the whole of it any more."""
    at, path = os.open(tmp_path, os.O_RDONLY), tmp_path
    part = "long" * 50
    while len(str(path)) + len(part) + 20 < 4095:
        os.mkdir(part, dir_fd=at)
        below = os.open(part, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at, path = below, path / part
    os.close(at)
    path = path / "a.c"
    path.write_text(square())
    status, output, _ = run("--mode", "native", str(path))
    assert (status, verdicts(output)) == (0, NATIVE_RIGHT)
    assert client.verdicts(client.open(path, ""), square("n + n")) == {"wasm": "WA", "native": "WA"}
    longer = f"file://{quote(str(path.parent))}/{'x' * 5000}.c"
    assert client.verdicts(client.open(longer, ""), square()) == BOTH_RIGHT


def test_a_solution_of_ten_megabytes(client: Client, tmp_path: Path) -> None:
    text = square_py() + _FILLER.replace("//", "#") * (10 * MEGABYTE // len(_FILLER))
    path = tmp_path / "big.py"
    path.write_text(text)
    status, output, _ = run("--mode", "native", str(path))
    assert (status, verdicts(output)) == (0, NATIVE_RIGHT)
    client.set(mode="native")
    uri = client.open(tmp_path / "big.c", "")
    big = square("n + n") + _FILLER * (10 * MEGABYTE // len(_FILLER))
    assert client.verdicts(uri, big) == NATIVE_WRONG


def test_cases_of_many_megabytes(client: Client, tmp_path: Path) -> None:
    """A package with an input of 50 MB, and a comment with one of 2 MB."""
    package = tmp_path / "count"
    data = package / "data" / "secret"
    data.mkdir(parents=True)
    (package / "problem.yaml").write_text("name: Count\nlimits: {time_limit: 20, memory: 2048}\n")
    line = b"x" * 99 + b"\n"
    (data / "1.in").write_bytes(line * (50 * MEGABYTE // len(line)))
    (data / "1.ans").write_text(f"{50 * MEGABYTE // len(line) * len(line)}\n")
    path = package / "count.c"
    count = (
        "#include <stdio.h>\nint main(void) { char b[65536]; size_t n, all = 0;\n"
        "while ((n = fread(b, 1, sizeof b, stdin))) all += n;\n"
        'printf("%zu\\n", all ANSWER); }\n'
    )
    path.write_text(count.replace("ANSWER", ""))
    status, output, said = run(str(path))
    assert (status, verdicts(output)) == (0, BOTH_RIGHT), said
    uri = client.open(path, "")
    assert client.verdicts(uri, count.replace("ANSWER", "+ 1")) == {"wasm": "WA", "native": "WA"}
    numbers = ",".join(["7"] * MEGABYTE)
    length = (
        f"# Input: nums = [{numbers}]\n# Output: {MEGABYTE}\n"
        "class Solution:\n    def size(self, nums: list[int]) -> int:\n        return len(nums)\n"
    )
    client.set(mode="native")
    assert client.verdicts(client.open(tmp_path / "size.py", ""), length) == NATIVE_RIGHT


def _strange(folder: Path) -> dict[str, str]:
    """Files that are none, by their name, and a word of what is said of each."""
    os.mkfifo(folder / "fifo.c")
    (folder / "device.c").symlink_to("/dev/zero")
    (folder / "folder.c").mkdir()
    (folder / "dangling.c").symlink_to(folder / "nowhere")
    (folder / "circle.c").symlink_to(folder / "circle.c")
    said = {"fifo.c": "no regular file", "device.c": "no regular file", "folder.c": "directory"}
    said |= {"dangling.c": "does not exist", "circle.c": ""}
    if os.geteuid() != 0:
        (folder / "secret.c").write_text(square())
        (folder / "secret.c").chmod(0)
        said["secret.c"] = "not readable"
    return said


def test_what_is_no_file_is_refused_by_the_command_line(tmp_path: Path) -> None:
    for name, word in _strange(tmp_path).items():
        status, output, said = run(str(tmp_path / name), seconds=30)
        assert (status, output) == (2, None), name
        assert word in " ".join(said.split()), said


def test_an_editors_text_is_judged_whatever_lies_at_its_path(
    client: Client, tmp_path: Path
) -> None:
    """The server reads no solution from the disk: the editor has it."""
    client.set(mode="native")
    for name in _strange(tmp_path):
        uri = client.open(tmp_path / name, "")
        assert client.verdicts(uri, square()) == NATIVE_RIGHT, name
    assert client.verdicts(client.open(Path("/dev/null/x.c"), ""), square()) == NATIVE_RIGHT


def test_test_data_that_is_no_file_is_said_and_not_waited_for(
    client: Client, tmp_path: Path
) -> None:
    for name, make in (("fifo", os.mkfifo), ("zero", lambda path: path.symlink_to("/dev/zero"))):
        data = tmp_path / name / "data" / "secret"
        data.mkdir(parents=True)
        (tmp_path / name / "problem.yaml").write_text("name: Strange\n")
        make(data / "1.in")
        (data / "1.ans").write_text("9\n")
        solution = tmp_path / name / "a.py"
        solution.write_text("print(9)\n")
        status, output, _ = run(str(solution), seconds=30)
        assert status == 2
        assert "no regular file" in output["reports"][0]["messages"][0]["text"]
        uri = client.open(solution, "")
        version = client.save(uri, f"print(9)  # {name}\n")
        [found] = client.found(uri, version)
        assert "no regular file" in found["message"]
    (tmp_path / "beside.in").symlink_to("/dev/zero")
    (tmp_path / "beside.py").write_text("print(input())\n")
    status, output, _ = run(str(tmp_path / "beside.py"), seconds=30)
    assert "no regular file" in output["reports"][0]["messages"][0]["text"]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "latin.c"
    path.write_bytes(square().encode() + "// caf\u00e9, \u00fc".encode("latin-1") + b"\0\xff\xfe\n")
    status, output, said = run("--mode", "native", str(path))
    assert (status, verdicts(output)) == (0, NATIVE_RIGHT), said
