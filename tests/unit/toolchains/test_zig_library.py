"""One library for the zig of every environment, so that what it has built is not built again."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec

from lsp_judge.model.build import Tool
from lsp_judge.toolchains.keys import installation
from lsp_judge.toolchains.zig_library import settled


def wheel(folder: Path, version: str = "0.17.1") -> Tool:
    """zig as C compiler, as a wheel installs it."""
    (folder / "ziglang" / "lib").mkdir(parents=True)
    (folder / f"ziglang-{version}.dist-info").mkdir()
    return Tool("cc", "zig", (str(folder / "ziglang" / "zig"), "cc"), f"zig {version}", "wheel")


def used(tool: Tool) -> Path:
    link, place = tool.library
    assert Path(link).resolve() == Path(place)
    return Path(place)


def test_the_first_environment_serves_those_that_follow(tmp_path: Path) -> None:
    first, second = wheel(tmp_path / "one"), wheel(tmp_path / "two")
    root = tmp_path / "cache"
    one, two = settled(first, root), settled(second, root)
    assert used(one) == used(two) == tmp_path / "one" / "ziglang" / "lib"
    assert one.library == two.library
    assert installation(one) == installation(two)
    assert installation(one) != installation(first)


def test_when_it_is_removed_the_next_one_serves(tmp_path: Path) -> None:
    first, second = wheel(tmp_path / "one"), wheel(tmp_path / "two")
    root = tmp_path / "cache"
    before = settled(first, root)
    shutil.rmtree(tmp_path / "one")
    after = settled(second, root)
    assert used(after) == tmp_path / "two" / "ziglang" / "lib"
    assert after.library[0] == before.library[0]
    assert installation(after) != installation(before)


def test_an_environment_that_was_upgraded_serves_nobody_else(tmp_path: Path) -> None:
    first, second = wheel(tmp_path / "one"), wheel(tmp_path / "two")
    root = tmp_path / "cache"
    settled(first, root)
    (tmp_path / "one" / "ziglang-0.17.1.dist-info").rename(
        tmp_path / "one" / "ziglang-0.18.0.dist-info"
    )
    assert used(settled(second, root)) == tmp_path / "two" / "ziglang" / "lib"
    assert used(settled(first, root)) == tmp_path / "one" / "ziglang" / "lib"


def test_only_a_wheel_s_zig_is_changed(tmp_path: Path) -> None:
    tool = wheel(tmp_path / "one")
    for other in (
        msgspec.structs.replace(tool, origin="path"),
        msgspec.structs.replace(tool, flavour="gcc"),
    ):
        assert settled(other, tmp_path / "cache") is other


def test_where_no_link_can_be_made_it_uses_its_own(tmp_path: Path) -> None:
    tool = wheel(tmp_path / "one")
    (tmp_path / "cache").write_text("no folder")
    assert settled(tool, tmp_path / "cache") is tool
