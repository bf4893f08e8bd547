"""From a file of a `solvers/` folder to a solver that was not begun yet, a function a kind."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsp_judge.judging.judge import Judge
from lsp_judge.judging.plan import Plan
from lsp_judge.judging.settle import Chosen
from lsp_judge.model.build import Artifact, ArtifactKind, BuildRequest, CompileFailed
from lsp_judge.model.errors import BadUsage, PackTargetMissing, SolverRefused
from lsp_judge.model.outcome import Observation
from lsp_judge.model.problem import Limits, Problem
from lsp_judge.model.source import Document, Shape, SourceMessage
from lsp_judge.model.target import WASM, target_of
from lsp_judge.model.verdict import Mode
from lsp_judge.packs.archive import Pack, extract, open_pack
from lsp_judge.packs.artifact_solver import Always, ArtifactConfig, ArtifactSolver
from lsp_judge.packs.calling import chosen_of
from lsp_judge.packs.kinds import problem_of
from lsp_judge.packs.service_solver import ServiceSolver, read_description
from lsp_judge.packs.snapshots import Snapshots
from lsp_judge.packs.solver import Contained, SolverKind
from lsp_judge.toolchains.store import Store

_BOTH = (Mode.NATIVE, Mode.WASM)
_PROGRAMS = (ArtifactKind.COMMAND, ArtifactKind.EXECUTABLE)
_EXPORTS_THE_ABI = b"judge_abi_version"


@dataclass(frozen=True)
class SolverFile:
    """A file as it was read, once: what happens to it afterwards is for the next reading."""

    path: Path
    kind: SolverKind
    data: bytes
    digest: str


@dataclass(frozen=True)
class Draft:
    """A solver before its `init`. `runs`: in which mode, or as a service. `chosen` is None where
    nobody knows how its cases are bound, `problem` where nobody has it. `is_program`: from stdin
    to stdout."""

    contained: Contained[Any, Observation]
    runs: str
    problems: tuple[str, ...]
    problem: Problem | None = None
    chosen: Chosen | None = None
    language: str = ""
    is_program: bool = False
    copy: Path | None = None

    @property
    def is_gone(self) -> bool:
        """Whether somebody removed what it runs, with the cache around it."""
        return self.copy is not None and not self.copy.exists()


class Drafter:
    """Makes drafts with what a judge has. At most as many workers as processors run at once."""

    def __init__(self, judge: Judge, folder: Path, *, trusted: bool) -> None:
        """`folder` takes what is copied; it is the caller's to remove."""
        self._judge = judge
        self._snapshots = Snapshots(folder / "run")
        self._store = Store(folder / "packs")
        self._trusted = trusted
        self._workers = asyncio.Semaphore(max(2, os.cpu_count() or 1))

    def modes(self, kind: SolverKind) -> Sequence[Mode]:
        """In which to try, the best first. Raises SolverRefused where trust is missing."""
        if kind is SolverKind.WASM:
            return (Mode.WASM,)
        if kind in (SolverKind.PACK, SolverKind.SOURCE):
            return _BOTH if self._trusted else (Mode.WASM,)
        if not self._trusted:
            raise SolverRefused(
                f"This folder is not trusted: a {kind} is not used in it, WebAssembly alone is."
            )
        return (Mode.NATIVE,)

    async def draft(self, file: SolverFile, mode: Mode) -> Draft:
        """Raises JudgeError."""
        match file.kind:
            case SolverKind.SERVICE:
                return self._service(file)
            case SolverKind.SOURCE:
                return await self._source(file, mode)
            case SolverKind.PACK:
                pack = await asyncio.to_thread(open_pack, file.path)
                return await asyncio.to_thread(self._pack, pack, mode)
        return self._single(file, mode)

    def problem(self, problem_id: str) -> Problem | None:
        """The problem of this id, None where no catalogue has it. Raises PackageBroken."""
        try:
            return self._judge.planner.problem(problem_id)
        except BadUsage:
            return None

    def _service(self, file: SolverFile) -> Draft:
        said = read_description(file.data)
        problem = self.problem(said.problems[0])
        contained = Contained(ServiceSolver(said.id, said.problems), said.address)
        chosen = chosen_of(problem) if problem is not None else None
        return Draft(contained, "service", tuple(said.problems), problem, chosen)

    def _single(self, file: SolverFile, mode: Mode) -> Draft:
        problem_id = problem_of(file.path)
        problem = self.problem(problem_id)
        copy = self._snapshots.of_bytes(file.data, file.path.suffix)
        kind = ArtifactKind.PLUGIN
        if mode is Mode.WASM:
            reacts = _EXPORTS_THE_ABI in file.data
            kind = ArtifactKind.REACTOR if reacts else ArtifactKind.COMMAND
        artifact = Artifact(mode, kind, str(copy), file.digest, "")
        chosen = chosen_of(problem) if problem is not None else None
        return self._artifact(file.path.name, problem_id, artifact, problem, chosen)

    def _pack(self, pack: Pack, mode: Mode) -> Draft:
        manifest = pack.manifest
        here = target_of(sys.platform, platform.machine())
        name = WASM if mode is Mode.WASM else here.name if here is not None else "this machine"
        about = pack.target(name)
        copy = self._snapshots.of_path(extract(pack, name, self._store))
        artifact = Artifact(mode, about.kind, str(copy), about.sha256, manifest.language)
        called = manifest.called
        names = () if called is None else tuple(p.name for p in getattr(called, "parameters", ()))
        chosen = Chosen(manifest.entry_at, called, names)
        problem = self.problem(manifest.problem)
        return self._artifact(manifest.id, manifest.problem, artifact, problem, chosen)

    async def _source(self, file: SolverFile, mode: Mode) -> Draft:
        document = Document(str(file.path.absolute()), file.data)
        named = problem_of(file.path)
        explicit = named if self.problem(named) is not None else None
        plan = await asyncio.to_thread(self._judge.planner.plan, document, explicit, None)
        if not isinstance(plan, Plan):
            raise SolverRefused(" ".join(message.text for message in plan.messages))
        context = plan.context
        entry, signature = context.chosen.entry, context.chosen.signature
        request = BuildRequest(document, mode, context.problem.shape, entry, signature)
        built = await self._judge.builder.build(context.language, request)
        if not isinstance(built, Artifact):
            raise SolverRefused(_does_not_compile(built))
        copy = self._snapshots.of_path(Path(built.path))
        artifact = Artifact(mode, built.kind, str(copy), built.key, built.language)
        problem_id = context.problem.id or named
        return self._artifact(file.path.name, problem_id, artifact, context.problem, context.chosen)

    def _artifact(
        self,
        id: str,
        problem_id: str,
        artifact: Artifact,
        problem: Problem | None,
        chosen: Chosen | None,
    ) -> Draft:
        copy = Path(artifact.path)
        limits = problem.limits if problem is not None else Limits()
        config = ArtifactConfig(artifact, limits, lambda: self._snapshots.drop(copy))
        runtime = self._judge.runtimes[artifact.mode]
        solver = ArtifactSolver(id, [problem_id], runtime, self._workers, Always())
        contained = Contained(solver, config)
        shape = problem.shape if problem is not None else None
        is_program = artifact.kind in _PROGRAMS or shape is Shape.STDIO
        problems, language = (problem_id,), artifact.language
        mode = artifact.mode
        return Draft(contained, mode, problems, problem, chosen, language, is_program, copy)


def may_fall_back(error: Exception, kind: SolverKind) -> bool:
    """Whether the next mode may do what this one could not: a pack may have both."""
    return kind is SolverKind.PACK and isinstance(error, PackTargetMissing)


def _does_not_compile(failure: CompileFailed | SourceMessage) -> str:
    messages = failure.messages if isinstance(failure, CompileFailed) else (failure,)
    first = messages[0]
    line = f"line {first.span.start.line + 1}: " if first.span is not None else ""
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return f"It does not compile: {line}{first.text}{more}."
