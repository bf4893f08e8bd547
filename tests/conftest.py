"""What all tests share: the real compilers, found as the product finds them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

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


class ByFile(LoadFileScheduling):
    """A file's tests stay on one worker, because they share what is slow to make, and an editor's
    window; the catalogue's packages share nothing."""

    def _split_scope(self, nodeid: str) -> str:
        alone = nodeid.startswith("tests/catalogue/")
        return nodeid if alone else str(super()._split_scope(nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    return ByFile(config, log)
