"""Runs one compiler as a process that is owned: it ends, and is waited for, in every case."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

from lsp_judge.toolchains.confined import Confined, Confiner, Reach

_Process: TypeAlias = asyncio.subprocess.Process | Confined

_OUTPUT_LIMIT = 256 * 1024
_ENDING_S = 5.0


class _TooMuch(Exception):
    """A process prints without end."""


class Ceiling(Struct, frozen=True):
    """What a process, and each that it starts, may use at most: seconds of the wall clock, of
    CPU time, bytes of private memory, of a file, and of what it prints."""

    wall_s: float
    cpu_s: int = 3600
    memory_bytes: int = 16 << 30
    file_bytes: int = 8 << 30
    printed_bytes: int = 64 << 20


class Finished(Struct, frozen=True):
    """How a process ended. `status` is negative for a signal, None where it was stopped; then
    `stopped` says why, as `did not end within 60 s`.

    `text` is stdout and stderr as they came, cut off after 256 KiB.
    """

    status: int | None
    text: str
    elapsed_ms: float
    stopped: str = ""


async def run(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    ceiling: Ceiling,
    confiner: Confiner,
    allowed: Reach,
) -> Finished:
    """Run `command` in `folder` with exactly `environment`, below `ceiling`, and, where the
    system can do that, kept in what is `allowed`.

    Cancelling kills the whole process group and waits for the process. Raises OSError where
    it cannot be started.
    """
    clock = asyncio.get_running_loop().time
    began = clock()
    process = await _start(command, folder, environment, confiner, allowed)
    _limit(process.pid, ceiling)
    kept = bytearray()
    status: int | None = None
    stopped = ""
    ended = False
    try:
        async with asyncio.timeout(ceiling.wall_s):
            await _read(process, kept, ceiling.printed_bytes)
            status = await process.wait()
        ended = True
    except TimeoutError:
        stopped = f"did not end within {ceiling.wall_s:g} s"
    except _TooMuch:
        stopped = f"printed more than {ceiling.printed_bytes >> 20} MiB"
    finally:
        if not ended:
            await asyncio.shield(_end(process))
        if isinstance(process, Confined):
            process.close()
    text = kept.decode(errors="replace")
    return Finished(status, text, (clock() - began) * 1000, stopped)


def _limit(process_id: int, ceiling: Ceiling) -> None:
    """From outside, right after the start: a hook between fork and exec is not safe in a process
    with threads. What it starts inherits the limits."""
    if sys.platform != "linux":
        return
    with suppress(ProcessLookupError, PermissionError):
        for which, most in (
            (resource.RLIMIT_CPU, ceiling.cpu_s),
            (resource.RLIMIT_DATA, ceiling.memory_bytes),
            (resource.RLIMIT_FSIZE, ceiling.file_bytes),
            (resource.RLIMIT_CORE, 0),
        ):
            _, hard = resource.getrlimit(which)
            top = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.prlimit(process_id, which, (top, top))


async def _start(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str],
    confiner: Confiner,
    allowed: Reach,
) -> _Process:
    """Start the process in a group of its own, so that what it starts can be ended with it.

    Cancelled half-way, asyncio would kill the process without its group and then wait for
    pipes that the rest of the group holds open: hence the shield.
    """

    async def start() -> _Process:
        confined = await confiner.start(command, folder, environment, allowed)
        if confined is not None:
            return confined
        return await asyncio.create_subprocess_exec(
            *command,
            cwd=folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=sys.platform != "win32",
        )

    starting = asyncio.ensure_future(start())
    try:
        return await asyncio.shield(starting)
    except asyncio.CancelledError:
        process = await starting
        await _end(process)
        if isinstance(process, Confined):
            process.close()
        raise


async def _read(process: _Process, kept: bytearray, most: int) -> None:
    """Read to the end, so that the process never waits for us, and keep the beginning. Raises
    _TooMuch beyond `most` bytes."""
    assert process.stdout is not None
    while block := await process.stdout.read(65536):
        kept += block[: max(0, _OUTPUT_LIMIT - len(kept))]
        most -= len(block)
        if most < 0:
            raise _TooMuch


async def _end(process: _Process) -> None:
    """Kill the process group and wait for the process."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            os.kill(process.pid, signal.SIGTERM)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    # asyncio reports the end only after the pipe's, and that only when its buffer is emptied.
    # A descendant that left the group may hold the pipe: it is not waited for.
    with suppress(TimeoutError):
        async with asyncio.timeout(_ENDING_S):
            await _read(process, bytearray(_OUTPUT_LIMIT), sys.maxsize)
            await process.wait()
