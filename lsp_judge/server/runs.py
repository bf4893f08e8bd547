"""From a save to its diagnostics: starts runs, hears their events, shows what they found."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, assert_never

from lsprotocol import types

from lsp_judge.judging.events import (
    BuildStarted,
    CasesDone,
    Event,
    JudgementReady,
    Planned,
    Preparing,
    ReportReady,
)
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, ModeChoice
from lsp_judge.server import words
from lsp_judge.server.progress import WorkDone
from lsp_judge.server.session import Progress, Run, Session, Shown, Stage

if TYPE_CHECKING:
    from collections.abc import Coroutine, Sequence

    from lsp_judge.judging.judge import JudgeOptions
    from lsp_judge.model.report import BenchResult, Report
    from lsp_judge.server.server import JudgeServer

logger = logging.getLogger(__name__)


def judge(
    server: JudgeServer, session: Session, choice: ModeChoice, case: str | None = None
) -> None:
    """Judge the text as it is now, or one case of it; an older run of the same document is
    replaced."""
    modes = _modes(choice, trusted=server.settings.trusted)
    _submit(server, session, session.begin(choice, modes, case=case))


def sanitize(server: JudgeServer, session: Session) -> None:
    """Run the case that fails (all, where none does) natively under sanitizers."""
    case = session.failing_case
    run = session.begin(ModeChoice.NATIVE, (Mode.NATIVE,), sanitize=True, case=case)
    _submit(server, session, run)


def _submit(server: JudgeServer, session: Session, run: Run) -> None:
    server.watch(lambda each: each.began(session, run))
    server.scheduler.submit(session.uri, lambda: _Running(server, session, run).judge())
    server.changed_soon(session)


def bench(server: JudgeServer, session: Session) -> None:
    """Benchmark the text as it is now, alone."""
    modes = _modes(ModeChoice.BOTH, trusted=server.settings.trusted)
    run = session.begin(ModeChoice.BOTH, modes, bench=True)
    running = _Running(server, session, run)
    server.watch(lambda each: each.began(session, run))
    server.scheduler.submit(session.uri, running.bench, exclusive=True)
    server.changed(session)


def cancel(server: JudgeServer, session: Session) -> None:
    """Stop what runs for the document; the earlier results stay."""
    session.cancel()
    server.scheduler.cancel(session.uri)
    server.watch(lambda each: each.over(session))
    server.changed(session)


class _Running:
    """One run from its turn to its end."""

    def __init__(self, server: JudgeServer, session: Session, run: Run) -> None:
        self._server = server
        self._session = session
        self._run = run
        self._shown: set[Mode] = set()
        verb = "Benchmarking" if run.bench else "Judging"
        title = f"{verb} {session.path.rsplit('/', 1)[-1]}"
        self._bar = WorkDone(server, title, lambda: cancel(server, session))

    async def judge(self) -> None:
        await self._guarded(self._judge())

    async def bench(self) -> None:
        await self._guarded(self._bench())

    async def _guarded(self, work: Coroutine[None, None, str]) -> None:
        """Do the work with its progress bar, and turn every failure into something shown."""
        if self._server.sessions.get(self._session.uri) is self._session:
            self._bar.start()
        said = "cancelled"
        try:
            said = await work
        except JudgeError as error:
            said = "failed"
            self._fail(str(error))
        except Exception as error:
            said = "failed"
            logger.exception("a run failed")
            self._fail(f"lsp-judge made a mistake: {error!r}. Its log says where.")
        finally:
            work.close()
            self._bar.end(said)
            self._over()

    async def _judge(self) -> str:
        judge = await self._server.opened.judge()
        options = options_of(self._server, self._run.choice, self._run)
        document = document_of(self._session.path, self._run.text)
        report = await judge.judge(document, options, self._hear)
        self._accept(report)
        return ", ".join(f"{each.mode} {each.verdict}" for each in report.judgements)

    async def _bench(self) -> str:
        judge = await self._server.opened.judge()
        options = options_of(self._server, self._run.choice)
        document = document_of(self._session.path, self._run.text)
        results = await judge.bench(document, options, self._hear)
        said = _bench_said(results)
        if self._session.is_current(self._run):
            self._show_bench(document, options, results)
            self._server.tell(types.MessageType.Info, said)
        return said

    def _show_bench(
        self, document: Document, options: JudgeOptions, results: Sequence[BenchResult]
    ) -> None:
        shown = self._session.shown
        if shown is None or shown.text != self._run.text:
            from lsp_judge.model.report import Report

            shown = Shown(self._run.text, Report(file=document.path, language=""))
        self._session.shown = Shown(shown.text, shown.report, tuple(results))

    def _hear(self, event: Event) -> None:
        """What the judge says while it works; of a replaced run nothing is heard."""
        if not self._session.is_current(self._run):
            return
        session, run = self._session, self._run
        match event:
            case Planned(listing=listing):
                self._server.watch(lambda each: each.planned(session, run, listing))
            case BuildStarted(mode=mode):
                self._server.watch(lambda each: each.building(session, run, mode))
                self._progress(mode, Progress(Stage.BUILDING))
            case Preparing(mode=mode, text=text):
                self._progress(mode, Progress(Stage.BUILDING, text=text))
            case CasesDone(mode=mode, done=done, total=total):
                self._progress(mode, Progress(Stage.RUNNING, done, total))
            case JudgementReady(report=report) | ReportReady(report=report):
                self._accept(report)
            case _:
                assert_never(event)

    def _progress(self, mode: Mode, progress: Progress) -> None:
        if mode in self._shown:
            return  # Better timings of what is shown already.
        self._session.progress[mode] = progress
        self._server.changed_soon(self._session)
        states = [f"{each} {state}" for each, state in self._session.progress.items()]
        self._bar.report(" · ".join(states))

    def _accept(self, report: Report) -> None:
        if not self._session.is_current(self._run) or self._run.bench:
            return
        session, run, shown = self._session, self._run, self._session.shown
        session.accept(run, report)
        self._shown.update(each.mode for each in report.judgements)
        for judgement in report.judgements:
            if judgement.error is not None:
                self._server.tell_once(session, judgement.error)
        if shown != session.shown:
            self._server.publish(session)
        self._server.watch(lambda each: each.judged(session, run, report))

    def _fail(self, reason: str) -> None:
        if self._session.is_current(self._run):
            self._server.tell(types.MessageType.Error, reason)

    def _over(self) -> None:
        session = self._session
        if session.is_current(self._run):
            session.end()
            self._server.watch(lambda each: each.over(session))
            self._server.changed(session)


def _modes(choice: ModeChoice, *, trusted: bool) -> tuple[Mode, ...]:
    """The modes that a choice starts with."""
    if not trusted or choice in (ModeChoice.WASM, ModeChoice.AUTO):
        return (Mode.WASM,)
    return (Mode.NATIVE,) if choice is ModeChoice.NATIVE else tuple(Mode)


def options_of(server: JudgeServer, choice: ModeChoice, run: Run | None = None) -> JudgeOptions:
    # Not at the top: a client is answered before the judge is imported.
    from lsp_judge.judging.judge import JudgeOptions

    trusted = server.settings.trusted
    if run is None:
        return JudgeOptions(mode=choice, trusted=trusted)
    return JudgeOptions(mode=choice, trusted=trusted, sanitize=run.sanitize, case=run.case)


def document_of(path: str, text: str) -> Document:
    # An editor may hold half of a surrogate pair, which no file can.
    return Document(path, text.encode("utf-8", "replace"))


def _bench_said(results: Sequence[BenchResult]) -> str:
    medians = [f"{each.mode} {words.duration(each.median_ns)}" for each in results]
    return f"Benchmark of case {results[0].case}, median: {', '.join(medians)}" if results else ""
