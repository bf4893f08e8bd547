"""What a runtime does: it runs an artifact over encoded inputs and says what it saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from lsp_judge.model.build import Artifact
from lsp_judge.model.outcome import RunResult
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode


class Quiet(Protocol):
    """Knows when nothing else of ours was compiling or judging.

    A verdict never rests on a timing taken beside other work of ours: a deadline counts
    quiet time only. Instants are CLOCK_MONOTONIC in ns.
    """

    def quiet_ns(self, start_ns: int, end_ns: int) -> int:
        """How much of the interval was quiet."""
        ...

    async def wait(self) -> None:
        """Until it is quiet."""
        ...


class Prepared(Struct, frozen=True):
    """An artifact that is ready to be run. `path` is what the worker loads.

    `final` is False for code that was compiled quickly: its verdicts hold (but for TLE), its
    timings do not count. `helper` is what the artifact needs beside itself: a script its
    compiled interpreter, a program its launcher.
    """

    artifact: Artifact
    path: str
    final: bool = True
    helper: str = ""


class RunRequest(Struct, frozen=True):
    """One run. `inputs`: MessagePack arrays of the arguments, or stdin bytes, one a case.

    No expected answer is in here, nor anything that it could be guessed from. `overlaps`: the
    answer is given while the worker still ends, beside what runs next: no timing is judged.
    """

    prepared: Prepared
    inputs: Sequence[bytes]
    limits: Limits
    overlaps: bool = False


class BenchRequest(Struct, frozen=True):
    """Repeat one function case inside the guest: `warmup` calls first, then `iterations`."""

    prepared: Prepared
    input: bytes
    limits: Limits
    iterations: int
    warmup: int


class Runtime(Protocol):
    """One mode. Cancelling an awaiting task ends the worker and waits for its end.

    All of it raises IsolationMissing, ArtifactRejected or WorkerLost where it cannot go on.
    """

    mode: Mode

    async def prepare(
        self, artifact: Artifact, *, quick: bool, say: Callable[[str], None] = lambda text: None
    ) -> Prepared:
        """Validate the artifact and make it ready; `quick` allows code that is not `final`.

        `say` hears of what takes long and is done once on a machine.
        """
        ...

    async def run(
        self, request: RunRequest, quiet: Quiet, progress: Callable[[int], None]
    ) -> RunResult:
        """Run all inputs; `progress` hears the number of finished cases.

        A case that takes long is not waited for in code that is not `final`: the result then has
        no observations.
        """
        ...

    async def bench(self, request: BenchRequest) -> Sequence[int]:
        """The durations of each iteration in ns."""
        ...

    async def isolation(self) -> str:
        """The level of isolation on this machine, one line for people."""
        ...

    async def close(self) -> None:
        """End what the runtime started, and wait for its end."""
        ...


class Validator(Protocol):
    """A problem's own judge of answers that are not the expected one."""

    def check(
        self, program: str, given: bytes, answer: bytes, output: bytes, flags: Sequence[str] = ()
    ) -> str | None:
        """None where `output` is accepted, else why not. Blocks; raises ToolFailed."""
        ...
