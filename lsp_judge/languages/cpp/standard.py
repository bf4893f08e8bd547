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
# Parts of the library that came with C++23, and the first gcc that has them all.
_LIBRARY = re.compile(
    rb"\b(?:ranges::(?:iota|to|fold_left|fold_right|contains|find_last|starts_with|ends_with)"
    rb"|views::(?:zip|zip_transform|enumerate|chunk|chunk_by|slide|stride|adjacent|join_with"
    rb"|cartesian_product|repeat|as_const|as_rvalue))\b"
)
_LIBRARY_FROM = 14
# What gcc says of a language or a library that it does not have as a whole: arrays of two
# dimensions, of a size that is not constant, in a lambda; what newer C++ has brought. A name that
# no version has is a slip, for which no second compiler is asked.
_NEWER = (
    r"v?format(?:_to)?|print(?:ln)?|generator|flat_(?:multi)?(?:map|set)|mdspan|expected|unexpected"
    r"|move_only_function|byteswap|unreachable|to_underlying|forward_like|invoke_r|to|fold_\w+"
    r"|zip\w*|enumerate|chunk\w*|slide|stride|adjacent\w*|join_with|cartesian_product|as_const"
    r"|as_rvalue|repeat|contains\w*|starts_with|ends_with|find_last\w*|iota|shift_(?:left|right)"
)
LACKING = (
    rf"sorry, unimplemented|['‘](?:{_NEWER})['’] is not a member of ['‘]std"
    r"|['‘](?:v?format(?:_to)?|print(?:ln)?)['’] was not declared"
    r"|fatal error: (?:format|print|generator|flat_map|flat_set|mdspan): No such file"
    r"|has no member named ['‘](?:append|assign|insert|prepend|push)_range"
)


def missing_feature(text: bytes, tool: Tool) -> SourceMessage | None:
    """A message at the first use of a feature that `tool` does not have; None: all is there."""
    code, version = code_of(text), major_version(tool.version)
    found = _EXPLICIT_OBJECT.search(code)
    first = _KNOWN_FROM.get(tool.flavour)
    if found is None or first is None or version >= first:
        return _missing_library(text, code, tool)
    line = text.count(b"\n", 0, found.start(1))
    column = found.start(1) - (text.rfind(b"\n", 0, found.start(1)) + 1)
    words = (
        f"{tool.flavour} {major_version(tool.version)} does not know 'this' as a parameter "
        "(C++23): gcc 14, clang 18 and zig do; name one of them in the setting toolchain.c++"
    )
    return SourceMessage(Severity.ERROR, words, SourceText(text).word_at(line, column))


def _missing_library(text: bytes, code: bytes, tool: Tool) -> SourceMessage | None:
    found = _LIBRARY.search(code)
    version = major_version(tool.version)
    if found is None or tool.flavour != "gcc" or version >= _LIBRARY_FROM:
        return None
    line = text.count(b"\n", 0, found.start())
    column = found.start() - (text.rfind(b"\n", 0, found.start()) + 1)
    words = (
        f"the C++ library of gcc {version} has no '{found[0].decode()}' (C++23): gcc 14 and zig"
        " have it; name one of them in the setting toolchain.c++"
    )
    return SourceMessage(Severity.ERROR, words, SourceText(text).word_at(line, column))
