"""From a file of a `solvers/` folder to a solver that has answered a first call."""

from __future__ import annotations

import asyncio
import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from lsp_judge.judging.judge import Judge
from lsp_judge.model.errors import IsolationMissing, JudgeError, SolverRefused, ToolMissing
from lsp_judge.model.outcome import Observation, WorkerDied
from lsp_judge.model.verdict import Mode
from lsp_judge.packs.calling import sample_input
from lsp_judge.packs.drafts import Draft, Drafter, SolverFile, may_fall_back
from lsp_judge.packs.kinds import kind_of
from lsp_judge.packs.observed import failure_of
from lsp_judge.packs.solver import SolverKind
from lsp_judge.problems.regular import read_regular

_NO_ARGUMENTS = b"\x90"  # an empty array: a harness says that it cannot read it, and so it speaks
_MOST_BYTES = 256 << 20


@dataclass(frozen=True)
class Loaded:
    """A solver that takes calls. `load_ms` is from reading its file to its first answer;
    `complaint` what a service did instead of giving one."""

    draft: Draft
    file: SolverFile
    load_ms: float
    complaint: str = ""

    @property
    def id(self) -> str:
        return self.draft.contained.id

    @property
    def version(self) -> str:
        """Of its content: the beginning of its hash."""
        return self.file.digest[:8]


class Loader:
    """Loads solvers. Works beside judgings: what it does does not count as their quiet time."""

    def __init__(self, judge: Judge, drafter: Drafter) -> None:
        self.judge = judge
        self._drafter = drafter

    async def read(self, path: Path) -> SolverFile:
        """Raises SolverRefused for what is no regular file."""
        kind = kind_of(path, self.judge.languages)
        if kind is None:
            raise SolverRefused(f"{path.name} is no solver: its ending says of no kind.")
        try:
            data = await asyncio.to_thread(read_regular, path)
        except OSError as error:
            raise SolverRefused(f"{path.name} cannot be read: {error.strerror}.") from error
        if len(data) > _MOST_BYTES:
            raise SolverRefused(f"{path.name} has more than {_MOST_BYTES >> 20} MiB.")
        return SolverFile(path, kind, data, hashlib.blake2b(data, digest_size=16).hexdigest())

    async def load(self, file: SolverFile) -> Loaded:
        """Verified, begun and warmed. Raises JudgeError with the reason; nothing is left then."""
        modes = self._drafter.modes(file.kind)
        with self.judge.activity.busy():
            for mode in modes[:-1]:
                try:
                    return await self._load(file, mode)
                except (ToolMissing, IsolationMissing):
                    continue
                except JudgeError as error:
                    if not may_fall_back(error, file.kind):
                        raise
            return await self._load(file, modes[-1])

    async def _load(self, file: SolverFile, mode: Mode) -> Loaded:
        # What starts workers is started once for all solvers, and is no part of this one's time.
        await self.judge.runtimes[mode].isolation()
        begun = time.perf_counter()
        draft, complaint = await self._begun(file, await self._drafter.draft(file, mode))
        return Loaded(draft, file, (time.perf_counter() - begun) * 1e3, complaint)

    async def _begun(self, file: SolverFile, draft: Draft) -> tuple[Draft, str]:
        try:
            await draft.contained.open()
            complaint = await self._warm(file, draft)
        except BaseException:
            await draft.contained.close()
            raise
        return draft, complaint

    async def _warm(self, file: SolverFile, draft: Draft) -> str:
        """A first call. A service that does not answer it may do so later; all else is refused."""
        sample = sample_input(draft.problem, draft.chosen)
        if file.kind is SolverKind.SERVICE:
            return await _complaint(draft, sample)
        if sample is None and draft.is_program:
            return ""
        seen = await draft.contained.observe(_NO_ARGUMENTS if sample is None else sample)
        if sample is None and isinstance(seen.outcome, WorkerDied):
            return ""
        _refuse_unanswered(seen)
        return ""


async def _complaint(draft: Draft, sample: bytes | None) -> str:
    if sample is None:
        return ""
    try:
        return failure_of(await draft.contained.observe(sample))
    except JudgeError as error:
        return str(error)


def _refuse_unanswered(seen: Observation) -> None:
    if failure := failure_of(seen):
        raise SolverRefused(f"It does not answer a first call: {failure}.")
