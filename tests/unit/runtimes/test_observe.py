"""What a worker's death says of a case."""

from __future__ import annotations

import signal

import pytest

from lsp_judge.model.outcome import Outcome, OutOfMemory, OutputTooLong, Signalled, TimedOut
from lsp_judge.model.problem import Limits
from lsp_judge.runtimes.observe import observe
from lsp_judge.worker.wire import Code, Record

LIMITS = Limits(wall_ms=500, cpu_ms=400, memory_bytes=64 << 20, output_bytes=1 << 20)


@pytest.mark.parametrize(
    ("name", "used", "expected"),
    [
        ("SIGXFSZ", 65 << 20, OutputTooLong(LIMITS.output_bytes)),
        ("SIGXCPU", 65 << 20, TimedOut(LIMITS.cpu_ms)),
        ("SIGSEGV", 65 << 20, OutOfMemory(LIMITS.memory_bytes)),
        ("SIGSEGV", 1 << 20, Signalled("SIGSEGV")),
    ],
)
def test_a_limit_s_own_signal_says_more_than_the_memory(
    name: str, used: int, expected: Outcome
) -> None:
    record = Record(0, Code.SIGNALLED, status=signal.Signals[name], memory_bytes=used)
    assert observe(record, LIMITS).outcome == expected
