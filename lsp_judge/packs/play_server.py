"""Serves the page that plays a solution, on the loopback interface alone.

The page and its own server, nobody else: requests have to name this very address (a site that
lets its name point to 127.0.0.1 does not), and what runs code has to come as JSON from the page
itself, which a browser lets no other site send.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any, ClassVar, TypeVar

import msgspec

from lsp_judge.model.errors import BadUsage
from lsp_judge.packs.play_messages import Asked, Given, Refused, Seen
from lsp_judge.packs.player import Player

_HOST = "127.0.0.1"
_PAGE = {
    "/": ("index.html", "text/html; charset=utf-8"),
    "/style.css": ("style.css", "text/css; charset=utf-8"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
    **{
        f"/{name}.mjs": (f"{name}.mjs", "text/javascript; charset=utf-8")
        for name in ("page", "chart", "words", "worker", "harness", "wasi", "msgpack")
    },
}
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self';"
    " style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none';"
    " form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    # An isolated page has a clock of 5 µs; others get one of 100 µs.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_MOST_BODY = 32 * 1024 * 1024
# A client that sends nothing does not hold a thread for ever; judging has limits of its own.
_SILENCE_S = 60

_Message = TypeVar("_Message")


class PlayServer:
    """To be used as a context manager, in a running loop: the requests are answered in threads,
    the player's work is done in the loop."""

    def __init__(self, player: Player, port: int = 0) -> None:
        """Binds the port (0: any that is free). Raises BadUsage where it is taken."""
        handler = type("_BoundHandler", (_Handler,), {"player": player})
        try:
            self._server = _Server((_HOST, port), handler)
        except OSError as error:
            raise BadUsage(f"Port {port} cannot be used: {error.strerror or error}.") from error
        self._server.loop = asyncio.get_running_loop()
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.1,))

    @property
    def url(self) -> str:
        return f"http://{_HOST}:{self._server.server_port}/"

    async def __aenter__(self) -> PlayServer:
        self._thread.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await asyncio.to_thread(self._server.shutdown)
        await asyncio.to_thread(self._thread.join)
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    # A browser keeps connections open without a word: they end with the process.
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = False
    loop: asyncio.AbstractEventLoop

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away in the middle of an answer is nothing to report."""


class _Unwelcome(Exception):
    def __init__(self, status: HTTPStatus, text: str) -> None:
        super().__init__(text)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    player: ClassVar[Player]
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = _SILENCE_S

    def do_GET(self) -> None:
        self._guarded(self._get)

    def do_POST(self) -> None:
        self._guarded(self._post)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to read of each request."""

    def _guarded(self, answer: Callable[[], None]) -> None:
        try:
            self._check_host()
            answer()
        except _Unwelcome as unwelcome:
            self.close_connection = True
            self._json(Refused(str(unwelcome)), unwelcome.status)
        except BadUsage as error:
            self._json(Refused(str(error)), HTTPStatus.UNPROCESSABLE_ENTITY)

    def _check_host(self) -> None:
        own = {f"{name}:{self.server.server_port}" for name in (_HOST, "localhost")}
        if self.headers.get("Host") not in own:
            raise _Unwelcome(HTTPStatus.MISDIRECTED_REQUEST, "This is another host's page.")
        origin = self.headers.get("Origin")
        if origin is not None and origin not in {f"http://{each}" for each in own}:
            raise _Unwelcome(HTTPStatus.FORBIDDEN, "Only the page itself may ask.")

    def _get(self) -> None:
        if self.path == "/api/problem":
            self._json(self.player.problem())
        elif self.path == "/solution.wasm" and (module := self.player.module()) is not None:
            self._send(module.read_bytes(), "application/wasm")
        elif self.path in _PAGE:
            name, kind = _PAGE[self.path]
            self._send(files(__package__ or "").joinpath("play", name).read_bytes(), kind)
        else:
            raise _Unwelcome(HTTPStatus.NOT_FOUND, "There is no such page.")

    def _post(self) -> None:
        body = self._body()
        if self.path == "/api/input":
            self._json(self.player.encoded(_decoded(body, Given)))
        elif self.path == "/api/judge":
            self._json(self.player.judged(_decoded(body, Seen)))
        elif self.path == "/api/run":
            asked = _decoded(body, Asked)
            running = self.player.run(asked.given, asked.mode)
            future = asyncio.run_coroutine_threadsafe(running, self.server.loop)
            try:
                self._json(future.result())
            except concurrent.futures.CancelledError:
                raise _Unwelcome(HTTPStatus.SERVICE_UNAVAILABLE, "The server ends.") from None
        else:
            raise _Unwelcome(HTTPStatus.NOT_FOUND, "There is no such page.")

    def _body(self) -> bytes:
        kind = (self.headers.get("Content-Type") or "").partition(";")[0].strip()
        if kind != "application/json":
            raise _Unwelcome(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send JSON.")
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal():
            raise _Unwelcome(HTTPStatus.LENGTH_REQUIRED, "Say how long it is.")
        if int(length) > _MOST_BODY:
            raise _Unwelcome(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "That is too much.")
        return self.rfile.read(int(length))

    def _json(self, message: msgspec.Struct, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(msgspec.json.encode(message), "application/json", status)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def _decoded(body: bytes, kind: type[_Message]) -> _Message:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _Unwelcome(HTTPStatus.BAD_REQUEST, f"That cannot be read: {error}.") from error
