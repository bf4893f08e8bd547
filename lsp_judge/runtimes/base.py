"""What a runtime does: it runs an artifact over encoded inputs and says what it saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from lsp_judge.model.build import Artifact
from lsp_judge.model.outcome import RunResult
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode


class RunRequest(Struct, frozen=True):
    """One run. `inputs`: MessagePack arrays of the arguments, or stdin bytes, one a case.

    No expected answer is in here, nor anything that it could be guessed from.
    """

    artifact: Artifact
    inputs: Sequence[bytes]
    limits: Limits


class BenchRequest(Struct, frozen=True):
    """Repeat one function case inside the guest: `warmup` calls first, then `iterations`."""

    artifact: Artifact
    input: bytes
    limits: Limits
    iterations: int
    warmup: int


class Runtime(Protocol):
    """One mode. Cancelling the awaiting task ends the worker and waits for its end."""

    mode: Mode

    async def run(self, request: RunRequest, progress: Callable[[int], None]) -> RunResult:
        """Run all inputs; `progress` hears the number of finished cases.

        Raises IsolationMissing, ArtifactRejected or WorkerLost.
        """
        ...

    async def bench(self, request: BenchRequest) -> list[int]:
        """The durations of each iteration in ns."""
        ...

    async def isolation(self) -> str:
        """The level of isolation on this machine, one line for people."""
        ...
