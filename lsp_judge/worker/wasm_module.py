"""Runs a wasm module: a reactor with the harness ABI, or a WASI command. A fresh instance a case.

No preopened directory, no environment, no network. Host callbacks never raise (wasmtime-py
keeps their errors in a module global): here there are none at all.
"""

from __future__ import annotations

import ctypes
import struct
import time
from typing import Any, ClassVar

import wasmtime
from wasmtime import _ffi
from wasmtime._func import enter_wasm

from lsp_judge.worker.capture import Stream
from lsp_judge.worker.engine import make_engine
from lsp_judge.worker.executor import Cases
from lsp_judge.worker.plugin import MESSAGE_BYTES, STATUS, AbiMismatch, check_abi
from lsp_judge.worker.traps import describe
from lsp_judge.worker.wire import Code, Job, Record

_RESULT = struct.Struct("<IIQQQQQ")
_PAGE = 65536


class Guest:
    """One instance in a store of its own."""

    def __init__(self, owner: _WasmExecutor, stdin: bytes | None) -> None:
        self.store = wasmtime.Store(owner.engine)
        self.store.set_limits(memory_size=owner.memory_limit, table_elements=1_000_000)
        wasi = wasmtime.WasiConfig()
        wasi.inherit_stdout()
        wasi.inherit_stderr()
        if stdin is not None:
            _give_stdin(wasi, stdin)
        self.store.set_wasi(wasi)
        self._instance = owner.ready.instantiate(self.store)._instance
        self._context = self.store._context()
        self._memory = self._export(b"memory").memory
        self.base_bytes = self._size()

    def _export(self, name: bytes) -> Any:
        item = _ffi.wasmtime_extern_t()
        found = _ffi.wasmtime_instance_export_get(
            self._context, ctypes.byref(self._instance), name, len(name), ctypes.byref(item)
        )
        if not found:
            raise AbiMismatch(f"the artifact exports no {name.decode()}")
        return item.of

    def call(self, name: bytes, *arguments: int) -> int:
        """Call an export whose type was checked when the module was loaded (`check_exports`).

        wasmtime-py's own call asks for the type again each time, which costs as much as many
        a solution.
        """
        function = self._export(name).func
        values = (_ffi.wasmtime_val_raw * 2)()
        for value, argument in zip(values, arguments, strict=False):
            value.i32 = argument
        with enter_wasm(self.store) as trap:
            error = _ffi.wasmtime_func_call_unchecked(
                self._context, ctypes.byref(function), values, 2, trap
            )
            if error:
                raise wasmtime.WasmtimeError._from_ptr(error)
        return values[0].i32 & 0xFFFFFFFF

    def _size(self) -> int:
        return int(_ffi.wasmtime_memory_data_size(self._context, ctypes.byref(self._memory)))

    def _start(self) -> int:
        data = _ffi.wasmtime_memory_data(self._context, ctypes.byref(self._memory))
        return ctypes.cast(data, ctypes.c_void_p).value or 0

    def read(self, address: int, length: int) -> bytes:
        """Raises IndexError where the range is not inside of the memory."""
        size = self._size()
        if address + length > size:
            raise IndexError(f"{length} bytes at {address:#x} are not in a memory of {size} bytes")
        return ctypes.string_at(self._start() + address, length)

    def write(self, address: int, data: memoryview) -> None:
        if address + len(data) > self._size():
            raise IndexError(f"the input buffer at {address:#x} is not in the memory")
        ctypes.memmove(self._start() + address, bytes(data), len(data))

    def grown(self) -> int:
        """Bytes of memory beyond what the instance started with."""
        return self._size() - self.base_bytes


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


def _give_stdin(wasi: wasmtime.WasiConfig, data: bytes) -> None:
    """Standard input from memory: wasmtime-py has this only in its C layer. It takes the vector."""
    vector = _ffi.wasm_byte_vec_t()
    array = ctypes.cast(ctypes.c_char_p(data), ctypes.POINTER(ctypes.c_uint8))
    _ffi.wasm_byte_vec_new(ctypes.byref(vector), len(data), array)
    _ffi.wasi_config_set_stdin_bytes(wasi.ptr(), ctypes.byref(vector))


