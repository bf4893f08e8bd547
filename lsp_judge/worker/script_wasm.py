"""Runs a Python solution in CPython on WASI: one guest, a fresh namespace for every case.

The guest reaches nothing but this process, through `host.call` (frames of bytes, see
`guest/door.py`): no files, no network, no environment. Host callbacks never raise, because
wasmtime-py keeps their errors in a module global: what goes wrong is remembered, and the
guest is told that nothing is left to do.
"""

from __future__ import annotations

import importlib.util
import json
import marshal
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import wasmtime

from lsp_judge.worker.engine import make_engine
from lsp_judge.worker.executor import GoOn
from lsp_judge.worker.guest.values import RESULT_RANGE
from lsp_judge.worker.script_host import EIO, MASK, StdinFile, View, safe, widen_stack
from lsp_judge.worker.script_image import Library, StackBounds, read_image
from lsp_judge.worker.traps import describe
from lsp_judge.worker.wire import Code, Job, Record

if TYPE_CHECKING:
    from lsp_judge.worker.capture import Stream
    from lsp_judge.worker.executor import Cases

_WASI = "wasi_snapshot_preview1"
_DOOR_FAILED = -2
_RECORD = struct.Struct("<BiQI")
# Modules that the guest gets from here, as text: its own files, and what a solution finds
# natively as well and is Python alone.
_GUEST = "lsp_judge.worker.guest"
_PASSED_ON = "sortedcontainers"

# Beyond the problem's limit: what the interpreter and the solution's modules take.
_INTERPRETER_BYTES = 160 << 20
# Memory that a guest has taken it never gives back, so a case that follows could use it
# unseen: after a case that took this much, a fresh worker goes on.
_KEPT_BYTES = 64 << 20


class InterpreterLost(Exception):
    """The guest returned before its work was done."""


