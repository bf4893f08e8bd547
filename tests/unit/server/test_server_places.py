"""Places of the judged text, after typing went on."""

from hypothesis import given
from hypothesis import strategies as st

from lsp_judge.model.source import Position, Span
from lsp_judge.server.places import Places

TEXT = "zero\n  one\ntwo\nthree\n"


def span(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


def test_the_same_text_moves_nothing() -> None:
    places = Places(TEXT, TEXT)
    assert [places.line(line) for line in range(4)] == [0, 1, 2, 3]
    assert places.span(span(2, 0, 3)) == span(2, 0, 3)


def test_lines_below_an_insertion_move_down_and_above_it_stay() -> None:
    places = Places(TEXT, "zero\n  one\nnew\nnewer\ntwo\nthree\n")
    assert [places.line(line) for line in range(4)] == [0, 1, 4, 5]


def test_an_edited_line_points_at_the_edit() -> None:
    places = Places(TEXT, "zero\n  one\n\tchanged\nthree\n")
    assert places.line(2) is None
    assert places.span(span(2, 0, 3)) == span(2, 1, 8)


def test_deleting_the_end_leaves_places_inside_the_text() -> None:
    places = Places(TEXT, "zero")
    assert places.span(span(3, 0, 5)).start.line == 0


def test_an_empty_span_becomes_the_rest_of_its_line() -> None:
    places = Places(TEXT, TEXT)
    assert places.span(span(3, 2, 2)) == span(3, 2, 5)
    assert places.span(span(1, 0, 0)) == span(1, 2, 5)


def test_carriage_returns_are_no_part_of_a_line() -> None:
    places = Places("one\r\ntwo\r\n", "one\r\ntwo\r\n")
    assert places.whole_line(0) == span(0, 0, 3)


@given(st.text("ab\n\r", max_size=30), st.text("ab\n\r", max_size=30), st.data())
def test_no_place_is_ever_outside_of_the_text(judged: str, now: str, data: st.DataObject) -> None:
    places = Places(judged, now)
    line = data.draw(st.integers(0, judged.count("\n") + 2))
    column = data.draw(st.integers(0, 12))
    found = places.span(Span(Position(line, column), Position(line + 1, column)))
    for place in (found.start, found.end):
        assert 0 <= place.line < len(places.current)
        assert 0 <= place.column <= len(places.current[place.line])
    assert found.start <= found.end


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_a_line_that_is_mapped_reads_the_same(judged: list[str], now: list[str]) -> None:
    places = Places("\n".join(judged), "\n".join(now))
    for line, text in enumerate(places.judged):
        moved = places.line(line)
        assert moved is None or places.current[moved] == text
