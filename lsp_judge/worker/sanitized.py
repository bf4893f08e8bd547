"""Runs a native build with sanitizers: a stdio program, or a function's driver.

A driver is a function solution with a small `main`: it reads the encoded arguments from stdin
and writes the status of the ABI (4 bytes, little-endian), then the encoded result or the
message. What the solution prints itself goes to stderr, as the sanitizers' reports do.
"""

from __future__ import annotations

import os
from typing import ClassVar, NoReturn

from lsp_judge.worker.filters import PROGRAM_DESCRIPTOR
from lsp_judge.worker.program import ProgramExecutor
from lsp_judge.worker.wire import Code, Record

_CODES = {0: Code.RETURNED, 1: Code.FAILED, 2: Code.BAD_INPUT, 3: Code.OUT_OF_MEMORY}
_STATUS_BYTES = 4


class SanitizedExecutor(ProgramExecutor):
    """One executable, started once a case; its sanitizers get their settings from us."""

    reads_files: ClassVar[bool] = True

    def _case(self, index: int) -> Record:
        record = super()._case(index)
        # What the sanitizers themselves take says nothing about the solution.
        record.memory_bytes = 0
        if self._job.kind == "driver" and record.code is Code.RETURNED:
            _read_answer(record)
        return record

    def _execute(self) -> NoReturn:
        """In the child: never returns."""
        try:
            self._sandbox.follow_parent()
            if self._sandbox.filters is not None:
                self._sandbox.close(self._sandbox.filters.diagnosing)
            os.execve(PROGRAM_DESCRIPTOR, ["solution"], self._settings())
        finally:
            os._exit(126)

    def _settings(self) -> dict[str, str]:
        """Leaks are no fault here; a leak check would need ptrace as well."""
        megabytes = self._job.limits.memory_bytes >> 20
        address = (
            "detect_leaks=0:color=never:disable_coredump=0:detect_stack_use_after_return=0:"
            f"allocator_may_return_null=1:hard_rss_limit_mb={megabytes}"
        )
        return {"ASAN_OPTIONS": address, "UBSAN_OPTIONS": "color=never:print_stacktrace=0"}


def _read_answer(record: Record) -> None:
    answer = record.output
    code = _CODES.get(int.from_bytes(answer[:_STATUS_BYTES], "little"))
    if len(answer) < _STATUS_BYTES or code is None:
        record.code, record.output = Code.FAILED, b""
        record.message = "the solution ended the program before it had answered"
        return
    record.code, record.output = code, answer[_STATUS_BYTES:]
    if code is not Code.RETURNED:
        record.message, record.output = record.output.decode("utf-8", "replace"), b""
