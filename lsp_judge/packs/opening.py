"""Opens registries: with what a judge has, and a folder for what is copied."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from lsp_judge.judging.judge import Judge
from lsp_judge.model.errors import disk_failures
from lsp_judge.packs.drafts import Drafter
from lsp_judge.packs.loading import Loader
from lsp_judge.packs.registry import Changed, SolverRegistry


@asynccontextmanager
async def opened_loader(judge: Judge, *, trusted: bool = True) -> AsyncIterator[Loader]:
    """For single solvers. What it loaded has to be closed before it is left. Raises DiskFailed."""
    with disk_failures():
        if judge.scratch is not None:
            judge.scratch.mkdir(parents=True, exist_ok=True)
        folder = tempfile.TemporaryDirectory(
            prefix="solvers-", dir=judge.scratch, ignore_cleanup_errors=True
        )
    with folder as name:
        yield Loader(judge, Drafter(judge, Path(name), trusted=trusted))


@asynccontextmanager
async def opened_registry(
    judge: Judge,
    folders: Sequence[Path],
    *,
    trusted: bool = True,
    changed: Changed = lambda listed: None,
) -> AsyncIterator[SolverRegistry]:
    """A registry of `folders`, not scanned yet. Leaving it destroys every solver. Raises
    DiskFailed."""
    async with opened_loader(judge, trusted=trusted) as loader:
        registry = SolverRegistry(loader, [folder.absolute() for folder in folders], changed)
        try:
            yield registry
        finally:
            await registry.close()
