"""The framing of JSON-RPC messages (LSP specification, "Base Protocol"), without any I/O.

A broken header must not end the conversation, so the parser looks for the next header that
it understands and reports what it dropped.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from msgspec import Struct

# A header without its length cannot be skipped, nor can a body that nobody could hold.
MAX_HEADER = 16 * 1024
MAX_BODY = 256 * 1024 * 1024

# A preceding message that was longer than announced leaves its tail in front of the header.
# No length of a message has more digits than these, and Python refuses to read thousands of them.
_LENGTH = re.compile(rb"content-length:[ \t]*(\d{1,18})[ \t]*$", re.IGNORECASE)
_KNOWN = re.compile(rb"content-(length|type):", re.IGNORECASE)


class Body(Struct, frozen=True):
    """The bytes of one message."""

    data: bytes


class Broken(Struct, frozen=True):
    """A header that cannot be followed; `reason` is for people."""

    reason: str


Frame: TypeAlias = Body | Broken


class FrameParser:
    """Bytes in, as they come; frames out.

    `strict`: any header but LSP's own is broken. A web page can make a browser send an HTTP
    request to a local port, whose head and body look like an LSP message.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self._strict = strict
        self._buffer = bytearray()
        self._length: int | None = None

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that `data` completes."""
        self._buffer += data
        frames: list[Frame] = []
        while (frame := self._next()) is not None:
            frames.append(frame)
        return frames

    def _next(self) -> Frame | None:
        if self._length is None:
            broken = self._read_header()
            if broken is not None or self._length is None:
                return broken
        if len(self._buffer) < self._length:
            return None
        body = bytes(self._buffer[: self._length])
        del self._buffer[: self._length]
        self._length = None
        return Body(body)

    def _read_header(self) -> Broken | None:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) <= MAX_HEADER:
                return None
            # The next header may have begun already.
            del self._buffer[:-64]
            return Broken("a header without an end")
        lines = bytes(self._buffer[:end]).split(b"\r\n")
        del self._buffer[: end + 4]
        return self._follow(lines)

    def _follow(self, lines: list[bytes]) -> Broken | None:
        if self._strict and not all(_KNOWN.match(line) for line in lines):
            return Broken("a header that is not LSP's")
        lengths = [int(found[1]) for line in lines if (found := _LENGTH.search(line))]
        if not lengths:
            return Broken("a header without Content-Length")
        if lengths[-1] > MAX_BODY:
            return Broken(f"a message of {lengths[-1]} bytes")
        self._length = lengths[-1]
        return None
