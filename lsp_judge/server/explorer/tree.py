"""The tree of problems, solutions, modes and cases, in plain data. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import PurePath

from msgspec import Struct

from lsp_judge.model.listing import ListedCase, Listing
from lsp_judge.model.source import Span
from lsp_judge.model.verdict import Mode
from lsp_judge.server import words
from lsp_judge.server.explorer.ids import Leaf, problem_id


class Kind(StrEnum):
    PROBLEM = "problem"
    SOLUTION = "solution"
    MODE = "mode"
    CASE = "case"


class Item(Struct, frozen=True):
    """One item. `path` is the solution's, `span` a range of the text that was listed; `mode` and
    `case` (its id) say what commands call it."""

    id: str
    label: str
    kind: Kind
    description: str = ""
    parent: str | None = None
    path: str | None = None
    span: Span | None = None
    can_resolve_children: bool = False
    mode: Mode | None = None
    case: str | None = None


def problem_item(listing: Listing) -> Item:
    """The problem that a solution answers; without a package it is the file's own."""
    title = listing.title or listing.problem
    description = listing.problem if title != listing.problem else ""
    return Item(problem_id(listing.problem), title, Kind.PROBLEM, description)


def solution_items(listing: Listing, modes: Sequence[Mode], *, whole: bool) -> Iterator[Item]:
    """The solution and, where it is wanted `whole`, all below it."""
    path, entry = listing.file, listing.entry.span
    pure = PurePath(path)
    solution = Leaf(path).id
    yield Item(
        solution,
        pure.name,
        Kind.SOLUTION,
        pure.parent.name,
        problem_id(listing.problem),
        path,
        entry,
        can_resolve_children=not whole,
    )
    for mode in modes if whole else ():
        leaf = Leaf(path, mode)
        yield Item(leaf.id, mode.value, Kind.MODE, "", solution, path, entry, mode=mode)
        for case in listing.cases:
            yield _case_item(Leaf(path, mode, case.id), leaf.id, case, listing)


def _case_item(leaf: Leaf, parent: str, case: ListedCase, listing: Listing) -> Item:
    inline = case.at is not None and case.at.path == listing.file
    return Item(
        leaf.id,
        case.id,
        Kind.CASE,
        words.brief(case.input),
        parent,
        listing.file,
        case.at.span if case.at is not None and inline else listing.entry.span,
        mode=leaf.mode,
        case=case.id,
    )


def tree(
    listings: Iterable[Listing], modes: Sequence[Mode], whole: frozenset[str]
) -> Iterator[Item]:
    """The items of all solutions; `whole` are the paths whose cases are wanted as well."""
    seen: set[str] = set()
    for listing in listings:
        if listing.problem not in seen:
            seen.add(listing.problem)
            yield problem_item(listing)
        yield from solution_items(listing, modes, whole=listing.file in whole)


def leaves(listing: Listing, modes: Iterable[Mode]) -> list[Leaf]:
    """All cases of a solution in these modes."""
    return [Leaf(listing.file, mode, case.id) for mode in modes for case in listing.cases]


def selected(
    listing: Listing,
    modes: Iterable[Mode],
    include: frozenset[str] | None,
    exclude: frozenset[str],
) -> frozenset[Leaf]:
    """The cases of a solution that `include` (None: everything) names and `exclude` does not."""
    chosen = set()
    for leaf in leaves(listing, modes):
        names = {*leaf.ancestors, problem_id(listing.problem)}
        if (include is None or names & include) and not names & exclude:
            chosen.add(leaf)
    return frozenset(chosen)
