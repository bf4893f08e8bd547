"""How a C or C++ program that ends itself says why: libc, libc++, libstdc++ and our support."""

from __future__ import annotations

import re

from lsp_judge.languages.base import Traceback
from lsp_judge.languages.cfamily.sanitizer import read_sanitizer
from lsp_judge.model.outcome import Frame

# Our own words: the ABI's message, and the line on stderr before a wasm trap.
_OURS = re.compile(r"^(?:judge: )?(uncaught exception\b.*)$", re.MULTILINE)
# libstdc++; `what()` stands on a line of its own.
_TERMINATE = re.compile(
    r"terminate called after throwing an instance of '(?P<type>[^']+)'"
    r"(?:\s+what\(\):\s*(?P<what>.*))?"
)
_LIBCXX = re.compile(
    r"terminating (?:due to|with) uncaught exception of type (?P<type>[^:\n]+(?:::[^:\n]+)*)"
    r"(?:: (?P<what>.*))?"
)
# libc++ without exceptions, from inside the library (std::stoi).
_LIBCXX_ABORT = re.compile(
    r"(?P<type>\w+) was thrown in -fno-exceptions mode(?: with message \"(?P<what>[^\"]*)\")?"
)
# glibc, then musl.
_ASSERT = re.compile(
    r"(?P<file>solution\.\w+):(?P<line>\d+): (?:(?P<function>.*): )?"
    r"Assertion [`'](?P<test>.*)' failed"
)
_MUSL_ASSERT = re.compile(
    r"Assertion failed: (?P<test>.*) "
    r"\((?:[^:()]*/)?(?P<file>solution\.\w+): (?P<function>.*): (?P<line>\d+)\)"
)
_HEAP = re.compile(
    r"^((?:free|malloc|realloc|calloc|munmap_chunk|corrupted)\S*\(?\)?: .*"
    r"|double free or corruption.*|corrupted .*|\*\*\* .* \*\*\*.*)$",
    re.MULTILINE,
)
_NO_MEMORY = re.compile(r"^(?:judge: )?(out of memory.*)$", re.MULTILINE)


def program_traceback(text: str) -> Traceback | None:
    """The reason in one line, and the place where an assertion or a sanitizer names one."""
    if (report := read_sanitizer(text)) is not None:
        return report
    for pattern in (_ASSERT, _MUSL_ASSERT):
        if found := pattern.search(text):
            frame = Frame(found["function"] or "", found["file"], int(found["line"]))
            return Traceback(f"assertion failed: {found['test']}", (frame,))
    if found := _OURS.search(text):
        return Traceback(found[1])
    for pattern in (_TERMINATE, _LIBCXX, _LIBCXX_ABORT):
        if found := pattern.search(text):
            return Traceback(_uncaught(found["type"], found["what"]))
    found = _HEAP.search(text) or _NO_MEMORY.search(text)
    return Traceback(found[1].strip()) if found else None


def _uncaught(name: str, what: str | None) -> str:
    kind = name.strip()
    kind = f"std::{kind}" if re.fullmatch(r"[a-z_]+", kind) and kind.count("_") else kind
    return f"uncaught exception {kind}: {what}" if what else f"uncaught exception {kind}"
