"""What the server knows of one open document: its text, its latest report, what runs now."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum

import msgspec

from lsp_judge.model.report import BenchResult, Judgement, Report
from lsp_judge.model.source import Span
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict
from lsp_judge.server.partial import with_other_cases
from lsp_judge.server.places import Places


class Stage(StrEnum):
    WAITING = "waiting"
    BUILDING = "building"
    RUNNING = "running"
    BENCHMARKING = "benchmarking"


@dataclass(frozen=True)
class Progress:
    """How far one mode is; `total` is 0 until its cases run. `text` says what is prepared."""

    stage: Stage
    done: int = 0
    total: int = 0
    text: str = ""

    def __str__(self) -> str:
        return f"{self.done}/{self.total}" if self.total else self.text or self.stage


@dataclass(frozen=True)
class Run:
    """One judging or benchmark of one text. What it says counts while its generation does.

    `modes`: those that it starts with. `sanitize`: natively under sanitizers. `case`: that one
    alone.
    """

    generation: int
    text: str
    choice: ModeChoice
    modes: tuple[Mode, ...]
    bench: bool = False
    sanitize: bool = False
    case: str | None = None


@dataclass
class Shown:
    """The latest result: `report` is about `text`; `bench` as well, where it is not empty."""

    text: str
    report: Report
    bench: tuple[BenchResult, ...] = ()


@dataclass
class Session:
    """One open document. `version` is the client's, of the text that it sent last."""

    uri: str
    path: str
    text: str
    version: int
    shown: Shown | None = None
    progress: dict[Mode, Progress] = field(default_factory=dict)
    cancelled: bool = False
    # Also while every mode is shown already: its report may not be stored yet.
    running: bool = False
    generation: int = 0
    # What was told in a message box already, so that it is told once.
    told: set[str] = field(default_factory=set)

    # Set when the first look at the document is over: its entry is known, if it has one.
    looked: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def entry(self) -> Span | None:
        """Where the entry's name stands in the judged text."""
        at = self.shown.report.entry_at if self.shown is not None else None
        return at.span if at is not None else None

    @property
    def failing_case(self) -> str | None:
        """The first case of the shown report that failed in a mode, or on which they differ."""
        if self.shown is None:
            return None
        report = self.shown.report
        cases = (case for judgement in report.judgements for case in judgement.cases)
        failed = (case.id for case in cases if case.verdict is not Verdict.AC)
        return next(failed, next((each.case for each in report.disagreements), None))

    def begin(
        self,
        choice: ModeChoice,
        modes: tuple[Mode, ...],
        *,
        bench: bool = False,
        sanitize: bool = False,
        case: str | None = None,
    ) -> Run:
        """Start a run of the text as it is now; whatever an older run still says is ignored."""
        self.generation += 1
        self.cancelled = False
        self.running = True
        stage = Stage.BENCHMARKING if bench else Stage.WAITING
        self.progress = dict.fromkeys(modes, Progress(stage))
        return Run(self.generation, self.text, choice, modes, bench, sanitize, case)

    def is_current(self, run: Run) -> bool:
        return run.generation == self.generation

    def end(self) -> None:
        """Nothing runs any more, and what still comes is ignored."""
        self.generation += 1
        self.running = False
        self.progress = {}

    def cancel(self) -> None:
        """As `end`, by a person's wish: the earlier results stay."""
        self.cancelled = self.running
        self.end()

    def accept(self, run: Run, report: Report) -> None:
        """Show `report`; a run of one mode keeps the other mode's judgement of the same text, and
        a run of one case the other cases."""
        before = self.shown
        bench: tuple[BenchResult, ...] = ()
        if before is not None and before.text == run.text:
            bench = before.bench
            if run.case is not None and not run.sanitize:
                report = with_other_cases(before.report, report)
            if run.choice in (ModeChoice.WASM, ModeChoice.NATIVE):
                report = _joined(before.report, report)
        self.shown = Shown(run.text, report, bench)
        for judgement in report.judgements:
            self.progress.pop(judgement.mode, None)

    def places(self) -> Places | None:
        """Where the places of the shown report are now."""
        return None if self.shown is None else Places(self.shown.text, self.text)


def _joined(before: Report, now: Report) -> Report:
    fresh = {judgement.mode: judgement for judgement in now.judgements}
    kept = [judgement for judgement in before.judgements if judgement.mode not in fresh]
    joined: list[Judgement] = sorted(
        [*kept, *fresh.values()], key=lambda judgement: list(Mode).index(judgement.mode)
    )
    return msgspec.structs.replace(now, judgements=tuple(joined))
