"""Watches the folders of a registry, and has it look at what changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from lsp_judge.packs.registry import SolverRegistry

# How often the watcher looks into what the system told it: what a person notices, at a price of a
# few wake-ups a second; and for those who count milliseconds.
CALM_MS = 25
QUICK_MS = 1
_DEBOUNCE_MS = 100
_RESCAN_MS = 2_000


async def watch(
    registry: SolverRegistry,
    step_ms: int = CALM_MS,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Until it is cancelled: the solvers are those of the folders.

    The folders have to be there. `ready` is called when all that they hold was loaded and every
    later change is seen. What the system did not tell (an overflow, a change before the watcher
    was set up) is found by looking at all files' times every two seconds.
    """
    from watchfiles import awatch

    async def first() -> None:
        await registry.scan()
        ready()

    async with asyncio.TaskGroup() as group:
        # It runs when awatch waits for the first time, and that is when the system watches.
        group.create_task(first())
        async for changes in awatch(
            *registry.folders,
            watch_filter=None,
            step=step_ms,
            debounce=max(_DEBOUNCE_MS, step_ms),
            rust_timeout=_RESCAN_MS,
            yield_on_timeout=True,
            recursive=False,
        ):
            if changes:
                paths = {Path(path) for _, path in changes}
                group.create_task(registry.refresh(paths))
            else:
                group.create_task(registry.scan())
