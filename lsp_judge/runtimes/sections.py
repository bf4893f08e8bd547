"""What a WebAssembly module is made of, read from its bytes alone."""

from __future__ import annotations

from collections.abc import Iterator

CODE = 10
_CUSTOM = 0
_DATA = (9, 11, 12)  # elements of tables, data, and how many segments of it
_NAMES = ("name", "producers", "target_features")


def sections(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each section's id and content: an id, a LEB128 length, the content (wasm core spec, 5.5.2).

    Of what is no module nothing, or nonsense: that is for an engine to say.
    """
    place = 8
    while place < len(data):
        section = data[place]
        length, place = _number(data, place + 1)
        yield section, data[place : place + length]
        place += length


def code_bytes(data: bytes) -> int:
    """The size of the code; 0 where there is none."""
    return sum(len(content) for section, content in sections(data) if section == CODE)


def parts_of(data: bytes) -> dict[str, int]:
    """Bytes by what they are for: `code`, `data`, `names`, `debug`, `rest`; empty ones too."""
    parts = dict.fromkeys(("code", "data", "names", "debug"), 0)
    for section, content in sections(data):
        if section == CODE:
            parts["code"] += len(content)
        elif section in _DATA:
            parts["data"] += len(content)
        elif section == _CUSTOM and (name := _name(content)).startswith(".debug"):
            parts["debug"] += len(content)
        elif section == _CUSTOM and name in _NAMES:
            parts["names"] += len(content)
    return {**parts, "rest": len(data) - sum(parts.values())}


def _name(content: bytes) -> str:
    length, place = _number(content, 0)
    return content[place : place + length].decode("utf-8", "replace")


def _number(data: bytes, place: int) -> tuple[int, int]:
    """A LEB128 number of at most 32 bits, and the place behind it."""
    value = 0
    for shift in range(0, 35, 7):
        if place >= len(data):
            break
        byte = data[place]
        value |= (byte & 0x7F) << shift
        place += 1
        if byte < 0x80:
            break
    return value, place
