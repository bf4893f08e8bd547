"""The shared memory through which cases go to a worker and records come back.

Two anonymous memory files. The input one is written once and sealed: a count, a table of
offsets, the inputs. The output one starts with a progress header (which case runs, and since
when), then records appended one after the other, each a length and a MessagePack `Record`.
The header's `used` is moved only after a record is whole, so that a worker that is killed at
any moment leaves complete records behind. The header is read while it is written: it consists
of words of 64 bits, each written at once, in an order that makes every mixture harmless.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import struct
import time
from collections.abc import Iterator, Sequence

import msgspec

from lsp_judge.worker.wire import Record

OUTPUT_CAPACITY = 1 << 29  # sparse: only touched pages are ever backed by memory

_U64 = struct.Struct("<Q")
_HEADER_SIZE = 64
# Words of the header: bytes used after it; the case that runs, plus 1; since when (ns).
_USED, _CASE, _SINCE = range(3)


def _header(region: mmap.mmap) -> memoryview:
    return memoryview(region)[:_HEADER_SIZE].cast("Q")


def create_inputs(inputs: Sequence[bytes]) -> int:
    """A sealed memory file with `inputs`; returns its descriptor, the caller's to close."""
    offsets = [8 + 8 * (len(inputs) + 1)]
    for data in inputs:
        offsets.append(offsets[-1] + len(data))
    head = struct.pack(f"<{len(offsets) + 1}Q", len(inputs), *offsets)
    descriptor = os.memfd_create("judge-inputs", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with open(descriptor, "wb", closefd=False) as file:
        file.write(head)
        file.writelines(inputs)
    seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_WRITE | fcntl.F_SEAL_SEAL
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)
    return descriptor


def create_outputs() -> int:
    """An empty output region; returns its descriptor, the caller's to close."""
    descriptor = os.memfd_create("judge-outputs", os.MFD_CLOEXEC)
    os.ftruncate(descriptor, OUTPUT_CAPACITY)
    return descriptor


class Inputs:
    """The worker's view of the inputs."""

    def __init__(self, descriptor: int) -> None:
        self._map = mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
        self._view = memoryview(self._map)

    def __getitem__(self, index: int) -> memoryview:
        start, end = struct.unpack_from("<2Q", self._map, 8 + 8 * index)
        return self._view[start:end]


class OutputWriter:
    """The worker's side of the output region."""

    def __init__(self, descriptor: int) -> None:
        self._map = mmap.mmap(descriptor, OUTPUT_CAPACITY)
        self._header = _header(self._map)
        self._used = 0
        self._encode = msgspec.msgpack.Encoder().encode

    def begin(self, index: int) -> None:
        """Say that case `index` starts now. The time first: with an older one beside it the case
        would look as if it had run too long."""
        self._header[_SINCE] = time.monotonic_ns()
        self._header[_CASE] = index + 1

    def rest(self) -> None:
        """Say that no case runs."""
        self._header[_CASE] = 0

    def finish(self, record: Record) -> bool:
        """Append a record; False where the region has no room left for it. Either way the case
        runs no more: a worker that ends now was not ended by it."""
        data = self._encode(record)
        start = _HEADER_SIZE + self._used
        end = start + 8 + len(data)
        if end > OUTPUT_CAPACITY:
            self._header[_CASE] = 0
            return False
        _U64.pack_into(self._map, start, len(data))
        self._map[start + 8 : end] = data
        self._used = end - _HEADER_SIZE
        self._header[_USED] = self._used
        self._header[_CASE] = 0
        return True


class OutputReader:
    """The server's side: every number in it was written by a worker and is checked."""

    def __init__(self, descriptor: int, longest: int = OUTPUT_CAPACITY) -> None:
        """`longest`: what no honest record exceeds, in bytes."""
        self._map = mmap.mmap(descriptor, OUTPUT_CAPACITY, prot=mmap.PROT_READ)
        self._header = _header(self._map)
        self._longest = longest
        self._read = 0
        self._decode = msgspec.msgpack.Decoder(Record).decode

    def close(self) -> None:
        self._header.release()
        self._map.close()

    def running(self) -> tuple[int, int] | None:
        """The case that runs now and since when (CLOCK_MONOTONIC, ns); None between cases."""
        case = self._header[_CASE]  # before the time, which is written before it
        since = self._header[_SINCE]
        return (case - 1, since) if case else None

    def records(self) -> Iterator[Record]:
        """The records that are new since the last call.

        Raises msgspec.DecodeError where the region was scribbled over.
        """
        used = self._header[_USED]
        while self._read < used:
            start = _HEADER_SIZE + self._read
            if start + 8 > OUTPUT_CAPACITY:
                raise msgspec.DecodeError("record outside of the region")
            (length,) = _U64.unpack_from(self._map, start)
            if length > self._longest or start + 8 + length > OUTPUT_CAPACITY:
                raise msgspec.DecodeError("record longer than any can be")
            self._read += 8 + length
            try:
                yield self._decode(self._map[start + 8 : start + 8 + length])
            except RecursionError:
                raise msgspec.DecodeError("record nested without end") from None


def case_that_runs(outputs: int) -> int:
    """The index of the case that runs by the header of an output region, given by its
    descriptor; -1 between cases. Untrusted, as all that a worker writes."""
    (case,) = _U64.unpack(os.pread(outputs, 8, 8 * _CASE))
    return int(min(case, 1 << 32)) - 1
