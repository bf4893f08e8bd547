"""Runs a wasm module: a reactor with the harness ABI, or a WASI command. A fresh instance a case.

No preopened directory, no environment, no network. Host callbacks never raise (wasmtime-py
keeps their errors in a module global): here there are none at all.
"""

from __future__ import annotations

import contextlib
import struct
import time
from typing import ClassVar

import wasmtime

from lsp_judge.worker.capture import Stream
from lsp_judge.worker.engine import make_engine, pooled_engine
from lsp_judge.worker.executor import Cases
from lsp_judge.worker.instance import Instance, Recipe
from lsp_judge.worker.plugin import (
    MESSAGE_BYTES,
    STATUS,
    AbiMismatch,
    check_abi,
    check_exported,
    tells_handling,
)
from lsp_judge.worker.traps import describe
from lsp_judge.worker.wire import Code, Job, Record

_RESULT = struct.Struct("<IIQQQQQ")
_HANDLING = struct.Struct("<Q")  # behind it, since 1.1
_PAGE = 65536
_EXITED = "the program exited with status {} before it answered"


# The functions that a reactor must export, as (parameters, results), all of them i32.
_REACTOR = {
    "judge_abi_version": (0, 1),
    "judge_input": (1, 1),
    "judge_call": (0, 1),
    "judge_bench": (2, 1),
    "judge_result": (0, 1),
}
_OPTIONAL = {"_initialize": (0, 0)}
_COMMAND = {"_start": (0, 0)}


def check_exports(module: wasmtime.Module, wanted: dict[str, tuple[int, int]]) -> set[str]:
    """The names that `module` exports. Raises AbiMismatch where a wanted one is missing or has
    another type."""
    exports = {export.name: export.type for export in module.exports}
    if "judge_call" in wanted:
        check_exported(exports)
    for name, (parameters, results) in wanted.items():
        kind = exports.get(name)
        if kind is None and name in _OPTIONAL:
            continue
        if not isinstance(kind, wasmtime.FuncType):
            raise AbiMismatch(f"the artifact exports no function {name}")
        types = [str(value) for value in (*kind.params, *kind.results)]
        if len(kind.params) != parameters or types != ["i32"] * (parameters + results):
            raise AbiMismatch(f"the artifact's {name} has another type")
    if not isinstance(exports.get("memory"), wasmtime.MemoryType):
        raise AbiMismatch("the artifact exports no memory")
    return set(exports)


def _loaded(path: str) -> tuple[wasmtime.Engine, wasmtime.Module]:
    """The compiled module with its engine: in a pool, where it fits into that."""
    baseline = path.endswith(".winch.cwasm")
    try:
        engine = pooled_engine(baseline=baseline)
        return engine, wasmtime.Module.deserialize_file(engine, path)
    except wasmtime.WasmtimeError:
        engine = make_engine(baseline=baseline)
        return engine, wasmtime.Module.deserialize_file(engine, path)


class _WasmExecutor:
    exports: ClassVar[dict[str, tuple[int, int]]]

    def __init__(self, job: Job, stdout: Stream, stderr: Stream) -> None:
        self.job = job
        self.stdout, self.stderr = stdout, stderr

    def load(self) -> None:
        engine, module = _loaded(self.job.path)
        self.names = check_exports(module, self.exports)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        initial = sum(
            export.type.limits.min
            for export in module.exports
            if isinstance(export.type, wasmtime.MemoryType)
        )
        limit = 2 * self.job.limits.memory_bytes + initial * _PAGE
        self.recipe = Recipe(engine, linker.instantiate_pre(module), limit)

    def run(self, cases: Cases) -> None:
        while (index := cases.next_index()) is not None:
            data = bytes(cases.input(index))
            cases.begin(index)
            cpu, wall = time.process_time_ns(), time.monotonic_ns()
            record = self.case(index, data)
            record.wall_ns = time.monotonic_ns() - wall
            record.cpu_ns = time.process_time_ns() - cpu
            cases.finish(record)

    def case(self, index: int, data: bytes) -> Record:
        raise NotImplementedError


