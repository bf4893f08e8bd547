"""Answers are compared as Kattis' default validator and LeetCode compare them."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_judge.judging.check import check_stdout, check_value, shorten
from lsp_judge.model.problem import Checker, CheckerKind
from lsp_judge.model.types import parse_type

PLAIN = Checker()
TOKENS = Checker(kind=CheckerKind.TOKENS)
ANY_ORDER = Checker(any_order=True)
NESTED = Checker(any_order_nested=True)


@pytest.mark.parametrize(
    ("expected", "actual", "returns", "checker"),
    [
        ([0, 1], [0, 1], "integer[]", PLAIN),
        (None, None, "void", PLAIN),
        ([], None, "integer[]", PLAIN),
        ([[1], []], [[1], None], "integer[][]", PLAIN),
        ("ab", "ab", "string", PLAIN),
        (True, True, "boolean", PLAIN),
        (2, 2.0, "double", PLAIN),
        (1.0, 1.000009, "double", PLAIN),
        (1e9, 1e9 + 9000, "double", PLAIN),
        ([1, 2.5], [1.0, 2.500001], "double[]", PLAIN),
        (1, 1.000001, None, PLAIN),
        (math.inf, math.inf, "double", PLAIN),
        (math.nan, math.nan, "double", PLAIN),
        (1.0, 1.4, "double", Checker(float_absolute=0.5)),
        (100.0, 104.0, "double", Checker(float_relative=0.05)),
        ([1, 2, 2], [2, 1, 2], "integer[]", ANY_ORDER),
        ([[1, 2], [3]], [[3], [1, 2]], "integer[][]", ANY_ORDER),
        ([[1, 2], [3]], [[3], [2, 1]], "integer[][]", NESTED),
        (["b", None, "a"], ["a", "b", None], None, ANY_ORDER),
        ([1.0, 2.0], [2.000001, 1.000001], "double[]", ANY_ORDER),
        ([[1.0, 5], [1.000001, 4]], [[1.000002, 5], [1.000003, 4]], "double[][]", ANY_ORDER),
    ],
)
def test_right_values(
    expected: object, actual: object, returns: str | None, checker: Checker
) -> None:
    assert check_value(expected, actual, checker, returns and parse_type(returns)) is None


@pytest.mark.parametrize(
    ("expected", "actual", "returns", "checker", "reason"),
    [
        ([0, 1], [1, 0], "integer[]", PLAIN, "expected [0,1], got [1,0]"),
        (3, 3.0, "integer", PLAIN, "expected 3, got 3.0"),
        ([1, 2], [1, 2.0], "integer[]", PLAIN, "expected [1,2], got [1,2.0]"),
        (True, 1, "boolean", PLAIN, "expected true, got 1"),
        ([True], [1], "boolean[]", PLAIN, "expected [true], got [1]"),
        ([1], [True], None, PLAIN, "expected [1], got [true]"),
        ("a", "A", "string", PLAIN, 'expected "a", got "A"'),
        ("é", None, "string", PLAIN, 'expected "é", got null'),
        ([1], None, "integer[]", PLAIN, "expected [1], got null"),
        (1.0, 1.00002, "double", PLAIN, "expected 1.0, got 1.00002"),
        (1.0, math.nan, "double", PLAIN, "expected 1.0, got NaN"),
        (1.0, 1.05, "double", Checker(float_relative=0.01), "expected 1.0, got 1.05"),
        (0.0, 1e-9, "double", Checker(float_relative=0.01), "expected 0.0, got 1e-09"),
        ([1, 1, 2], [1, 2, 2], "integer[]", ANY_ORDER, "expected [1,1,2], got [1,2,2]"),
        ([1, 1], [1], "integer[]", ANY_ORDER, "expected [1,1], got [1]"),
        ([[1, 2]], [[2, 1]], "integer[][]", ANY_ORDER, "expected [[1,2]], got [[2,1]]"),
        ([1.0, 1.0], [1.0, 2.0], "double[]", ANY_ORDER, "expected [1.0,1.0], got [1.0,2.0]"),
    ],
)
def test_wrong_values_and_what_is_said(
    expected: object, actual: object, returns: str | None, checker: Checker, reason: str
) -> None:
    assert check_value(expected, actual, checker, returns and parse_type(returns)) == reason


def test_long_values_name_the_first_difference() -> None:
    rows = [list(range(50)) for _ in range(50)]
    other = [list(row) for row in rows]
    other[3][7] = -1
    reason = check_value(rows, other, PLAIN)
    assert reason is not None
    assert reason.endswith("(at [3][7]: expected 7, got -1)")
    assert len(reason) < 200
    shorter = check_value(rows, rows[:-1], PLAIN)
    assert shorter is not None
    assert shorter.endswith("(expected 50 elements, got 49)")
    text = check_value("a" * 100 + "b" + "c" * 100, "a" * 100 + "x" + "c" * 100, PLAIN)
    assert text is not None
    assert 'after 100 equal characters: expected "bccccccccc", got "xccccccccc"' in text


def test_a_million_elements_are_compared() -> None:
    numbers = list(range(1_000_000))
    assert check_value(numbers, list(numbers), PLAIN, parse_type("integer[]")) is None
    assert check_value(numbers, numbers[::-1], ANY_ORDER, parse_type("integer[]")) is None
    floats = [float(number) for number in numbers]
    assert check_value(floats, list(floats), PLAIN, parse_type("double[]")) is None


@pytest.mark.parametrize(
    ("expected", "actual", "checker"),
    [
        (b"1 2\n3\n", b"1\n2 3", TOKENS),
        (b"Yes\n", b"yEs \r\n", TOKENS),
        (b"", b" \n", TOKENS),
        (b"0.0314\n", b"3.14000000e-2", Checker(float_absolute=1e-9)),
        (b"10 a\n", b"10.4 A\n", Checker(float_absolute=0.5)),
        (b"100", b"104.", Checker(float_relative=0.05)),
        (b"1 2\n", b"1 2\n", Checker(space_change_sensitive=True)),
        (b"A b\n", b"a B\n", Checker(space_change_sensitive=True)),
        (b"+.5", b"5E-1", Checker(float_absolute=0.0)),
        (b"\xff\xfe", b"\xff\xfe\n", TOKENS),
    ],
)
def test_right_output(expected: bytes, actual: bytes, checker: Checker) -> None:
    assert check_stdout(expected, actual, checker) is None


@pytest.mark.parametrize(
    ("expected", "actual", "checker", "reason"),
    [
        (b"1\n2\n7\n", b"1\n2\n8\n", TOKENS, "line 3: expected 7, got 8"),
        (b"1.0", b"1.00", TOKENS, "line 1: expected 1.0, got 1.00"),
        (b"1.0", b"1.2", Checker(float_absolute=0.1), "line 1: expected 1.0, got 1.2"),
        (b"1.0", b"one", Checker(float_absolute=0.1), "line 1: expected 1.0, got one"),
        (b"inf", b"1", Checker(float_absolute=9.0), "line 1: expected inf, got 1"),
        (b"0x10", b"16", Checker(float_absolute=0.1), "line 1: expected 0x10, got 16"),
        (b"0", b"0.1", Checker(float_relative=0.5), "line 1: expected 0, got 0.1"),
        (b"Yes", b"yes", Checker(case_sensitive=True), "line 1: expected Yes, got yes"),
        ("É".encode(), "é".encode(), TOKENS, "line 1: expected É, got é"),
        (b"1 2", b"", TOKENS, "expected 1, got no output"),
        (b"1 2", b"\n1\n", TOKENS, "line 2: expected 2 after 1, got the end of the output"),
        (b"1", b"1\n\nDebug", TOKENS, "line 3: expected the end of the output, got Debug"),
        (
            b"1 2\n",
            b"1  2\n",
            Checker(space_change_sensitive=True),
            'line 1: expected " ", got "  "',
        ),
        (
            b"1\n",
            b"1",
            Checker(space_change_sensitive=True),
            'line 1: expected "\\n" after 1, got the end of the output',
        ),
    ],
)
def test_wrong_output_and_what_is_said(
    expected: bytes, actual: bytes, checker: Checker, reason: str
) -> None:
    assert check_stdout(expected, actual, checker) == reason


def test_endless_tokens_are_shortened() -> None:
    reason = check_stdout(b"x" * 10_000, b"y" * 10_000, TOKENS)
    assert reason is not None
    assert len(reason) < 160


def test_shorten_cuts_in_the_middle() -> None:
    assert shorten([0, 1]) == "[0,1]"
    assert shorten({"a": "ü"}) == '{"a":"ü"}'
    assert shorten("x" * 10, limit=8) == '"xxx…xx"'
    long = shorten(list(range(1_000_000)))
    assert len(long) == 60
    assert long.startswith("[0,1,2,")
    assert long.endswith("999998,999999]")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("ab", max_size=3),
    lambda values: st.lists(values, max_size=5),
    max_leaves=20,
)


@given(VALUES)
def test_a_value_is_right_for_itself(value: object) -> None:
    for checker in (PLAIN, ANY_ORDER, NESTED):
        assert check_value(value, json.loads(json.dumps(value)), checker) is None


@given(st.lists(VALUES, max_size=8), st.randoms())
def test_any_order_takes_every_order_of_the_same_elements(values: list[object], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(values)
    random.shuffle(shuffled)
    assert check_value(values, shuffled, ANY_ORDER) is None
    assert check_value(values, [*shuffled, 99], ANY_ORDER) is not None
    assert check_value([*values, 98], [*shuffled, 99], ANY_ORDER) is not None


@given(VALUES, VALUES, st.integers(10, 80))
def test_a_reason_is_given_exactly_where_values_differ(
    one: object, other: object, limit: int
) -> None:
    reason = check_value(one, other, PLAIN)
    if json.dumps(one) == json.dumps(other):
        assert reason is None
    elif reason is not None:
        assert reason.startswith("expected ")
    assert len(shorten(one, limit)) <= limit


WORDS = st.sampled_from([b"1", b"2.50", b"-3e1", b"abc", b"aBc", b"nan", b".", b"+"])
SPACES = st.sampled_from([b" ", b"\n", b"  ", b"\r\n", b"\t", b"\x0b", b"\x0c"])


@given(st.lists(WORDS, max_size=8), st.lists(SPACES, min_size=9, max_size=9), st.booleans())
def test_white_space_matters_only_where_it_is_said(
    words: list[bytes], spaces: list[bytes], floats: bool
) -> None:
    tolerance = 1e-9 if floats else None
    plain = b" ".join(words)
    other = b"".join(space + word for space, word in zip(spaces, words, strict=False)) + spaces[8]
    assert check_stdout(plain, other, Checker(float_absolute=tolerance)) is None
    strict = Checker(space_change_sensitive=True, float_absolute=tolerance)
    assert (check_stdout(plain, other, strict) is None) == (plain == other)


@given(st.binary(max_size=40), st.binary(max_size=40), st.booleans(), st.booleans())
def test_no_output_breaks_the_check(
    expected: bytes, actual: bytes, strict: bool, floats: bool
) -> None:
    checker = Checker(space_change_sensitive=strict, float_relative=0.1 if floats else None)
    reason = check_stdout(expected, actual, checker)
    if reason is None and not floats:
        assert expected.lower().split() == actual.lower().split()
