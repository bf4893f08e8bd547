"""One file of a registry: the solver that answers for it, and what is wrong with a newer one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from lsp_judge.packs.loading import Loaded
from lsp_judge.packs.solver import SolverKind

Stamp: TypeAlias = tuple[int, int, int]


class State(StrEnum):
    """`kept`: a newer file was refused, and the earlier one answers. `failing`: it is loaded, and
    its last call got no answer by a fault of the environment's or the service's."""

    LOADING = "loading"
    READY = "ready"
    KEPT = "kept"
    FAILING = "failing"
    REFUSED = "refused"


class Listed(Struct, frozen=True, kw_only=True):
    """What `lsp-judge solvers` shows of a slot. `reason` is empty where all is well."""

    id: str
    path: str
    kind: SolverKind
    problems: tuple[str, ...]
    runs: str
    version: str
    load_ms: float
    state: State
    reason: str
    calls: int


class Slot:
    """`lock` is held while a file is loaded: the newest is loaded last."""

    def __init__(self, path: Path, kind: SolverKind) -> None:
        self.path = path
        self.kind = kind
        self.lock = asyncio.Lock()
        self.stamp: Stamp | None = None
        # Of the content that was looked at last, whether it was taken or refused.
        self.digest = ""
        self.current: Loaded | None = None
        self.refusal = ""
        self.complaint = ""
        self.calls = 0

    @property
    def state(self) -> State:
        if self.current is None:
            return State.REFUSED if self.refusal else State.LOADING
        if self.refusal:
            return State.KEPT
        return State.FAILING if self.complaint else State.READY

    @property
    def is_gone(self) -> bool:
        """Whether what answers has to be loaded again, though its file is the same."""
        return self.current is not None and self.current.draft.is_gone

    @property
    def id(self) -> str:
        return self.current.id if self.current is not None else self.path.name

    def swap(self, loaded: Loaded | None, retire: Callable[[Loaded], None]) -> None:
        """From here on calls go to `loaded`; those that run finish on the one before."""
        before, self.current = self.current, loaded
        self.refusal = ""
        self.complaint = loaded.complaint if loaded is not None else ""
        if before is not None:
            retire(before)

    def listed(self) -> Listed:
        current = self.current
        return Listed(
            id=self.id,
            path=str(self.path),
            kind=self.kind,
            problems=current.draft.problems if current is not None else (),
            runs=current.draft.runs if current is not None else "",
            version=current.version if current is not None else "",
            load_ms=current.load_ms if current is not None else 0.0,
            state=self.state,
            reason=self.refusal or self.complaint,
            calls=self.calls,
        )
