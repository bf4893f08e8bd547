"""What a compiler can reach: its own files and the system's, the caches, nothing of the user's.

A solution may name any file: `#include "/dev/zero"`, `.incbin "1.ans"`, `include_str!`. So
compilers are kept in by Landlock. It binds the thread that asks for it and what that thread
starts: hence one of its own for each start. Where the kernel has no Landlock nothing holds.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

from msgspec import Struct

from lsp_judge.model.build import Tool
from lsp_judge.worker.landlock import Landlock, open_landlock

_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/snap",
           "/nix/store", "/gnu/store", "/home/linuxbrew/.linuxbrew", "/etc/alternatives",
           "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/dev/urandom")  # fmt: skip
_WRITABLE = ("/dev/null",)
# An absolute path in an argument: by itself, or behind an option's letters or its `=`.
_PATH = re.compile(r"(?:^|=|^-[A-Za-z]+)(/.+)")
_ROOTS = ("RUSTUP_HOME",)


class Reach(Struct, frozen=True):
    """The files and folders that may be read and executed, and those that may be changed."""

    readable: tuple[str, ...]
    writable: tuple[str, ...]


def reach(
    tools: Iterable[Tool], arguments: Iterable[str], environment: Mapping[str, str], root: Path
) -> Reach:
    """Of a step: its plan's tools, what the arguments name (a person's `-I/opt/lib`), and the
    cache folder `root`, below which all building is done."""
    home = os.path.expanduser("~")
    readable = [*_SYSTEM]
    for tool in tools:
        path = shutil.which(tool.command[0], path=environment.get("PATH")) or tool.command[0]
        readable += (*_installation(path, home), *tool.library)
    readable += [found[1] for text in arguments if (found := _PATH.search(text))]
    readable += [environment[name] for name in _ROOTS if name in environment]
    return Reach(tuple(dict.fromkeys(readable)), (str(root), *_elsewhere(root), *_WRITABLE))


def _elsewhere(root: Path) -> list[str]:
    """Parts of the cache that somebody keeps on another disk, behind a link."""
    return [os.path.realpath(each) for each in os.scandir(root) if each.is_symlink()]


def _installation(path: str, home: str) -> list[str]:
    """The folder that a tool was installed into: the one with its `bin`, or the tool's own."""
    folder = os.path.dirname(os.path.realpath(path))
    above = os.path.dirname(folder)
    if os.path.basename(folder) == "bin" and above not in ("/", home):
        return [above]
    return [folder]


class Confined:
    """A process within its `Reach`, in a group of its own; for the rest as asyncio's are."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        stdout: asyncio.StreamReader,
        pipe: asyncio.BaseTransport,
    ) -> None:
        self.pid = process.pid
        self.stdout = stdout
        self._process, self._pipe = process, pipe
        loop = asyncio.get_running_loop()
        self._ended: asyncio.Future[int] = loop.create_future()
        self._handle = os.pidfd_open(process.pid)
        loop.add_reader(self._handle, self._reap)

    def _reap(self) -> None:
        asyncio.get_running_loop().remove_reader(self._handle)
        os.close(self._handle)
        self._ended.set_result(self._process.wait())

    async def wait(self) -> int:
        return await asyncio.shield(self._ended)

    def close(self) -> None:
        """Give back the pipe."""
        self._pipe.close()


class Confiner:
    """Starts confined processes. What it needs of the kernel is looked for at the first one."""

    def __init__(self) -> None:
        self._landlock: Landlock | None = None

    async def start(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str], allowed: Reach
    ) -> Confined | None:
        """None where the kernel has no Landlock. Raises OSError where it cannot be started."""
        if sys.platform != "linux":
            return None
        self._landlock = self._landlock or open_landlock()
        landlock = self._landlock
        if not landlock.version:
            return None

        def start() -> subprocess.Popen[bytes]:
            landlock.confine(allowed.readable, allowed.writable)
            return subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip

        process = await asyncio.wrap_future(_in_a_thread(start))
        loop = asyncio.get_running_loop()
        stdout = asyncio.StreamReader()
        pipe, _ = await loop.connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stdout), process.stdout
        )
        return Confined(process, stdout, pipe)


def _in_a_thread(start: Callable[[], subprocess.Popen[bytes]]) -> Future[subprocess.Popen[bytes]]:
    """In a thread of its own, which ends then: what it takes on cannot be laid down again."""
    started: Future[subprocess.Popen[bytes]] = Future()

    def work() -> None:
        try:
            started.set_result(start())
        except BaseException as error:  # it is raised where somebody waits for it
            started.set_exception(error)

    threading.Thread(target=work, name="starts a compiler", daemon=True).start()
    return started
