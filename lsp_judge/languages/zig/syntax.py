"""Zig source as a syntax tree."""

from __future__ import annotations

from functools import cache

import tree_sitter
import tree_sitter_zig

from lsp_judge.languages.parsed import Parsed
from lsp_judge.model.source import Document


class Source(Parsed):
    """A Zig file."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, _grammar())


@cache
def _grammar() -> tree_sitter.Language:
    return tree_sitter.Language(tree_sitter_zig.language())
