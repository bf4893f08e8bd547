"""The small file that includes the user's and calls its entry."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.code import code_of
from lsp_judge.languages.cfamily.text import fence
from lsp_judge.languages.cpp.entry import entry_of
from lsp_judge.languages.cpp.supplied import defines, supplied_class, supplied_record
from lsp_judge.languages.linked import node_type
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.source import Shape
from lsp_judge.model.types import Type

_INCLUDE = re.compile(rb"^[ \t]*#[ \t]*include[ \t]*<", re.MULTILINE)
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
    lines += _supplied(request, code)
    lines.append(f'#include "{solution}"')
    lines += fence(request.document.text, solution, _FENCE)
    if request.shape is not Shape.STDIO:
        # What is wrong with the call is wrong with the entry's declaration.
        lines.append(f'#line {request.entry.span.start.line + 1} "{solution}"')
        lines.append(entry_of(request))
    return ("\n".join(lines) + "\n").encode()


def _rare_headers(code: bytes) -> list[str]:
    return [header for header, words in _RARE if re.search(words, code)]


def _needs_using(code: bytes) -> bool:
    """A file that includes what it uses and spells `std::` is left its own names."""
    if _USING_STD.search(code):
        return False
    return not (_INCLUDE.search(code) and b"std::" in code)


def _supplied(request: BuildRequest, code: bytes) -> list[str]:
    """The classes that sites supply and the file uses without having them."""
    nodes = request.signature.nodes if request.signature is not None else ()
    used = {each.name: each for each in (*_named_nodes(request.document.text, code), *nodes)}
    lines = [
        supplied_class(each)
        for name, each in used.items()
        if each.form is not None and not defines(name, code)
    ]
    records = request.signature.records if request.signature is not None else ()
    lines += [supplied_record(name) for name in records if not defines(name, code)]
    if b"NestedInteger" in code and not defines("NestedInteger", code):
        lines.append('#include "judge_nested.hpp"')
    return lines


def _named_nodes(text: bytes, code: bytes) -> list[Type]:
    """The linked types that the code names, in its signatures or not."""
    source = text.decode("utf-8", "replace")
    names = [
        name for name in ("ListNode", "TreeNode") if re.search(rb"\b%s\b" % name.encode(), code)
    ]
    return [found for name in names if (found := node_type(name, source)) is not None]
