"""Where messages come from and go to: stdio by threads, TCP and WebSocket by asyncio.

A connection is an iterator of chunks and a writer. The loop never waits for the client: what
it does not read is queued.
"""

from __future__ import annotations

import asyncio
import os
import queue
import sys
import threading
from collections.abc import AsyncIterator
from io import FileIO
from typing import Protocol

from lsp_judge.server.frames import Broken, Frame, FrameParser

CHUNK = 64 * 1024
FLUSH_SECONDS = 5.0


class Writer(Protocol):
    """What pygls writes messages to."""

    def write(self, data: bytes) -> None: ...

    def close(self) -> None: ...


class ThreadWriter:
    """Writes to a stream that may block, from a thread of its own."""

    def __init__(self, stream: FileIO) -> None:
        self._stream = stream
        self._queue: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._drain, name="lsp-writer", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        self._queue.put(data)

    def close(self) -> None:
        """Write what is left, for a few seconds at most, and close the stream."""
        self._queue.put(None)
        self._thread.join(FLUSH_SECONDS)

    def _drain(self) -> None:
        while (data := self._queue.get()) is not None:
            try:
                _write_all(self._stream, data)
            except OSError:
                # The client is gone; the end of its input ends the server.
                break
        self._stream.close()


def _write_all(stream: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]


def take_stdio() -> tuple[FileIO, FileIO]:
    """Take standard input and output for the protocol alone; unbuffered streams.

    Descriptors 0 and 1 become nothing and standard error, so that no print and no child
    process can put a byte between two messages.
    """
    received = FileIO(os.dup(0), "rb")
    sent = FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return received, sent


async def chunks_of_stream(stream: FileIO) -> AsyncIterator[bytes]:
    """The bytes of an unbuffered blocking stream, read in a daemon thread.

    Unbuffered, because a thread that is stuck in a buffered read holds a lock that the
    interpreter needs at its end.
    """
    loop = asyncio.get_running_loop()
    received: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        data = b"start"
        while data:
            try:
                data = stream.read(CHUNK) or b""
            except OSError:
                data = b""
            try:
                loop.call_soon_threadsafe(received.put_nowait, data)
            except RuntimeError:
                return  # The loop is closed: the server has ended first.

    threading.Thread(target=read, name="lsp-reader", daemon=True).start()
    while data := await received.get():
        yield data


async def chunks_of_reader(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The bytes of a TCP connection."""
    while data := await _read(reader):
        yield data


async def frames(chunks: AsyncIterator[bytes], *, strict: bool = False) -> AsyncIterator[Frame]:
    """The messages in the chunks; after a broken header the `strict` ones end."""
    parser = FrameParser(strict=strict)
    async for chunk in chunks:
        for frame in parser.feed(chunk):
            yield frame
            if strict and isinstance(frame, Broken):
                return


async def _read(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.read(CHUNK)
    except ConnectionError:
        return b""
