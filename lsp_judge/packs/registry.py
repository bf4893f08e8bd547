"""The solvers of some folders: which there are, which answers a problem, calls to them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from lsp_judge.model.errors import (
    BadUsage,
    DiskFailed,
    JudgeError,
    ServiceFailed,
    SolverFailed,
    ToolFailed,
    ToolMissing,
    WorkerLost,
)
from lsp_judge.model.outcome import Observation
from lsp_judge.packs.kinds import kind_of, solvers_in
from lsp_judge.packs.loading import Loaded, Loader
from lsp_judge.packs.observed import output_of
from lsp_judge.packs.slot import Listed, Slot, Stamp

Changed: TypeAlias = Callable[[Listed], None]

# What is no fault of the solution's own: the solver is shown as failing until a call succeeds.
_ENVIRONMENT = (ServiceFailed, WorkerLost)
# What may be otherwise a little later, though the file is the same.
_PASSING = (DiskFailed, ToolFailed, ToolMissing, WorkerLost)


class SolverRegistry:
    """To be closed. A solver that cannot be loaded takes nothing from the others.

    `changed` hears of each file that was loaded, refused or removed.
    """

    def __init__(
        self, loader: Loader, folders: Sequence[Path], changed: Changed = lambda listed: None
    ) -> None:
        self.folders = tuple(folders)
        self._loader = loader
        self._changed = changed
        self._slots: dict[Path, Slot] = {}
        self._retiring: set[asyncio.Task[None]] = set()

    async def scan(self) -> None:
        """Load what is new or other than it was, forget what is gone."""
        found = [path for folder in self.folders for path in self._in(folder)]
        for path in [each for each in self._slots if each not in found]:
            self._forget(path)
        async with asyncio.TaskGroup() as group:
            for path in found:
                slot = self._slots.get(path)
                if slot is None or slot.stamp != _stamp(path) or slot.is_gone:
                    group.create_task(self._load(path))

    async def refresh(self, paths: Iterable[Path]) -> None:
        """Look at files that are said to have changed, whatever their times say; each is loaded
        again where its content is other than it was."""
        async with asyncio.TaskGroup() as group:
            for path in set(paths):
                if path.parent not in self.folders:
                    continue
                if kind_of(path, self._loader.judge.languages) is None:
                    continue
                if path.is_file():
                    group.create_task(self._load(path))
                else:
                    self._forget(path)

    def _in(self, folder: Path) -> list[Path]:
        return solvers_in(folder, self._loader.judge.languages)

    async def _load(self, path: Path) -> None:
        kind = kind_of(path, self._loader.judge.languages)
        assert kind is not None
        slot = self._slots.setdefault(path, Slot(path, kind))
        async with slot.lock:
            slot.stamp = _stamp(path)
            try:
                changed = await self._renew(slot)
            except Exception as error:  # whatever it is, the other solvers go on
                text = str(error) if isinstance(error, JudgeError) else f"{error!r} (our mistake)."
                changed, slot.refusal = text != slot.refusal, text
                if isinstance(error, _PASSING):
                    slot.digest, slot.stamp = "", None  # the next scan tries again
        if changed and self._slots.get(path) is slot:
            self._changed(slot.listed())

    async def _renew(self, slot: Slot) -> bool:
        """Load the file as it is now; False where it is as it was."""
        file = await self._loader.read(slot.path)
        if file.digest == slot.digest and not slot.is_gone:
            return False
        current = slot.current
        slot.digest = file.digest
        if current is not None and file.digest == current.file.digest and not slot.is_gone:
            # A broken version was there for a while, and the one that answers is back.
            slot.refusal = ""
            return True
        loaded = await self._loader.load(file)
        if loaded.complaint and current is not None:
            await loaded.draft.contained.close()
            slot.refusal = loaded.complaint
        elif self._slots.get(slot.path) is slot:
            slot.swap(loaded, self._retire)
        else:  # it was removed while it was loaded
            await loaded.draft.contained.close()
        return True

    def _forget(self, path: Path) -> None:
        slot = self._slots.pop(path, None)
        if slot is not None:
            slot.swap(None, self._retire)
            slot.refusal = "The file was removed."
            self._changed(slot.listed())

    def _retire(self, loaded: Loaded) -> None:
        """Destroy it after its last call; nobody waits for that but `close`."""
        task = asyncio.create_task(_closed(loaded))
        self._retiring.add(task)
        task.add_done_callback(self._retiring.discard)

    def listing(self) -> list[Listed]:
        """By path."""
        return [self._slots[path].listed() for path in sorted(self._slots)]

    def solvers_of(self, problem_id: str) -> list[Loaded]:
        """Those that can be called for a problem, by path."""
        return [loaded for slot in self._routed(problem_id) if (loaded := slot.current) is not None]

    def _routed(self, problem_id: str) -> list[Slot]:
        return [
            self._slots[path]
            for path in sorted(self._slots)
            if (loaded := self._slots[path].current) is not None
            and loaded.draft.contained.supports(problem_id)
        ]

    async def solve(self, problem_id: str, input: bytes, solver: str | None = None) -> bytes:
        """The answer of the first solver of a problem, or of the one named `solver`.

        Raises BadUsage where there is none, a JudgeError that names the solver where it gives no
        answer.
        """
        slot = self._chosen(problem_id, solver)
        return output_of(slot.id, await self._observe(slot, input))

    async def observe(
        self, problem_id: str, input: bytes, solver: str | None = None
    ) -> Observation:
        """As `solve`, with all that was seen: what the solution did wrong is no exception here."""
        return await self._observe(self._chosen(problem_id, solver), input)

    async def _observe(self, slot: Slot, input: bytes) -> Observation:
        # Taken once: a swap while the call runs does not move it.
        loaded = slot.current
        assert loaded is not None
        slot.calls += 1
        try:
            seen = await loaded.draft.contained.observe(input)
        except JudgeError as error:
            if loaded is slot.current and isinstance(error, _ENVIRONMENT):
                slot.complaint = str(error)
            if isinstance(error, SolverFailed):
                raise
            raise SolverFailed(f"The solver {loaded.id} gave no answer: {error}") from error
        if loaded is slot.current:
            slot.complaint = ""
        return seen

    def _chosen(self, problem_id: str, solver: str | None) -> Slot:
        slots = self._routed(problem_id)
        for slot in slots:
            if solver in (None, slot.id, slot.path.name):
                return slot
        if solver is None or not slots:
            raise BadUsage(f"No solver here answers the problem {problem_id!r}.")
        known = ", ".join(slot.id for slot in slots)
        raise BadUsage(f"The solver {solver!r} does not answer {problem_id!r}; these do: {known}.")

    async def close(self) -> None:
        """Destroy all; returns when calls have ended and everything was given back."""
        slots, self._slots = self._slots, {}
        for slot in slots.values():
            slot.swap(None, self._retire)
        while self._retiring:
            await asyncio.wait(self._retiring)


async def _closed(loaded: Loaded) -> None:
    await loaded.draft.contained.close()


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size
