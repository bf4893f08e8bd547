"""A screen of Neovim's as an SVG picture, text as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from xml.sax.saxutils import escape

from tests.editors.neovim_screen import Cell, Screen

WIDTH, HEIGHT, BASELINE, MARGIN = 8.4, 19, 14, 12
FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


@dataclass(frozen=True)
class Paint:
    """How a run of cells is drawn; colours are 24 bits."""

    foreground: int
    background: int
    bold: bool
    italic: bool
    underline: int | None

    @classmethod
    def of(cls, style: dict[str, Any], default: tuple[int, int]) -> Paint:
        foreground = style.get("foreground", default[0])
        background = style.get("background", default[1])
        if style.get("reverse"):
            foreground, background = background, foreground
        lined = style.get("underline") or style.get("undercurl")
        underline = style.get("special", foreground) if lined else None
        return cls(
            foreground, background, bool(style.get("bold")), bool(style.get("italic")), underline
        )


def svg(screen: Screen) -> str:
    """The picture. Each run of cells is stretched to its place, whatever font the viewer has."""
    width = len(screen.rows[0]) * WIDTH + 2 * MARGIN
    height = len(screen.rows) * HEIGHT + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}"'
        f' font-family="{FONTS}" font-size="14">',
        f'<rect width="100%" height="100%" rx="8" fill="{_colour(screen.default[1])}"/>',
    ]
    for number, row in enumerate(screen.rows):
        parts += _row(screen, row, MARGIN + number * HEIGHT)
    return "\n".join([*parts, "</svg>\n"])


def _row(screen: Screen, row: list[Cell], top: float) -> Iterator[str]:
    column = 0
    for paint, cells in groupby(row, lambda cell: _paint(screen, cell)):
        run = list(cells)
        yield from _run(screen, paint, "".join(cell.text for cell in run), column, len(run), top)
        column += len(run)


def _paint(screen: Screen, cell: Cell) -> Paint:
    return Paint.of(screen.styles.get(cell.style, {}), screen.default)


def _run(
    screen: Screen, paint: Paint, text: str, column: int, count: int, top: float
) -> Iterator[str]:
    if paint.background != screen.default[1]:
        yield (
            f'<rect x="{MARGIN + column * WIDTH:g}" y="{top:g}" width="{count * WIDTH:g}"'
            f' height="{HEIGHT}" fill="{_colour(paint.background)}"/>'
        )
    # The white space around is not drawn: viewers differ in what they make of it.
    if shown := text.strip():
        first = column + len(text) - len(text.lstrip())
        yield _text(paint, shown, MARGIN + first * WIDTH, top)


def _text(paint: Paint, text: str, left: float, top: float) -> str:
    looks = f' fill="{_colour(paint.foreground)}"'
    if paint.bold:
        looks += ' font-weight="bold"'
    if paint.italic:
        looks += ' font-style="italic"'
    if paint.underline is not None:
        looks += f' text-decoration="underline {_colour(paint.underline)}"'
    return (
        f'<text x="{left:g}" y="{top + BASELINE:g}" textLength="{len(text) * WIDTH:g}"'
        f' lengthAdjust="spacingAndGlyphs" xml:space="preserve"{looks}>{escape(text)}</text>'
    )


def _colour(value: int) -> str:
    return f"#{value:06x}"
