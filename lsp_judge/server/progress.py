"""Work-done progress that a person can cancel, where the client can show it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from lsprotocol import types

if TYPE_CHECKING:
    from lsp_judge.server.server import JudgeServer

_Value: TypeAlias = (
    types.WorkDoneProgressBegin | types.WorkDoneProgressReport | types.WorkDoneProgressEnd
)

logger = logging.getLogger(__name__)


class Progresses:
    """The progress bars that are open, by token."""

    def __init__(self) -> None:
        self._cancels: dict[str, Callable[[], None]] = {}
        self._count = 0

    def token(self, cancel: Callable[[], None]) -> str:
        self._count += 1
        token = f"lsp-judge/{self._count}"
        self._cancels[token] = cancel
        return token

    def forget(self, token: str) -> None:
        self._cancels.pop(token, None)

    def cancel(self, token: str | int) -> None:
        """The client's wish; a token that has ended in the meantime is none of a mistake."""
        if (cancel := self._cancels.get(str(token))) is not None:
            cancel()


class WorkDone:
    """One progress bar. It waits for the client's consent apart, so that no work waits for it."""

    def __init__(self, server: JudgeServer, title: str, cancel: Callable[[], None]) -> None:
        self._server = server
        self._title = title
        self._token = server.progresses.token(cancel)
        self._begun = False
        self._ended = False
        self._text = ""

    def start(self) -> None:
        window = self._server.client_capabilities.window
        if window is not None and window.work_done_progress:
            self._server.spawn(self._create(), f"progress {self._token}")

    def report(self, text: str) -> None:
        if self._begun and not self._ended and text != self._text:
            self._text = text
            self._notify(types.WorkDoneProgressReport(message=text, cancellable=True))

    def end(self, text: str) -> None:
        if self._begun and not self._ended:
            self._notify(types.WorkDoneProgressEnd(message=text))
        self._ended = True
        self._server.progresses.forget(self._token)

    async def _create(self) -> None:
        try:
            await self._server.window_work_done_progress_create_async(
                types.WorkDoneProgressCreateParams(self._token)
            )
        except Exception as error:
            logger.warning("the client shows no progress: %s", error)
            return
        if not self._ended:
            self._begun = True
            self._notify(types.WorkDoneProgressBegin(title=self._title, cancellable=True))

    def _notify(self, value: _Value) -> None:
        self._server.progress(types.ProgressParams(self._token, value))
