"""What a solution would be judged with, before anything runs."""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.model.source import Entry, Location


class ListedCase(Struct, frozen=True):
    """A case that would be run. `input` is the beginning of it as it was written, empty where
    that is not at hand; `expected_at` where its answer stands."""

    id: str
    input: str = ""
    at: Location | None = None
    expected_at: Location | None = None


class Listing(Struct, frozen=True):
    """What a solution answers and with which cases it would be judged.

    `parameters` are the names of a function's arguments. `package` is the folder of the
    problem's package, None where its cases are in comments.
    """

    file: str
    language: str
    problem: str
    title: str
    entry: Entry
    cases: tuple[ListedCase, ...]
    package: str | None = None
    parameters: tuple[str, ...] = ()
