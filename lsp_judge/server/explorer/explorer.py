"""The test explorer of one connection: the tree, kept current as documents change."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from lsp_judge.model.errors import JudgeError
from lsp_judge.server.explorer.ids import Leaf, parse
from lsp_judge.server.explorer.runner import Runner
from lsp_judge.server.explorer.solutions import Solutions
from lsp_judge.server.watch import Watcher

if TYPE_CHECKING:
    from lsp_judge.server.server import JudgeServer
    from lsp_judge.server.session import Session

EXPERIMENT = "testExplorer"
# Nobody looks at a tree between two key strokes.
EDIT_SECONDS = 0.4


logger = logging.getLogger(__name__)


class Explorer(Watcher):
    def __init__(self, server: JudgeServer) -> None:
        self._server = server
        self.solutions = Solutions(server)
        self.runner = Runner(server, self.solutions)

    def start(self) -> None:
        """Watch, for a client that takes tests."""
        if self._server.wants(EXPERIMENT):
            self._server.watchers += [self.runner, self]

    async def discover(self, test: str | None) -> Any:
        """All tests, or one item with what is below it: nothing where it is gone."""
        solutions = self.solutions
        if test is None:
            await solutions.scan()
            return solutions.answer(None, None)
        leaf = parse(test)
        if leaf is None:
            return solutions.answer(solutions.of_problem(test), [test])
        if await solutions.look(leaf.path) is None:
            return solutions.answer((), [test])
        solutions.whole.add(leaf.path)
        return solutions.answer([leaf.path], [Leaf(leaf.path).id])

    def opened(self, session: Session) -> None:
        self._spawn(self.solutions.relook(session.path), session)

    def edited(self, session: Session) -> None:
        self._spawn(self._later(session), session)

    def closed(self, session: Session) -> None:
        self._spawn(self.solutions.relook(session.path), session)

    async def _later(self, session: Session) -> None:
        version = session.version
        await asyncio.sleep(EDIT_SECONDS)
        if session.version == version:
            await self.solutions.relook(session.path, keep=True)

    def _spawn(self, work: Coroutine[Any, Any, None], session: Session) -> None:
        self._server.spawn(_quietly(work), f"tests of {session.path}")


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    """A judge that cannot be opened says so where something is judged, not here."""
    try:
        await work
    except JudgeError as error:
        logger.warning("no tests: %s", error)
    except Exception:
        logger.exception("the tree of tests is not current")
