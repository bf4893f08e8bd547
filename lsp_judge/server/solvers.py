"""The solvers of the workspace: folders named `solvers/` are watched, and what changes is told.

A file that is saved there is loaded by the watcher, not by the save: a builder's or another
editor's changes count as well.
"""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from lsprotocol import types

from lsp_judge.model.errors import JudgeError
from lsp_judge.server import words

if TYPE_CHECKING:
    from lsp_judge.packs.registry import SolverRegistry
    from lsp_judge.packs.slot import Listed
    from lsp_judge.server.server import JudgeServer

FOLDER = "solvers"
COMMAND = "lspJudge.solvers"

logger = logging.getLogger(__name__)


class WorkspaceSolvers:
    """One registry for all folders of a connection, opened when there is one to watch."""

    def __init__(self, server: JudgeServer) -> None:
        self._server = server
        self._task: asyncio.Task[None] | None = None
        self._folders: list[Path] = []
        self._registry: SolverRegistry | None = None

    def listing(self) -> list[Any]:
        """Plain data, as `lsp-judge solvers` has it; empty where nothing is watched."""
        listed = self._registry.listing() if self._registry is not None else []
        return [msgspec.to_builtins(each) for each in listed]

    def start(self) -> None:
        """Watch the folders that there are now, with the settings as they are now."""
        self._folders = self._found()
        if self._folders and (self._task is None or self._task.done()):
            self._task = self._server.group.create_task(self._hold(), name="solvers")

    async def close(self) -> None:
        """Stop watching; returns when every solver was destroyed."""
        if (task := self._task) is not None:
            task.cancel()
            await asyncio.wait([task])
            self._task = None

    async def look(self) -> None:
        """Begin anew where other folders are there than those that are watched."""
        if self._found() != self._folders:
            await self.close()
            self.start()

    def _found(self) -> list[Path]:
        folders = [Path(folder) / FOLDER for folder in self._server.folders.values()]
        return [folder for folder in folders if folder.is_dir()]

    async def _hold(self) -> None:
        # Only a workspace that has solvers pays for the import.
        from lsp_judge.packs.opening import opened_registry
        from lsp_judge.packs.reload import watch

        trusted = self._server.settings.trusted
        try:
            judge = await self._server.opened.judge()
            async with opened_registry(
                judge, self._folders, trusted=trusted, changed=self._changed
            ) as registry:
                self._registry = registry
                await watch(registry)
        except JudgeError as error:
            self._log(types.MessageType.Warning, f"The solvers cannot be watched: {error}")
        except Exception as error:
            logger.exception("the solvers cannot be watched")
            self._log(types.MessageType.Error, f"The solvers cannot be watched: {error!r}")
        finally:
            self._registry = None

    def _changed(self, listed: Listed) -> None:
        kind = types.MessageType.Warning if listed.reason else types.MessageType.Info
        self._log(kind, _text(listed))

    def _log(self, kind: types.MessageType, text: str) -> None:
        self._server.window_log_message(types.LogMessageParams(kind, text))


def _text(listed: Listed) -> str:
    """`solver shortest-path.c: ready (native, 52 ms)`."""
    about = f" ({listed.runs}, {words.milliseconds(listed.load_ms)})" if listed.runs else ""
    reason = f": {listed.reason}" if listed.reason else ""
    return f"solver {listed.id}: {listed.state}{about}{reason}"
