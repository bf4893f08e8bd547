"""One mode of one plan: build, prepare, run, conclude."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

import msgspec
from msgspec import Struct

from lsp_judge.judging.activity import Activity
from lsp_judge.judging.classify import Differs, classify
from lsp_judge.judging.plan import Plan
from lsp_judge.judging.validate import differs_by
from lsp_judge.judging.wrapping import overflow_in
from lsp_judge.model.build import Artifact, BuildRequest, CompileFailed, Profile
from lsp_judge.model.errors import JudgeError, disk_failures
from lsp_judge.model.outcome import RunResult
from lsp_judge.model.problem import Limits
from lsp_judge.model.report import Judgement
from lsp_judge.model.source import Shape, SourceMessage
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.runtimes.base import Prepared, RunRequest, Runtime, Validator
from lsp_judge.toolchains.base import Builder

_SANITIZED = 10


class Unavailable(Struct, frozen=True):
    """A mode that cannot be had for this solution here, and why (one sentence)."""

    mode: Mode
    why: str


class ModeRun:
    """Judges `plan` in one mode."""

    def __init__(
        self,
        plan: Plan,
        runtime: Runtime,
        builder: Builder,
        activity: Activity,
        say: Callable[[str], None] = lambda text: None,
        profile: Profile = Profile.RELEASE,
        validator: Validator | None = None,
    ) -> None:
        """`say` hears of what takes long and is done once on a machine. `validator` is None where
        a package's own is not to be run."""
        self._validator = validator
        self._profile = profile
        self.mode = runtime.mode
        self._say = say
        self._plan = plan
        self._runtime = runtime
        self._builder = builder
        self._activity = activity
        self._artifact: Artifact | None = None
        self._overflow: SourceMessage | None = None

    async def judge(self, progress: Callable[[int, int], None]) -> Judgement | Unavailable:
        """The judgement; `final` is False in it where `refine` will give better timings."""
        try:
            return await self._judge(progress)
        except JudgeError as error:
            if not self._is_gone():
                return Unavailable(self.mode, str(error))
        try:  # Somebody removed the cache between the build and the run.
            return await self._judge(progress)
        except JudgeError as error:
            return Unavailable(self.mode, str(error))

    async def _judge(self, progress: Callable[[int, int], None]) -> Judgement | Unavailable:
        judged = await self._once(progress)
        if self._profile is Profile.RELEASE and self._overflow is not None:
            return await self._wrapping(progress) or judged
        return judged

    async def _wrapping(self, progress: Callable[[int, int], None]) -> Judgement | None:
        """The judgement of a build in which arithmetic wraps; None where it is not accepted."""
        checked, self._profile = self._artifact, Profile.WRAP
        try:
            judged = await self._once(progress)
            if isinstance(judged, Judgement) and judged.verdict is Verdict.AC:
                return judged
        except JudgeError:
            pass  # What was found with checks holds.
        self._artifact, self._profile = checked, Profile.RELEASE
        return None

    async def _once(self, progress: Callable[[int, int], None]) -> Judgement | Unavailable:
        built = await self._build()
        if isinstance(built, Judgement | Unavailable):
            return built
        self._artifact = built
        prepared = await self._prepare(built, quick=True)
        # Nothing seen: quick code ran out of time, which says nothing of the final code.
        return await self._run(prepared, progress) or await self.refine(progress)

    def _is_gone(self) -> bool:
        return self._artifact is not None and not os.path.exists(self._artifact.path)

    async def refine(self, progress: Callable[[int, int], None]) -> Judgement:
        """Once more, with code compiled at leisure: its timings count. Raises JudgeError."""
        assert self._artifact is not None
        prepared = await self._prepare(self._artifact, quick=False)
        judgement = await self._run(prepared, progress)
        assert judgement is not None
        return judgement

    async def prepared(self) -> Prepared | Judgement | Unavailable:
        """Built and ready, for a benchmark. Raises JudgeError."""
        built = await self._build()
        if isinstance(built, Judgement | Unavailable):
            return built
        return await self._prepare(built, quick=False)

    async def _prepare(self, artifact: Artifact, *, quick: bool) -> Prepared:
        with self._activity.busy(), disk_failures():
            return await self._runtime.prepare(artifact, quick=quick, say=self._say)

    async def _build(self) -> Artifact | Judgement | Unavailable:
        context = self._plan.context
        with self._activity.busy():
            request = BuildRequest(
                context.document,
                self.mode,
                context.problem.shape,
                context.chosen.entry,
                context.chosen.signature,
                profile=self._profile,
            )
            built = await self._builder.build(context.language, request, self._say)
        total = len(self._plan.bound.cases)
        if isinstance(built, SourceMessage):
            return Judgement(mode=self.mode, verdict=Verdict.CE, total=total, messages=(built,))
        if isinstance(built, CompileFailed):
            return Judgement(
                mode=self.mode,
                verdict=Verdict.CE,
                total=total,
                messages=built.messages,
                build_ms=built.build_ms,
            )
        return built

    async def _run(
        self, prepared: Prepared, progress: Callable[[int, int], None]
    ) -> Judgement | None:
        bound, total = self._plan.bound, len(self._plan.bound.cases)
        limits = self._plan.context.problem.limits
        if self._profile is Profile.SANITIZE:
            limits = _widened(limits)
        request = RunRequest(prepared, bound.inputs, limits)
        # One run at a time in the whole process: runs would spoil each other's timings.
        async with self._activity.running:
            result = await self._runtime.run(
                request, self._activity, lambda done: progress(done, total)
            )
        if not result.observations:
            return None
        return await asyncio.to_thread(self._conclude, prepared, result)

    def _differs(self) -> Differs | None:
        """The package's own validator, where it has one and may be run."""
        problem = self._plan.context.problem
        if self._validator is None or problem.checker.program is None:
            return None
        return differs_by(self._validator, problem)

    def _conclude(self, prepared: Prepared, result: RunResult) -> Judgement:
        context = self._plan.context
        bound, observations = self._plan.bound.cases, result.observations
        differs = self._differs()
        pairs = zip(bound, observations, strict=True)
        cases = tuple(classify(case, seen, context, differs) for case, seen in pairs)
        if self._profile is Profile.RELEASE:
            self._overflow = overflow_in(zip(bound, observations, cases, strict=True), context)
        failing = next((case for case in cases if case.verdict is not Verdict.AC), None)
        internal = next((case for case in cases if case.verdict is Verdict.IE), None)
        return Judgement(
            mode=self.mode,
            verdict=failing.verdict if failing is not None else Verdict.AC,
            passed=sum(case.verdict is Verdict.AC for case in cases),
            total=len(cases),
            build_ms=prepared.artifact.build_ms,
            run_ms=result.run_ms,
            isolation=result.isolation,
            error=internal.message if internal is not None else None,
            cases=cases,
            messages=(*prepared.artifact.messages, *self._wrapped()),
            cached_build=prepared.artifact.cached,
            final=prepared.final,
            sanitized=self._profile is Profile.SANITIZE,
        )

    def _wrapped(self) -> tuple[SourceMessage, ...]:
        """What the build with checks has found, where this one has none."""
        found = self._overflow if self._profile is Profile.WRAP else None
        return (found,) if found is not None else ()


def _widened(limits: Limits) -> Limits:
    """With sanitizers a solution takes a few times as long, and as much memory, as without."""
    return msgspec.structs.replace(
        limits,
        wall_ms=limits.wall_ms * _SANITIZED,
        cpu_ms=limits.cpu_ms * _SANITIZED,
        memory_bytes=limits.memory_bytes * 4,
    )


def stdio(plan: Plan) -> bool:
    return plan.context.problem.shape is Shape.STDIO


def degraded(judgement: Judgement, missing: Unavailable) -> Judgement:
    """The judgement of the mode that took over."""
    return msgspec.structs.replace(judgement, degraded_from=missing.mode, degraded_why=missing.why)


def unavailable(missing: Unavailable, total: int) -> Judgement:
    """No mode took over: our environment's failure, which says what to do."""
    return Judgement(mode=missing.mode, verdict=Verdict.IE, total=total, error=missing.why)
