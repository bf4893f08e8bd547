"""Runs one compiler as a process that is owned: it ends, and is waited for, in every case."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

_OUTPUT_LIMIT = 256 * 1024
_ENDING_S = 5.0


class Finished(Struct, frozen=True):
    """How a process ended. `status` is negative for a signal, None where the time was up.

    `text` is stdout and stderr as they came, cut off after 256 KiB.
    """

    status: int | None
    text: str
    elapsed_ms: float


async def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], limit_s: float
) -> Finished:
    """Run `command` in `folder` with exactly `environment`, for at most `limit_s` seconds.

    Cancelling kills the whole process group and waits for the process. Raises OSError where
    it cannot be started.
    """
    clock = asyncio.get_running_loop().time
    began = clock()
    process = await _start(command, folder, environment)
    kept = bytearray()
    status: int | None = None
    ended = False
    try:
        async with asyncio.timeout(limit_s):
            await _read(process, kept)
            status = await process.wait()
        ended = True
    except TimeoutError:
        pass
    finally:
        if not ended:
            await asyncio.shield(_end(process))
    text = kept.decode(errors="replace")
    return Finished(status, text, (clock() - began) * 1000)


async def _start(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> asyncio.subprocess.Process:
    """Start the process in a group of its own, so that what it starts can be ended with it.

    Cancelled half-way, asyncio would kill the process without its group and then wait for
    pipes that the rest of the group holds open: hence the shield.
    """
    starting = asyncio.ensure_future(
        asyncio.create_subprocess_exec(
            *command,
            cwd=folder,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=sys.platform != "win32",
        )
    )
    try:
        return await asyncio.shield(starting)
    except asyncio.CancelledError:
        await _end(await starting)
        raise


async def _read(process: asyncio.subprocess.Process, kept: bytearray) -> None:
    """Read to the end, so that the process never waits for us, and keep the beginning."""
    assert process.stdout is not None
    while block := await process.stdout.read(65536):
        kept += block[: _OUTPUT_LIMIT - len(kept)]


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kill the process group and wait for the process."""
    with suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    # asyncio reports the end only after the pipe's, and that only when its buffer is emptied.
    # A descendant that left the group may hold the pipe: it is not waited for.
    with suppress(TimeoutError):
        async with asyncio.timeout(_ENDING_S):
            await _read(process, bytearray(_OUTPUT_LIMIT))
            await process.wait()
