"""From what was seen of a call to its answer. Pure."""

from __future__ import annotations

from typing import assert_never

from lsp_judge.model.errors import SolverFailed
from lsp_judge.model.outcome import (
    Observation,
    OutOfMemory,
    OutputTooLong,
    Returned,
    Signalled,
    TimedOut,
    Trapped,
    WorkerDied,
)


def output_of(solver: str, seen: Observation) -> bytes:
    """The output. Raises SolverFailed, naming the solver, where the call gave none."""
    if isinstance(seen.outcome, Returned):
        return seen.outcome.output
    raise SolverFailed(f"The solver {solver} gave no answer: {failure_of(seen)}.")


def failure_of(seen: Observation) -> str:
    """Why a call gave no answer, as the end of a sentence; empty where it gave one."""
    outcome = seen.outcome
    match outcome:
        case Returned():
            return ""
        case Trapped():
            return f"it failed by itself ({outcome.reason})"
        case Signalled():
            return f"it died of {outcome.name}"
        case TimedOut():
            return f"nothing came within {outcome.limit_ms} ms"
        case OutOfMemory():
            return f"it needs more than {outcome.limit_bytes >> 20} MiB"
        case OutputTooLong():
            return f"it gives more than {outcome.limit_bytes >> 10} KiB"
        case WorkerDied():
            return outcome.reason
        case _:
            assert_never(outcome)
