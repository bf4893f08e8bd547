"""A pack in the place of a solution: planned by its manifest, "built" by being extracted."""

from __future__ import annotations

import asyncio
import platform
import sys
from collections.abc import Callable

from msgspec import Struct

from lsp_judge.judging.plan import Plan, Sources, bound_plan, empty_report, only
from lsp_judge.judging.settle import Chosen
from lsp_judge.languages.base import Language
from lsp_judge.languages.registry import Languages
from lsp_judge.model.build import Artifact, BuildRequest, CompileFailed
from lsp_judge.model.errors import PackBroken, PackTargetMissing
from lsp_judge.model.problem import Problem
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document, Shape, SourceMessage
from lsp_judge.model.target import WASM, Target, target_of
from lsp_judge.model.types import ClassSignature, Signature
from lsp_judge.model.verdict import Mode
from lsp_judge.packs.archive import Pack, extract
from lsp_judge.problems.readings import as_stdio
from lsp_judge.toolchains.store import Store


def target_here() -> Target | None:
    """The target of this machine, None where packs have none for it."""
    return target_of(sys.platform, platform.machine())


def document_of(pack: Pack) -> Document:
    """What stands for the source that a pack has not: its path, and no text."""
    return Document(str(pack.path.absolute()), b"")


class PackPlanner(Struct, frozen=True):
    """Plans the judging of `pack` as `judging.plan.Planner` does that of a source."""

    pack: Pack
    languages: Languages
    sources: Sources

    def plan(self, document: Document, problem: str | None, case: str | None) -> Plan | Report:
        """`problem` None: the one that the pack says it answers."""
        manifest = self.pack.manifest
        language = self.languages.get(manifest.language)
        if language is None:
            raise PackBroken(
                f"The pack {self.pack.path.name} was made from {manifest.language!r}, a language"
                " that is not installed here."
            )
        found = self._problem(document, language, problem or manifest.problem)
        chosen_problem = only(found, case)
        if isinstance(chosen_problem, SourceMessage):
            return empty_report(document, language.id, [chosen_problem], found)
        chosen = Chosen(manifest.entry_at, manifest.called, _names(manifest.called))
        return bound_plan(document, language, chosen_problem, chosen, ())

    def _problem(self, document: Document, language: Language, name: str) -> Problem:
        """Raises BadUsage for an unknown problem."""
        sources = self.sources(name)
        found = (source.find(document, language.comments) for source in sources)
        problem = next((each.problem for each in found if each and each.problem), None)
        if problem is None:
            raise PackBroken(f"There is no problem {name!r} here that could be judged.")
        shape = self.pack.manifest.shape
        if shape is problem.shape or (shape, problem.shape) == (Shape.CLASS, Shape.FUNCTION):
            return problem
        read = as_stdio(problem) if shape is Shape.STDIO else None
        if read is None:
            raise PackBroken(
                f"The pack {self.pack.path.name} answers as a {shape}; the problem {problem.id}"
                f" asks for a {problem.shape}."
            )
        return read


def _names(signature: Signature | ClassSignature | None) -> tuple[str, ...]:
    if isinstance(signature, Signature):
        return tuple(parameter.name for parameter in signature.parameters)
    return ()


class PackBuilder:
    """A Builder whose artifacts are those of a pack. No compiler is ever looked for."""

    def __init__(self, pack: Pack, store: Store) -> None:
        self._pack = pack
        self._store = store

    async def build(
        self,
        language: Language,
        request: BuildRequest,
        say: Callable[[str], None] = lambda text: None,
    ) -> Artifact | CompileFailed | SourceMessage:
        """Raises PackTargetMissing where the pack has nothing for the mode on this machine."""
        target = self._target(request.mode)
        path = await asyncio.to_thread(extract, self._pack, target, self._store)
        about = self._pack.target(target)
        return Artifact(
            mode=request.mode,
            kind=about.kind,
            path=str(path),
            key=about.sha256,
            language=self._pack.manifest.language,
            cached=True,
        )

    def _target(self, mode: Mode) -> str:
        if mode is Mode.WASM:
            return WASM
        if (here := target_here()) is not None:
            return here.name
        machine = f"{sys.platform} on {platform.machine()}"
        raise PackTargetMissing(f"Packs have no native code for this machine ({machine}).")
