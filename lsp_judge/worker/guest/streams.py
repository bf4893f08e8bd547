"""Standard streams as Python has them at its start, over the descriptors 0, 1 and 2."""

from __future__ import annotations

import io
import sys


class Streams:
    """The streams of the cases, one after the other. What a case wrote, replaced or closed is
    no other's business."""

    def __init__(self, *, stdin: bool) -> None:
        self._reads = stdin
        self._out, self._error = _output(), _errors()

    def begin(self) -> None:
        """Make the streams as they are at the start of a program."""
        if self._out.closed:
            self._out = _output()
        if self._error.closed:
            self._error = _errors()
        sys.stdout = sys.__stdout__ = self._out  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = self._error  # type: ignore[misc]
        if self._reads:
            raw = io.BufferedReader(io.FileIO(0, "r", closefd=False), 1 << 16)
            stdin = io.TextIOWrapper(raw, encoding="utf-8", errors="surrogateescape")
            sys.stdin = sys.__stdin__ = stdin  # type: ignore[misc]

    def end(self) -> None:
        """Write out what is left in buffers, also those of the solution's own streams.

        Raises what writing raises; the text that could not be written is dropped then.
        """
        own = sys.stdout
        if own is not None and own is not self._out and not getattr(own, "closed", False):
            own.flush()
        try:
            for stream in (self._out, self._error):
                if not stream.closed:
                    stream.flush()
        except BaseException:
            self._out, self._error = _output(), _errors()
            raise


def _output() -> io.TextIOWrapper:
    return _writer(1, "surrogateescape", lines=False)


def _errors() -> io.TextIOWrapper:
    return _writer(2, "backslashreplace", lines=True)


def _writer(descriptor: int, errors: str, *, lines: bool) -> io.TextIOWrapper:
    buffered = io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False), 1 << 16)
    return io.TextIOWrapper(buffered, encoding="utf-8", errors=errors, line_buffering=lines)
