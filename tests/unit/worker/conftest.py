"""One zygote for the tests of a file: they judge many scripts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from script_kit import Scripts

from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.toolchains.find import ToolFinder


@pytest.fixture
async def scripts(finder: ToolFinder, tmp_path: Path) -> AsyncIterator[Scripts]:
    zygote = Zygote()
    yield Scripts(zygote, finder, tmp_path)
    await zygote.close()
