"""The judge and its lifetime: opened once the settings are known, closed before the end.

Whoever starts the server gives a loader. It is called in a thread after the client was
answered, because what judges (compilers' stores, parsers, wasmtime) takes longer to import
than an editor should wait for.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, TypeAlias

from lsp_judge.model.errors import JudgeError
from lsp_judge.server.settings import Settings

if TYPE_CHECKING:
    from lsp_judge.judging.judge import Judge

# Entered when the settings are known; leaving it ends and awaits every worker and compiler.
OpenJudge: TypeAlias = Callable[[Settings], AbstractAsyncContextManager["Judge"]]
# Imports what judging needs; called once, in a thread.
LoadJudge: TypeAlias = Callable[[], OpenJudge]

logger = logging.getLogger(__name__)


class OpenedJudge:
    """Holds the judge open in a task of its own, so that it is closed where it was opened."""

    def __init__(self, load: LoadJudge) -> None:
        self._load = load
        self._open: OpenJudge | None = None
        self._loading = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._close = asyncio.Event()
        self._judge: asyncio.Future[Judge] = asyncio.get_running_loop().create_future()

    @property
    def started(self) -> bool:
        return self._task is not None

    async def judge(self) -> Judge:
        """The judge, as soon as it is open. Raises JudgeError where it could not be opened."""
        return await asyncio.shield(self._judge)

    async def preload(self) -> None:
        """Do the imports ahead of the settings."""
        try:
            await self._loaded()
        except Exception:
            # The opening meets the same failure and tells the user.
            logger.exception("the judge could not be loaded")

    async def open(self, group: asyncio.TaskGroup, settings: Settings) -> None:
        """Open the judge, in place of the one that was opened before."""
        if self._task is not None:
            await self.close()
            self._close = asyncio.Event()
            self._judge = asyncio.get_running_loop().create_future()
        self._task = group.create_task(self._hold(settings, self._judge), name="judge")

    async def close(self) -> None:
        """Close the judge and wait for the end of its processes."""
        self._close.set()
        if self._task is not None:
            await asyncio.wait([self._task])
            self._task = None
        if not self._judge.done():
            self._judge.cancel()

    async def _loaded(self) -> OpenJudge:
        async with self._loading:
            if self._open is None:
                self._open = await asyncio.to_thread(self._load)
            return self._open

    async def _hold(self, settings: Settings, opened: asyncio.Future[Judge]) -> None:
        try:
            open_judge = await self._loaded()
            async with open_judge(settings) as judge:
                opened.set_result(judge)
                await self._close.wait()
        except Exception as error:
            logger.exception("the judge could not be held open")
            if not opened.done():
                known = (
                    error
                    if isinstance(error, JudgeError)
                    else JudgeError(
                        f"the judge could not start: {error!r}.", "Try `lsp-judge doctor`."
                    )
                )
                opened.set_exception(known)
                opened.exception()