class ScriptWasmExecutor:
    """One guest for all cases of the job."""

    def __init__(self, job: Job, stdout: Stream, stderr: Stream) -> None:
        self._job = job
        self._stdout, self._stderr = stdout, stderr
        self._input = StdinFile()
        self._decode = msgspec.msgpack.Decoder(list[Any]).decode
        self._encode = msgspec.msgpack.Encoder().encode
        self._cases: Cases | None = None
        self._index: int | None = None
        self._stop: GoOn | None = None
        self._completed = 0
        self._tasks: dict[int, Callable[[bytes], bytes]] = {
            ord("J"): lambda _: self._job_data(),
            ord("M"): self._module,
            ord("N"): lambda _: self._next(),
            ord("R"): self._finish,
        }

    def load(self) -> None:
        """Raises OSError and msgspec.DecodeError where image or script cannot be read."""
        folder = Path(self._job.path)
        self._source = (folder / "solution.py").read_bytes()
        self._entry = json.loads((folder / "entry.json").read_bytes())
        self._stdio = self._entry["shape"] == "stdio"
        image = read_image(Path(self._job.helper))
        self._library = Library(image)
        self._texts = _texts(_GUEST) | _texts(_PASSED_ON)
        engine = make_engine()
        module = wasmtime.Module.deserialize_file(engine, self._job.helper)
        self._instantiate(engine, module, image.stack)
        self._turn((Path(__file__).parent / "guest" / "boot.py").read_text("utf-8"))
        self._stdout.take()
        self._stderr.take()

    def run(self, cases: Cases) -> None:
        self._cases = cases
        try:
            self._turn("_judge.run()")
        except (wasmtime.Trap, wasmtime.WasmtimeError, wasmtime.ExitTrap, InterpreterLost) as error:
            self._lose(error)
        if self._stop is not None:
            raise self._stop

    def _lose(self, error: Exception) -> None:
        """The guest is gone. The case that ran is its last one; the next worker goes on."""
        if self._index is not None and self._completed and isinstance(error, InterpreterLost):
            # Our own code in the guest failed, by what an earlier case did to the interpreter.
            assert self._cases is not None
            self._cases.leave()
        elif self._index is not None:
            record = Record(self._index, Code.FAILED, message=str(error))
            if not isinstance(error, InterpreterLost):
                describe(error, record)
            if record.code is Code.RETURNED and not self._stdio:
                record.code, record.message = Code.FAILED, "the solution ended the interpreter"
            self._complete(record)
        elif not self._completed:
            raise error
        raise GoOn

    def _instantiate(
        self, engine: wasmtime.Engine, module: wasmtime.Module, stack: StackBounds | None
    ) -> None:
        self._store = wasmtime.Store(engine)
        limit = 2 * self._job.limits.memory_bytes + _INTERPRETER_BYTES
        self._store.set_limits(memory_size=min(limit, 1 << 32))
        wasi = wasmtime.WasiConfig()
        wasi.argv = ["python"]
        wasi.inherit_stdout()
        wasi.inherit_stderr()
        self._store.set_wasi(wasi)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        linker.allow_shadowing = True
        i32 = wasmtime.ValType.i32()
        four = wasmtime.FuncType([i32] * 4, [i32])
        two = wasmtime.FuncType([i32] * 2, [i32])
        linker.define_func("host", "call", four, safe(self._call, _DOOR_FAILED), True)
        linker.define_func(_WASI, "fd_read", four, safe(self._input.read, EIO), True)
        one = wasmtime.FuncType([i32], [i32])
        linker.define_func(_WASI, "fd_close", one, safe(self._input.close, EIO), True)
        linker.define_func(_WASI, "fd_filestat_get", two, safe(self._input.status, EIO), True)
        instance = linker.instantiate(self._store, module)
        self._exports = instance.exports(self._store)
        self._memory: Any = self._exports["memory"]
        if stack is not None:
            widen_stack(View(self._memory, self._store), stack)

    def _turn(self, text: str) -> None:
        """Let the guest run `text` in its `__main__`."""
        data = text.encode()
        allocate: Any = self._exports["host_alloc"]
        turn: Any = self._exports["turn"]
        address = allocate(self._store, len(data)) & MASK
        View(self._memory, self._store).write(address, data)
        if turn(self._store, address, len(data)) != 0 and self._stop is None:
            shown = self._stderr.take().decode("utf-8", "replace").strip()
            raise InterpreterLost(f"the interpreter in wasm ended: {shown[-2000:]}")

    def _call(self, caller: Any, address: int, length: int, out: int, out_length: int) -> int:
        """`host.call`: a frame from the guest, an answer in memory that the guest allocates."""
        request = View(self._memory, caller).read(address & MASK, length & MASK)
        answer = self._answer(request)
        allocate: Any = self._exports["host_alloc"]
        place = allocate(caller, len(answer)) & MASK
        view = View(self._memory, caller)  # not before: to allocate, the memory may have grown
        view.write(place, answer)
        view.write(out & MASK, struct.pack("<I", place))
        view.write(out_length & MASK, struct.pack("<I", len(answer)))
        return 0

    def _answer(self, request: bytes) -> bytes:
        try:
            return self._tasks[request[0]](request[1:])
        except GoOn as error:
            self._stop = error
            raise

    def _job_data(self) -> bytes:
        job = self._job
        fields = {
            "source": self._source,
            "entry": self._entry,
            "iterations": job.iterations,
            "warmup": job.warmup,
        }
        return marshal.dumps(fields, 2)

    def _module(self, request: bytes) -> bytes:
        name = request.decode("utf-8", "replace")
        if (own := self._texts.get(name)) is not None:
            return marshal.dumps((own[0], True, own[1]), 2)
        found = self._library.find(name)
        return b"" if found is None else marshal.dumps((found[0], False, found[1]), 2)

    def _next(self) -> bytes:
        assert self._cases is not None
        if self._index is not None:
            raise ValueError("the next case was asked for while one runs")
        if self._stop is not None:
            return marshal.dumps(None, 2)
        index = self._cases.next_index()
        if index is None:
            return marshal.dumps(None, 2)
        data = self._cases.input(index)
        if self._stdio:
            self._input.give(bytes(data))
        self._begin(index)
        if self._stdio:
            return marshal.dumps([None], 2)
        try:
            return marshal.dumps([self._decode(data)], 2)
        except msgspec.DecodeError as error:
            self._complete(Record(index, Code.BAD_INPUT, message=str(error)))
            return self._next()

    def _begin(self, index: int) -> None:
        assert self._cases is not None
        self._index = index
        self._size = self._memory.data_len(self._store)
        self._cpu, self._wall = time.process_time_ns(), time.monotonic_ns()
        self._cases.begin(index)

    def _finish(self, request: bytes) -> bytes:
        """What the guest says of the case that runs; it may say anything."""
        if self._index is None:
            raise ValueError("a record without a case")
        code, status, duration, length = _RECORD.unpack_from(request)
        message = request[_RECORD.size : _RECORD.size + length].decode("utf-8", "replace")
        record = Record(self._index, Code(code), duration, status=status, message=message)
        if record.code is Code.RETURNED and not self._stdio:
            self._convert(request[_RECORD.size + length :], record)
        self._complete(record)
        return b""

    def _convert(self, output: bytes, record: Record) -> None:
        """The result from JSON to MessagePack."""
        try:
            record.output = self._encode(json.loads(output))
        except OverflowError:
            record.code, record.message = Code.FAILED, f"OverflowError: {RESULT_RANGE}"
        except (ValueError, RecursionError) as error:
            record.code, record.message = Code.FAILED, f"the result cannot be read: {error}"

    def _complete(self, record: Record) -> None:
        assert self._cases is not None
        limit = self._job.limits.output_bytes
        record.wall_ns = time.monotonic_ns() - self._wall
        record.cpu_ns = time.process_time_ns() - self._cpu
        record.memory_bytes = self._memory.data_len(self._store) - self._size
        if self._stdio:
            record.output = self._stdout.take(limit)
        else:
            record.stdout = self._stdout.take()
        if len(record.output) > limit:
            record.code, record.output = Code.OUTPUT_TOO_LONG, b""
        record.stderr = self._stderr.take()
        self._index = None
        self._completed += 1
        self._cases.finish(record)
        if record.memory_bytes > _KEPT_BYTES:
            self._stop = GoOn()


def _texts(package: str) -> dict[str, tuple[bytes, bool]]:
    """The files of an installed package by dotted name, with whether each is a package, and
    empty ones for the packages above it. Nothing where it is not installed."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return {}
    parts = package.split(".")
    found = {".".join(parts[:count]): (b"", True) for count in range(1, len(parts))}
    for path in Path(spec.submodule_search_locations[0]).glob("*.py"):
        inner = path.stem != "__init__"
        found[f"{package}.{path.stem}" if inner else package] = (path.read_bytes(), not inner)
    return found
