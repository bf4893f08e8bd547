"""What the guest of a Python script sees of the worker: its memory's other side, and a file."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from typing import Any

from lsp_judge.worker.script_image import StackBounds

# Values of `errno` in wasi_snapshot_preview1.
_EBADF, EIO = 8, 29
# Addresses come as signed numbers.
MASK = 0xFFFFFFFF
# Left of the guest's stack for C code that does not look at the bounds.
_STACK_MARGIN = 512 * 1024


class StdinFile:
    """The guest's descriptor 0, its only file: `fd_read` and `fd_filestat_get` of WASI."""

    def __init__(self) -> None:
        self._data = b""
        self._place = 0

    def give(self, data: bytes) -> None:
        self._data, self._place = data, 0

    def read(self, caller: Any, descriptor: int, vectors: int, count: int, result: int) -> int:
        if descriptor != 0:
            return _EBADF
        view = View(caller["memory"], caller)
        total = 0
        for number in range(count):
            head = view.read((vectors & MASK) + 8 * number, 8)
            address, length = struct.unpack("<II", head)
            part = self._data[self._place : self._place + length]
            view.write(address, part)
            self._place += len(part)
            total += len(part)
        view.write(result & MASK, struct.pack("<I", total))
        return 0

    @staticmethod
    def close(caller: Any, descriptor: int) -> int:
        """The standard streams stay, for the case that comes next."""
        return 0 if descriptor in (0, 1, 2) else _EBADF

    def status(self, caller: Any, descriptor: int, result: int) -> int:
        """A regular file for 0, character devices for 1 and 2 (WASI's `filestat`, `filetype`)."""
        if descriptor not in (0, 1, 2):
            return _EBADF
        kind, size = (4, len(self._data)) if descriptor == 0 else (2, 0)
        fields = struct.pack("<QQB7xQQQQQ", 0, descriptor, kind, 1, size, 0, 0, 0)
        View(caller["memory"], caller).write(result & MASK, fields)
        return 0


class View:
    """The guest's memory, with bounds checked. Raises IndexError."""

    def __init__(self, memory: Any, store: Any) -> None:
        self._size = memory.data_len(store)
        self._start = ctypes.addressof(memory.data_ptr(store).contents)

    def read(self, address: int, length: int) -> bytes:
        self._check(address, length)
        return ctypes.string_at(self._start + address, length)

    def write(self, address: int, data: bytes) -> None:
        self._check(address, len(data))
        ctypes.memmove(self._start + address, data, len(data))

    def _check(self, address: int, length: int) -> None:
        if address + length > self._size:
            raise IndexError(f"{length} bytes at {address:#x} are outside of the guest's memory")


def safe(function: Callable[..., int], failed: int) -> Callable[..., int]:
    """A host callback that answers `failed` where `function` raises."""

    def callback(*arguments: Any) -> int:
        try:
            return function(*arguments)
        except BaseException:
            return failed

    return callback


def widen_stack(view: View, stack: StackBounds) -> None:
    """Let the interpreter use all of its C stack: it believes in 128 KiB, where 200 calls of a
    cached function are too deep. Left as it is where the memory is not what was expected."""
    if struct.unpack("<3I", view.read(stack.address, 12)) == stack.words:
        bounds = struct.pack("<2I", _STACK_MARGIN + 8192, _STACK_MARGIN)
        view.write(stack.address + 4, bounds)
