"""Which Rust a file is written in, and what an older compiler needs to read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.build import Tool

Version = tuple[int, int]

_EDITION = "2021"
# `if let ... && ...` is no part of the edition before, and other things that people write
# (`|(_, &x)|`) are no part of this one: it is for the files that cannot do without.
_EDITION_WITH_CHAINS = "2024"
_CHAINS_SINCE = (1, 88)
# What newer compilers have for everybody, older ones have behind a name: from one release on, up
# to the one that made it stable. Sites run a recent Rust; what makes wasm here is often older.
_ALWAYS = (0, 0)
_FEATURES = (
    (_ALWAYS, (1, 65), ("let_else", "label_break_value", "generic_associated_types")),
    (_ALWAYS, (1, 65), ("io_read_to_string",)),
    (_ALWAYS, (1, 66), ("map_first_last", "half_open_range_patterns", "int_log")),
    (_ALWAYS, (1, 66), ("mixed_integer_ops",)),
    (_ALWAYS, (1, 70), ("once_cell", "binary_heap_retain")),
    ((1, 70), (1, 80), ("lazy_cell",)),
    (_ALWAYS, (1, 73), ("int_roundings",)),
    (_ALWAYS, (1, 76), ("arc_unwrap_or_clone", "result_option_inspect")),
    (_ALWAYS, (1, 77), ("array_methods",)),
    (_ALWAYS, (1, 79), ("inline_const",)),
    (_ALWAYS, (1, 80), ("exclusive_range_pattern", "byte_slice_trim_ascii")),
    (_ALWAYS, (1, 83), ("const_mut_refs", "option_get_or_insert_default")),
    (_ALWAYS, (1, 88), ("let_chains", "slice_as_chunks")),
    (_ALWAYS, (1, 94), ("array_windows",)),
)
_OLDEST_WITH_FEATURES = (1, 62)
# What the support has for compilers whose library has a trait's method not yet.
_CFG_BEFORE = ((1, 82),)

# Functions of the library that `newer_std.rs` has for older compilers, and since when all have it.
_NEWER_FUNCTIONS = re.compile(rb"\brepeat_n\b")
_FUNCTIONS_SINCE = (1, 82)


def version_of(tool: Tool) -> Version:
    """1.63 of `rustc 1.63.0`."""
    found = re.search(r"(\d+)\.(\d+)", tool.version)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def edition_of(source: Source, tool: Tool) -> str:
    """The edition in which this compiler takes the file."""
    chained = version_of(tool) >= _CHAINS_SINCE and b"&&" in source.text
    if chained and any(node.type == "let_chain" for node in _nodes(source.root)):
        return _EDITION_WITH_CHAINS
    return _EDITION


def feature_flags(tool: Tool) -> tuple[str, ...]:
    """The names behind which an older compiler has what solutions use today."""
    version = version_of(tool)
    if version < _OLDEST_WITH_FEATURES:
        return ()
    names = (name for since, until, each in _FEATURES if since <= version < until for name in each)
    return tuple(f"-Zcrate-attr=feature({name})" for name in names)


def support_flags(tool: Tool) -> tuple[str, ...]:
    """What the support is told of the compiler's age."""
    version = version_of(tool)
    return tuple(
        flag
        for major, minor in _CFG_BEFORE
        if version < (major, minor)
        for flag in ("--cfg", f"before_{major}_{minor}")
    )


def needs_newer_std(source: Source, tool: Tool) -> bool:
    """Whether the file uses functions that this compiler's library has not."""
    is_old = _OLDEST_WITH_FEATURES <= version_of(tool) < _FUNCTIONS_SINCE
    return is_old and _NEWER_FUNCTIONS.search(source.text) is not None


def _nodes(root: Node) -> Iterator[Node]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += node.named_children
