"""Where compilers are looked for: scripts stand for tools that are there but of no use."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from lsp_judge.model.errors import ToolMissing
from lsp_judge.toolchains.find import NAMES, OPTIONAL, ToolFinder

HERE = dict(os.environ)

NEEDED = [name for name in NAMES if name not in OPTIONAL]


def finder(
    cache: Path, settings: Mapping[str, str] | None = None, path: str | None = None
) -> ToolFinder:
    environment = {**HERE, "LSP_JUDGE_CACHE_DIR": str(cache)}
    if path is not None:
        environment["PATH"] = path
    return ToolFinder(settings or {}, environment)


def script(folder: Path, name: str, says: str, status: int = 0) -> str:
    """An executable that says something; the folder it is in."""
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{says}'\necho asked >> {folder}/asked\nexit {status}\n")
    file.chmod(0o755)
    return str(folder)


def times_asked(folder: Path) -> int:
    asked = folder / "asked"
    return len(asked.read_text().splitlines()) if asked.exists() else 0


@pytest.mark.parametrize("name", NEEDED)
def test_every_tool_is_here_with_its_version(tmp_path: Path, name: str) -> None:
    tool = finder(tmp_path).find(name)
    assert tool.name == name
    assert any(digit in tool.version for digit in "0123456789")
    assert Path(tool.command[0]).is_absolute()


def test_a_wheel_is_used_where_path_has_nothing(tmp_path: Path) -> None:
    go = finder(tmp_path, path="").find("go")
    assert go.origin == "wheel"
    assert os.path.join("site-packages", "go", "bin") in go.command[0]


def test_the_wheels_launcher_on_path_is_not_mistaken_for_a_system_compiler(tmp_path: Path) -> None:
    scripts = str(Path(sys.executable).parent)
    assert finder(tmp_path, path=scripts).find("go").origin == "wheel"


def test_path_comes_before_the_wheel(tmp_path: Path) -> None:
    path = script(tmp_path / "bin", "go", "go version go1.99.1 linux/amd64")
    go = finder(tmp_path / "cache", path=path).find("go")
    assert (go.origin, go.command) == ("path", (f"{path}/go",))
    assert "1.99.1" in go.version


def test_a_setting_comes_before_path(tmp_path: Path) -> None:
    path = script(tmp_path / "bin", "go", "go version go1.99.1 linux/amd64")
    mine = script(tmp_path / "mine", "go", "go version go1.88.0 linux/amd64")
    go = finder(tmp_path / "cache", {"toolchain.go": f"{mine}/go"}, path).find("go")
    assert (go.origin, go.command) == ("setting", (f"{mine}/go",))


@pytest.mark.parametrize(
    ("says", "status", "why"),
    [
        ("go version go1.19.8 linux/amd64", 0, "too old"),
        ("cannot find GOROOT", 1, "does not work: cannot find GOROOT"),
        ("", 0, "does not work"),
    ],
)
def test_what_is_of_no_use_on_path_is_named_and_passed_over(
    tmp_path: Path, says: str, status: int, why: str
) -> None:
    path = script(tmp_path / "bin", "go", says, status)
    search = finder(tmp_path / "cache", path=path).look("go")
    assert search.tool is not None
    assert search.tool.origin == "wheel"
    assert len(search.rejected) == 1
    assert f"{path}/go" in search.rejected[0]
    assert why in search.rejected[0]


def test_a_compiler_without_headers_is_passed_over(tmp_path: Path) -> None:
    path = script(tmp_path / "bin", "cc", "Free Software Foundation cc 1.0")
    broken = tmp_path / "bin" / "cc"
    broken.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo cc 1.0 && exit\necho "error: stdio.h"\nexit 1\n'
    )
    search = finder(tmp_path / "cache", path=path).look("cc")
    assert search.tool is not None
    assert search.tool.flavour == "zig"
    assert search.tool.command[1:] == ("cc",)
    assert "cannot build a shared library" in search.rejected[0]


@pytest.mark.parametrize("name", ["cc", "c++"])
def test_zig_stands_in_for_a_missing_c_compiler(tmp_path: Path, name: str) -> None:
    tool = finder(tmp_path, path="").find(name)
    assert tool.flavour == "zig"
    assert tool.command[1:] == (name,)


def test_a_setting_may_name_zig_as_c_compiler(tmp_path: Path) -> None:
    zig = finder(tmp_path).find("zig").command[0]
    tool = finder(tmp_path, {"toolchain.cc": zig}).find("cc")
    assert (tool.origin, tool.flavour, tool.command) == ("setting", "zig", (zig, "cc"))


def test_a_setting_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    search = finder(tmp_path, {"toolchain.go": "/nowhere/go"}).look("go")
    assert search.tool is not None
    assert "/nowhere/go cannot be read" in search.rejected[0]


def test_nothing_at_all_is_answered_by_the_command_that_helps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ToolMissing) as raised:
        finder(tmp_path, path="").find("go")
    assert f'{sys.executable} -m pip install "lsp-judge[go]"' in str(raised.value)


def test_a_tool_is_asked_once_for_all_servers_until_it_changes(tmp_path: Path) -> None:
    path = script(tmp_path / "bin", "go", "go version go1.99.1 linux/amd64")
    first = finder(tmp_path / "cache", path=path)
    first.find("go")
    first.find("go")
    finder(tmp_path / "cache", path=path).find("go")
    assert times_asked(tmp_path / "bin") == 1
    script(tmp_path / "bin", "go", "go version go1.100.0 linux/amd64")
    assert "1.100.0" in first.find("go").version
    assert "1.100.0" in finder(tmp_path / "cache", path=path).find("go").version


def test_a_broken_memory_of_answers_is_written_anew(tmp_path: Path) -> None:
    finder(tmp_path).find("go")
    (tmp_path / "tools.json").write_bytes(b"\0")
    assert finder(tmp_path).find("go").name == "go"


def test_finding_again_costs_next_to_nothing(tmp_path: Path) -> None:
    for name in NEEDED:
        finder(tmp_path).find(name)
    began = time.perf_counter()
    fresh = finder(tmp_path)
    for name in NEEDED:
        fresh.find(name)
    assert time.perf_counter() - began < 0.05
