"""`lspJudge/status`: a document's verdict in a few words, for a status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, to_builtins

from lsp_judge.model.report import Judgement, Report
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words
from lsp_judge.server.watch import Watcher

if TYPE_CHECKING:
    from lsp_judge.server.server import JudgeServer
    from lsp_judge.server.session import Session

EXPERIMENT = "judgeStatus"
METHOD = "lspJudge/status"

# The worst first: what keeps everything else from being known.
_WORST = (
    Verdict.IE,
    Verdict.CE,
    Verdict.RE,
    Verdict.MLE,
    Verdict.TLE,
    Verdict.OLE,
    Verdict.WA,
    Verdict.DIFF,
    Verdict.AC,
)


class ModeStatus(Struct, frozen=True, rename="camel"):
    """`duration_ns` is that of the slowest case, 0 while it is still being measured."""

    mode: Mode
    verdict: Verdict
    passed: int
    total: int
    duration_ns: int


class Status(Struct, frozen=True, rename="camel"):
    uri: str
    running: bool
    text: str
    verdict: Verdict | None
    modes: tuple[ModeStatus, ...]


def status(session: Session) -> Status:
    """What is known of the document now; of an edited text it is what was judged before."""
    report = session.shown.report if session.shown is not None else None
    modes = tuple(_mode(each) for each in report.judgements) if report is not None else ()
    verdict = _verdict(report) if report is not None else None
    text = _progress(session) if session.running else _text(verdict, modes)
    return Status(session.uri, session.running, text, verdict, modes)


def _mode(judgement: Judgement) -> ModeStatus:
    slowest = max((case.duration_ns for case in judgement.cases), default=0)
    duration = slowest if judgement.final and not judgement.sanitized else 0
    return ModeStatus(
        judgement.mode, judgement.verdict, judgement.passed, judgement.total, duration
    )


def _verdict(report: Report) -> Verdict | None:
    found = {judgement.verdict for judgement in report.judgements}
    if report.disagreements:
        found.add(Verdict.DIFF)
    return next((verdict for verdict in _WORST if verdict in found), None)


def _progress(session: Session) -> str:
    states = [f"{mode} {progress}" for mode, progress in session.progress.items()]
    return " · ".join(states) or "measuring"


def _text(verdict: Verdict | None, modes: tuple[ModeStatus, ...]) -> str:
    """`✓ 3/3 · 0.4 ms`; the figures are those of the mode with the verdict, the time that of the
    faster mode: what the solution can do."""
    if verdict is None or not modes:
        return ""
    shown = next((each for each in modes if each.verdict is verdict), modes[0])
    parts = [words.mark(verdict)]
    if verdict is not Verdict.AC:
        parts.append(verdict.value)
    if shown.total:
        parts.append(f"{shown.passed}/{shown.total}")
    text = " ".join(parts)
    fastest = min((each.duration_ns for each in modes if each.duration_ns), default=0)
    return f"{text} · {words.duration(fastest)}" if fastest and verdict is Verdict.AC else text


class StatusWatcher(Watcher):
    """Tells the client whenever the status of an open document is another one."""

    def __init__(self, server: JudgeServer) -> None:
        self._server = server
        self._told: dict[str, Status] = {}

    def start(self) -> None:
        if self._server.wants(EXPERIMENT):
            self._server.watchers.append(self)

    def changed(self, session: Session) -> None:
        if self._server.sessions.get(session.uri) is not session:
            return
        now = status(session)
        if self._told.get(session.uri) != now:
            self._told[session.uri] = now
            self._server.protocol.notify(METHOD, to_builtins(now))

    def closed(self, session: Session) -> None:
        self._told.pop(session.uri, None)
