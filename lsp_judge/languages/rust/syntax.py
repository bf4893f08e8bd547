"""Rust source as a syntax tree."""

from __future__ import annotations

from functools import cache

import tree_sitter
import tree_sitter_rust

from lsp_judge.languages.parsed import Parsed
from lsp_judge.model.source import Document


class Source(Parsed):
    """A Rust file."""

    def __init__(self, document: Document) -> None:
        super().__init__(document, _grammar())
        items = [node for node in self.root.named_children if node.type == "type_item"]
        plain = (node for node in items if node.child_by_field_name("type_parameters") is None)
        self.aliases = {self.child(node, "name"): self.child(node, "type") for node in plain}


@cache
def _grammar() -> tree_sitter.Language:
    return tree_sitter.Language(tree_sitter_rust.language())
