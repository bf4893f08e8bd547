"""What a file needs of C++23 that the compiler at hand may not have."""

from __future__ import annotations

import re

from lsp_judge.languages.cfamily.code import code_of
from lsp_judge.languages.cfamily.flags import major_version
from lsp_judge.languages.cfamily.text import SourceText
from lsp_judge.model.build import Tool
from lsp_judge.model.source import Severity, SourceMessage

# `auto dfs = [&](this auto&& dfs, int i)`: people write it, and older compilers answer with
# three riddles.
_EXPLICIT_OBJECT = re.compile(rb"\(\s*(this)\s+(?:const\s+)?[A-Za-z_]")
_KNOWN_FROM = {"gcc": 14, "clang": 18}


def missing_feature(text: bytes, tool: Tool) -> SourceMessage | None:
    """A message at the first use of a feature that `tool` does not have; None: all is there."""
    found = _EXPLICIT_OBJECT.search(code_of(text))
    first = _KNOWN_FROM.get(tool.flavour)
    if found is None or first is None or major_version(tool.version) >= first:
        return None
    line = text.count(b"\n", 0, found.start(1))
    column = found.start(1) - (text.rfind(b"\n", 0, found.start(1)) + 1)
    words = (
        f"{tool.flavour} {major_version(tool.version)} does not know 'this' as a parameter "
        "(C++23): gcc 14, clang 18 and zig do; name one of them in the setting toolchain.c++"
    )
    return SourceMessage(Severity.ERROR, words, SourceText(text).word_at(line, column))