class ReactorExecutor(_WasmExecutor):
    """A module that exports the harness ABI."""

    exports: ClassVar = _REACTOR | _OPTIONAL

    def load(self) -> None:
        super().load()
        self._result = 0
        with contextlib.closing(Instance(self.recipe)) as guest:
            # Constructors are the user's code: where they fail, every case will fail of it.
            with contextlib.suppress(wasmtime.Trap, wasmtime.WasmtimeError, wasmtime.ExitTrap):
                self._initialize(guest)
            check_abi(guest.call(b"judge_abi_version"))
            # Fixed, as the ABI has it: asked for once.
            self._result = guest.call(b"judge_result")

    def _initialize(self, guest: Instance) -> None:
        if "_initialize" in self.names:
            guest.call(b"_initialize")

    def case(self, index: int, data: bytes) -> Record:
        record = Record(index, Code.RETURNED)
        guest = Instance(self.recipe)
        try:
            self._call(guest, data)
            self._read_result(guest, record)
        except (wasmtime.Trap, wasmtime.WasmtimeError, wasmtime.ExitTrap) as trap:
            describe(trap, record)
            if isinstance(trap, wasmtime.ExitTrap):  # a function has no business with exit
                record.code = Code.EXITED
                record.message = _EXITED.format(trap.code)
        except IndexError as error:
            record.code, record.message = Code.BROKEN, str(error)
        finally:
            record.memory_bytes = guest.grown()
            guest.close()
        record.stdout, record.stderr = self.stdout.take(), self.stderr.take()
        return record

    def _call(self, guest: Instance, data: bytes) -> None:
        self._initialize(guest)
        guest.write(guest.call(b"judge_input", len(data)), data)
        if self.job.iterations:
            guest.call(b"judge_bench", self.job.iterations, self.job.warmup)
        else:
            guest.call(b"judge_call")

    def _read_result(self, guest: Instance, record: Record) -> None:
        raw = guest.read_up_to(self._result, _RESULT.size + _HANDLING.size)
        if len(raw) < _RESULT.size:
            raise IndexError("the result is not in the memory")
        version, status, duration, output, output_len, message, message_len = _RESULT.unpack_from(
            raw
        )
        record.code = STATUS.get(status, Code.BROKEN)
        if record.code is Code.BROKEN:
            record.message = f"unknown status {status} in the result"
            return
        if output_len > self.job.limits.output_bytes:
            record.code = Code.OUTPUT_TOO_LONG
            return
        record.duration_ns = duration
        if tells_handling(version):
            if len(raw) < _RESULT.size + _HANDLING.size:
                raise IndexError("the result is not in the memory")
            (record.handling_ns,) = _HANDLING.unpack_from(raw, _RESULT.size)
        record.output = guest.read(output, output_len) if output_len else b""
        if message_len:
            text = guest.read(message, min(message_len, MESSAGE_BYTES))
            record.message = text.decode("utf-8", "replace")


class CommandExecutor(_WasmExecutor):
    """A WASI command: stdin to stdout, `_start` once in a fresh instance."""

    exports: ClassVar = _COMMAND

    def case(self, index: int, data: bytes) -> Record:
        record = Record(index, Code.RETURNED)
        with contextlib.closing(Instance(self.recipe, data)) as guest:
            start = time.perf_counter_ns()
            try:
                guest.call(b"_start")
            except (wasmtime.Trap, wasmtime.WasmtimeError, wasmtime.ExitTrap) as trap:
                describe(trap, record)
            record.duration_ns = time.perf_counter_ns() - start
            record.memory_bytes = guest.grown()
        record.output = self.stdout.take(self.job.limits.output_bytes)
        record.stderr = self.stderr.take()
        return record
