"""A wasmtime trap as the parts of a record."""

from __future__ import annotations

import re

import wasmtime

from lsp_judge.worker.wire import Code, Record, WireFrame

# wasmtime writes two lines a frame, when the module carries DWARF:
#     0:   0x1234 - two_sum
#                     at /build/solution.c:12:5
# An inlined caller has a line with a name in the place of the address's.
_NAME = re.compile(r"^\s*(?:\d+:\s+0x[0-9a-f]+|\s)\s+- (?:[^!]*!)?(?P<name>.+)$")
_PLACE = re.compile(r"^\s+at (?P<file>.+?):(?P<line>\d+):(?P<column>\d+)$")
_CAUSE = re.compile(r"^\s*(?:wasm trap: |\d+: (?:wasm trap: )?)(?P<cause>(?!0x).+)$", re.MULTILINE)
_MOST_FRAMES = 64
_NO_STATUS = "exit with invalid exit status"


def describe(error: BaseException, record: Record) -> None:
    """Fill in how the guest ended: its exit status, or a trap with its frames."""
    if isinstance(error, wasmtime.ExitTrap):
        record.status = int(error.code)
        record.code = Code.EXITED if error.code else Code.RETURNED
        return
    text = str(error)
    record.code = Code.FAILED
    record.message = f"wasm trap: {cause(text)}"
    record.frames = frames(text)


def cause(text: str) -> str:
    """The reason alone: `integer divide by zero`, `unreachable`, `call stack exhausted`."""
    if _NO_STATUS in text:
        return "exit status above 125, which WASI does not have"
    found: list[str] = [match["cause"].strip() for match in _CAUSE.finditer(text)]
    for reason in reversed(found):
        if not reason.startswith(("error while executing", "note:")):
            return reason.removeprefix("wasm `").replace("` instruction executed", "")
    return text.splitlines()[0] if text else "unknown"


def frames(text: str) -> list[WireFrame]:
    """The frames that a trap's message names, innermost first."""
    found: list[WireFrame] = []
    name = ""
    for line in text.splitlines():
        if place := _PLACE.match(line):
            found.append(WireFrame(name, place["file"], int(place["line"]), int(place["column"])))
        elif named := _NAME.match(line):
            name = named["name"].strip()
        if len(found) >= _MOST_FRAMES:
            break
    return found
