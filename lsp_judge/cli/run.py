"""`lsp-judge run`: judges files and prints their reports."""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.status import Status

from lsp_judge.cli.compose import opened_with
from lsp_judge.cli.show_report import show_report
from lsp_judge.judging.events import (
    BuildStarted,
    CasesDone,
    Event,
    JudgementReady,
    Planned,
    Preparing,
    ReportReady,
)
from lsp_judge.judging.judge import Judge, JudgeOptions
from lsp_judge.model.errors import BadUsage, JudgeError
from lsp_judge.model.report import Report, RunOutput
from lsp_judge.model.source import Document, Severity, SourceMessage
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.problems.regular import read_regular
from lsp_judge.server.settings import Settings


def run(files: Sequence[Path], options: JudgeOptions, settings: Settings, *, as_json: bool) -> int:
    """Judge `files` and print; the exit status, see `status_of`. Raises JudgeError."""
    documents = [read(file) for file in files]
    options = msgspec.structs.replace(options, trusted=settings.trusted)
    reports = asyncio.run(_judge(documents, options, settings, as_json=as_json))
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(RunOutput(reports=tuple(reports))) + b"\n")
    return status_of(reports)


def read(file: Path) -> Document:
    """The file's exact bytes under its absolute path. Raises BadUsage for what is no file."""
    try:
        return Document(os.path.abspath(file), read_regular(file))
    except OSError as error:
        raise BadUsage(f"{file} cannot be judged: {error.strerror}.") from error


def status_of(reports: Sequence[Report]) -> int:
    """0: every case of every mode AC; 2: an IE, or a file of which nothing was judged; 1: else."""
    judgements = [judgement for report in reports for judgement in report.judgements]
    nothing = any(not report.judgements for report in reports)
    if nothing or any(judgement.verdict is Verdict.IE for judgement in judgements):
        return 2
    differ = any(report.disagreements for report in reports)
    return 1 if differ or any(each.verdict is not Verdict.AC for each in judgements) else 0


async def _judge(
    documents: Sequence[Document], options: JudgeOptions, settings: Settings, *, as_json: bool
) -> list[Report]:
    """One file after the other, so that none spoils another's timings."""
    console = Console(highlight=False)
    with Progress(Console(stderr=True)) as progress:
        async with opened_with(os.environ, settings) as parts:
            reports = []
            for document in documents:
                progress.begin(document.path)
                report = await report_of(parts.judge, document, options, progress)
                reports.append(report)
                if not as_json:
                    progress.pause()
                    show_report(report, document, console)
    return reports


async def report_of(
    judge: Judge, document: Document, options: JudgeOptions, progress: Progress
) -> Report:
    """A fault of ours in one file is told in its report, and costs no other file its own."""
    try:
        return await judge.judge(document, options, progress.hear)
    except JudgeError:
        raise
    except Exception as error:
        progress.pause()
        traceback.print_exception(error)
        text = "lsp-judge failed at this file, which is a fault of its own. Please report it, with"
        message = SourceMessage(Severity.ERROR, f"{text} the traceback on standard error.")
        return Report(file=document.path, language="", problem="", messages=(message,))


class Progress:
    """One line on a terminal's standard error that says what is going on; else nothing."""

    def __init__(self, console: Console) -> None:
        self._status = Status("", console=console) if console.is_terminal else None
        self._file = ""
        self._doing: dict[Mode, str] = {}

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.pause()

    def begin(self, path: str) -> None:
        self._file = os.path.basename(path)
        self._doing = {}
        self.say("")
        if self._status is not None:
            self._status.start()

    def pause(self) -> None:
        """Give the line back, for output."""
        if self._status is not None:
            self._status.stop()

    def say(self, text: str) -> None:
        if self._status is not None:
            self._status.update(f"{self._file} {text}")

    def hear(self, event: Event) -> None:
        """The listener of a judging."""
        match event:
            case BuildStarted(mode):
                self._doing[mode] = "building"
            case Preparing(mode, text):
                self._doing[mode] = text
            case CasesDone(mode, done, total):
                self._doing[mode] = f"{done}/{total}"
            case JudgementReady(judgement, _):
                self._doing[judgement.mode] = judgement.verdict
            case Planned() | ReportReady():
                return
        self.say(", ".join(f"{mode} {what}" for mode, what in self._doing.items()))
