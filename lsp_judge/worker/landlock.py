"""Landlock (landlock(7)): which files a worker can reach at all, whatever its filter allows.

The kernel checks it where it matters, at the file itself, so that a path cannot be changed
between a check and its use. Kernels before 5.13, and some containers, do not have it.
"""

from __future__ import annotations

import os
import site
import struct
import sys
from collections.abc import Iterable
from typing import Any

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same numbers on every architecture
_VERSION = 1
_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38
_RULESET = struct.Struct("<QQQ")  # handled: files, network, scopes
_BENEATH = struct.Struct("<Qi")

_EXECUTE, _WRITE, _READ, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_REMOVE, _MAKE = 3 << 4, (1 << 7) | (1 << 8) | (1 << 12)  # folders, files, links
_REFER, _TRUNCATE = 1 << 13, 1 << 14
# What each version of the interface knows: rights over files, over TCP, and scopes.
_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP_FROM, _SCOPES_FROM = 4, 6

_SYSTEM = ("/usr/lib", "/usr/lib64", "/usr/local/lib", "/lib", "/lib64", "/etc/ld.so.cache",
           "/etc/localtime", "/usr/share/zoneinfo", "/dev/null", "/dev/urandom",
           # Go's runtime, loaded as a library, finds the kernel's quick clock by the one, and the
           # size of its pages by the other.
           "/proc/self/auxv", "/sys/kernel/mm/transparent_hugepage")  # fmt: skip


class Landlock:
    """Made once in a process; `version` 0: the kernel has none of it."""

    def __init__(self, ffi: Any, libc: Any) -> None:
        self._ffi, self._libc = ffi, libc
        self.version = max(0, self._call(_CREATE, ffi.NULL, 0, _VERSION))
        own = [os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))]
        self._interpreter = [sys.prefix, sys.base_prefix, *site.getsitepackages(), *own]
        self._interpreter += [path for path in sys.path if os.path.isabs(path)]

    def restrict(self, readable: Iterable[str], writable: Iterable[str] = ()) -> None:
        """From now on this thread, and those that it starts, read and execute only what is below
        `readable`, the interpreter and the system's libraries, and change what is below
        `writable` alone. Raises OSError."""
        self.confine((*_SYSTEM, *self._interpreter, *readable), writable)

    def confine(self, readable: Iterable[str], writable: Iterable[str]) -> None:
        """As `restrict`, with nothing but what is named."""
        if not self.version:
            return
        rights = _FILES[max(known for known in _FILES if known <= self.version)]
        network = 3 if self.version >= _TCP_FROM else 0
        scopes = 3 if self.version >= _SCOPES_FROM else 0
        ruleset = self._ruleset(_RULESET.pack(rights, network, scopes))
        try:
            reading = _READ | _READ_FOLDER | _EXECUTE
            for path in dict.fromkeys(readable):
                self._allow(ruleset, path, reading & rights)
            making = reading | _WRITE | _REMOVE | _MAKE | _REFER | _TRUNCATE
            for path in writable:
                self._allow(ruleset, path, making & rights)
            # The kernel asks for it: nothing that is executed gains rights from then on.
            self._libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
            if self._call(_RESTRICT, ruleset, 0) != 0:
                raise OSError(self._ffi.errno, "landlock")
        finally:
            os.close(ruleset)

    def _ruleset(self, attributes: bytes) -> int:
        """An older kernel wants its own, shorter structure."""
        size = 8 if self.version < _TCP_FROM else 16 if self.version < _SCOPES_FROM else 24
        ruleset = self._call(_CREATE, self._ffi.from_buffer(attributes), size, 0)
        if ruleset < 0:
            raise OSError(self._ffi.errno, "landlock")
        return ruleset

    def _allow(self, ruleset: int, path: str, rights: int) -> None:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return  # what is not there needs no leave
        try:
            if not os.path.isdir(path):
                rights &= _READ | _EXECUTE | _WRITE | _TRUNCATE
            rule = self._ffi.from_buffer(_BENEATH.pack(rights, place))
            if self._call(_ADD, ruleset, _PATH_BENEATH, rule, 0) != 0:
                raise OSError(self._ffi.errno, f"landlock: {path}")
        finally:
            os.close(place)

    def _call(self, number: int, *arguments: Any) -> int:
        """Numbers go as `long`: a variadic function knows no types."""
        given = [
            self._ffi.cast("long", argument) if isinstance(argument, int) else argument
            for argument in arguments
        ]
        return int(self._libc.syscall(number, *given))


def open_landlock() -> Landlock:
    """For a process that has no sandbox of its own (worker/sandbox.py opens the library too)."""
    import cffi

    ffi = cffi.FFI()
    ffi.cdef(
        """
        long syscall(long number, ...);
        int prctl(int option, unsigned long a, unsigned long b, unsigned long c, unsigned long d);
        """
    )
    return Landlock(ffi, ffi.dlopen(None))
