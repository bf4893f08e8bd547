"""Services of the tests' own, on loopback: they answer as they are told, or not at all."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec


class Service:
    """Reads a request, then writes what `replies` gives for it: raw bytes, or None to hang."""

    def __init__(self, replies: Callable[[int, bytes], bytes | None]) -> None:
        self._replies = replies
        self.requests: list[bytes] = []
        self.url = ""

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                int(line.split(b":")[1])
                for line in head.lower().split(b"\r\n")
                if line.startswith(b"content-length")
            )
            body = await reader.readexactly(length)
            self.requests.append(head + body)
            reply = self._replies(len(self.requests), body)
            if reply is None:
                await reader.read()  # until the client gives up
            else:
                writer.write(reply)
                await writer.drain()
        writer.close()


def answer(
    body: bytes, status: str = "200 OK", version: str | None = "1", length: int | None = None
) -> bytes:
    """A whole response; `length` is what it says of itself."""
    said = len(body) if length is None else length
    abi = f"X-Judge-ABI: {version}\r\n" if version is not None else ""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {said}\r\n{abi}Connection: close\r\n\r\n"
    return head.encode() + body


@asynccontextmanager
async def service(replies: Callable[[int, bytes], bytes | None]) -> AsyncIterator[Service]:
    made = Service(replies)
    server = await asyncio.start_server(made.connected, "127.0.0.1", 0)
    made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with server:
        yield made


def describe(folder: Path, name: str, url: str, **more: object) -> Path:
    """`name.service.json` for the problem two-sum."""
    file = folder / f"{name}.service.json"
    said = {"id": name, "problems": ["two-sum"], "url": url, "timeout_ms": 400, "retries": 1}
    file.write_bytes(msgspec.json.encode({**said, **more}))
    return file
