"""Finds languages: the four that ship and those of entry points."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import PurePath
from typing import cast

from lsp_judge.languages.base import Language

GROUP = "lsp_judge.languages"


class Languages:
    """The languages that are installed, by id and by file ending."""

    def __init__(self, languages: list[Language]) -> None:
        self._by_id = {language.id: language for language in languages}
        self._by_extension = {
            extension: language for language in languages for extension in language.extensions
        }

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._by_id.values())

    def get(self, language_id: str) -> Language | None:
        return self._by_id.get(language_id)

    def of_path(self, path: str) -> Language | None:
        """The language of a file's ending, None where it is none of ours."""
        return self._by_extension.get(PurePath(path).suffix.lower())


def installed_languages() -> Languages:
    """All languages of the entry-point group `lsp_judge.languages`, ours among them."""
    found: list[Language] = []
    for point in entry_points(group=GROUP):
        loaded = point.load()
        found.append(cast(Language, loaded() if isinstance(loaded, type) else loaded))
    return Languages(sorted(found, key=lambda language: language.id))
