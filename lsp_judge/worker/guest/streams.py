"""Standard streams as Python has them at its start, over the descriptors 0, 1 and 2."""

from __future__ import annotations

import io
import sys


class Streams:
    """Fresh text streams, so that no case sees another's buffers, or one that it closed."""

    def __init__(self) -> None:
        self._out = _writer(1, "surrogateescape", lines=False)
        self._error = _writer(2, "backslashreplace", lines=True)
        raw = io.BufferedReader(io.FileIO(0, "r", closefd=False))
        stdin = io.TextIOWrapper(raw, encoding="utf-8", errors="surrogateescape")
        sys.stdin = sys.__stdin__ = stdin  # type: ignore[misc]
        sys.stdout = sys.__stdout__ = self._out  # type: ignore[misc]
        sys.stderr = sys.__stderr__ = self._error  # type: ignore[misc]

    def flush(self) -> None:
        """Write out what the solution left in buffers. Raises what writing raises."""
        for stream in {id(one): one for one in (sys.stdout, self._out, self._error)}.values():
            if stream is not None and not getattr(stream, "closed", False):
                stream.flush()


def _writer(descriptor: int, errors: str, *, lines: bool) -> io.TextIOWrapper:
    buffered = io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False), 1 << 16)
    return io.TextIOWrapper(buffered, encoding="utf-8", errors=errors, line_buffering=lines)
