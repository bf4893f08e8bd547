"""Plays one solution: any input, in the server's modes, and what a browser saw of it.

The page knows nothing of problems: inputs are bound and encoded here, and what a browser's run
gave back is read and judged here, by the same code as for the other modes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import msgspec

from lsp_judge.judging.activity import Activity
from lsp_judge.judging.bind import bind
from lsp_judge.judging.classify import classify
from lsp_judge.judging.mode import ModeRun, Unavailable
from lsp_judge.judging.plan import Plan
from lsp_judge.model.build import Artifact, ArtifactKind
from lsp_judge.model.errors import BadUsage, JudgeError
from lsp_judge.model.problem import Case, FunctionInput, StdioInput
from lsp_judge.model.report import CaseVerdict, Judgement
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.packs.play_messages import (
    Encoded,
    Given,
    Seen,
    Shown,
    ShownCase,
    ShownModule,
    ShownProblem,
)
from lsp_judge.problems.values import Unreadable, read_arguments
from lsp_judge.runtimes.base import Runtime
from lsp_judge.runtimes.observe import observe
from lsp_judge.runtimes.sections import parts_of
from lsp_judge.toolchains.base import Builder
from lsp_judge.worker.wire import Code, Record

TYPED = "input"
_LONGEST_INPUT = 4_000
_LONGEST_ANSWER = 20_000
_SCRIPT = (
    "Python runs inside of an interpreter, which is no module of the solution's own: the page shows"
    " the server's two modes."
)
_KINDS = {
    "returned": Code.RETURNED,
    "failed": Code.FAILED,
    "trapped": Code.FAILED,
    "exited": Code.EXITED,
    "bad_input": Code.BAD_INPUT,
    "no_memory": Code.OUT_OF_MEMORY,
    "output_too_long": Code.OUTPUT_TOO_LONG,
    "broken": Code.BROKEN,
}


class Player:
    """`plan` has the cases that can be chosen; `builder` builds its document, or has it built."""

    def __init__(self, plan: Plan, builder: Builder, runtimes: Mapping[Mode, Runtime]) -> None:
        self._plan = plan
        self._builder = builder
        self._runtimes = runtimes
        self._activity = Activity()
        self._cases = {case.id: case for case in plan.bound.cases}
        self._artifact: Artifact | None = None

    async def prepare(self) -> Judgement | None:
        """Build both modes; the wasm mode's failure to compile, None where all is well.

        Raises JudgeError where wasm cannot be had. That native cannot is said when it is asked
        for.
        """
        wasm, _ = await asyncio.gather(
            self._run(Mode.WASM, self._plan).prepared(), self._quietly(Mode.NATIVE)
        )
        if isinstance(wasm, Unavailable):
            raise BadUsage(wasm.why)
        if isinstance(wasm, Judgement):
            return wasm
        self._artifact = wasm.artifact
        return None

    async def _quietly(self, mode: Mode) -> None:
        try:
            await self._run(mode, self._plan).prepared()
        except JudgeError:
            return

    def module(self) -> Path | None:
        """The module that a browser can run, None where there is none (Python)."""
        artifact = self._artifact
        if artifact is None or artifact.kind is ArtifactKind.SCRIPT:
            return None
        return Path(artifact.path)

    def problem(self) -> ShownProblem:
        """What there is to play."""
        context, path = self._plan.context, self.module()
        problem = context.problem
        module = None
        if path is not None:
            module = ShownModule(path.stat().st_size, parts_of(path.read_bytes()))
        return ShownProblem(
            title=problem.title or context.chosen.entry.name,
            problem=problem.id,
            entry=context.chosen.entry.name,
            language=context.language.title,
            shape=problem.shape,
            statement=problem.statement,
            limit_ms=problem.limits.wall_ms,
            cases=tuple(ShownCase(case.id, _written(case)) for case in self._cases.values()),
            module=module,
            why="" if module is not None else _SCRIPT,
        )

    def encoded(self, given: Given) -> Encoded:
        """The input as a module takes it. Raises BadUsage with what is wrong with it."""
        return Encoded(self._planned(given).bound.inputs[0])

    async def run(self, given: Given, mode: Mode) -> Shown:
        """Run it in one of the server's modes, with its final code. Raises BadUsage."""
        plan = self._planned(given)
        run = self._run(mode, plan)
        try:
            judgement = await run.judge(lambda done, total: None)
            if isinstance(judgement, Judgement) and not judgement.final:
                judgement = await run.refine(lambda done, total: None)
        except JudgeError as error:
            return Shown(verdict=Verdict.IE, message=str(error))
        if isinstance(judgement, Unavailable):
            return Shown(verdict=Verdict.IE, message=judgement.why)
        if judgement.cases:
            return _shown(judgement.cases[0], plan.bound.cases[0])
        text = judgement.messages[0].text if judgement.messages else "it does not compile"
        return Shown(verdict=judgement.verdict, message=text)

    def judged(self, seen: Seen) -> Shown:
        """What the browser saw, judged as the modes are. Raises BadUsage."""
        code = _KINDS.get(seen.kind)
        if code is None:
            raise BadUsage(f"{seen.kind!r} is nothing that a browser sees.")
        plan = self._planned(seen.given)
        record = Record(0, code, output=seen.output, message=seen.message)
        record.stdout, record.stderr = seen.stdout.encode(), seen.stderr.encode()
        record.duration_ns, record.memory_bytes = seen.duration_ns, seen.memory_bytes
        # A person can wait, or press the button: no time limit is applied.
        limits = plan.context.problem.limits
        patient = msgspec.structs.replace(limits, wall_ms=2**40, cpu_ms=2**40)
        case = plan.bound.cases[0]
        return _shown(classify(case, observe(record, patient), plan.context), case)

    def _run(self, mode: Mode, plan: Plan) -> ModeRun:
        return ModeRun(plan, self._runtimes[mode], self._builder, self._activity)

    def _planned(self, given: Given) -> Plan:
        """The plan of this input alone."""
        case = self._case(given)
        context = self._plan.context
        problem = msgspec.structs.replace(context.problem, cases=(case,))
        bound = bind(problem, context.chosen, context.document.path)
        if not bound.cases:
            raise BadUsage(bound.messages[0].text.removeprefix(f"case {TYPED} "))
        return msgspec.structs.replace(
            self._plan, context=msgspec.structs.replace(context, problem=problem), bound=bound
        )

    def _case(self, given: Given) -> Case:
        if given.text is None:
            if given.case not in self._cases:
                raise BadUsage(f"There is no case {given.case}.")
            return self._cases[given.case]
        if self._plan.context.problem.shape is Shape.STDIO:
            return Case(TYPED, StdioInput(given.text.encode()), None)
        try:
            arguments = read_arguments(given.text)
        except Unreadable as error:
            raise BadUsage(f"The input cannot be read: {error}.") from error
        return Case(TYPED, FunctionInput(arguments), None)


