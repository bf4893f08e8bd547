"""The server's state and what all features share. The features themselves are one file each."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from importlib.metadata import PackageNotFoundError, version
from typing import Any, cast

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from lsp_judge.judging.scheduler import Scheduler
from lsp_judge.server.convert import Converter
from lsp_judge.server.explorer.explorer import Explorer
from lsp_judge.server.findings import findings
from lsp_judge.server.opened import LoadJudge, OpenedJudge
from lsp_judge.server.places import Places
from lsp_judge.server.progress import Progresses
from lsp_judge.server.rpc import JudgeProtocol
from lsp_judge.server.session import Session
from lsp_judge.server.settings import Settings
from lsp_judge.server.solvers import WorkspaceSolvers
from lsp_judge.server.watch import Watcher

# While a judging goes on, lenses are asked for again no more often than this.
REFRESH_SECONDS = 0.15

logger = logging.getLogger(__name__)


class JudgeServer(LanguageServer):
    """One connection. To be made in a running loop, `begin` before the first message."""

    def __init__(self, load: LoadJudge) -> None:
        super().__init__(
            "lsp-judge",
            _version(),
            # Whole texts: solutions are small, and a text that both sides count lines of in
            # their own way (form feeds, U+2028) would drift apart edit by edit.
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=JudgeProtocol,
        )
        self.settings = Settings()
        self.base_settings = Settings()
        self.complaints: tuple[str, ...] = ()
        self.sessions: dict[str, Session] = {}
        self.folders: dict[str, str] = {}  # the workspace's, paths by URI
        self.progresses = Progresses()
        self.watchers: list[Watcher] = []
        self.explorer = Explorer(self)
        self.opened = OpenedJudge(load)
        self.solvers = WorkspaceSolvers(self)
        self.configured = asyncio.Event()
        # How often settings were taken or asked for: the newest count.
        self.configurings = 0
        self.stopped = asyncio.Event()
        self.status = 1
        self.group: asyncio.TaskGroup
        self.scheduler: Scheduler
        self._beside: set[asyncio.Task[None]] = set()
        self._refresh: asyncio.TimerHandle | None = None

    @property
    def judge_protocol(self) -> JudgeProtocol:
        return cast(JudgeProtocol, self.protocol)

    def begin(self, group: asyncio.TaskGroup) -> None:
        """Take the group that owns every task of this connection."""
        self.group = group
        self.scheduler = Scheduler(group)

    def spawn(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Do something beside the messages; it is cancelled at the end."""
        task = self.group.create_task(work, name=name)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)

    async def end(self) -> None:
        """Cancel all work; returns when every worker and compiler has ended."""
        if self._refresh is not None:
            self._refresh.cancel()
        for task in tuple(self._beside):
            task.cancel()
        await self.scheduler.close()
        await self.solvers.close()
        await self.opened.close()

    def stop(self, status: int) -> None:
        """End the connection with this exit status."""
        self.status = status
        self.stopped.set()

    def session(self, uri: str) -> Session | None:
        return self.sessions.get(uri)

    def watch(self, told: Callable[[Watcher], None]) -> None:
        """Tell every watcher."""
        for watcher in self.watchers:
            told(watcher)

    def wants(self, experiment: str) -> bool:
        """Whether the client takes an extension of ours (`capabilities.experimental`)."""
        told = self.client_capabilities.experimental
        value = told.get(experiment) if isinstance(told, dict) else getattr(told, experiment, None)
        return value is True

    @property
    def encoding(self) -> str:
        return str(self.workspace.position_encoding or "utf-16")

    def converter(self, session: Session) -> Converter:
        places = session.places() or Places(session.text, session.text)
        return Converter(session.uri, session.path, self.encoding, places)

    def publish(self, session: Session) -> None:
        """Show the session's report as diagnostics, lenses and hints.

        A file that is not open has none: nobody would ever take its diagnostics away again.
        """
        if self.sessions.get(session.uri) is not session:
            return
        found = findings(session.shown.report) if session.shown is not None else []
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                session.uri, self.converter(session).diagnostics(found), session.version
            )
        )
        self.changed(session)

    def changed(self, session: Session) -> None:
        """Have everything that is shown of the session asked for again."""
        self.watch(lambda each: each.changed(session))
        self.refresh()

    def changed_soon(self, session: Session) -> None:
        """As `changed`, for what changes faster than anybody can read."""
        self.watch(lambda each: each.changed(session))
        self.refresh_soon()

    def refresh(self) -> None:
        """Ask the client to ask again: editors do so on edits, not on saves."""
        if self._refresh is not None:
            self._refresh.cancel()
            self._refresh = None
        workspace = self.client_capabilities.workspace
        if workspace is None:
            return
        if workspace.code_lens is not None and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)
        if workspace.inlay_hint is not None and workspace.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)

    def refresh_soon(self) -> None:
        """As `refresh`, for what changes faster than anybody can read."""
        if self._refresh is None:
            loop = asyncio.get_running_loop()
            self._refresh = loop.call_later(REFRESH_SECONDS, self.refresh)

    def tell(self, kind: types.MessageType, text: str) -> None:
        self.window_show_message(types.ShowMessageParams(kind, text))

    def tell_once(self, session: Session, text: str) -> None:
        """A failure of our environment, in a message box, once a document."""
        if text not in session.told:
            session.told.add(text)
            self.tell(types.MessageType.Error, text)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Requests were answered already; of a failed notification only this tells."""
        logger.error("%s", error, exc_info=error)
        if source is not FeatureRequestError:
            self.tell(types.MessageType.Error, f"lsp-judge made a mistake: {error}")


def _version() -> str:
    try:
        return version("lsp-judge")
    except PackageNotFoundError:
        return "0"
