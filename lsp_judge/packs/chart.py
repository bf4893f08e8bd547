"""A comparison as a drawing (SVG 1.1): a bar a solver, its length the time of all cases. Pure."""

from __future__ import annotations

import math
from xml.sax.saxutils import escape

from lsp_judge.model.verdict import Verdict
from lsp_judge.packs.comparison import Compared, Comparison

_ROW, _TOP, _LABEL, _BAR, _NOTE = 34, 46, 190, 360, 250
_COLOURS = {Verdict.AC: "#2e7d32", Verdict.IE: "#8e24aa", Verdict.TLE: "#ef6c00"}
_OTHERS = "#c62828"
_SHORTEST = 2.0
# From this ratio on the bars' lengths are those of logarithms: else the short ones were nothing.
_LOGARITHMIC_FROM = 50.0
_SHOWN = 24


def chart(comparison: Comparison) -> str:
    """The text of an SVG file."""
    times = [each.duration_ns for each in comparison.compared if each.duration_ns]
    longest, shortest = (max(times), min(times)) if times else (1, 1)
    logarithmic = longest / shortest >= _LOGARITHMIC_FROM
    height = _TOP + _ROW * len(comparison.compared) + 26
    width = _LABEL + _BAR + _NOTE
    scale = "logarithmic" if logarithmic else "linear"
    rows = "".join(
        _row(place, each, _length(each.duration_ns, shortest, longest, logarithmic=logarithmic))
        for place, each in enumerate(comparison.compared)
    )
    disagreeing = len(comparison.disagreeing)
    foot = f"{scale} scale; time of all cases, the code alone"
    if disagreeing:
        foot += f"; {disagreeing} case{'s' * (disagreeing > 1)} with different answers"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<text x="12" y="26" font-size="16">{_text(comparison.problem)}</text>'
        f'{rows}<text x="12" y="{height - 10}" fill="#666666" font-size="11">{foot}</text></svg>\n'
    )


def _row(place: int, each: Compared, length: float) -> str:
    y = _TOP + place * _ROW
    colour = _COLOURS.get(each.verdict, _OTHERS)
    note = f"{each.verdict} {each.passed}/{each.total}"
    if each.duration_ns:
        note += f" · {_duration(each.duration_ns)} · {_size(each.memory_bytes)}"
    name = each.id if len(each.id) <= _SHOWN else f"{each.id[: _SHOWN - 1]}…"
    return (
        f'<text x="{_LABEL - 10}" y="{y + 17}" text-anchor="end">{_text(name)}</text>'
        f'<rect x="{_LABEL}" y="{y + 3}" width="{length:.1f}" height="20" fill="{colour}">'
        f"<title>{_text(f'{each.id} ({each.runs})')}</title></rect>"
        f'<text x="{_LABEL + length + 8:.1f}" y="{y + 17}">{_text(note)}</text>'
    )


def _length(ns: int, shortest: int, longest: int, *, logarithmic: bool) -> float:
    if not ns:
        return _SHORTEST
    if not logarithmic:
        return max(_SHORTEST, _BAR * ns / longest)
    # A tenth for the shortest, so that it is a bar as well.
    part = math.log(ns / shortest) / math.log(longest / shortest)
    return _BAR * (0.1 + 0.9 * part)


def _duration(ns: int) -> str:
    for unit, size in (("s", 1e9), ("ms", 1e6), ("µs", 1e3)):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns} ns"


def _size(count: int) -> str:
    return f"{count / (1 << 20):.1f} MiB" if count >= 1 << 20 else f"{count / (1 << 10):.0f} KiB"


def _text(text: str) -> str:
    """What XML takes: no control characters, and its own ones escaped."""
    return escape("".join(c if c.isprintable() else "?" for c in text), {'"': "&quot;"})
