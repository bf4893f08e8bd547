"""The reports of AddressSanitizer and UndefinedBehaviorSanitizer, for people."""

from __future__ import annotations

import re

from lsp_judge.languages.base import Traceback
from lsp_judge.model.outcome import Frame

_UNDEFINED = re.compile(
    r"(?:\S*/)?(?P<file>solution\.\w+):(?P<line>\d+):(?P<column>\d+): runtime error: (?P<what>.*)"
)
# In a header of the library: what was done wrong was done by the caller, which is not named.
_UNDEFINED_ELSEWHERE = re.compile(r"^\S+:\d+:\d+: runtime error: (?P<what>.*)$", re.MULTILINE)
_ADDRESS = re.compile(r"ERROR: AddressSanitizer: (?P<kind>[\w-]+)(?P<rest>[^\n]*)")
_ACCESS = re.compile(r"^(?P<way>READ|WRITE) of size (?P<size>\d+)", re.MULTILINE)
_REGION = re.compile(
    r"is located (?P<place>\d+ bytes (?:to the (?:right|left) of|before|after|inside of)) "
    r"(?P<size>\d+)-byte region"
)
_FRAME = re.compile(
    r"^\s*#\d+ 0x[0-9a-f]+ in (?P<function>.*?) \(?(?:\S*/)?(?P<file>solution\.\w+):(?P<line>\d+)",
    re.MULTILINE,
)
_FRAMES_END = re.compile(r"^(?:freed by|previously allocated|allocated by)", re.MULTILINE)

_WORDS = {
    "heap-buffer-overflow": "past the end of an array or a string on the heap",
    "stack-buffer-overflow": "past the end of a local array",
    "stack-buffer-underflow": "before the beginning of a local array",
    "global-buffer-overflow": "past the end of a global array",
    "dynamic-stack-buffer-overflow": "past the end of a local array of variable length",
    "container-overflow": "past the end of a container",
    "heap-use-after-free": "of memory that was freed before",
    "stack-use-after-return": "of a local variable of a function that has returned",
    "stack-use-after-scope": "of a local variable behind the end of its block",
    "double-free": "memory is freed twice",
    "bad-free": "what is freed was not allocated, or not at this address",
    "alloc-dealloc-mismatch": "memory is freed in another way than it was allocated",
    "stack-overflow": "the stack is full: endless or very deep recursion",
    "SEGV": "a pointer to nowhere, most often null or uninitialised",
    "FPE": "division by zero",
}


def read_sanitizer(text: str) -> Traceback | None:
    """What a sanitizer found, in one line, and its frames in the user's file, innermost first.

    None where the text is no report of theirs.
    """
    if found := _UNDEFINED.search(text):
        frame = Frame("", found["file"], int(found["line"]), int(found["column"]))
        return Traceback(f"undefined behaviour: {found['what'].strip()}", (frame,))
    if found := _ADDRESS.search(text):
        report = text[found.start() :]
        return Traceback(_sentence(found, report), _frames(report))
    if found := _UNDEFINED_ELSEWHERE.search(text):
        return Traceback(f"undefined behaviour: {found['what'].strip()}", _frames(text))
    return None


def _sentence(found: re.Match[str], report: str) -> str:
    kind = found["kind"]
    words = _WORDS.get(kind)
    if words is None:
        return f"{kind}{found['rest']}".strip()
    access = _ACCESS.search(report)
    if access is None or words[:3] not in ("pas", "bef", "of "):
        return f"{words} ({kind})"
    way = "a read" if access["way"] == "READ" else "a write"
    region = _REGION.search(report)
    where = f": {region['place']} {region['size']} bytes" if region else ""
    return f"{way} of {access['size']} bytes {words}{where} ({kind})"


def _frames(report: str) -> tuple[Frame, ...]:
    """Those of the access itself, and not those of where the memory came from."""
    end = _FRAMES_END.search(report)
    own = report[: end.start()] if end else report
    found = _FRAME.finditer(own)
    return tuple(Frame(each["function"], each["file"], int(each["line"])) for each in found)
