"""The chart of a comparison is a drawing that any viewer reads."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from lsp_judge.model.verdict import Verdict
from lsp_judge.packs.chart import chart
from lsp_judge.packs.comparison import Compared, Comparison, Disagreeing
from lsp_judge.packs.solver import SolverKind

SVG = "{http://www.w3.org/2000/svg}"


def compared(id: str, duration_ns: int, verdict: Verdict = Verdict.AC) -> Compared:
    return Compared(
        id=id,
        kind=SolverKind.PLUGIN,
        runs="native",
        verdict=verdict,
        passed=3,
        total=3,
        duration_ns=duration_ns,
    )


def widths(drawing: ElementTree.Element) -> list[float]:
    return [float(each.get("width", 0)) for each in drawing.iter(f"{SVG}rect")][1:]


@pytest.mark.parametrize("most", [3_000, 5_000_000_000])
def test_bars_are_as_long_as_the_times_are_and_stay_inside(most: int) -> None:
    rows = (compared("a", 1_000), compared("b", 2_000, Verdict.WA), compared("c", most))
    drawing = ElementTree.fromstring(chart(Comparison("two-sum", rows, ())))
    lengths = widths(drawing)
    assert lengths == sorted(lengths)
    assert 0 < lengths[0] < lengths[-1] < float(drawing.get("width", 0)) / 2
    text = " ".join("".join(each.itertext()) for each in drawing.iter(f"{SVG}text"))
    for word in ("two-sum", "AC 3/3", "WA 3/3", "logarithmic" if most > 50_000 else "linear"):
        assert word in text


def test_names_are_text_and_what_gave_no_answer_has_a_row() -> None:
    rows = (compared('<script>"&\x07', 0, Verdict.IE),)
    disagreeing = (Disagreeing("1", (("a", "AC (1)"), ("b", "WA (2)"))),)
    drawing = ElementTree.fromstring(chart(Comparison("<b>", rows, disagreeing)))
    text = " ".join("".join(each.itertext()) for each in drawing.iter(f"{SVG}text"))
    assert '<script>"&?' in text
    assert "IE 3/3" in text
    assert "1 case with different answers" in text


def test_nothing_to_compare_is_an_empty_drawing() -> None:
    assert widths(ElementTree.fromstring(chart(Comparison("x", (), ())))) == []
