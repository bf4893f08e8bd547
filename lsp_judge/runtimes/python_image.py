"""Prepares CPython on WASI, once a machine: compiled to native code, its library indexed."""

from __future__ import annotations

import asyncio
import fcntl
import hashlib
import mmap
import os
import struct
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

import msgspec

from lsp_judge.model.build import Tool
from lsp_judge.worker import script_image
from lsp_judge.worker.script_image import Image, StackBounds, description

# Raised when what is written beside the compiled module changes.
_FORMAT = 2
_POLL_S = 0.2

# CPython takes 128 KiB for the C stack of every WASI program (`Py_C_STACK_SIZE`); this one was
# linked with 16 MiB. Its thread state holds the stack's top and the two bounds derived from it.
_STACK_TOP = 16 << 20
_STACK_WORDS = (_STACK_TOP, _STACK_TOP - 112 * 1024, _STACK_TOP - 120 * 1024)

Compile = Callable[[Path, Path], Awaitable[None]]


async def prepare(tool: Tool, folder: Path, compile_module: Compile) -> Path:
    """The compiled interpreter, made if it is not there yet; cheap when it is.

    `tool` is `python-wasi`. `compile_module(source, target)` compiles in a process of its own
    (about 65 s and 2.2 GB of memory) and leaves a whole file or none. Two processes that
    prepare at the same time do it once.
    """
    snapshot, _, library = (Path(part) for part in tool.command)
    target = folder / f"python-{_key(tool, snapshot, library)}.cwasm"
    if _is_ready(target):
        return target
    folder.mkdir(parents=True, exist_ok=True)
    async with _alone(target.with_suffix(".lock")):
        if not _is_ready(target):
            # A copy of its own: the image outlives the environment that it was made from.
            own = _library(target)
            await asyncio.to_thread(lambda: _write(own, library.read_bytes()))
            image = await asyncio.to_thread(_describe, snapshot, own)
            _write(description(target), msgspec.msgpack.encode(image))
            await compile_module(snapshot, target)
    return target


def is_prepared(tool: Tool, folder: Path) -> bool:
    """Whether `prepare` would have nothing to do."""
    snapshot, _, library = (Path(part) for part in tool.command)
    return _is_ready(folder / f"python-{_key(tool, snapshot, library)}.cwasm")


def _is_ready(target: Path) -> bool:
    return all(path.exists() for path in (target, description(target), _library(target)))


def _library(target: Path) -> Path:
    return target.with_suffix(".zip")


def _key(tool: Tool, snapshot: Path, library: Path) -> str:
    """The tool's version holds a digest of its manifest, which pins every source of it.
    wasmtime loads only what it compiled itself, configured in the same way."""
    sizes = [path.stat().st_size for path in (snapshot, library)]
    engine = Path(script_image.__file__).with_name("engine.py").read_bytes()
    parts = (_FORMAT, tool.version, sizes, version("wasmtime"), engine)
    return hashlib.blake2b(msgspec.msgpack.encode(parts), digest_size=10).hexdigest()


@asynccontextmanager
async def _alone(path: Path) -> AsyncIterator[None]:
    """Hold the lock of the file `path`, over all processes; it goes with its owner."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(_POLL_S)
        yield
    finally:
        os.close(descriptor)


def _write(path: Path, data: bytes) -> None:
    """Whole, or not at all."""
    temporary = path.with_suffix(f".{os.getpid()}")
    temporary.write_bytes(data)
    temporary.replace(path)


def _describe(snapshot: Path, library: Path) -> Image:
    return Image(str(library), dict(_modules(library)), _stack_bounds(snapshot))


def _modules(library: Path) -> Iterator[tuple[str, tuple[int, int, bool]]]:
    with zipfile.ZipFile(library) as archive:
        for member in archive.infolist():
            name, dot, ending = member.filename.rpartition(".")
            if dot and ending == "pyc" and member.compress_type == zipfile.ZIP_DEFLATED:
                package = name.endswith("/__init__")
                dotted = name.removesuffix("/__init__").replace("/", ".")
                yield dotted, (member.header_offset, member.compress_size, package)


def _stack_bounds(snapshot: Path) -> StackBounds | None:
    """Where the snapshot's memory holds the bounds; None where that is not certain."""
    words = struct.pack("<3I", *_STACK_WORDS)
    with snapshot.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    with data:
        place = data.find(words)
        if place < 0 or data.find(words, place + 1) >= 0:
            return None
        for address, start, end in _segments(data):
            if start <= place and place + len(words) <= end:
                return StackBounds(address + place - start, _STACK_WORDS)
    return None


def _segments(data: mmap.mmap) -> Iterator[tuple[int, int, int]]:
    """The active data segments of a wasm module: address in memory, start and end in the file
    (WebAssembly core specification, "Data Section")."""
    place = 8
    while place < len(data):
        kind = data[place]
        size, place = _unsigned(data, place + 1)
        if kind == 11:
            yield from _data_section(data, place)
            return
        place += size


def _data_section(data: mmap.mmap, place: int) -> Iterator[tuple[int, int, int]]:
    count, place = _unsigned(data, place)
    for _ in range(count):
        flags, place = _unsigned(data, place)
        address = -1
        if flags == 0:  # an `i32.const`, its value, `end`
            address, place = _unsigned(data, place + 1)
            place += 1
        length, place = _unsigned(data, place)
        if flags == 0:
            yield address, place, place + length
        place += length


def _unsigned(data: mmap.mmap, place: int) -> tuple[int, int]:
    """A LEB128 number and the place behind it (signed ones read the same below 2^31)."""
    result = shift = 0
    while True:
        byte = data[place]
        place += 1
        result |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return result, place
