"""The facade that the command line and the server call: a document in, a report out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from lsp_judge.judging.activity import Activity
from lsp_judge.judging.benchmark import benchmark
from lsp_judge.judging.debug import DebugTarget, debug_target
from lsp_judge.judging.desk import Desk
from lsp_judge.judging.differ import disagreements
from lsp_judge.judging.events import (
    BuildStarted,
    CasesDone,
    Event,
    JudgementReady,
    Planned,
    Preparing,
    ReportReady,
)
from lsp_judge.judging.listing import KeptListing
from lsp_judge.judging.memory import Memory, Reports
from lsp_judge.judging.mode import ModeRun, Unavailable, degraded, unavailable
from lsp_judge.judging.plan import Plan, Planner, Plans, Sources, failed
from lsp_judge.languages.registry import Languages
from lsp_judge.model.build import Profile
from lsp_judge.model.errors import BadUsage, JudgeError
from lsp_judge.model.report import BenchResult, Judgement, Report
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict
from lsp_judge.problems.known import KnownProblems
from lsp_judge.runtimes.base import Runtime, Validator
from lsp_judge.toolchains.base import Builder

_NO_TRUST = (
    "Sanitizers need native code, which is not run for a folder that the editor does not trust."
)

_NO_DEBUGGER = (
    "A debugger runs native code, which is not run for a folder that the editor does not trust."
)

Listener = Callable[[Event], None]


class JudgeOptions(Struct, frozen=True):
    """What a person may choose. `problem` is an id or a package's path, `case` a case's id.

    `sanitize` builds natively with all that finds undefined behaviour, whatever `mode` says.
    `quick` is for those who want verdicts alone: the timings of quickly compiled code stand.
    """

    mode: ModeChoice = ModeChoice.BOTH
    problem: str | None = None
    case: str | None = None
    trusted: bool = True
    sanitize: bool = False
    quick: bool = False


class Judge:
    """Judges documents. Knows no editor and no terminal."""

    def __init__(
        self,
        *,
        languages: Languages,
        sources: Sources,
        builder: Builder,
        runtimes: Mapping[Mode, Runtime],
        memory: Memory,
        validator: Validator | None = None,
        known: KnownProblems | None = None,
        scratch: Path | None = None,
        planner: Plans | None = None,
    ) -> None:
        """`sources` gives the sources to ask, in order, for an explicit problem or None; `known`
        are the problems that can be begun. `planner` is another one than that of sources: a pack's.

        What is made here is shared with those who run something else beside judgings; `scratch`
        is the folder in which they keep what they run (None: where the system keeps such).
        """
        self.languages = languages
        of_sources = Planner(languages, sources)
        self.planner = of_sources
        self._plans: Plans = planner or of_sources
        self.desk = Desk(languages, of_sources, known or KnownProblems(()))
        self.builder = builder
        self.runtimes = runtimes
        self.activity = Activity()
        self.scratch = scratch
        self._memory = memory
        self._reports = Reports(memory)
        self._listing = KeptListing()
        self.validator = validator

    async def judge(self, document: Document, options: JudgeOptions, listener: Listener) -> Report:
        """Judge in the modes that `options` asks for; both at once. Cancellable at any await.

        Never raises for what a learner did wrong. A JudgeError of the environment ends up in
        the judgement's `error` (verdict IE).
        """
        plan = await self._plan(document, options)
        if isinstance(plan, Report):
            plan = msgspec.structs.replace(plan, trusted=options.trusted)
            listener(ReportReady(plan))
            return plan
        if options.sanitize and not options.trusted:
            return failed(plan.blank, BadUsage(_NO_TRUST))
        listener(Planned(self._listing.of(plan)))
        runs = self._mode_runs(plan, listener, options)
        report = await _Judging(plan, runs, options, listener).run()
        if not options.sanitize:
            await asyncio.to_thread(self._reports.keep, plan, options, report)
        return report

    async def _plan(self, document: Document, options: JudgeOptions) -> Plan | Report:
        """In a thread: packages can be large, and the server's loop must not wait for a disk."""
        return await asyncio.to_thread(self._plans.plan, document, options.problem, options.case)

    def recall(self, document: Document, options: JudgeOptions) -> Report | None:
        """The stored report of exactly this content, None where it was never judged."""
        plan = self._plans.plan(document, options.problem, options.case)
        return self._reports.recall(plan, options) if isinstance(plan, Plan) else None

    def look(self, document: Document, options: JudgeOptions) -> Report:
        """What would be judged: a report with the entry and without judgements. Runs nothing."""
        plan = self._plans.plan(document, options.problem, options.case)
        return plan if isinstance(plan, Report) else plan.blank

    async def bench(
        self, document: Document, options: JudgeOptions, listener: Listener
    ) -> Sequence[BenchResult]:
        """Benchmark the largest case (or `options.case`) in each mode, one after the other.

        Raises JudgeError with a sentence for people where there is nothing to benchmark.
        """
        plan = await self._plan(document, options)
        if isinstance(plan, Report):
            raise BadUsage(" ".join(message.text for message in plan.messages))
        results: list[BenchResult] = []
        for mode in _modes(options):
            listener(BuildStarted(mode))
            run = self._mode_runs(plan, listener, options)[mode]
            results.append(await benchmark(plan, run, self.runtimes[mode], self.activity))
        return results

    async def debug(self, document: Document, options: JudgeOptions) -> DebugTarget:
        """What a debugger has to start for `options.case`. Nothing is run here.

        Raises JudgeError with a sentence for people.
        """
        if not options.trusted:
            raise BadUsage(_NO_DEBUGGER)
        plan = await self._plan(document, options)
        if isinstance(plan, Report):
            raise BadUsage(" ".join(message.text for message in plan.messages))
        with self.activity.busy():
            return await debug_target(plan, self.builder, self._memory)

    async def isolation(self) -> Mapping[Mode, str]:
        """The level of isolation of each mode on this machine, for people."""
        return {mode: await runtime.isolation() for mode, runtime in self.runtimes.items()}

    async def close(self) -> None:
        """End what was started, and wait for its end."""
        for runtime in self.runtimes.values():
            await runtime.close()

    def _mode_runs(
        self, plan: Plan, listener: Listener, options: JudgeOptions
    ) -> Mapping[Mode, ModeRun]:
        profile = Profile.SANITIZE if options.sanitize else Profile.RELEASE
        validator = self.validator if options.trusted else None

        def say_of(mode: Mode) -> Callable[[str], None]:
            return lambda text: listener(Preparing(mode, text))

        return {
            mode: ModeRun(
                plan, runtime, self.builder, self.activity, say_of(mode), profile, validator
            )
            for mode, runtime in self.runtimes.items()
        }


