"""The seccomp programs, built once per zygote with libseccomp and loaded as bytes.

Building a filter costs 1.5 to 2.6 ms, loading its bytes a few microseconds. What is not on
the list is put to a watcher (worker/notify.py), who refuses it and says so by its name; where
there can be none it is refused with EPERM, and a second filter takes the opening of files away
once the artifact is loaded. `kill` and its kin are compared with the process itself: the program
is built with a placeholder for the process id, which is replaced before it is loaded.
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
char *seccomp_syscall_resolve_num_arch(uint32_t arch_token, int num);
uint32_t seccomp_arch_native(void);
void free(void *memory);
int seccomp_export_bpf(const scmp_filter_ctx ctx, int fd);
"""

_ALLOW = 0x7FFF0000
_ASK = 0x7FC00000  # SECCOMP_RET_USER_NOTIF
_ERRNO_EPERM = 0x00050001
_ERRNO_EACCES = 0x0005000D
_ERRNO_ENOSYS = 0x00050026
_EQ, _MASKED_EQ = 4, 7

PLACEHOLDER_PID = 0x5EED1D

# Descriptors from which a stdio program is executed, and from which its launcher reads the
# filter (worker/launcher.c has the same numbers); both close on exec.
PROGRAM_DESCRIPTOR = 100
FILTER_DESCRIPTOR = 101
# The socket on which a process hands the listener of its filter to the watcher.
WATCHER_DESCRIPTOR = 102

CLONE_THREAD = 0x10000
_AT_EMPTY_PATH = 0x1000
OPEN_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

# What the runtimes of C, C++, Go, CPython and wasmtime need once they are running.
_COMMON = """
read readv pread64 preadv write writev pwrite64 pwritev close fstat lseek ftruncate fcntl dup dup2
dup3 poll ppoll select pselect6 epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait
epoll_pwait2 eventfd2 pipe pipe2 mmap mprotect munmap mremap madvise mincore brk futex
futex_waitv get_robust_list set_robust_list set_tid_address rseq rt_sigaction rt_sigprocmask
rt_sigreturn rt_sigtimedwait rt_sigsuspend sigaltstack sched_yield sched_getaffinity
sched_getparam sched_getscheduler nanosleep clock_nanosleep clock_gettime clock_getres
gettimeofday time getpid gettid getppid getuid geteuid getgid getegid getpgrp getrandom
exit arch_prctl getrlimit getrusage times sysinfo uname restart_syscall
timer_create timer_settime timer_delete setitimer getitimer getcpu membarrier fadvise64
""".split()
READING = "openat open newfstatat stat lstat statx access faccessat faccessat2 readlink readlinkat \
getcwd getdents64 statfs fstatfs flock".split()
_SIGNALS = ("kill", "tgkill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")
# What runtimes and C libraries try on the way and do without: refused without a word.
_WITHOUT_A_WORD = (
    "sched_setaffinity sched_setscheduler setpriority mlock munlock mlock2 mlockall mbind \
set_mempolicy get_mempolicy io_uring_setup perf_event_open rt_sigpending".split()
)
_PR_SET_NO_NEW_PRIVS, _PR_SET_NAME, _PR_SET_VMA = 38, 15, 0x53564D41


class Filters(Struct, frozen=True):
    """BPF programs: `loading` may read files, `running` may not; `program` may not either, but
    execute what stands at `PROGRAM_DESCRIPTOR`; `diagnosing` may do both, for a program with
    sanitizers, which is linked with the system's C library and reads its own debug data.

    With `asks` they put what they do not allow to a watcher, who also takes the place of
    `running`, and `calls` names what was asked.
    """

    loading: bytes
    running: bytes
    program: bytes
    diagnosing: bytes
    asks: bool
    calls: Calls


class Calls:
    """The system calls of this machine by number."""

    def __init__(self, ffi: Any, lib: Any) -> None:
        self._ffi, self._lib = ffi, lib
        self._architecture = lib.seccomp_arch_native()
        self._names: dict[int, str] = {}
        self.reading = frozenset(READING)

    def name(self, number: int) -> str:
        if number not in self._names:
            self._names[number] = self._resolve(number)
        return self._names[number]

    def _resolve(self, number: int) -> str:
        text = self._lib.seccomp_syscall_resolve_num_arch(self._architecture, number)
        if text == self._ffi.NULL:
            return f"system call {number}"
        try:
            return bytes(self._ffi.string(text)).decode()
        finally:
            self._lib.free(text)


