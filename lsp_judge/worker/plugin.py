"""Runs a native plugin: the harness ABI, versions 1.0 and 1.1, through cffi."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from functools import cache
from typing import Any

import cffi
from msgspec import Struct

from lsp_judge.worker.capture import Stream
from lsp_judge.worker.executor import Cases, GoOn
from lsp_judge.worker.memory import MemoryMeter
from lsp_judge.worker.threads import ThreadMeter
from lsp_judge.worker.wire import Code, Job, Record

ABI_VERSION = 1

# The result struct and the functions of the ABI (ARCHITECTURE, "The harness ABI").
CDEF = """
typedef struct {
    uint32_t abi_version; uint32_t status; uint64_t duration_ns;
    uint64_t output; uint64_t output_len; uint64_t message; uint64_t message_len;
    uint64_t handling_ns;
} judge_result_t;
uint32_t judge_abi_version(void);
void *judge_input(uint32_t len);
uint32_t judge_call(void);
uint32_t judge_bench(uint32_t iterations, uint32_t warmup);
judge_result_t *judge_result(void);
"""
# What is asked of cffi by name, and the types of the functions above.
_NAMES = (
    "char *", "judge_result_t *", "uint32_t(*)(void)", "void *(*)(uint32_t)",
    "uint32_t(*)(uint32_t, uint32_t)", "judge_result_t *(*)(void)",
)  # fmt: skip

# In what judge_call returns: something that the call started still runs.
LEFT_RUNNING = 1 << 8
STATUS = {0: Code.RETURNED, 1: Code.FAILED, 2: Code.BAD_INPUT, 3: Code.OUT_OF_MEMORY}
# The struct's version has the major number in its lower half, the minor one in its upper half.
# What an artifact of a lower minor number has not is not there to be read.
_MINOR_SHIFT = 16
_HANDLING_SINCE = 1
MESSAGE_BYTES = 64 * 1024
_VERSION_NAME = re.compile(r"judge_abi_v(\d{1,9})$")


@cache
def declared() -> cffi.FFI:
    """The ABI, declared to cffi once in the zygote: a worker would need 2 ms for it, and another
    one for each type that it asks for by name."""
    ffi = cffi.FFI()
    ffi.cdef(CDEF)
    for name in _NAMES:
        ffi.typeof(name)
    return ffi


class AbiMismatch(Exception):
    """The artifact speaks another ABI, or none; the text names both versions."""


def check_abi(version: int) -> None:
    """The version that the artifact itself says."""
    if version != ABI_VERSION:
        raise AbiMismatch(f"the artifact has ABI version {version}, this judge {ABI_VERSION}")


def tells_handling(struct_version: int) -> bool:
    """Whether a result struct of this version reaches as far as `handling_ns`."""
    return struct_version >> _MINOR_SHIFT >= _HANDLING_SINCE


def check_exported(names: Iterable[str]) -> None:
    """The version among the names that the artifact exports: `judge_abi_v1`. To be checked before
    anything of the artifact runs. Raises AbiMismatch."""
    versions = sorted({int(found[1]) for name in names if (found := _VERSION_NAME.match(name))})
    if not versions:
        text = f"the artifact names no ABI version (judge_abi_v{ABI_VERSION}), this judge has "
        raise AbiMismatch(f"{text}version {ABI_VERSION}")
    if ABI_VERSION not in versions:
        check_abi(versions[-1])


class Ended(Struct):
    """What the result struct said after a call."""

    code: Code
    duration_ns: int
    output: bytes
    message: str
    handling_ns: int = 0


class PluginExecutor:
    """One plugin, loaded once, called for every case."""

    def __init__(self, job: Job, stdout: Stream, stderr: Stream) -> None:
        self._job = job
        self._stdout, self._stderr = stdout, stderr
        self._ffi = declared()
        self._plugin: Any = None
        self._left_running = False
        self._memory = MemoryMeter()
        self._threads = ThreadMeter()

    def load(self) -> None:
        """Raises AbiMismatch, and OSError where the file cannot be loaded."""
        self._plugin = self._ffi.dlopen(self._job.path)
        try:
            version = self._plugin.judge_abi_version()
        except AttributeError:
            raise AbiMismatch("the artifact has no judge_abi_version") from None
        check_abi(version)
        self._memory.start()
        self._threads.start()

    def run(self, cases: Cases) -> None:
        while (index := cases.next_index()) is not None:
            data = cases.input(index)
            cases.begin(index)
            cases.finish(self._case(index, data))
            if self._left_running or self._threads.more():
                raise GoOn

    def _case(self, index: int, data: memoryview) -> Record:
        cpu, wall = time.process_time_ns(), time.monotonic_ns()
        ended = self._call(data)
        wall_ns, cpu_ns = time.monotonic_ns() - wall, time.process_time_ns() - cpu
        return Record(
            index,
            ended.code,
            ended.duration_ns,
            wall_ns,
            cpu_ns,
            self._memory.take(),
            0,
            ended.output,
            ended.message,
            self._stdout.take(),
            self._stderr.take(),
            handling_ns=ended.handling_ns,
        )

    def _call(self, data: memoryview) -> Ended:
        plugin, ffi = self._plugin, self._ffi
        buffer = plugin.judge_input(len(data))
        if buffer == ffi.NULL:
            return Ended(Code.OUT_OF_MEMORY, 0, b"", "no memory for the input")
        ffi.memmove(buffer, data, len(data))
        if self._job.iterations:
            plugin.judge_bench(self._job.iterations, self._job.warmup)
        else:
            self._left_running = bool(plugin.judge_call() & LEFT_RUNNING)
        return self._result()

    def _result(self) -> Ended:
        result = self._plugin.judge_result()
        code = STATUS.get(result.status)
        if code is None:
            return Ended(Code.BROKEN, 0, b"", f"unknown status {result.status} in the result")
        if result.output_len > self._job.limits.output_bytes:
            return Ended(Code.OUTPUT_TOO_LONG, 0, b"", "")
        output = self._bytes(result.output, result.output_len)
        message = self._bytes(result.message, min(result.message_len, MESSAGE_BYTES))
        handling = result.handling_ns if tells_handling(result.abi_version) else 0
        text = message.decode("utf-8", "replace")
        return Ended(code, result.duration_ns, output, text, handling)

    def _bytes(self, address: int, length: int) -> bytes:
        if not length:
            return b""
        return bytes(self._ffi.buffer(self._ffi.cast("char *", address), length))
