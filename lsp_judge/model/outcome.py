"""What was observed of one case: a closed union. Nothing here is a conclusion."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct


class Frame(Struct, frozen=True):
    """One frame of a trap or panic, innermost first; `line` counts from 1, 0: unknown."""

    function: str
    file: str
    line: int
    column: int = 0


class Returned(Struct, frozen=True, tag="returned"):
    """The entry came back. `output`: MessagePack of the result, or a stdio solution's stdout."""

    output: bytes


class Trapped(Struct, frozen=True, tag="trapped"):
    """The code failed by itself: wasm trap, panic, exception, traceback, non-zero exit status.

    `reason` is one line for people; `detail` the full text (stack, traceback).
    """

    reason: str
    detail: str = ""
    frames: tuple[Frame, ...] = ()


class Signalled(Struct, frozen=True, tag="signalled"):
    """The process died of a signal; `name` as in `SIGSEGV`."""

    name: str


class TimedOut(Struct, frozen=True, tag="timed_out"):
    """The wall clock or CPU limit passed; `limit_ms` is that limit. `loading`: before the first
    case began, while the artifact's own initialisers ran."""

    limit_ms: int
    loading: bool = False


class OutOfMemory(Struct, frozen=True, tag="out_of_memory"):
    limit_bytes: int


class OutputTooLong(Struct, frozen=True, tag="output_too_long"):
    limit_bytes: int


class WorkerDied(Struct, frozen=True, tag="worker_died"):
    """Our own worker failed; `reason` says how."""

    reason: str


Outcome: TypeAlias = (
    Returned | Trapped | Signalled | TimedOut | OutOfMemory | OutputTooLong | WorkerDied
)


class Observation(Struct, frozen=True):
    """All that was seen of one case in one mode.

    `duration_ns` is the user's code alone (0 where the case did not return); `memory_bytes`
    the peak that the case added; `stdout` and `stderr` what a function solution printed
    (stderr only, for stdio), each capped. `refused`: the system calls that the sandbox refused,
    each once, as `openat "/etc/passwd"`. `handling_ns`: decoding the arguments and encoding the
    result in the artifact, 0 where it does not tell (ABI 1.0, programs).
    """

    outcome: Outcome
    duration_ns: int = 0
    memory_bytes: int = 0
    stdout: bytes = b""
    stderr: bytes = b""
    refused: tuple[str, ...] = ()
    handling_ns: int = 0


class RunResult(Struct, frozen=True):
    """The observations of one run, in the order of its inputs, and the isolation that held.

    There are none where code that is not final ran out of time: its time says nothing.
    """

    observations: tuple[Observation, ...]
    isolation: str = ""
    run_ms: float = 0.0