def _modes(options: JudgeOptions) -> list[Mode]:
    """What is asked for. Without trust there is wasm alone, whatever was asked for."""
    if not options.trusted:
        return [Mode.WASM]
    if options.sanitize:
        return [Mode.NATIVE]
    match options.mode:
        case ModeChoice.BOTH:
            return [Mode.WASM, Mode.NATIVE]
        case ModeChoice.NATIVE:
            return [Mode.NATIVE]
        case _:
            return [Mode.WASM]


class _Judging:
    """One judging: the modes side by side, the report growing as they finish."""

    def __init__(
        self, plan: Plan, runs: Mapping[Mode, ModeRun], options: JudgeOptions, listener: Listener
    ) -> None:
        self._plan = plan
        self._runs = runs
        self._options = options
        self._listener = listener
        self._judgements: dict[Mode, Judgement] = {}
        self._missing: dict[Mode, Unavailable] = {}

    async def run(self) -> Report:
        modes = _modes(self._options)
        async with asyncio.TaskGroup() as group:
            for mode in modes:
                group.create_task(self._mode(mode))
        await self._take_over(modes)
        for mode, judgement in list(self._judgements.items()):
            if not judgement.final and not self._options.quick:
                await self._refine(mode)
        report = self._report()
        self._listener(ReportReady(report))
        return report

    async def _mode(self, mode: Mode) -> None:
        self._listener(BuildStarted(mode))
        result = await self._runs[mode].judge(self._progress(mode))
        if isinstance(result, Unavailable):
            self._missing[mode] = result
        else:
            self._add(result)

    def _progress(self, mode: Mode) -> Callable[[int, int], None]:
        return lambda done, total: self._listener(CasesDone(mode, done, total))

    def _add(self, judgement: Judgement) -> None:
        self._judgements[judgement.mode] = judgement
        self._listener(JudgementReady(judgement, self._report()))

    async def _take_over(self, modes: Sequence[Mode]) -> None:
        """Where a mode is not to be had the other one stands in for it, and says so."""
        if self._options.mode is ModeChoice.AUTO and self._options.trusted:
            await self._auto()
        self._set_aside_what_compiles_in_one()
        for missing in tuple(self._missing.values()):
            other = Mode.NATIVE if missing.mode is Mode.WASM else Mode.WASM
            if other not in self._judgements and other not in modes and self._may_replace(missing):
                await self._mode(other)
            if other in self._judgements:
                self._add(degraded(self._judgements[other], missing))
            else:
                for each in [each for each in self._missing.values() if each.mode in modes]:
                    self._add(unavailable(each, len(self._plan.bound.cases)))
                return

    def _set_aside_what_compiles_in_one(self) -> None:
        """A file that one mode's compiler takes is no wrong file: the other mode cannot have it
        (an older compiler, a library that it lacks), and that is what is said."""
        failed = [each for each in self._judgements.values() if each.verdict is Verdict.CE]
        if len(self._judgements) != len(Mode) or len(failed) != 1:
            return
        (judgement,) = failed
        del self._judgements[judgement.mode]
        why = judgement.messages[0].text if judgement.messages else "it does not compile"
        self._missing[judgement.mode] = Unavailable(judgement.mode, why)

    def _may_replace(self, missing: Unavailable) -> bool:
        """Who asked for wasm alone asked for its isolation: native never stands in for it."""
        return missing.mode is Mode.NATIVE and self._options.trusted

    async def _auto(self) -> None:
        """wasm was tried; native takes over where it could not be built, validated or started."""
        wasm = self._judgements.get(Mode.WASM)
        if wasm is not None and wasm.verdict is not Verdict.CE:
            return
        await self._mode(Mode.NATIVE)
        native = self._judgements.get(Mode.NATIVE)
        if wasm is not None and native is not None:
            self._choose(wasm, native)

    def _choose(self, wasm: Judgement, native: Judgement) -> None:
        """Both were built: what does not compile in either is the solution's own fault."""
        if native.verdict is Verdict.CE:
            del self._judgements[Mode.NATIVE]
            return
        del self._judgements[Mode.WASM]
        why = wasm.messages[0].text if wasm.messages else "it does not compile as WebAssembly"
        self._add(degraded(native, Unavailable(Mode.WASM, why)))

    async def _refine(self, mode: Mode) -> None:
        before = self._judgements[mode]
        try:
            after = await self._runs[mode].refine(self._progress(mode))
        except JudgeError:
            after = before  # its verdicts stand, its timings remain the quick ones
        self._add(
            msgspec.structs.replace(
                after,
                final=True,
                degraded_from=before.degraded_from,
                degraded_why=before.degraded_why,
            )
        )

    def _report(self) -> Report:
        judgements = tuple(self._judgements[mode] for mode in Mode if mode in self._judgements)
        context = self._plan.context
        text = context.document.text.decode("utf-8", "replace")
        return msgspec.structs.replace(
            self._plan.blank,
            judgements=judgements,
            trusted=self._options.trusted,
            disagreements=disagreements(judgements, context.problem, context.language.id, text),
        )
