"""The other end of a service: a solver behind HTTP, on the loopback interface.

POST of an input to any path gives the output; GET says which solver this is. h11 reads the
requests; what it refuses, and what is too long or too slow, is answered with a 4xx and a sentence.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

import h11

from lsp_judge.model.build import ABI_VERSION
from lsp_judge.model.errors import JudgeError
from lsp_judge.packs.loading import Loaded
from lsp_judge.packs.replies import Refused, Reply, about, refuse_garbage, seen_reply
from lsp_judge.runtimes.http import ABI_HEADER

LOOPBACK = "127.0.0.1"
_CHUNK = 65536
_LINGER_S = 2.0


@dataclass(frozen=True)
class Bounds:
    """What a client may ask for. `read_s` is for one request to arrive, `idle_s` for the next
    one to begin on an open connection."""

    body_bytes: int = 64 << 20
    header_bytes: int = 16 << 10
    connections: int = 64
    read_s: float = 10.0
    idle_s: float = 60.0


async def serve(
    loaded: Loaded,
    port: int,
    ready: Callable[[int], None],
    bounds: Bounds = Bounds(),
) -> None:
    """Until it is cancelled. `ready` hears of the port."""
    slots = asyncio.Semaphore(bounds.connections)
    open_connections: set[asyncio.Task[Any]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        open_connections.add(task)
        try:
            async with slots:
                await _Conversation(loaded, reader, writer, bounds).run()
        finally:
            open_connections.discard(task)
            writer.close()

    server = await asyncio.start_server(connected, LOOPBACK, port)
    try:
        ready(server.sockets[0].getsockname()[1])
        await asyncio.Event().wait()
    finally:
        server.close()
        for task in open_connections:
            task.cancel()
        if open_connections:
            await asyncio.wait(open_connections)


class _Conversation:
    """One connection."""

    def __init__(
        self,
        loaded: Loaded,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        bounds: Bounds,
    ) -> None:
        self._loaded = loaded
        self._reader, self._writer, self._bounds = reader, writer, bounds
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=bounds.header_bytes)

    async def run(self) -> None:
        with contextlib.suppress(ConnectionError, h11.LocalProtocolError):
            while await self._one():
                self._http.start_next_cycle()
            await self._linger()

    async def _linger(self) -> None:
        """Take what the client still sends: closed at once, it would lose our last words."""
        if self._http.their_state in (h11.DONE, h11.CLOSED) or not self._writer.can_write_eof():
            return
        self._writer.write_eof()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LINGER_S):
                while await self._reader.read(_CHUNK):
                    pass

    async def _one(self) -> bool:
        """One request; whether another one may follow."""
        try:
            request = await self._request()
            if request is None:
                return False
            reply = await self._reply(*request)
        except Refused as refused:
            reply = refused.reply
        except h11.RemoteProtocolError as error:
            status = error.error_status_hint
            reply = Reply(status, f"This is no request: {error}.\n".encode())
        await self._send(reply)
        return self._http.our_state is h11.DONE and self._http.their_state is h11.DONE

    async def _request(self) -> tuple[h11.Request, bytes] | None:
        """Headers and body; None where the client is gone."""
        try:
            async with asyncio.timeout(self._bounds.idle_s):
                event = await self._event()
        except TimeoutError:
            return None
        if not isinstance(event, h11.Request):
            return None
        self._refuse_headers(event)
        if self._http.they_are_waiting_for_100_continue:
            await self._write(
                h11.InformationalResponse(status_code=100, headers=[], reason=b"Continue")
            )
        try:
            async with asyncio.timeout(self._bounds.read_s):
                return event, await self._body()
        except TimeoutError:
            raise Refused(408, "The body did not come in time.") from None

    async def _event(self) -> h11.Event | type[h11.PAUSED]:
        while True:
            event = self._http.next_event()
            if event is not h11.NEED_DATA:
                return cast("h11.Event | type[h11.PAUSED]", event)
            self._http.receive_data(await self._reader.read(_CHUNK))

    def _refuse_headers(self, request: h11.Request) -> None:
        if request.method not in (b"POST", b"GET"):
            raise Refused(405, "Inputs are posted; GET tells of the solver.")
        headers = dict(request.headers)
        length = headers.get(b"content-length", b"0")
        if int(length) > self._bounds.body_bytes:
            raise Refused(413, f"An input has at most {self._bounds.body_bytes} bytes.")
        version = headers.get(ABI_HEADER.lower().encode())
        if request.method == b"POST" and version != str(ABI_VERSION).encode():
            said = version.decode("latin-1") if version is not None else "none"
            text = f"{ABI_HEADER} is {said}; this service speaks version {ABI_VERSION}."
            raise Refused(400, text)

    async def _body(self) -> bytes:
        parts, size = [], 0
        while not isinstance(event := await self._event(), h11.EndOfMessage):
            if not isinstance(event, h11.Data):
                raise Refused(400, "The body breaks off.")
            size += len(event.data)
            if size > self._bounds.body_bytes:
                raise Refused(413, f"An input has at most {self._bounds.body_bytes} bytes.")
            parts.append(bytes(event.data))
        return b"".join(parts)

    async def _reply(self, request: h11.Request, body: bytes) -> Reply:
        if request.method != b"POST":
            return about(self._loaded)
        if not self._loaded.draft.is_program:
            refuse_garbage(body)
        try:
            seen = await self._loaded.draft.contained.observe(body)
        except JudgeError as error:
            return Reply(503, f"{error}\n".encode())
        return seen_reply(seen)

    async def _send(self, reply: Reply) -> None:
        if self._http.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return
        headers = {
            "Content-Type": reply.content_type,
            "Content-Length": str(len(reply.body)),
            ABI_HEADER: str(ABI_VERSION),
            **reply.headers,
        }
        if self._http.their_state is not h11.DONE:
            headers["Connection"] = "close"  # the rest of what it sends is not read
        await self._write(h11.Response(status_code=reply.status, headers=list(headers.items())))
        await self._write(h11.Data(data=reply.body))
        await self._write(h11.EndOfMessage())

    async def _write(self, event: h11.Event) -> None:
        self._writer.write(self._http.send(event) or b"")
        await self._writer.drain()
