"""What a compiler reaches, and how its process looks from here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lsp_judge.model.build import Tool
from lsp_judge.toolchains.confined import Confiner, reach
from lsp_judge.toolchains.process import Ceiling, run
from lsp_judge.worker.landlock import open_landlock

SHELL = Tool("sh", "sh", ("/bin/sh",), "1", "path")
needs_landlock = pytest.mark.skipif(
    sys.platform != "linux" or not open_landlock().version, reason="the kernel has no Landlock"
)


async def say(script: str, folder: Path, *arguments: str, root: Path | None = None) -> str:
    allowed = reach([SHELL], arguments, {}, root or folder)
    environment = {"PATH": os.environ["PATH"]}
    command = ["/bin/sh", "-c", script, *arguments]
    finished = await run(command, folder, environment, Ceiling(20), Confiner(), allowed)
    assert finished.status is not None
    return finished.text


@needs_landlock
async def test_only_its_own_folder_and_the_systems(tmp_path: Path) -> None:
    own, other = tmp_path / "own", tmp_path / "other"
    own.mkdir()
    other.mkdir()
    (other / "secret").write_text("secret")
    said = await say(
        f"echo hello > file; cat file; cat {other}/secret /etc/passwd; echo x > {other}/made; "
        "mkdir inner; ls > /dev/null",
        own,
    )
    assert said.startswith("hello\n")
    assert said.count("Permission denied") + said.count("cannot create") >= 3
    assert sorted(path.name for path in other.iterdir()) == ["secret"]
    assert (own / "inner").is_dir()


@needs_landlock
async def test_what_a_person_names_is_reached(tmp_path: Path) -> None:
    own, mine = tmp_path / "own", tmp_path / "mine"
    own.mkdir()
    mine.mkdir()
    (mine / "header.h").write_text("mine")
    for option in (f"-I{mine}", f"--include={mine}", str(mine)):
        assert await say(f"cat {mine}/header.h", own, option) == "mine"


async def test_what_cannot_be_started_is_said(tmp_path: Path) -> None:
    allowed = reach([SHELL], [], {}, tmp_path)
    with pytest.raises(FileNotFoundError):
        await run(["/no/such/compiler"], tmp_path, {}, Ceiling(20), Confiner(), allowed)


async def test_this_process_itself_is_not_confined(tmp_path: Path) -> None:
    await say("true", tmp_path)
    (tmp_path / "mine").write_text("still")
    assert (tmp_path / "mine").read_text() == "still"


def test_the_installation_of_a_tool_is_reached_but_no_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    for place in ("bin", "sdk/go/bin", ".venv/site-packages/ziglang"):
        (home / place).mkdir(parents=True)
        (home / place / "tool").write_text("")
    found = {
        place: reach(
            [Tool("t", "t", (str(home / place / "tool"),), "1", "path")], [], {}, tmp_path
        ).readable
        for place in ("bin", "sdk/go/bin", ".venv/site-packages/ziglang")
    }
    assert str(home / "bin") in found["bin"]
    assert str(home) not in found["bin"]
    assert str(home / "sdk" / "go") in found["sdk/go/bin"]
    assert str(home / ".venv/site-packages/ziglang") in found[".venv/site-packages/ziglang"]
