"""WebSocket connections: one message a frame, without headers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from urllib.parse import urlsplit

from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as listen
from websockets.exceptions import ConnectionClosed

from lsp_judge.server.app import converse
from lsp_judge.server.frames import MAX_BODY, Body, Frame
from lsp_judge.server.server import JudgeServer

# "Policy violation" (RFC 6455, section 7.4.1).
REFUSED = 1008


class SocketWriter:
    """Sends messages in their order; what the client does not take is queued."""

    def __init__(self, socket: ServerConnection) -> None:
        self._socket = socket
        self._queue: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._task = asyncio.create_task(self._drain())

    def write(self, data: bytes) -> None:
        self._queue.put_nowait(data)

    def close(self) -> None:
        self._queue.put_nowait(None)

    async def closed(self) -> None:
        await self._task

    async def _drain(self) -> None:
        try:
            while (data := await self._queue.get()) is not None:
                await self._socket.send(data.decode())
            await self._socket.close()
        except ConnectionClosed:
            return


async def serve(
    create: Callable[[], JudgeServer],
    host: str,
    port: int,
    announce: Callable[[str, int], None],
) -> int:
    """Serve every connection until interrupted."""

    async def connected(socket: ServerConnection) -> None:
        if not _is_local(socket):
            await socket.close(REFUSED, "only pages of this machine may connect")
            return
        writer = SocketWriter(socket)
        await converse(create(), _frames(socket), writer, headers=False)
        await writer.closed()

    async with listen(connected, host, port, max_size=MAX_BODY) as server:
        announce("ws", next(iter(server.sockets)).getsockname()[1])
        await server.serve_forever()
    return 0


def _is_local(socket: ServerConnection) -> bool:
    """Browsers let any page connect to a local port, but they name the page's origin."""
    origin = socket.request.headers.get("Origin") if socket.request is not None else None
    try:
        return origin is None or urlsplit(origin).hostname in ("localhost", "127.0.0.1", "::1")
    except ValueError:
        return False


async def _frames(socket: ServerConnection) -> AsyncIterator[Frame]:
    async for message in socket:
        yield Body(message.encode() if isinstance(message, str) else message)
