"""What runs cases inside a worker: one executor a kind of artifact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from lsp_judge.worker.region import Inputs, OutputWriter
from lsp_judge.worker.wire import Job, Record


class GoOn(Exception):
    """The next worker goes on from here: this one has no room left for records, or what a case
    left behind would disturb the next one."""


class Cases:
    """The cases of a job, handed out one by one; keeps the progress header and the records.

    An executor calls `begin` right before a case runs and `finish` right after. `next_index`
    is None when none is left.
    """

    def __init__(
        self, job: Job, inputs: Inputs, outputs: OutputWriter, ring: Callable[[bool], None]
    ):
        """`ring` wakes the server, at once where it is told that these were all cases."""
        self._left = len(job.cases)
        self._indices = iter(job.cases)
        self._memory_bytes = job.limits.memory_bytes
        self._inputs = inputs
        self._outputs = outputs
        self._ring = ring

    def next_index(self) -> int | None:
        return next(self._indices, None)

    def input(self, index: int) -> memoryview:
        return self._inputs[index]

    def begin(self, index: int) -> None:
        self._outputs.begin(index)

    def leave(self) -> None:
        """The case that runs is left to the next worker: it is not to blame for what it met."""
        self._outputs.rest()

    def finish(self, record: Record) -> None:
        """Hand over a record. Raises GoOn."""
        if not self._outputs.finish(record):
            raise GoOn
        self._left -= 1
        self._ring(self._left == 0)
        if record.memory_bytes > self._memory_bytes:
            raise GoOn  # what it kept would be held against the next one


class Executor(Protocol):
    """Made before the sandbox is closed; `load` may open files, `run` may not any more."""

    def load(self) -> None:
        """Load the artifact (the first filter is on: files can be read, nothing else)."""
        ...

    def run(self, cases: Cases) -> None:
        """Run all cases; the second filter is on."""
        ...
