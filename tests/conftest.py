"""What all tests share: the real compilers, found as the product finds them."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.zig_library import settled


@pytest.fixture(scope="session")
def finder() -> ToolFinder:
    return ToolFinder({}, os.environ)


@pytest.fixture(scope="session")
def zig(finder: ToolFinder) -> Sequence[str]:
    """The argv that starts zig; its own cache is the one that `setup` warmed."""
    root = cache_root(os.environ)
    tool = settled(finder.find("zig"), root)
    os.environ.setdefault("ZIG_GLOBAL_CACHE_DIR", str(root / "zig"))
    for link in tool.library[:1]:
        os.environ.setdefault("ZIG_LIB_DIR", link)
    return tool.command


@pytest.fixture(scope="session")
def cc(finder: ToolFinder) -> Sequence[str]:
    """The argv of the C compiler for native code."""
    return finder.find("cc").command


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """With `--dist loadgroup` a file's tests stay together, because they share what is slow to
    make; the catalogue's packages share nothing. One browser at a time: two of them, drawing by
    software on two cores, wait for each other until they time out."""
    for item in items:
        group = str(item.path)
        if item.path.parent.name == "catalogue":
            group = item.name
        elif item.path.name.startswith("test_vscode"):
            group = "browser"
        item.add_marker(pytest.mark.xdist_group(group))
