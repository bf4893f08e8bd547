"""`lsp-judge doctor --matrix`: what is supported, language by mode by shape, as Markdown.

The README holds this table; a test keeps the two the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsp_judge.languages.base import Language
from lsp_judge.languages.registry import installed_languages
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode

_TITLES = {
    Shape.FUNCTION: "function, in place",
    Shape.CLASS: "class design",
    Shape.STDIO: "stdin to stdout",
}


def show_matrix() -> int:
    """Print the table; always 0."""
    print(matrix(installed_languages()))
    return 0


def matrix(languages: Iterable[Language]) -> str:
    """The table as Markdown, a row a language and mode; what is missing in a few words."""
    return "\n".join(_rows(languages))


def _rows(languages: Iterable[Language]) -> Iterator[str]:
    yield f"| language | mode | {' | '.join(_TITLES.values())} |"
    yield f"|---|---|{'---|' * len(_TITLES)}"
    for language in languages:
        for mode in Mode:
            cells = (language.gap(mode, shape) or "yes" for shape in _TITLES)
            yield f"| {language.title} | {mode} | {' | '.join(cells)} |"
