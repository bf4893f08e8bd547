"""Runs a Python solution in the worker's own interpreter."""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
import time
from importlib.abc import MetaPathFinder
from importlib.machinery import BuiltinImporter, FrozenImporter, ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from lsp_judge.worker.guest import prelude, values
from lsp_judge.worker.guest.script import BAD_INPUT, Ended, Script
from lsp_judge.worker.memory import MemoryMeter
from lsp_judge.worker.wire import Code, Job, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsp_judge.worker.capture import Stream
    from lsp_judge.worker.executor import Cases

_OURS = "lsp_judge"
# What the standard library imports only when it is needed, too late for a sandbox without files.
_LAZY = {
    "datetime": ("_strptime",),
    "time": ("_strptime",),
    "decimal": ("numbers", "locale"),
    "fractions": ("decimal",),
    "statistics": ("fractions", "decimal"),
}
_CODECS = ("ascii", "latin_1", "utf_16", "utf_32", "cp1252", "unicode_escape", "raw_unicode_escape")


def warm() -> None:
    """Import what most solutions use: called once in the zygote, inherited by every worker."""
    for name in (*prelude.NAMES, *prelude.MODULES, "copy", "linecache"):
        prelude.load(name)
    for codec in _CODECS:
        prelude.load(f"encodings.{codec}")


class ScriptExecutor:
    """One solution, compiled once; every case in a fresh namespace of the same process."""

    def __init__(self, job: Job, stdout: Stream, stderr: Stream) -> None:
        self._job = job
        self._stdout, self._stderr = stdout, stderr
        self._to_bytes = msgspec.msgpack.Encoder(enc_hook=values.plain).encode
        self._decode = msgspec.msgpack.Decoder(list[Any]).decode
        self._stdin = Stdin()
        self._spare = {descriptor: os.dup(descriptor) for descriptor in (1, 2)}
        self._memory = MemoryMeter()

    def load(self) -> None:
        """Raises OSError where the script's files cannot be read; runs nothing of the user's."""
        folder = Path(self._job.path)
        entry = json.loads((folder / "entry.json").read_bytes())
        self._stdio = entry["shape"] == "stdio"
        self._script = Script((folder / "solution.py").read_bytes(), entry)
        missing = {name for name in self._script.imports if not _available(name)}
        sys.meta_path[:] = [BuiltinImporter, FrozenImporter, _Closed(missing)]
        self._script.settle()
        self._restore_streams()
        self._stdout.take()
        self._stderr.take()
        self._memory.start()

    def run(self, cases: Cases) -> None:
        for name in [name for name in sys.modules if name.partition(".")[0] == _OURS]:
            del sys.modules[name]
        while (index := cases.next_index()) is not None:
            data = cases.input(index)
            cases.begin(index)
            cases.finish(self._case(index, data))

    def _case(self, index: int, data: memoryview) -> Record:
        cpu, wall = time.process_time_ns(), time.monotonic_ns()
        ended = self._program(data) if self._stdio else self._function(data)
        output = b"" if self._stdio else self._script.encoded(ended, self._encode)
        self._restore_streams()
        record = Record(index, Code(ended.code), ended.duration_ns)
        record.wall_ns = time.monotonic_ns() - wall
        record.cpu_ns = time.process_time_ns() - cpu
        record.memory_bytes = self._memory.take()
        record.status, record.message = ended.status, ended.message
        limit = self._job.limits.output_bytes
        if self._stdio:
            record.output = self._stdout.take(limit)
        else:
            record.output, record.stdout = output, self._stdout.take()
        if len(record.output) > limit:
            record.code, record.output = Code.OUTPUT_TOO_LONG, b""
        record.stderr = self._stderr.take()
        return record

    def _restore_streams(self) -> None:
        """A solution may have closed the descriptors 1 and 2."""
        for descriptor, spare in self._spare.items():
            os.dup2(spare, descriptor)

    def _encode(self, value: Any) -> bytes:
        """As JSON has it: the keys of an object are strings."""
        if isinstance(value, dict):
            value = msgspec.to_builtins(value, str_keys=True, enc_hook=values.plain)
        return self._to_bytes(value)

    def _function(self, data: memoryview) -> Ended:
        try:
            arguments = self._decode(data)
        except msgspec.DecodeError as error:
            return Ended(BAD_INPUT, str(error))
        if self._job.iterations:
            return self._script.bench(arguments, self._job.iterations, self._job.warmup)
        return self._script.call(arguments)

    def _program(self, data: memoryview) -> Ended:
        self._stdin.give(data)
        try:
            return self._script.program()
        finally:
            self._stdin.end()


class Stdin:
    """Descriptor 0, given anew for every case."""

    def __init__(self) -> None:
        self._file = os.memfd_create("judge-stdin", os.MFD_CLOEXEC)
        self._feeder: threading.Thread | None = None

    def give(self, data: memoryview) -> None:
        """A memory file, in which a program may seek; a pipe where that would break the limit
        of file sizes, which is made for the output."""
        limit = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
        if limit not in (-1, resource.RLIM_INFINITY) and len(data) > limit:
            self._feed(data)
            return
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        while data:
            data = data[os.write(self._file, data) :]
        os.lseek(self._file, 0, os.SEEK_SET)
        os.dup2(self._file, 0)

    def _feed(self, data: memoryview) -> None:
        reading, writing = os.pipe()
        os.dup2(reading, 0)
        os.close(reading)
        self._feeder = threading.Thread(target=_write, args=(writing, data), daemon=True)
        self._feeder.start()

    def end(self) -> None:
        """Nothing more is read; a feeder that still waits for its reader ends."""
        os.dup2(self._file, 0)
        if self._feeder is not None:
            self._feeder.join()
            self._feeder = None


def _write(descriptor: int, data: memoryview) -> None:
    with open(descriptor, "wb", buffering=0) as file:
        try:
            while data:
                data = data[file.write(data) :]
        except BrokenPipeError:
            pass


class _Closed(MetaPathFinder):
    """In the place of the search for files, which a running worker cannot open."""

    def __init__(self, missing: set[str]) -> None:
        self._missing = missing

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name in self._missing:
            return None
        raise ModuleNotFoundError(
            f"No module named {name!r} was loaded: files cannot be opened while a case runs; "
            "name it in an import statement of the solution",
            name=name,
        )


def _available(name: str) -> bool:
    """Import a module and what it would import later; False where there is none."""
    found = prelude.load(name) is not None
    for later in _LAZY.get(name, ()):
        prelude.load(later)
    return found
