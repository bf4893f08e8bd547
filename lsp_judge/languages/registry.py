"""Finds languages: the ones that ship and those of entry points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import cast

from lsp_judge.languages.base import Language

GROUP = "lsp_judge.languages"


class Languages:
    """The languages that are installed, by id and by file ending.

    `broken` has a sentence for each entry point that could not be loaded: one bad plugin
    does not take the others away, and `doctor` shows it.
    """

    def __init__(self, languages: Sequence[Language], broken: Sequence[str] = ()) -> None:
        self.broken = tuple(broken)
        self._by_id = {language.id: language for language in languages}
        self._by_extension = {
            extension: language for language in languages for extension in language.extensions
        }

    def __iter__(self) -> Iterator[Language]:
        return iter(self._by_id.values())

    def get(self, language_id: str) -> Language | None:
        return self._by_id.get(language_id)

    def of_path(self, path: str) -> Language | None:
        """The language of a file's ending, None where it is none of ours."""
        return self._by_extension.get(PurePath(path).suffix.lower())


def installed_languages() -> Languages:
    """All languages of the entry-point group `lsp_judge.languages`, ours among them."""
    found: list[Language] = []
    broken: list[str] = []
    for point in entry_points(group=GROUP):
        try:
            found.append(_load(point))
        except Exception as error:  # whatever a foreign package raises when it is imported
            broken.append(f"The language {point.name!r} cannot be loaded: {error}.")
    return Languages(sorted(found, key=lambda language: language.id), broken)


def _load(point: EntryPoint) -> Language:
    loaded = point.load()
    return cast(Language, loaded() if isinstance(loaded, type) else loaded)
