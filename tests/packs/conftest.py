"""One judge for the tests of a file: starting its zygote takes longer than most of them."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Sequence

import pytest
import pytest_asyncio
from solver_kit import Plugins

from lsp_judge.cli.compose import opened
from lsp_judge.judging.judge import Judge


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def judge(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Judge]:
    """With the cache of this machine, but for what solvers run: others use that as well."""
    async with opened(os.environ, {}) as parts:
        parts.judge.scratch = tmp_path_factory.mktemp("scratch")
        yield parts.judge


@pytest.fixture(scope="session")
def plugins(cc: Sequence[str], tmp_path_factory: pytest.TempPathFactory) -> Plugins:
    return Plugins(cc, tmp_path_factory.mktemp("plugins"))
