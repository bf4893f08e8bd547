"""Makes servers and serves connections: stdio, TCP and WebSocket, the last two on loopback."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import AsyncIterator, Coroutine
from typing import assert_never

from lsprotocol import types

from lsp_judge.model.errors import BadUsage
from lsp_judge.server.features import register_features
from lsp_judge.server.frames import Body, Broken, Frame
from lsp_judge.server.opened import LoadJudge
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.transport import (
    ThreadWriter,
    Writer,
    chunks_of_reader,
    chunks_of_stream,
    frames,
    take_stdio,
)

LOOPBACK = "127.0.0.1"

logger = logging.getLogger(__name__)


def create_server(load: LoadJudge) -> JudgeServer:
    """A server for one connection, to be made in a running loop.

    `load` is called in a thread after `initialized`, so that what it imports costs the
    editor's start nothing; what it returns opens the judge with the settings (see `opened`).
    """
    server = JudgeServer(load)
    register_features(server)
    return server


def serve_stdio(load: LoadJudge) -> int:
    """Serve standard input and output until their end; the exit status that LSP asks for."""
    received, sent = take_stdio()

    async def serve() -> int:
        server = create_server(load)
        return await converse(server, frames(chunks_of_stream(received)), ThreadWriter(sent))

    return _run(serve())


def serve_tcp(load: LoadJudge, port: int) -> int:
    """Serve every connection to the port, each with a judge of its own, until interrupted."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        received = frames(chunks_of_reader(reader), strict=True)
        await converse(create_server(load), received, writer)

    async def serve() -> int:
        listener = await asyncio.start_server(connected, LOOPBACK, port)
        async with listener:
            _announce("tcp", listener.sockets[0].getsockname()[1])
            await listener.serve_forever()
        return 0

    return _run(serve())


def serve_ws(load: LoadJudge, port: int) -> int:
    """As `serve_tcp` over WebSocket. Raises BadUsage where `websockets` is not installed."""
    try:
        from lsp_judge.server.websocket import serve
    except ImportError as error:
        raise BadUsage(
            "WebSocket needs the package websockets.", 'Install it: pip install "lsp-judge[ws]"'
        ) from error
    return _run(serve(lambda: create_server(load), LOOPBACK, port, _announce))


async def converse(
    server: JudgeServer, received: AsyncIterator[Frame], writer: Writer, *, headers: bool = True
) -> int:
    """One conversation: from the first byte until `exit` or the end of the input.

    `headers`: whether messages are framed as on a stream. When this returns, every worker and
    compiler of the connection has ended.
    """
    server.protocol.set_writer(writer, include_headers=headers)
    try:
        async with asyncio.TaskGroup() as group:
            server.begin(group)
            receiving = group.create_task(_receive(server, received))
            await server.stopped.wait()
            receiving.cancel()
            await server.end()
    finally:
        writer.close()
    return server.status


async def _receive(server: JudgeServer, received: AsyncIterator[Frame]) -> None:
    async for frame in received:
        match frame:
            case Body(data=data):
                server.judge_protocol.receive(data)
            case Broken(reason=reason):
                server.judge_protocol.refuse(None, types.ErrorCodes.ParseError, reason)
            case _:
                assert_never(frame)
        if server.stopped.is_set():
            return
    server.stop(server.status)


def _announce(kind: str, port: int) -> None:
    print(f"lsp-judge listens on {kind}://{LOOPBACK}:{port}", file=sys.stderr, flush=True)


def _run(serving: Coroutine[None, None, int]) -> int:
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    try:
        return asyncio.run(serving)
    except KeyboardInterrupt:
        return 130
