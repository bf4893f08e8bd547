"""The gate's common case in one pass over the bytes: a plugin that is as it should be.

pyelftools, which reads what is not, takes some milliseconds for a file: more than to load it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

_HEADER = struct.Struct("<4sBBB9x2HI3QI6H")
_SEGMENT = struct.Struct("<2I6Q")
_SECTION = struct.Struct("<2I4Q2I2Q")
_SYMBOL = struct.Struct("<IBBHQQ")
_MAGIC, _CLASS_64, _LITTLE, _SHARED = b"\x7fELF", 2, 1, 3
_MACHINES = {"x86_64": 62, "aarch64": 183}
_LOAD, _DYNAMIC_SYMBOLS, _STRINGS, _UNDEFINED = 1, 11, 3, 0
_MOST_BYTES = 16 << 20
_LONGEST_NAME = 64
_TABLE = b".dynsym"


def exports_at_once(file: BinaryIO, size: int, machine: str, name: bytes) -> bool:
    """Whether `file` is a whole shared library for `machine` whose dynamic symbols define `name`.
    False says nothing: then it has to be looked at more closely."""
    if size > _MOST_BYTES:
        return False
    data = file.read(size)
    try:
        return _is_whole_library(data, machine) and name in _defined(data)
    except (struct.error, ValueError, IndexError, OverflowError):
        return False


def _is_whole_library(data: bytes, machine: str) -> bool:
    header = _HEADER.unpack_from(data)
    magic, bits, order, _, kind, for_machine, _, _, segments, sections, *rest = header
    _, _, segment_size, segment_count, section_size, section_count, _ = rest
    if (magic, bits, order, kind) != (_MAGIC, _CLASS_64, _LITTLE, _SHARED):
        return False
    if for_machine != _MACHINES.get(machine):
        return False
    if (segment_size, section_size) != (_SEGMENT.size, _SECTION.size):
        return False
    ends = [sections + section_count * section_size]
    for index in range(segment_count):
        type_, _, offset, _, _, length, _, _ = _SEGMENT.unpack_from(
            data, segments + index * segment_size
        )
        if type_ == _LOAD:
            ends.append(offset + length)
    return bool(max(ends) <= len(data))


def _defined(data: bytes) -> Iterator[bytes]:
    """The names that the dynamic symbol table defines. Raises what `exports_at_once` catches."""
    header = _HEADER.unpack_from(data)
    place, count, of_names = header[9], header[15], header[16]
    sections = [_SECTION.unpack_from(data, place + i * _SECTION.size) for i in range(count)]
    titles = _strings(data, sections, of_names)
    for title, kind, _, _, offset, length, linked, _, _, entry in sections:
        if kind == _DYNAMIC_SYMBOLS and entry == _SYMBOL.size and _name(titles, title) == _TABLE:
            names = _strings(data, sections, linked)
            for name, _, _, section, _, _ in _SYMBOL.iter_unpack(data[offset : offset + length]):
                if section != _UNDEFINED:
                    yield _name(names, name)


def _strings(data: bytes, sections: list[tuple[int, ...]], index: int) -> bytes:
    _, kind, _, _, offset, length, *_ = sections[index]
    if kind != _STRINGS:
        raise ValueError("no table of names")
    return data[offset : offset + length]


def _name(names: bytes, place: int) -> bytes:
    return names[place : place + _LONGEST_NAME].partition(b"\0")[0]
