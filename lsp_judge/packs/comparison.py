"""Runs all solvers of a problem over the same cases, and says where they disagree."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence

from msgspec import Struct

from lsp_judge.judging.bind import bind
from lsp_judge.judging.check import check_stdout, check_value, shorten
from lsp_judge.judging.classify import Context, Differs, classify
from lsp_judge.judging.judge import Judge
from lsp_judge.judging.settle import Chosen
from lsp_judge.judging.validate import differs_by
from lsp_judge.languages.base import Language
from lsp_judge.languages.registry import Languages
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.outcome import Observation, WorkerDied
from lsp_judge.model.problem import Problem
from lsp_judge.model.report import CaseVerdict
from lsp_judge.model.source import Document, Shape
from lsp_judge.model.verdict import Verdict
from lsp_judge.packs.calling import chosen_of
from lsp_judge.packs.loading import Loaded
from lsp_judge.packs.registry import SolverRegistry
from lsp_judge.packs.solver import SolverKind

# No answer is no other answer: one is slower, or was not to be had.
_NO_ANSWER = (Verdict.TLE, Verdict.MLE, Verdict.IE, Verdict.CE)


class Compared(Struct, frozen=True, kw_only=True):
    """One solver. `duration_ns` is the sum over its cases of the code alone (of a service that
    does not tell, of the whole call), `call_ns` the median of what its caller waited for one;
    `memory_bytes` the most that a case added. `error` says why it could not be run at all."""

    id: str
    kind: SolverKind
    runs: str
    verdict: Verdict
    passed: int = 0
    total: int = 0
    duration_ns: int = 0
    call_ns: int = 0
    memory_bytes: int = 0
    cases: tuple[CaseVerdict, ...] = ()
    error: str = ""


class Disagreeing(Struct, frozen=True):
    """A case on which solvers answered differently: what each said, by its id."""

    case: str
    said: tuple[tuple[str, str], ...]


class Comparison(Struct, frozen=True):
    problem: str
    compared: tuple[Compared, ...]
    disagreeing: tuple[Disagreeing, ...]


async def compare(
    registry: SolverRegistry,
    judge: Judge,
    problem: Problem,
    progress: Callable[[str], None] = lambda solver: None,
) -> Comparison:
    """One solver after the other, so that none spoils another's times."""
    compared = []
    for loaded in registry.solvers_of(problem.id):
        progress(loaded.id)
        async with judge.activity.running:
            compared.append(await _Run(registry, judge, problem, loaded).run())
    return Comparison(problem.id, tuple(compared), _disagreeing(compared, problem))


class _Run:
    def __init__(
        self, registry: SolverRegistry, judge: Judge, problem: Problem, loaded: Loaded
    ) -> None:
        self._registry, self._problem, self._loaded = registry, problem, loaded
        self._validator = judge.validator
        self._languages = judge.languages

    async def run(self) -> Compared:
        chosen = self._loaded.draft.chosen or chosen_of(self._problem)
        if chosen is None:
            return self._failed("The problem does not say how it is called: it has no signature.")
        bound = bind(self._problem, chosen, "")
        if not bound.cases:
            said = " ".join(message.text for message in bound.messages)
            return self._failed(said or "The problem has no cases.")
        context = self._context(chosen)
        differs = self._differs()
        verdicts, waits = [], []
        for case, data in zip(bound.cases, bound.inputs, strict=True):
            begun = time.perf_counter_ns()
            seen = await self._observe(data)
            waits.append(time.perf_counter_ns() - begun)
            verdicts.append(classify(case, seen, context, differs))
        return self._compared(tuple(verdicts), waits)

    async def _observe(self, data: bytes) -> Observation:
        try:
            return await self._registry.observe(self._problem.id, data, self._loaded.file.path.name)
        except JudgeError as error:
            return Observation(WorkerDied(str(error)))

    def _context(self, chosen: Chosen) -> Context:
        language = _language(self._languages, self._loaded.draft.language)
        document = Document(str(self._loaded.file.path), b"")
        return Context(self._problem, chosen, language, document)

    def _differs(self) -> Differs | None:
        if self._validator is None or self._problem.checker.program is None:
            return None
        return differs_by(self._validator, self._problem)

    def _compared(self, cases: tuple[CaseVerdict, ...], waits: Sequence[int]) -> Compared:
        failing = next((case for case in cases if case.verdict is not Verdict.AC), None)
        internal = next((case for case in cases if case.verdict is Verdict.IE), None)
        return Compared(
            id=self._loaded.id,
            kind=self._loaded.file.kind,
            runs=self._loaded.draft.runs,
            verdict=failing.verdict if failing is not None else Verdict.AC,
            passed=sum(case.verdict is Verdict.AC for case in cases),
            total=len(cases),
            duration_ns=sum(case.duration_ns for case in cases),
            call_ns=int(statistics.median(waits)),
            memory_bytes=max(case.memory_bytes for case in cases),
            cases=cases,
            error=internal.message if internal is not None else "",
        )

    def _failed(self, why: str) -> Compared:
        loaded = self._loaded
        return Compared(
            id=loaded.id,
            kind=loaded.file.kind,
            runs=loaded.draft.runs,
            verdict=Verdict.IE,
            total=len(self._problem.cases),
            error=why,
        )


def _language(languages: Languages, language_id: str) -> Language:
    """What reads a panic's text; where nobody says of which language it is, C's way serves."""
    return languages.get(language_id) or languages.get("c") or next(iter(languages))


def _disagreeing(compared: Sequence[Compared], problem: Problem) -> tuple[Disagreeing, ...]:
    found = []
    for case in problem.cases:
        answers = [
            (each.id, verdict)
            for each in compared
            for verdict in each.cases
            if verdict.id == case.id and verdict.verdict not in _NO_ANSWER
        ]
        first = answers[0][1] if answers else None
        if first is not None and any(not _same(first, other, problem) for _, other in answers[1:]):
            found.append(Disagreeing(case.id, tuple((id, _shown(one)) for id, one in answers)))
    return tuple(found)


def _same(one: CaseVerdict, other: CaseVerdict, problem: Problem) -> bool:
    if one.verdict is not other.verdict:
        return False
    judged = one.expected is not None or other.expected is not None
    if one.verdict is not Verdict.WA and (judged or one.verdict is not Verdict.AC):
        return True
    if one.actual == other.actual:
        return True
    if problem.shape is Shape.STDIO:
        mine, theirs = (str(each.actual).encode() for each in (one, other))
        return check_stdout(mine, theirs, problem.checker) is None
    return check_value(one.actual, other.actual, problem.checker) is None


def _shown(case: CaseVerdict) -> str:
    if case.verdict is Verdict.RE:
        return f"RE ({case.message.partition(': ')[2]})"
    return f"{case.verdict} ({shorten(case.actual)})"
