"""How lenses, hints, the hover and figures read."""

import pytest
from talk import PATH, case, judgement, report

from lsp_judge.model.report import BenchResult, Judgement
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict
from lsp_judge.server import words
from lsp_judge.server.hints import hints
from lsp_judge.server.lenses import lenses
from lsp_judge.server.session import Session, Shown
from lsp_judge.server.table import histogram, table


def session(*judgements: Judgement) -> Session:
    return Session("file://" + PATH, PATH, "text", 1, Shown("text", report(*judgements)))


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (0, "0 ns"),
        (850, "850 ns"),
        (999, "999 ns"),
        (1_000, "1 µs"),
        (12_345, "12.3 µs"),
        (999_600, "1 ms"),
        (400_000, "400 µs"),
        (123_456_789, "123 ms"),
        (1_254_000_000, "1.25 s"),
        (61_000_000_000, "61 s"),
    ],
)
def test_durations(ns: int, text: str) -> None:
    assert words.duration(ns) == text


@pytest.mark.parametrize(("count", "text"), [(512, "512 B"), (1_258_291, "1.2 MiB")])
def test_sizes(count: int, text: str) -> None:
    assert words.size(count) == text


def test_long_values_are_shortened_in_the_middle() -> None:
    text = words.brief("x" * 50 + "end", 20)
    assert len(text) == 20
    assert text.endswith("end")
    assert "…" in text


@pytest.mark.parametrize(
    ("judged", "title"),
    [
        (judgement(Mode.WASM), "wasm ✓ 1/1 12 µs"),
        (judgement(Mode.WASM, final=False), "wasm ✓ 1/1 …"),
        (judgement(Mode.NATIVE, Verdict.WA), "native ✗ WA 0/1 12 µs"),
        (judgement(Mode.NATIVE, Verdict.CE, cases=()), "native ✗ CE"),
        (
            judgement(Mode.NATIVE, degraded_from=Mode.WASM, degraded_why="no zig"),
            "native ✓ 1/1 12 µs (instead of wasm: no zig)",
        ),
    ],
)
def test_a_lens_a_mode(judged: Judgement, title: str) -> None:
    assert lenses(session(judged))[0].title == title


def test_while_one_mode_runs_the_other_keeps_its_verdict() -> None:
    open_session = session(judgement(Mode.WASM), judgement(Mode.NATIVE))
    open_session.begin(ModeChoice.NATIVE, (Mode.NATIVE,))
    titles = [lens.title for lens in lenses(open_session)]
    assert titles == ["wasm ✓ 1/1 12 µs", "native … waiting", "Cancel"]


def test_hints_say_what_came_out_and_where_modes_differ() -> None:
    same = report(judgement(Mode.WASM), judgement(Mode.NATIVE))
    assert [hint.text for hint in hints(same)] == ["✓ [0,1] · wasm 12 µs · native 12 µs"]
    timed_out = case(Verdict.TLE, actual=None, message="case 1: no answer within 2000 ms")
    slow = judgement(Mode.WASM, Verdict.TLE, cases=(timed_out,))
    [hint] = hints(report(slow, judgement(Mode.NATIVE, Verdict.WA)))
    assert hint.text == "wasm ✗ TLE · native ✗ got [1,0]"
    assert hint.tooltip.startswith("wasm: case 1: no answer within 2000 ms\nnative: ")


def test_the_hover_has_a_row_a_mode_and_a_line_a_failure() -> None:
    wasm = judgement(Mode.WASM, Verdict.WA, build_ms=170.4, cached_build=True, isolation="wasmtime")
    text = table(session(wasm, judgement(Mode.NATIVE, Verdict.WA)))
    assert "| wasm | ✗ WA | 0/1 | 12 µs / 12 µs / 12 µs | – | 170 ms, kept |" in text
    assert "*wasm: isolated by* wasmtime" in text
    failure = "- ✗ **WA** `case 1: expected [0,1], got [1,0]` (wasm, native)"
    # What fails comes first: a hover's window may end before the rest.
    assert text.index("| native |") < text.index(failure) < text.index("isolated by")


def test_text_of_a_solution_is_no_markup_in_the_hover() -> None:
    evil = case(Verdict.RE, message="case 1: `<img src=x>` [a](command:b)")
    judged = judgement(Mode.WASM, Verdict.RE, cases=(evil,), isolation="<b>[a](command:b)|")
    text = table(session(judged))
    assert "`case 1: '<img src=x>' [a](command:b)`" in text
    assert "*wasm: isolated by* \\<b>[a]\\(command:b)|" in text


def test_before_anything_was_judged_there_is_no_hover() -> None:
    assert table(session()) == ""
    assert table(Session("", PATH, "", 1)) == ""


def test_the_benchmark_has_its_own_table() -> None:
    open_session = session(judgement(Mode.WASM))
    assert open_session.shown is not None
    open_session.shown.bench = (
        BenchResult(
            mode=Mode.WASM,
            case="3",
            iterations=3,
            min_ns=1,
            median_ns=2,
            mean_ns=2,
            max_ns=3,
            p95_ns=3,
            samples=(1, 2, 3),
        ),
    )
    assert "| wasm | 1 ns | 2 ns | 2 ns | 3 ns | 3 ns | 3 |" in table(open_session)


def test_the_histogram_shows_where_most_calls_were() -> None:
    bars = histogram([100] * 50 + [200] * 5 + [9_999])
    assert bars[0] == "█"
    assert "·" in bars
    assert bars[-1] not in "·█"
    assert histogram([]) == "–"
    assert histogram([5, 5, 5]) == "█"