class _Builder:
    def __init__(self, ffi: Any, lib: Any, otherwise: int) -> None:
        self._ffi, self._lib = ffi, lib
        self._otherwise = otherwise
        self._context = lib.seccomp_init(otherwise)

    def rule(self, name: str, *args: tuple[int, int, int, int], action: int = _ALLOW) -> None:
        if action == self._otherwise:  # libseccomp has no rule that changes nothing
            return
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
    for name in _WITHOUT_A_WORD:
        build.rule(name, action=_ERRNO_EPERM)
    # glibc falls back to clone, whose flags a filter can see, on ENOSYS.
    build.rule("clone3", action=_ERRNO_ENOSYS)
    build.rule("prlimit64", (2, _EQ, 0, 0))  # reading only
    build.rule("ioctl", (1, _EQ, 0x5401, 0))  # TCGETS: isatty
    build.rule("prctl", (0, _EQ, _PR_SET_VMA, 0))  # names of anonymous memory
    build.rule("prctl", (0, _EQ, _PR_SET_NAME, 0))
    # glibc's fstat: a descriptor and an empty path.
    build.rule("newfstatat", (3, _MASKED_EQ, _AT_EMPTY_PATH, _AT_EMPTY_PATH))


def _refusing(build: _Builder) -> None:
    """Without a watcher: threads only, and as many as memory allows."""
    _common(build)
    build.rule("exit_group")
    build.rule("clone", (0, _MASKED_EQ, CLONE_THREAD, CLONE_THREAD))


def _asking(build: _Builder) -> None:
    """With one, who counts threads; the listener is handed to him after it is made."""
    _common(build)
    build.rule("sendmsg", (0, _EQ, WATCHER_DESCRIPTOR, 0))


def _watched(build: _Builder) -> None:
    """In the worker's own process nobody asks for the peak of memory at its end."""
    _asking(build)
    build.rule("exit_group")


def _reading(build: _Builder) -> None:
    for name in READING:
        if name == "openat":
            build.rule(name, (2, _MASKED_EQ, OPEN_WRITES, 0))
        elif name == "open":
            build.rule(name, (1, _MASKED_EQ, OPEN_WRITES, 0))
        elif name != "newfstatat":
            build.rule(name)
    build.rule("newfstatat", (3, _MASKED_EQ, _AT_EMPTY_PATH, 0))
    # The second filter is put on while the first one is active.
    build.rule("seccomp")
    build.rule("prctl", (0, _EQ, _PR_SET_NO_NEW_PRIVS, 0))


def _no_files(build: _Builder) -> None:
    for name in READING:
        if name != "newfstatat":
            build.rule(name, action=_ERRNO_EACCES)


def _execute(build: _Builder) -> None:
    build.rule("execveat", (0, _EQ, PROGRAM_DESCRIPTOR, 0))


def build_filters(*, asks: bool) -> Filters:
    """Raises OSError where libseccomp is missing or refuses."""
    ffi = cffi.FFI()
    ffi.cdef(_CDEF)
    lib = ffi.dlopen("libseccomp.so.2")

    def make(*parts: Any) -> bytes:
        build = _Builder(ffi, lib, _ASK if asks else _ERRNO_EPERM)
        for part in parts:
            part(build)
        return build.finish()

    calls = Calls(ffi, lib)
    if asks:
        watched, started = make(_watched), make(_asking, _execute)
        return Filters(watched, b"", started, started, asks, calls)
    return Filters(
        loading=make(_refusing, _reading),
        running=make(_refusing, _no_files),
        program=make(_refusing, _no_files, _execute),
        diagnosing=make(_refusing, _reading, _execute),
        asks=asks,
        calls=calls,
    )


def for_process(program: bytes, pid: int) -> bytes:
    """The filter with this process in the place of the placeholder."""
    return program.replace(struct.pack("<I", PLACEHOLDER_PID), struct.pack("<I", pid))
