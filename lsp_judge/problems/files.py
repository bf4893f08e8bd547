"""Reads files of problem packages, which anybody may have made."""

from __future__ import annotations

import errno
import os
import stat

_CHUNK = 1 << 16


def read_regular(path: str | os.PathLike[str]) -> bytes:
    """The file's bytes, by bare system calls: a third of the time of `Path.read_bytes`. Raises
    OSError, for what is no file as well: a pipe would be waited for, and a device have no end."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "This is no regular file", os.fspath(path))
        chunks: list[bytes] = []
        while chunk := os.read(descriptor, _CHUNK):
            chunks.append(chunk)
    finally:
        os.close(descriptor)
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)