class _WasmExecutor:
    exports: ClassVar[dict[str, tuple[int, int]]]

    def __init__(self, job: Job, stdout: Stream, stderr: Stream) -> None:
        self.job = job
        self.stdout, self.stderr = stdout, stderr

    def load(self) -> None:
        baseline = self.job.path.endswith(".winch.cwasm")
        self.engine = make_engine(baseline=baseline)
        self.module = wasmtime.Module.deserialize_file(self.engine, self.job.path)
        self.names = check_exports(self.module, self.exports)
        linker = wasmtime.Linker(self.engine)
        linker.define_wasi()
        self.ready = linker.instantiate_pre(self.module)
        initial = sum(
            export.type.limits.min
            for export in self.module.exports
            if isinstance(export.type, wasmtime.MemoryType)
        )
        self.memory_limit = 2 * self.job.limits.memory_bytes + initial * _PAGE

    def run(self, cases: Cases) -> None:
        while (index := cases.next_index()) is not None:
            data = cases.input(index)
            cases.begin(index)
            cpu, wall = time.process_time_ns(), time.monotonic_ns()
            record = self.case(index, data)
            record.wall_ns = time.monotonic_ns() - wall
            record.cpu_ns = time.process_time_ns() - cpu
            cases.finish(record)

    def case(self, index: int, data: memoryview) -> Record:
        raise NotImplementedError


class ReactorExecutor(_WasmExecutor):
    """A module that exports the harness ABI."""

    exports: ClassVar = _REACTOR | _OPTIONAL

    def load(self) -> None:
        super().load()
        guest = Guest(self, None)
        self._initialize(guest)
        check_abi(guest.call(b"judge_abi_version"))

    def _initialize(self, guest: Guest) -> None:
        if "_initialize" in self.names:
            guest.call(b"_initialize")

    def case(self, index: int, data: memoryview) -> Record:
        guest = Guest(self, None)
        record = Record(index, Code.RETURNED)
        try:
            self._initialize(guest)
            address = guest.call(b"judge_input", len(data))
            guest.write(address, data)
            if self.job.iterations:
                guest.call(b"judge_bench", self.job.iterations, self.job.warmup)
            else:
                guest.call(b"judge_call")
            self._read_result(guest, record)
        except (wasmtime.Trap, wasmtime.WasmtimeError, wasmtime.ExitTrap) as trap:
            describe(trap, record)
            if isinstance(
                trap, wasmtime.ExitTrap
            ):  # a function's solution has no business with exit
                record.code = Code.EXITED
                record.message = f"the program exited with status {trap.code} before it answered"
        except IndexError as error:
            record.code, record.message = Code.BROKEN, str(error)
        record.memory_bytes = guest.grown()
        record.stdout, record.stderr = self.stdout.take(), self.stderr.take()
        return record

    def _read_result(self, guest: Guest, record: Record) -> None:
        raw = guest.read(guest.call(b"judge_result"), _RESULT.size)
        _, status, duration, output, output_len, message, message_len = _RESULT.unpack(raw)
        record.code = STATUS.get(status, Code.BROKEN)
        if record.code is Code.BROKEN:
            record.message = f"unknown status {status} in the result"
            return
        if output_len > self.job.limits.output_bytes:
            record.code = Code.OUTPUT_TOO_LONG
            return
        record.duration_ns = duration
        record.output = guest.read(output, output_len) if output_len else b""
        if message_len:
            text = guest.read(message, min(message_len, MESSAGE_BYTES))
            record.message = text.decode("utf-8", "replace")


class CommandExecutor(_WasmExecutor):
    """A WASI command: stdin to stdout, `_start` once in a fresh instance."""

    exports: ClassVar = _COMMAND

    def case(self, index: int, data: memoryview) -> Record:
        guest = Guest(self, bytes(data))
        record = Record(index, Code.RETURNED)
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
