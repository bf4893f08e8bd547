"""The seccomp programs, built once per zygote with libseccomp and loaded as bytes.

Building a filter costs 1.5 to 2.6 ms, loading its bytes a few microseconds. What is not on
the list is refused with EPERM (the program goes on and may say so itself), but for `kill` and
its kin, whose target is compared with the process itself: the program is built with a
placeholder for the process id, which is replaced in the bytes before they are loaded.
"""

from __future__ import annotations

import os
import struct
from typing import Any

import cffi
from msgspec import Struct

_CDEF = """
typedef void *scmp_filter_ctx;
struct scmp_arg_cmp { unsigned int arg; int op; uint64_t datum_a; uint64_t datum_b; };
scmp_filter_ctx seccomp_init(uint32_t def_action);
void seccomp_release(scmp_filter_ctx ctx);
int seccomp_rule_add_array(scmp_filter_ctx ctx, uint32_t action, int syscall,
                           unsigned int arg_cnt, const struct scmp_arg_cmp *args);
int seccomp_syscall_resolve_name(const char *name);
int seccomp_export_bpf(const scmp_filter_ctx ctx, int fd);
"""

_ALLOW = 0x7FFF0000
_ERRNO_EPERM = 0x00050001
_ERRNO_EACCES = 0x0005000D
_ERRNO_ENOSYS = 0x00050026
_EQ, _MASKED_EQ = 4, 7

PLACEHOLDER_PID = 0x5EED1D

# Descriptors from which a stdio program is executed, and from which its launcher reads the
# filter (worker/launcher.c has the same numbers); both close on exec.
PROGRAM_DESCRIPTOR = 100
FILTER_DESCRIPTOR = 101

_CLONE_THREAD = 0x10000
_AT_EMPTY_PATH = 0x1000
_OPEN_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

# What the runtimes of C, C++, Go, CPython and wasmtime need once they are running.
_COMMON = """
read readv pread64 preadv write writev pwrite64 pwritev close fstat lseek ftruncate fcntl dup dup2
dup3 poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
epoll_pwait2 eventfd2 pipe pipe2 mmap mprotect munmap mremap madvise mincore brk futex
futex_waitv get_robust_list set_robust_list set_tid_address rseq rt_sigaction rt_sigprocmask
rt_sigreturn rt_sigtimedwait rt_sigsuspend sigaltstack sched_yield sched_getaffinity
sched_getparam sched_getscheduler nanosleep clock_nanosleep clock_gettime clock_getres
gettimeofday time getpid gettid getppid getuid geteuid getgid getegid getpgrp getrandom
exit exit_group arch_prctl getrlimit getrusage times sysinfo uname restart_syscall
timer_create timer_settime timer_delete setitimer getitimer getcpu membarrier fadvise64
""".split()
_READING = (
    "openat open newfstatat stat lstat statx access faccessat faccessat2 readlink readlinkat \
getcwd getdents64 statfs fstatfs flock".split()
)
_SIGNALS = ("kill", "tgkill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")


class Filters(Struct, frozen=True):
    """BPF programs: `loading` may read files, `running` may not; `program` may not either, but
    execute what stands at `PROGRAM_DESCRIPTOR`; `diagnosing` may do both, for a program with
    sanitizers, which is linked with the system's C library and reads its own debug data."""

    loading: bytes
    running: bytes
    program: bytes
    diagnosing: bytes


class _Builder:
    def __init__(self, ffi: Any, lib: Any) -> None:
        self._ffi, self._lib = ffi, lib
        self._context = lib.seccomp_init(_ERRNO_EPERM)

    def rule(self, name: str, *args: tuple[int, int, int, int], action: int = _ALLOW) -> None:
        number = self._lib.seccomp_syscall_resolve_name(name.encode())
        if number < 0:  # not a system call of this architecture
            return
        array = self._ffi.new("struct scmp_arg_cmp[]", list(args)) if args else self._ffi.NULL
        failed = self._lib.seccomp_rule_add_array(self._context, action, number, len(args), array)
        if failed:
            raise OSError(-failed, f"libseccomp refused the rule for {name}")

    def finish(self) -> bytes:
        file = os.memfd_create("judge-filter", os.MFD_CLOEXEC)
        try:
            if failed := self._lib.seccomp_export_bpf(self._context, file):
                raise OSError(-failed, "libseccomp could not write the filter")
            return os.pread(file, 1 << 20, 0)
        finally:
            os.close(file)
            self._lib.seccomp_release(self._context)


def _common(build: _Builder) -> None:
    for name in _COMMON:
        build.rule(name)
    for name in _SIGNALS:
        build.rule(name, (0, _EQ, PLACEHOLDER_PID, 0))
    # Threads only; glibc falls back to clone, whose flags a filter can see, on ENOSYS.
    build.rule("clone", (0, _MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
    build.rule("clone3", action=_ERRNO_ENOSYS)
    build.rule("prlimit64", (2, _EQ, 0, 0))  # reading only
    build.rule("ioctl", (1, _EQ, 0x5401, 0))  # TCGETS: isatty
    build.rule("prctl", (0, _EQ, 0x53564D41, 0))  # PR_SET_VMA: names of anonymous memory


def _reading(build: _Builder) -> None:
    for name in _READING:
        if name == "openat":
            build.rule(name, (2, _MASKED_EQ, _OPEN_WRITES, 0))
        elif name == "open":
            build.rule(name, (1, _MASKED_EQ, _OPEN_WRITES, 0))
        else:
            build.rule(name)
    # The second filter is put on while the first one is active.
    build.rule("seccomp")
    build.rule("prctl", (0, _EQ, 38, 0))  # PR_SET_NO_NEW_PRIVS


def _no_files(build: _Builder) -> None:
    for name in _READING:
        if name == "newfstatat":  # glibc's fstat: a descriptor and an empty path
            build.rule(name, (3, _MASKED_EQ, _AT_EMPTY_PATH, _AT_EMPTY_PATH))
        else:
            build.rule(name, action=_ERRNO_EACCES)


def build_filters() -> Filters:
    """Raises OSError where libseccomp is missing or refuses."""
    ffi = cffi.FFI()
    ffi.cdef(_CDEF)
    lib = ffi.dlopen("libseccomp.so.2")

    def make(*parts: Any) -> bytes:
        build = _Builder(ffi, lib)
        for part in parts:
            part(build)
        return build.finish()

    def execute(build: _Builder) -> None:
        build.rule("execveat", (0, _EQ, PROGRAM_DESCRIPTOR, 0))

    return Filters(
        loading=make(_common, _reading),
        running=make(_common, _no_files),
        program=make(_common, _no_files, execute),
        diagnosing=make(_common, _reading, execute),
    )


def for_process(program: bytes, pid: int) -> bytes:
    """The filter with this process in the place of the placeholder."""
    return program.replace(struct.pack("<I", PLACEHOLDER_PID), struct.pack("<I", pid))
