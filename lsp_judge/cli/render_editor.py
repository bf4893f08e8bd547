"""A terminal's picture of an editor: a source with its diagnostics, lenses and hints in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

TAB = 4
# Severities of LSP: error, warning, information, hint.
_STYLES = {1: "bold red", 2: "yellow", 3: "cyan", 4: "dim"}
_GUTTER = "bright_black"


class EditorView:
    """What an editor knows after a save; LSP's own JSON, columns in code points.

    `lenses` are pairs of a line and a title, `hints` LSP's inlay hints.
    """

    def __init__(
        self,
        name: str,
        text: str,
        diagnostics: Sequence[dict[str, Any]],
        lenses: Sequence[tuple[int, str]],
        hints: Sequence[dict[str, Any]],
    ) -> None:
        self._name = name
        self._text = text
        self._diagnostics = diagnostics
        self._lenses = lenses
        self._hints = hints

    def render(self) -> RenderableType:
        """The whole file, as it would stand on the screen."""
        lines = self._text.rstrip("\n").split("\n")
        coloured = _coloured(self._text, self._name)
        grid = Table.grid()
        for number, line in enumerate(lines):
            for row in self._above(number, line):
                grid.add_row(_gutter(None), row)
            grid.add_row(_gutter(number), self._line(number, coloured[number]))
            for row in self._below(number, line):
                grid.add_row(_gutter(None), row)
        return Group(Rule(self._name, align="left", style=_GUTTER), grid, Rule(style=_GUTTER))

    def _above(self, number: int, line: str) -> Iterator[Text]:
        titles = [title for at, title in self._lenses if at == number]
        if titles:
            indent = " " * _column(line, len(line) - len(line.lstrip()))
            yield Text.assemble(indent, (" | ".join(titles), "bright_black italic"))

    def _line(self, number: int, coloured: Text) -> Text:
        row = coloured.copy()
        for hint in self._hints:
            if hint["position"]["line"] == number:
                label = str(hint["label"])
                row.append(f"  {label}", "green italic" if label.startswith("✓") else "red italic")
        return row

    def _below(self, number: int, line: str) -> Iterator[Text]:
        for found in self._diagnostics:
            start, end = found["range"]["start"], found["range"]["end"]
            if start["line"] != number:
                continue
            last = end["character"] if end["line"] == number else len(line)
            left, right = _column(line, start["character"]), _column(line, last)
            style = _STYLES[found.get("severity", 1)]
            squiggle = " " * left + "~" * max(right - left, 1)
            yield Text(squiggle, style)
            code, source = found.get("code", ""), found.get("source", "")
            said = found["message"].split("\n")[0]
            modes = source.removeprefix("lsp-judge").strip()
            yield Text.assemble(" " * left, (f"{code} {said}", style), (f" {modes}", "dim"))


def _coloured(text: str, name: str) -> list[Text]:
    syntax = Syntax("", name.rpartition(".")[2], theme="ansi_dark", background_color="default")
    highlighted = syntax.highlight(text.expandtabs(TAB))
    return list(highlighted.split("\n", allow_blank=True))


def _column(line: str, column: int) -> int:
    """The column on the screen, where a tab is wide."""
    return len(line[:column].expandtabs(TAB))


def _gutter(number: int | None) -> Text:
    return Text(f"{number + 1:>4} │ " if number is not None else "     │ ", _GUTTER)
