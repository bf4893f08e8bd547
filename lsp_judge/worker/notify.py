"""Answers the system calls that a sandboxed process is not allowed to do by itself.

The filter (worker/filters.py) does not refuse what is not on its list: it asks, through
seccomp's user notifications (seccomp_unotify(2)), and the process waits for the answer. So what
was tried can be told by its name, and a few calls that are right at one time and wrong at another
(opening files, starting threads) are decided here. `CONTINUE` is given only where the decision
rests on registers, which the process cannot change meanwhile.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import re
import struct
from collections.abc import Callable

from msgspec import Struct

from lsp_judge.worker.filters import CLONE_THREAD, OPEN_WRITES, Calls

_RECEIVE, _SEND = 0xC0502100, 0xC0182101
_CONTINUE = 1
_NOTIFICATION = struct.Struct("<QIIiIQ6Q")  # seccomp_notif, with its seccomp_data
_ANSWER = struct.Struct("<QqiI")  # seccomp_notif_resp

# prctl with this option says that the artifact is loaded: no file is opened from then on.
LOADED = 0x4A554447
_LONGEST_PATH = 200

# Where a path stands among the arguments.
_PATHS = {
    "open": 0, "creat": 0, "stat": 0, "lstat": 0, "access": 0, "readlink": 0, "execve": 0,
    "unlink": 0, "mkdir": 0, "rmdir": 0, "chdir": 0, "chmod": 0, "rename": 0, "truncate": 0,
    "chroot": 0, "link": 0, "symlink": 1, "statfs": 0, "mknod": 0,
    "openat": 1, "openat2": 1, "newfstatat": 1, "statx": 1, "faccessat": 1, "faccessat2": 1,
    "readlinkat": 1, "execveat": 1, "unlinkat": 1, "mkdirat": 1, "renameat": 1, "fchmodat": 1,
    "renameat2": 1, "linkat": 1, "symlinkat": 2, "mknodat": 1,
}  # fmt: skip
# What the C library, Go's runtime and CPython look at by themselves: refused, and not worth a word.
_UNREMARKED = (
    "/sys/", "/proc/", "/etc/localtime", "/usr/share/zoneinfo", "/usr/lib/locale",
    "/usr/share/locale", "/etc/ld.so", "/dev/urandom", "/dev/random", "/etc/nsswitch.conf",
)  # fmt: skip
_LIBRARY = re.compile(r"\.so(\.[\w.]+)?$")
# They look for what is there; what matters is whether it is opened then.
_LOOKING = ("stat", "lstat", "newfstatat", "statx", "access", "faccessat", "faccessat2",
            "readlink", "readlinkat", "statfs", "getcwd")  # fmt: skip


class Asked(Struct):
    """One call that waits for an answer. `thread` is the id of the thread that made it."""

    id: int
    thread: int
    name: str
    arguments: tuple[int, ...]


class Watch:
    """The other end of one filter. `reading`: files may be opened for reading, for good or, where
    `until_loaded`, until the process says that it has loaded the artifact."""

    def __init__(
        self,
        listener: int,
        calls: Calls,
        *,
        threads: int,
        say: Callable[[str], None],
        reading: bool = False,
        until_loaded: bool = False,
    ) -> None:
        self.listener = listener
        self.peak_bytes = 0  # as the process had it when it left by itself
        self._calls = calls
        self._threads = threads
        self._say = say
        self._reading = reading
        self._until_loaded = until_loaded

    def close(self) -> None:
        os.close(self.listener)

    def answer(self) -> bool:
        """Answer the call that waits (to be called when the listener is readable); False where
        no process is left behind the filter."""
        buffer = bytearray(_NOTIFICATION.size)
        try:
            fcntl.ioctl(self.listener, _RECEIVE, buffer)
        except OSError as error:
            # The thread was killed before it was heard; EBADF and its kin: there is nobody.
            return error.errno in (errno.ENOENT, errno.EINTR, errno.EAGAIN)
        number, thread, _, call, _, _, *arguments = _NOTIFICATION.unpack(buffer)
        asked = Asked(number, thread, self._calls.name(call), tuple(arguments))
        refusal = self._decide(asked)
        flags = _CONTINUE if refusal is None else 0
        answer = _ANSWER.pack(number, 0, -(refusal or 0), flags)
        with contextlib.suppress(FileNotFoundError):  # it was killed meanwhile
            fcntl.ioctl(self.listener, _SEND, bytearray(answer))
        return True

    def _decide(self, asked: Asked) -> int | None:
        """None: go on. 0: done, nothing to do. Else the error that the process sees."""
        if asked.name == "exit_group":
            self.peak_bytes = _peak(asked.thread)
            return None
        if asked.name == "prctl" and asked.arguments[0] == LOADED:
            self._reading = self._reading and not self._until_loaded
            return 0
        if asked.name == "clone" and asked.arguments[0] & CLONE_THREAD:
            return self._thread(asked)
        if asked.name in self._calls.reading:
            if self._reading and not _writes(asked):
                return None
            self._tell(asked)
            return errno.EACCES
        self._tell(asked)
        return errno.EPERM

    def _thread(self, asked: Asked) -> int | None:
        if _thread_count(asked.thread) < self._threads:
            return None
        self._say(f"more than {self._threads} threads")
        return errno.EAGAIN

    def _tell(self, asked: Asked) -> None:
        path = _path(asked)
        if asked.name in _LOOKING or (path or "").startswith(_UNREMARKED):
            return
        self._say(_label(asked.name, path))


def _label(name: str, path: str | None) -> str:
    file = os.path.basename(path or "")
    if name in ("open", "openat") and _LIBRARY.search(file):
        return f"the shared library {file}"  # once, wherever the loader looks for it
    if name in ("clone", "vfork"):
        return "fork"
    return f'{name} "{path}"' if path else name


def _writes(asked: Asked) -> bool:
    place = {"open": 1, "openat": 2}.get(asked.name)
    return place is not None and bool(asked.arguments[place] & OPEN_WRITES)


def _path(asked: Asked) -> str | None:
    """The path among the arguments, for people alone: the process may change it meanwhile."""
    place = _PATHS.get(asked.name)
    if place is None or not asked.arguments[place]:
        return None
    try:
        memory = os.open(f"/proc/{asked.thread}/mem", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        text = os.pread(memory, _LONGEST_PATH, asked.arguments[place])
    except OSError:
        return None
    finally:
        os.close(memory)
    found = text.partition(b"\0")[0].decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "?" for letter in found)


def _thread_count(thread: int) -> int:
    try:
        return os.stat(f"/proc/{thread}/task").st_nlink - 2
    except OSError:
        return 0


def _peak(thread: int) -> int:
    """The highest resident memory of the process in bytes (proc(5), VmHWM); 0: not to be had."""
    try:
        with open(f"/proc/{thread}/status", "rb") as file:
            for line in file:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
