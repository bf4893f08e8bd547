"""The layers that a worker puts on itself (DESIGN, section 5). Linux; elsewhere nothing holds.

A layer that cannot be had is reported (`probe`), never assumed.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import Any

import cffi

from lsp_judge.worker import filters
from lsp_judge.worker.wire import JobLimits

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1
_SYS_SECCOMP = {"x86_64": 317, "aarch64": 277}
_THREAD_STACK_BYTES = 8 << 20

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
        self.missing: list[str] = []
        self.layers: list[str] = ["rlimits", "descriptors closed", "empty environment"]
        self.filters: filters.Filters | None = None
        if sys.platform == "linux":
            self.layers.append("no_new_privs")
            self._probe_filters()
        else:
            self.missing.append("seccomp (Linux only)")

    def _probe_filters(self) -> None:
        try:
            if os.uname().machine not in _SYS_SECCOMP:
                raise OSError(f"no filter for {os.uname().machine}")
            self.filters = filters.build_filters()
            self.layers.append("seccomp")
        except OSError as error:
            self.missing.append(f"seccomp ({error})")

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

    def enter(self, limits: JobLimits, cases: int, *, sanitized: bool = False) -> None:
        """The layers that need no filter; called first in a fresh worker."""
        self.follow_parent()
        self._small_thread_stacks()
        os.environ.clear()
        os.chdir("/")
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        set_limits(limits, cases)
        if not sanitized:
            limit_data(limits)

    def close(self, program: bytes) -> None:
        """Put `program` (one of `self.filters`) on all threads of this process."""
        bytes_ = filters.for_process(program, os.getpid())
        buffer = self._ffi.from_buffer(bytes_)
        fprog = self._ffi.new("struct sock_fprog *", (len(bytes_) // 8, buffer))
        number = _SYS_SECCOMP[os.uname().machine]
        arguments = (self._ffi.cast("long", _SET_MODE_FILTER), self._ffi.cast("long", _FLAG_TSYNC))
        if self._libc.syscall(number, *arguments, fprog) != 0:
            raise OSError(self._ffi.errno, "seccomp filter")


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


def limit_data(limits: JobLimits) -> None:
    """Private memory, beyond what the worker has itself."""
    _lower(resource.RLIMIT_DATA, _data_now() + 2 * limits.memory_bytes + MEMORY_SLACK)


def limit_output(output_bytes: int) -> None:
    """No file may grow beyond `output_bytes`: the kernel sends SIGXFSZ then."""
    _lower(resource.RLIMIT_FSIZE, output_bytes)


def _data_now() -> int:
    """Private writable memory of this process in bytes (statm's data and stack pages)."""
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[5]) * resource.getpagesize()
