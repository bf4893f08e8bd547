"""A source of problems: packages, comments, sample files. One file each beside this one."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from lsp_judge.model.problem import Problem
from lsp_judge.model.source import CommentSyntax, Document, SourceMessage


class Found(Struct, frozen=True):
    """A problem, or what is wrong with what was written; `messages` stand at their places."""

    problem: Problem | None
    messages: tuple[SourceMessage, ...] = ()


class Source(Protocol):
    """Finds the problem of a document, or None where this source has nothing to say.

    Reads the file system; never writes. Raises PackageBroken where a package cannot be read.
    """

    def find(self, document: Document, comments: CommentSyntax) -> Found | None: ...
