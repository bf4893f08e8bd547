"""Opens registries: with what a judge has, and a folder for what is copied."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path

from lsp_judge.judging.judge import Judge
from lsp_judge.model.errors import disk_failures
from lsp_judge.packs.drafts import Drafter
from lsp_judge.packs.loading import Loader
from lsp_judge.packs.registry import Changed, SolverRegistry

_PREFIX = "solvers-"
_LOCK = "lock"


@asynccontextmanager
async def opened_loader(judge: Judge, *, trusted: bool = True) -> AsyncIterator[Loader]:
    """For single solvers. What it loaded has to be closed before it is left. Raises DiskFailed."""
    with _folder(judge.scratch) as folder:
        yield Loader(judge, Drafter(judge, folder, trusted=trusted))


@contextmanager
def _folder(parent: Path | None) -> Iterator[Path]:
    """A folder that is removed in the end: by us, or where we are killed by the next one who makes
    one, for then nobody holds its lock."""
    with disk_failures():
        if parent is not None:
            parent.mkdir(parents=True, exist_ok=True)
            _remove_abandoned(parent)
        made = tempfile.TemporaryDirectory(prefix=_PREFIX, dir=parent, ignore_cleanup_errors=True)
        lock = os.open(Path(made.name, _LOCK), os.O_CREAT | os.O_RDWR, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX)
    try:
        with made as name:
            yield Path(name)
    finally:
        os.close(lock)


def _remove_abandoned(parent: Path) -> None:
    for folder in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError):  # held by somebody, or in the making
            lock = os.open(folder / _LOCK, os.O_RDWR)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)


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