def _written(case: Case) -> str | None:
    """The input as people write it, which can be read again."""
    if isinstance(case.input, StdioInput):
        if len(case.input.stdin) > _LONGEST_INPUT:
            return None
        try:
            return case.input.stdin.decode()
        except UnicodeDecodeError:
            return None
    texts = []
    for argument in case.input.arguments:
        value = msgspec.json.encode(argument.value).decode()
        texts.append(f"{argument.name} = {value}" if argument.name else value)
    named = any(argument.name for argument in case.input.arguments)
    text = (", " if named else "\n").join(texts)
    return text if len(text) <= _LONGEST_INPUT else None


def _shown(found: CaseVerdict, case: Case) -> Shown:
    silent = case.expected is None and found.verdict is Verdict.AC
    program = isinstance(case.input, StdioInput)
    answered = found.verdict in (Verdict.AC, Verdict.WA)
    return Shown(
        verdict="" if silent else found.verdict,
        answer=_text(found.actual, program) if answered else None,
        expected=_text(found.expected, program) if case.expected is not None else None,
        message=found.message.removeprefix(f"case {found.id}: "),
        detail=found.detail,
        printed="\n".join(filter(None, (found.stdout, found.stderr))),
        duration_ns=found.duration_ns,
        memory_bytes=found.memory_bytes,
    )


def _text(value: object, program: bool) -> str:
    """As it was printed, or JSON; what nobody reads to its end is cut, saying so."""
    text = value if program and isinstance(value, str) else msgspec.json.encode(value).decode()
    if len(text) <= _LONGEST_ANSWER:
        return text
    return f"{text[:_LONGEST_ANSWER]}… ({len(text) - _LONGEST_ANSWER} more characters)"
