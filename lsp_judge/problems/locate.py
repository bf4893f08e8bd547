"""Which problem a file belongs to.

Asked in this order, the first that answers wins: the problem that a person named; a header
comment (`judge: two-sum`, `@lc app=leetcode id=1 lang=golang`); the package that the file lies
in; its own comments; samples beside it. Where a package answers and the comments hold cases as
well, both are judged: the comments' cases first, then the package's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from lsp_judge.model.errors import BadUsage
from lsp_judge.model.problem import Problem
from lsp_judge.model.source import (
    CommentSyntax,
    Document,
    Position,
    Severity,
    SourceMessage,
    Span,
)
from lsp_judge.problems.base import Found, Source
from lsp_judge.problems.catalogue import (
    package_around,
    package_of_id,
    package_of_number,
    package_of_path,
    unknown_problem,
)
from lsp_judge.problems.comment_lines import CommentLine, comment_lines, decode
from lsp_judge.problems.comments import CommentSource
from lsp_judge.problems.packages import load_package
from lsp_judge.problems.readings import with_inline
from lsp_judge.problems.samples import SampleSource

LoadPackage: TypeAlias = Callable[[Path], Problem]

_JUDGE = re.compile(r"\s*(?:lsp-)?judge\s*[:：]\s*(\S+)\s*$")
_LEETCODE = re.compile(r"\s*@lc\s+app=\S+\s+(?:.*\s)?id=(\d{1,6})\b")


def sources(
    catalogues: Sequence[Path], explicit: str | None, load: LoadPackage = load_package
) -> Sequence[Source]:
    """The sources to ask, in order, until one answers.

    `catalogues` are folders of packages, the workspace's before `catalogue_root()`. `explicit`
    is what a person named: an id, or a path to a package (from the working directory). `load`
    reads a package (`PackageCache.load` keeps it).
    """
    inline = CommentSource()
    if explicit is not None:
        return (ExplicitSource(catalogues, explicit, inline, load),)
    return (
        HeaderSource(catalogues, inline, load),
        FolderSource(inline, load),
        inline,
        SampleSource(),
    )


class ExplicitSource:
    """The problem that a person named, whatever the file says."""

    def __init__(
        self, catalogues: Sequence[Path], problem: str, inline: CommentSource, load: LoadPackage
    ) -> None:
        self._catalogues = catalogues
        self._problem = problem
        self._inline = inline
        self._load = load

    def find(self, document: Document, comments: CommentSyntax) -> Found | None:
        """Never None. Raises BadUsage for an unknown problem, PackageBroken for a broken one."""
        package = package_of_id(self._catalogues, self._problem)
        package = package or package_of_path(Path.cwd(), self._problem)
        if package is None:
            raise BadUsage(*unknown_problem(self._catalogues, self._problem))
        return _load(self._load, package, self._inline.find(document, comments))


class HeaderSource:
    """The problem that a comment names: an id of a catalogue, or a path from the file's folder."""

    def __init__(
        self, catalogues: Sequence[Path], inline: CommentSource, load: LoadPackage
    ) -> None:
        self._catalogues = catalogues
        self._inline = inline
        self._load = load

    def find(self, document: Document, comments: CommentSyntax) -> Found | None:
        """An id that nobody has is an error at the comment; the file's own cases still count.

        `@lc` headers are written by tools for every problem: where no catalogue has the number
        the next source is asked.
        """
        if b"judge" not in document.text and b"@lc" not in document.text:
            return None
        lines = comment_lines(decode(document.text), comments)
        for line in lines:
            if found := _JUDGE.match(line.text):
                return self._named(document, comments, line, found)
        for line in lines:
            if found := _LEETCODE.match(line.text):
                package = package_of_number(self._catalogues, int(found[1]))
                return (
                    _load(self._load, package, self._inline.find(document, comments))
                    if package
                    else None
                )
        return None

    def _named(
        self,
        document: Document,
        comments: CommentSyntax,
        line: CommentLine,
        header: re.Match[str],
    ) -> Found:
        problem = header[1]
        package = package_of_id(self._catalogues, problem)
        package = package or package_of_path(Path(document.path).parent, problem)
        inline = self._inline.find(document, comments)
        if package is not None:
            return _load(self._load, package, inline)
        start, end = (Position(line.line, line.column + index) for index in header.span(1))
        text = " ".join(filter(None, unknown_problem(self._catalogues, problem)))
        message = SourceMessage(Severity.ERROR, text, Span(start, end))
        if inline is None:
            return Found(None, (message,))
        return Found(inline.problem, (message, *inline.messages))


class FolderSource:
    """The package that the file lies in, as `submissions/accepted/x.go` or anywhere below it."""

    def __init__(self, inline: CommentSource, load: LoadPackage) -> None:
        self._inline = inline
        self._load = load

    def find(self, document: Document, comments: CommentSyntax) -> Found | None:
        """None outside of packages; raises PackageBroken for a broken one."""
        package = package_around(Path(document.path).parent)
        return (
            _load(self._load, package, self._inline.find(document, comments)) if package else None
        )


def _load(load: LoadPackage, package: Path, inline: Found | None) -> Found:
    return with_inline(Found(load(package)), inline)
