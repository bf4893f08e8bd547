"""The layers that a worker puts on itself (DESIGN, section 5). Linux; elsewhere nothing holds.

A layer that cannot be had is reported (`missing`), never assumed.
"""

from __future__ import annotations

import array
import os
import resource
import signal
import socket
import struct
import sys
from collections.abc import Iterable
from typing import Any

import cffi

from lsp_judge.worker import filters
from lsp_judge.worker.landlock import Landlock
from lsp_judge.worker.notify import LOADED
from lsp_judge.worker.wire import JobLimits

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_SET_MODE_FILTER, _GET_NOTIF_SIZES = 1, 3
_FLAG_TSYNC, _FLAG_NEW_LISTENER = 1, 8
_SYS_SECCOMP = {"x86_64": 317, "aarch64": 277}
_NOTIF_SIZES = struct.pack("<3H", 80, 24, 64)  # the structures that worker/notify.py knows
_THREAD_STACK_BYTES = 8 << 20
_COMPILE_CPU_S, _COMPILE_BYTES = 900, 6 << 30

# Beyond the limit itself: so that a solution that goes a little over is seen to be over, by
# its peak, instead of dying in one of many ways of a failed allocation.
MEMORY_SLACK = 64 << 20


class Sandbox:
    """Made once in the zygote (filters built, libc opened), used in every worker."""

    def __init__(self) -> None:
        self._ffi = cffi.FFI()
        self._ffi.cdef(
            """
            struct sock_fprog { unsigned short len; void *filter; };
            int prctl(int option, unsigned long a, unsigned long b, unsigned long c,
                      unsigned long d);
            long syscall(long number, ...);
            int pthread_attr_init(void *attributes);
            int pthread_attr_setstacksize(void *attributes, size_t size);
            int pthread_setattr_default_np(const void *attributes);
            """
        )
        self._libc: Any = self._ffi.dlopen(None)
        # Parsed and found here, once: each of them would cost every worker a millisecond.
        for name in ("char[256]", "struct sock_fprog *", "long"):
            self._ffi.typeof(name)
        for function in ("prctl", "syscall"):
            getattr(self._libc, function)
        self.missing: list[str] = []
        self.layers: list[str] = ["rlimits", "descriptors closed", "empty environment"]
        self.filters: filters.Filters | None = None
        self._landlock: Landlock | None = None
        if sys.platform == "linux":
            self.layers.append("no_new_privs")
            self._probe_landlock()
            self._probe_filters()
        else:
            self.missing.append("seccomp (Linux only)")

    def _probe_landlock(self) -> None:
        self._landlock = Landlock(self._ffi, self._libc)
        if self._landlock.version:
            self.layers.append("Landlock")
        else:
            self.missing.append("Landlock (this kernel has none)")

    def _probe_filters(self) -> None:
        try:
            if os.uname().machine not in _SYS_SECCOMP:
                raise OSError(f"no filter for {os.uname().machine}")
            asks = self._can_watch()
            self.filters = filters.build_filters(asks=asks)
            self.layers.append("seccomp")
            if not asks:
                self.missing.append("names of refused system calls (this kernel tells none)")
        except OSError as error:
            self.missing.append(f"seccomp ({error})")

    def _can_watch(self) -> bool:
        """Whether the kernel has user notifications, in the form that the watcher reads."""
        sizes = self._ffi.new("char[6]")
        failed = self._seccomp(_GET_NOTIF_SIZES, 0, sizes)
        return failed == 0 and bytes(self._ffi.buffer(sizes)) == _NOTIF_SIZES

    def _seccomp(self, operation: int, flags: int, argument: Any) -> int:
        number = _SYS_SECCOMP[os.uname().machine]
        long = self._ffi.cast
        return int(
            self._libc.syscall(number, long("long", operation), long("long", flags), argument)
        )

    def _prctl(self, option: int, value: int) -> None:
        if self._libc.prctl(option, value, 0, 0, 0) != 0:
            raise OSError(self._ffi.errno, f"prctl {option}")

    def follow_parent(self) -> None:
        """Die with the parent, and gain nothing by exec."""
        if sys.platform == "linux":
            self._prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            self._prctl(_PR_SET_NO_NEW_PRIVS, 1)

    def _small_thread_stacks(self) -> None:
        """glibc gives a thread as much stack as the main one may have (256 MiB here), and all of
        it counts as data: a solution with four threads would be out of memory."""
        if hasattr(self._libc, "pthread_setattr_default_np"):
            attributes = self._ffi.new("char[256]")
            self._libc.pthread_attr_init(attributes)
            self._libc.pthread_attr_setstacksize(attributes, _THREAD_STACK_BYTES)
            self._libc.pthread_setattr_default_np(attributes)

    def enter(
        self, limits: JobLimits, cases: int, *, sanitized: bool = False, image_bytes: int = 0
    ) -> None:
        """The layers that need no filter; called first in a fresh worker. `image_bytes`: of what
        is mapped when the artifact is loaded, and does not count as the solution's memory."""
        self.follow_parent()
        self._small_thread_stacks()
        os.environ.clear()
        os.chdir("/")
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        set_limits(limits, cases)
        if not sanitized:
            limit_data(limits, image_bytes)

    def restrict_files(self, readable: Iterable[str], writable: Iterable[str] = ()) -> None:
        """Only these files, the interpreter's and the system's libraries can be read; only below
        `writable` can files be made. Nothing where the kernel has no Landlock."""
        if self._landlock is not None:
            self._landlock.restrict(readable, writable)

    def close(self, program: bytes) -> None:
        """Put `program` (one of `self.filters`) on all threads of this process. One that asks
        needs the other end of WATCHER_DESCRIPTOR to answer."""
        if self.filters is None or not self.filters.asks:
            self._put_on(program, _FLAG_TSYNC)
            return
        # Named in full: Python would ask the kernel for what it is not told.
        with socket.socket(
            socket.AF_UNIX, socket.SOCK_SEQPACKET, 0, filters.WATCHER_DESCRIPTOR
        ) as watcher:
            listener = self._put_on(program, _FLAG_NEW_LISTENER)
            rights = array.array("i", [listener])
            watcher.sendmsg([b"\0"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])
            os.close(listener)

    def _put_on(self, program: bytes, flag: int) -> int:
        bytes_ = filters.for_process(program, os.getpid())
        buffer = self._ffi.from_buffer(bytes_)
        fprog = self._ffi.new("struct sock_fprog *", (len(bytes_) // 8, buffer))
        listener = self._seccomp(_SET_MODE_FILTER, flag, fprog)
        if listener < 0 or (listener and flag == _FLAG_TSYNC):
            raise OSError(self._ffi.errno, "seccomp filter")
        return listener

    def loaded(self) -> None:
        """The artifact is loaded: no file is opened from now on."""
        if self.filters is None:
            return
        if self.filters.asks:
            self._prctl(LOADED, 0)
        else:
            self.close(self.filters.running)


def _lower(which: int, soft: int, hard: int | None = None) -> None:
    _, ceiling = resource.getrlimit(which)
    top = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        soft, top = min(soft, ceiling), min(top, ceiling)
    resource.setrlimit(which, (soft, top))


def set_limits(limits: JobLimits, cases: int) -> None:
    """Resource limits of a worker that runs `cases` cases one after the other; `limit_data` is
    set apart."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, 256)
    # Seconds, for the whole worker: only a net below the deadline of each case.
    seconds = (limits.wall_ms * cases * 4) // 1000 + 60
    _lower(resource.RLIMIT_CPU, seconds, seconds + 1)


def limit_data(limits: JobLimits, image_bytes: int = 0) -> None:
    """Private memory, beyond what the worker has itself."""
    most = _data_now() + image_bytes + 2 * limits.memory_bytes + MEMORY_SLACK
    _lower(resource.RLIMIT_DATA, most)


def limit_compilation() -> None:
    """Of wasmtime's compiler, which reads what a solution's compiler made. CPython's image, the
    largest, takes some 80 s on each of two cores and 2.2 GB."""
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_CPU, _COMPILE_CPU_S, _COMPILE_CPU_S + 1)
    _lower(resource.RLIMIT_DATA, _COMPILE_BYTES)


def limit_output(output_bytes: int) -> None:
    """No file may grow beyond `output_bytes`: the kernel sends SIGXFSZ then."""
    _lower(resource.RLIMIT_FSIZE, output_bytes)


def _data_now() -> int:
    """Private writable memory of this process in bytes (statm's data and stack pages)."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[5]) * resource.getpagesize()
