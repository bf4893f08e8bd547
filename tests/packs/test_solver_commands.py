"""The commands as a person runs them: real processes over a folder of real solvers."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from solver_kit import PROBLEM, Plugins, accepted, given, said

COMMAND = [sys.executable, "-m", "lsp_judge.cli.main"]
ENVIRONMENT = {**os.environ, "NO_COLOR": "1", "COLUMNS": "160"}
PATH = "shortest-path"
WRONG = Path(__file__).parents[2] / "problems" / PATH / "submissions" / "wrong_answer"


def lsp_judge(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False
    )


@contextmanager
def started(*arguments: str | Path) -> Iterator[subprocess.Popen[str]]:
    """A command that goes on until it is interrupted; it has to end in good order."""
    command = [*COMMAND, *map(str, arguments)]
    process = subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert "Traceback" not in errors, errors
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()


def until(process: subprocess.Popen[str], part: str) -> str:
    """The next line that contains `part`."""
    assert process.stdout is not None
    for line in process.stdout:
        if part in line:
            return line
    raise AssertionError(f"ended without {part!r}")


def test_solvers_lists_and_compare_measures_marks_and_draws(tmp_path: Path) -> None:
    folder = tmp_path / "solvers"
    folder.mkdir()
    (folder / f"{PATH}.c").write_bytes(accepted(PATH, "bfs.c").read_bytes())
    (folder / f"{PATH}.other.py").write_bytes((WRONG / "one_way_streets.py").read_bytes())
    (folder / "two-sum.wasm").write_text("no module")
    listed = lsp_judge("solvers", "--folder", tmp_path)
    assert listed.returncode == 1, listed.stderr
    for words in (f"{PATH}.c source native {PATH}", "two-sum.wasm wasm - - - - refused"):
        assert words in re.sub(r" +", " ", listed.stdout)
    assert "two-sum.wasm: wasmtime rejected the module" in listed.stdout
    drawing = tmp_path / "chart.svg"
    compared = lsp_judge("compare", PATH, "--folder", folder, "--svg", drawing)
    assert compared.returncode == 1, compared.stderr
    rows = re.sub(r" +", " ", compared.stdout)
    assert re.search(rf"{PATH}\.c source native AC 14/14 [\d.]+ µs", rows)
    assert re.search(rf"{PATH}\.other\.py source native WA \d+/14", rows)
    assert "DIFF case secret/05-against-the-direction: the solvers disagree" in rows
    assert "not asked: two-sum.wasm" in rows
    assert ElementTree.parse(drawing).getroot().tag.endswith("svg")
    (folder / f"{PATH}.other.py").unlink()
    assert lsp_judge("compare", PATH, "--folder", folder).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("solvers", "--folder", "nowhere"), "There is no folder nowhere"),
        (("compare", "two-sum", "--folder", "{empty}"), "answers 'two-sum'"),
        (("compare", "two-summ", "--folder", "{empty}"), "Did you mean two-sum"),
        (("serve-solver", "{text}", "--port", "0"), "no shared library"),
        (("serve-solver", "{text}"), "--port"),
    ],
)
def test_what_makes_no_sense_ends_with_2_and_a_reason(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    (tmp_path / "solvers").mkdir()
    text = tmp_path / "text.so"
    text.write_text("no plugin")
    given = (each.format(empty=tmp_path / "solvers", text=text) for each in arguments)
    done = lsp_judge(*given)
    assert done.returncode == 2
    assert says in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_watch_says_what_changes(plugins: Plugins, tmp_path: Path) -> None:
    folder = tmp_path / "solvers"
    folder.mkdir()
    with started("solvers", "--watch", "--folder", folder) as process:
        until(process, "watching")
        file = folder / f"{PROBLEM}.so"
        file.write_bytes(plugins.of(1))
        first = until(process, f"{PROBLEM}.so  ready")
        file.write_bytes(plugins.of(2))
        assert until(process, f"{PROBLEM}.so  ready") != first
        file.write_text("broken")
        assert "no shared library" in until(process, f"{PROBLEM}.so  kept")
        file.unlink()
        until(process, "removed")


def test_serve_solver_answers_posts_until_it_is_interrupted(
    plugins: Plugins, tmp_path: Path
) -> None:
    import httpx

    file = tmp_path / f"{PROBLEM}.so"
    file.write_bytes(plugins.of(7))
    with started("serve-solver", file, "--port", "0") as process:
        url = re.search(r"http://127\.0\.0\.1:\d+/", until(process, "answers"))
        assert url is not None
        reply = httpx.post(
            url[0], content=given(), headers={"X-Judge-ABI": "1"}, trust_env=False, timeout=60
        )
        assert (reply.status_code, said(reply.content)) == (200, 7)
        about = msgspec.json.decode(httpx.get(url[0], trust_env=False, timeout=60).content)
        assert about["id"] == f"{PROBLEM}.so"
