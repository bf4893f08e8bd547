"""Runs the steps of one build plan, each in a folder with its inputs and nothing else."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

from msgspec import Struct

from lsp_judge.model.build import BuildPlan, Step, Tool
from lsp_judge.model.errors import ToolFailed
from lsp_judge.toolchains.confined import Confiner, reach
from lsp_judge.toolchains.folders import tool_environment
from lsp_judge.toolchains.lock import locked
from lsp_judge.toolchains.process import Ceiling, Finished, run
from lsp_judge.toolchains.seals import Damaged
from lsp_judge.toolchains.store import Store

SHARED = "shared"
# A tool's first build on a machine compiles its C library or its standard library.
FIRST_LIMIT_S = 600.0

_PLACEHOLDER = re.compile(r"\{step:([^}]+)\}|\{cache\}")
_TAIL_LINES = 12


class Vanished(ToolFailed):
    """Somebody removed what the step was made of, while it ran: another server that found it
    damaged, or a person who cleared the cache. The same step may well succeed now."""


class Workshop(Struct, frozen=True):
    """What all builds share: the store, the compilers' environment, how many may run at once.

    `lock` gives the lock of a key within this process.
    """

    store: Store
    environment: Mapping[str, str]
    jobs: asyncio.Semaphore
    lock: Callable[[str], AbstractAsyncContextManager[None]]
    confiner: Confiner


class Steps:
    """The steps of one plan, run in `scratch`; `directories` are theirs, by name."""

    def __init__(
        self, workshop: Workshop, plan: BuildPlan, tools: Mapping[str, Tool], scratch: Path
    ) -> None:
        self._workshop = workshop
        self._plan = plan
        self._tools = tools
        self._temporary = scratch / "tmp"
        self._temporary.mkdir()
        self._scratch = scratch / "steps"
        self.directories: dict[str, Path] = {}

    async def all_shared(self, keys: Mapping[str, str]) -> None:
        """Have all shared steps done, side by side as far as they allow. Raises ToolFailed."""
        running: dict[str, asyncio.Task[None]] = {}
        try:
            async with asyncio.TaskGroup() as group:
                for step in self._plan.steps:
                    if step.shared and not await self._is_kept(step, keys[step.name]):
                        needed = [running[name] for name in step.needs if name in running]
                        making = self._shared(step, keys[step.name], needed)
                        running[step.name] = group.create_task(making)
        except ExceptionGroup as failures:
            raise failures.exceptions[0] from None

    async def _is_kept(self, step: Step, key: str) -> bool:
        """In a thread: a precompiled header has 100 MB, whose digest is taken once a process.
        Who has the lock may be making it at this moment: nothing is removed."""
        store = self._workshop.store
        self.directories[step.name] = store.folder(SHARED, key)
        try:
            return await asyncio.to_thread(store.look, SHARED, key) is not None
        except Damaged:
            return False

    async def _shared(self, step: Step, key: str, needed: Sequence[asyncio.Task[None]]) -> None:
        """Run a shared step, unless another build or server does so first.

        It runs in the folder where it stays, because precompiled headers name their sources
        by absolute path; a lock keeps other servers out until it is complete.
        """
        for task in needed:
            await task
        store = self._workshop.store
        async with self._workshop.lock(key), locked(store.root / "locks" / key):
            if await self._is_kept(step, key):
                return
            folder = self.directories[step.name]
            shutil.rmtree(folder, ignore_errors=True)
            finished = await self._run(step, folder, Ceiling(FIRST_LIMIT_S))
            if finished.status != 0:
                raise self.failure(step, finished)
            await asyncio.to_thread(store.complete, SHARED, key)

    async def own(self, step: Step, ceiling: Ceiling) -> Finished:
        """Run a step that depends on the user's file, below `ceiling`. Its exit status is the
        caller's business.

        Raises ToolFailed where an output is missing or the tool cannot be started, Vanished
        where an input is no longer there.
        """
        folder = self._scratch / step.name
        finished = await self._run(step, folder, ceiling)
        self.directories[step.name] = folder
        return finished

    def failure(self, step: Step, finished: Finished) -> ToolFailed:
        """What to raise for a tool that failed by itself, with the end of what it said."""
        tool = self._tools[step.tool]
        if finished.status is None:
            how = finished.stopped
        elif finished.status < 0:
            how = f"died of signal {-finished.status}"
        else:
            how = f"failed with exit status {finished.status}"
        tail = "\n".join(finished.text.strip().splitlines()[-_TAIL_LINES:])
        said = f"\n{tail}" if tail else ""
        return ToolFailed(f"{tool.name} ({tool.version}) {how} in the step {step.name!r}.{said}")

    async def _run(self, step: Step, folder: Path, ceiling: Ceiling) -> Finished:
        self._write_inputs(step, folder)
        tool = self._tools[step.tool]
        arguments = tuple(self._expand(step, text) for text in step.arguments)
        command = (*tool.command, *arguments)
        environment = self._environment(step)
        allowed = reach(self._tools.values(), arguments, environment, self._workshop.store.root)
        async with self._workshop.jobs:
            try:
                finished = await run(
                    command, folder, environment, ceiling, self._workshop.confiner, allowed
                )
            except OSError as error:
                self._still_there(step, folder)
                raise ToolFailed(f"{tool.command[0]} cannot be started: {error}.") from error
        self._still_there(step, folder)
        missing = [name for name in step.outputs if not (folder / name).exists()]
        if finished.status == 0 and missing:
            raise ToolFailed(f"{tool.name} left no {missing[0]!r} in the step {step.name!r}.")
        return finished

    def _still_there(self, step: Step, folder: Path) -> None:
        """What vanished while a compiler ran is nothing that a solution did wrong."""
        needed = (folder / name for name in step.inputs)
        for path in (folder, *needed, *(self.directories[name] for name in step.needs)):
            if not path.exists():
                raise Vanished(f"{path} was removed while it was compiled: save again.")

    def _write_inputs(self, step: Step, folder: Path) -> None:
        for name in step.inputs:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(self._plan.files[name])
        folder.mkdir(parents=True, exist_ok=True)

    def _environment(self, step: Step) -> dict[str, str]:
        root = self._workshop.store.root
        base = tool_environment(self._workshop.environment, root, self._temporary)
        for library in (tool.library for tool in self._tools.values() if tool.library):
            base["ZIG_LIB_DIR"] = library[0]
        return base | {name: self._expand(step, value) for name, value in step.environment}

    def _expand(self, step: Step, text: str) -> str:
        def replacement(found: re.Match[str]) -> str:
            if found[1] is not None:
                return str(self.directories[found[1]])
            cache = self._workshop.store.root / "tool-data" / step.tool
            cache.mkdir(parents=True, exist_ok=True)
            return str(cache)

        return _PLACEHOLDER.sub(replacement, text)
