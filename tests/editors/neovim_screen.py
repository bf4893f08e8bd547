"""The screen that Neovim draws on: what a person sees, as text and with its colours.

Neovim tells a user interface of changes of a grid of cells (`:help ui-linegrid`); here they
are kept instead of drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class Cell:
    text: str = " "
    style: int = 0


class Screen:
    """`rows` of cells; `styles` has the attributes of each style's number, `default` the
    foreground and background of everything else.
    """

    def __init__(self, columns: int, lines: int) -> None:
        self.styles: dict[int, dict[str, Any]] = {0: {}}
        self.default: tuple[int, int] = (0xFFFFFF, 0)
        self._resize(columns, lines)

    def lines(self) -> list[str]:
        return ["".join(cell.text for cell in row).rstrip() for row in self.rows]

    def line_with(self, part: str) -> str:
        """The first line of the screen that contains `part`, empty where there is none."""
        return next((line for line in self.lines() if part in line), "")

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def redraw(self, batches: list[Any]) -> bool:
        """Take the changes of a notification; whether the screen is whole again after them."""
        flushed = False
        for name, *calls in batches:
            flushed = flushed or name == "flush"
            if (change := getattr(self, f"_{name}", None)) is not None:
                for arguments in calls:
                    change(*arguments)
        return flushed

    def _resize(self, columns: int, lines: int) -> None:
        self.rows = [[Cell() for _ in range(columns)] for _ in range(lines)]

    def _grid_resize(self, _grid: int, columns: int, lines: int) -> None:
        self._resize(columns, lines)

    def _grid_clear(self, _grid: int) -> None:
        self._resize(len(self.rows[0]), len(self.rows))

    def _default_colors_set(self, foreground: int, background: int, *_: object) -> None:
        self.default = (foreground, background)

    def _hl_attr_define(self, number: int, rgb: dict[str, Any], *_: object) -> None:
        self.styles[number] = rgb

    def _grid_line(self, _grid: int, row: int, column: int, cells: list[Any], *_: object) -> None:
        style = 0
        for text, *rest in cells:
            style = rest[0] if rest else style
            for _time in range(rest[1] if len(rest) > 1 else 1):
                self.rows[row][column] = Cell(text, style)
                column += 1

    def _grid_scroll(
        self, _grid: int, top: int, bottom: int, left: int, right: int, by: int, _columns: int
    ) -> None:
        before = [row[left:right] for row in self.rows]
        for row in range(top, bottom):
            if top <= row + by < bottom:
                moved = before[row + by]
                self.rows[row][left:right] = [Cell(each.text, each.style) for each in moved]
