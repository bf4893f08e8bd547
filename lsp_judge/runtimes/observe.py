"""From a worker's record to an observation. Pure."""

from __future__ import annotations

import signal

from lsp_judge.model.outcome import (
    Frame,
    Observation,
    Outcome,
    OutOfMemory,
    OutputTooLong,
    Returned,
    Signalled,
    TimedOut,
    Trapped,
    WorkerDied,
)
from lsp_judge.model.problem import Limits
from lsp_judge.worker.wire import Code, Record

# The status of a record of a time limit that passed before the first case.
WHILE_LOADING = 1

# What programs say when an allocation failed, before they die in one way or another.
_NO_MEMORY = (
    b"std::bad_alloc",
    b"out of memory",
    b"cannot allocate memory",
    b"MemoryError",
)


def observe(record: Record, limits: Limits) -> Observation:
    """What was seen of one case, limits applied."""
    return Observation(
        _outcome(record, limits),
        record.duration_ns,
        record.memory_bytes,
        record.stdout,
        record.stderr,
        tuple(record.refused),
        record.handling_ns,
    )


def _outcome(record: Record, limits: Limits) -> Outcome:
    match record.code:
        case Code.TIMED_OUT:
            return TimedOut(limits.wall_ms, loading=record.status == WHILE_LOADING)
        case Code.OUTPUT_TOO_LONG:
            return OutputTooLong(limits.output_bytes)
        case Code.OUT_OF_MEMORY:
            return OutOfMemory(limits.memory_bytes)
        case Code.BROKEN:
            # The harness does not do that by itself: something wrote over its memory.
            return Trapped(record.message)
        case Code.BAD_INPUT:
            return WorkerDied(f"the harness could not read the arguments: {record.message}")
    if (limited := _limited(record, limits)) is not None:
        return limited
    if record.memory_bytes > limits.memory_bytes or _ran_out(record):
        return OutOfMemory(limits.memory_bytes)
    if record.code is Code.RETURNED:
        return _returned(record, limits)
    return _failed(record, limits)


def _limited(record: Record, limits: Limits) -> Outcome | None:
    """By the signal of a limit: it says more than what else was near its own."""
    if record.code is Code.SIGNALLED and signal_name(record.status) == "SIGXFSZ":
        return OutputTooLong(limits.output_bytes)
    if record.code is Code.SIGNALLED and signal_name(record.status) == "SIGXCPU":
        return TimedOut(limits.cpu_ms)
    return None


def _ran_out(record: Record) -> bool:
    if record.code is Code.RETURNED:
        return False
    return any(words in record.stderr or words in record.message.encode() for words in _NO_MEMORY)


def _returned(record: Record, limits: Limits) -> Outcome:
    if record.duration_ns > limits.wall_ms * 1_000_000:
        return TimedOut(limits.wall_ms)
    if record.cpu_ns > limits.cpu_ms * 1_000_000 and record.cpu_ns > 2 * record.wall_ns:
        return TimedOut(limits.cpu_ms)
    return Returned(record.output)


def _failed(record: Record, limits: Limits) -> Outcome:
    detail = record.stderr.decode("utf-8", "replace")
    if record.code is Code.SIGNALLED:
        name = signal_name(record.status)
        if detail.strip():  # the program's last words say more than its signal
            return Trapped(f"killed by {name}", detail)
        return Signalled(name)
    frames = tuple(
        Frame(frame.function, frame.file, frame.line, frame.column) for frame in record.frames
    )
    if record.code is Code.EXITED:
        reason = record.message or f"exit status {record.status}"
        return Trapped(reason, detail, frames)
    reason, _, rest = record.message.partition("\n")
    return Trapped(reason, f"{rest}\n{detail}".strip(), frames)


def signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
