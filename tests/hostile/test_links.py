"""Symbolic links in the place of a solution: what they lead to is read, where that is a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_scene import Scene, run_command, scene

from lsp_judge.model.verdict import Mode, Verdict

HONEST = "int attack(int n) { return 0 * n; }\n"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Scene]:
    with scene(tmp_path) as made:
        yield made


def test_a_link_to_a_solution_is_one(at: Scene) -> None:
    (at.folder / "real.c").write_text(HONEST)
    link = at.folder / "link.c"
    link.symlink_to("real.c")
    (report,) = at.judge("function", [link])
    assert {each.mode: each.verdict for each in report.judgements} == dict.fromkeys(
        Mode, Verdict.AC
    )
    assert at.harm() == []


def test_a_link_to_somebodys_file_is_no_solution(at: Scene) -> None:
    link = at.folder / "link.c"
    link.symlink_to(at.home / "witness.txt")
    (report,) = at.judge("function", [link])
    assert report.judgements == ()
    assert "No function found" in report.messages[0].text
    assert at.harm() == []


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "pipe", "loop.c", "nothing", "/"])
def test_a_link_to_what_is_no_file(at: Scene, target: str) -> None:
    os.mkfifo(at.folder / "pipe")
    (at.folder / "loop.c").symlink_to("loop.c")
    link = at.folder / "link.c"
    link.symlink_to(target)
    done = run_command("--problem", str(at.packages["function"]), str(link))
    assert done.returncode == 2
    assert done.stdout == ""
    assert "link.c" in done.stderr
