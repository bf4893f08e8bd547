"""What a worker needs to know of CPython on WASI besides its compiled code."""

from __future__ import annotations

import mmap
import struct
import zlib
from pathlib import Path

import msgspec
from msgspec import Struct

_LOCAL_HEADER = struct.Struct("<26xHH")  # lengths of a zip member's name and extra field


class StackBounds(Struct, frozen=True, array_like=True):
    """Where the interpreter keeps the bounds of its C stack in linear memory: three words, as
    `words` in a fresh instance; the second and third are the addresses below which it raises
    RecursionError and gives up."""

    address: int
    words: tuple[int, int, int]


class Image(Struct, frozen=True):
    """`<name>.cwasm` has this beside it as `<name>.msgpack`.

    `modules`: the standard library by dotted name, each with the place of its member in the
    zip file `library`, its compressed size, and whether it is a package.
    """

    library: str
    modules: dict[str, tuple[int, int, bool]]
    stack: StackBounds | None


def description(image: Path) -> Path:
    """The file that holds the `Image` of a compiled interpreter."""
    return image.with_suffix(".msgpack")


class Library:
    """The zip file of the standard library, open for as long as the worker lives."""

    def __init__(self, image: Image) -> None:
        self._modules = image.modules
        with open(image.library, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def find(self, name: str) -> tuple[bytes, bool] | None:
        """A module's `.pyc` and whether it is a package."""
        if (found := self._modules.get(name)) is None:
            return None
        offset, size, package = found
        start = offset + 30 + sum(_LOCAL_HEADER.unpack_from(self._map, offset))
        return zlib.decompress(self._map[start : start + size], -zlib.MAX_WBITS), package


def read_image(path: Path) -> Image:
    """Raises OSError and msgspec.DecodeError."""
    return msgspec.msgpack.decode(description(path).read_bytes(), type=Image)
