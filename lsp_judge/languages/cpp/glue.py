"""The small file that includes the user's and calls its entry."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.text import fence
from lsp_judge.languages.cpp.outline import is_entry, overloads
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.source import Shape

_COMMENT_OR_STRING = re.compile(rb'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
_INK = re.compile(rb"[^\n]")
_INCLUDE = re.compile(rb"^[ \t]*#[ \t]*include\b", re.MULTILINE)
_USING_STD = re.compile(rb"\busing\s+namespace\s+std\b")
_STREAMS = re.compile(rb"\b(?:cout|clog|print|println)\b")

# What no open class or function may hold, nor a class without its `;` be followed by.
_FENCE = "namespace judge_codec { }"
_CATCH = re.compile(rb"\bcatch\b")

# Seldom used and slow to load, so no part of the precompiled header: by the words that
# stand for them.
_RARE = (
    ("any", rb"\bany_cast\b|\bany\s+\w|<any>"),
    ("atomic", rb"\batomic"),
    ("barrier", rb"\bbarrier\b"),
    ("charconv", rb"\b(?:from_chars|to_chars)\b"),
    ("complex", rb"\bcomplex\b"),
    ("condition_variable", rb"\bcondition_variable"),
    ("coroutine", rb"\bco_(?:yield|await|return)\b|\bcoroutine_handle\b"),
    ("expected", rb"\bunexpected\b|\bexpected\s*<"),
    ("flat_map", rb"\bflat_map\b"),
    ("flat_set", rb"\bflat_set\b"),
    ("format", rb"\bformat\s*\("),
    ("fstream", rb"\b[io]?fstream\b"),
    ("future", rb"\b(?:async|future|promise|packaged_task)\b"),
    ("latch", rb"\blatch\b"),
    ("locale", rb"\blocale\b"),
    ("mutex", rb"\b(?:mutex|lock_guard|unique_lock|scoped_lock|call_once|once_flag)\b"),
    ("print", rb"\b(?:print|println)\s*\("),
    ("regex", rb"\b[cs]?regex"),
    ("semaphore", rb"\b(?:counting|binary)_semaphore\b"),
    ("shared_mutex", rb"\bshared_(?:mutex|lock|timed_mutex)\b"),
    ("source_location", rb"\bsource_location\b"),
    ("system_error", rb"\bsystem_error\b|\berror_code\b"),
    ("thread", rb"\b(?:thread|jthread|this_thread)\b"),
    ("typeindex", rb"\btype_index\b"),
    ("valarray", rb"\bvalarray\b"),
)


def uses_streams(text: bytes) -> bool:
    """Whether the text names a stream that buffers (in wasm, naming one costs a megabyte)."""
    return _STREAMS.search(code_of(text)) is not None


def catches(text: bytes) -> bool:
    """Whether the text catches exceptions (in wasm, they cost the line that an uncaught one
    came from: a file without handlers is built without them)."""
    return _CATCH.search(code_of(text)) is not None


def glue(request: BuildRequest, solution: str) -> bytes:
    """The translation unit; `solution` is the name under which the user's file is included."""
    code = code_of(request.document.text)
    lines = [
        f"#if __has_include(<{header}>)\n#include <{header}>\n#endif"
        for header in _rare_headers(code)
    ]
    if _needs_using(code):
        lines.append("using namespace std;")
    lines.append(f'#include "{solution}"')
    lines += fence(request.document.text, solution, _FENCE)
    if request.shape is Shape.FUNCTION:
        # What is wrong with the call is wrong with the entry's declaration.
        lines.append(f'#line {request.entry.span.start.line + 1} "{solution}"')
        lines.append(_entry(request))
    return ("\n".join(lines) + "\n").encode()


def code_of(text: bytes) -> bytes:
    """The text with blanks in the place of comments and strings."""
    return _COMMENT_OR_STRING.sub(lambda found: _INK.sub(b" ", found[0]), text)


def _rare_headers(code: bytes) -> list[str]:
    return [header for header, words in _RARE if re.search(words, code)]


def _needs_using(code: bytes) -> bool:
    """A file that includes what it uses and spells `std::` is left its own names."""
    if _USING_STD.search(code):
        return False
    return not (_INCLUDE.search(code) and b"std::" in code)


def _entry(request: BuildRequest) -> str:
    signature = request.signature
    names = [parameter.name for parameter in signature.parameters] if signature else []
    quoted = "".join(f'"{name}", ' for name in names)
    owner = request.entry.owner
    return (
        f"static const char *const judge_names[] = {{{quoted}nullptr}}; "
        "judge_codec::status judge_codec::entry() "
        f"{{ return judge_codec::call<{owner or 'void'}>(judge_names, {_callable(request)}); }}"
    )


def _callable(request: BuildRequest) -> str:
    """A pointer to the entry; where the name is overloaded, a function of its very parameters."""
    owner, name = request.entry.owner, request.entry.name
    pointer = f"&{owner}::{name}" if owner else f"&::{name}"
    same = overloads(request.document, request.entry)
    mine = next((f for f in same if is_entry(f, request.document, request.entry)), None)
    if len(same) < 2 or mine is None:
        return pointer
    names = [parameter.name for parameter in mine.function.parameters]
    values = ", ".join(f"static_cast<decltype({name})&&>({name})" for name in names)
    target = f"{owner}().{name}" if owner else f"::{name}"
    written = mine.function.written
    return f"+[]{written} -> decltype(auto) {{ return {target}({values}); }}"
