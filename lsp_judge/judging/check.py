"""Checks answers. Pure: an answer and the expected one in, the difference in words out.

`check_value` is for the JSON values of function problems, `check_stdout` for the output of
stdio problems, as Kattis' default validator does it (problem package format 2025-09, "Default
output validator specification").
"""

from __future__ import annotations

import json
import math
import re
from itertools import islice

from lsp_judge.judging.compare import Comparison, all_within
from lsp_judge.model.problem import Checker
from lsp_judge.model.types import JsonValue, Type

_LIMIT = 60
_STRIDE = 4096
_NUMERIC = b"0123456789+-.eE"
_FLOAT = re.compile(rb"[+-]?(?:[0-9]*\.[0-9]+|[0-9]+\.?)(?:[eE][+-]?[0-9]+)?")
_TOKEN = re.compile(rb"\S+")
_SPACE_OR_TOKEN = re.compile(rb"\s+|\S+")


def check_value(
    expected: JsonValue, actual: JsonValue, checker: Checker, returns: Type | None = None
) -> str | None:
    """None where `actual` is right, else what differs: `expected [0,1], got [1,0]`.

    Numbers of a problem that returns doubles (`returns` None: all that are no integers) are
    compared with the checker's tolerances, with 1e-5 absolute or relative where it has none;
    all else exactly. Null answers an empty list, as Python solutions do.
    """
    comparison = Comparison(checker, returns)
    if comparison.answers(expected, actual):
        return None
    wanted, given = shorten(expected), shorten(actual)
    text = f"expected {wanted}, got {given}"
    if "…" not in wanted and "…" not in given:
        return text
    detail = _first_difference(comparison, expected, actual)
    return f"{text} ({detail})" if detail else text


def _first_difference(comparison: Comparison, expected: JsonValue, actual: JsonValue) -> str:
    """Where long values differ first; empty where they have no order or one is no list."""
    path = ""
    while isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            place = f"at {path}: " if path else ""
            return f"{place}expected {len(expected)} elements, got {len(actual)}"
        if comparison.in_any_order:
            return ""
        index = _first_unequal(comparison, expected, actual)
        path += f"[{index}]"
        expected, actual = expected[index], actual[index]
    if isinstance(expected, str) and isinstance(actual, str):
        count = _common_prefix(expected, actual)
        path += f" after {count} equal characters" if count else ""
        expected, actual = expected[count : count + 10], actual[count : count + 10]
    return f"at {path.strip()}: expected {shorten(expected)}, got {shorten(actual)}" if path else ""


def _first_unequal(
    comparison: Comparison, expected: list[JsonValue], actual: list[JsonValue]
) -> int:
    """The index of the first elements that differ, in lists of which some do."""
    start = 0
    while comparison.equal(expected[start : start + _STRIDE], actual[start : start + _STRIDE]):
        start += _STRIDE
    pairs = zip(expected[start:], actual[start:], strict=True)
    return start + next(index for index, pair in enumerate(pairs) if not comparison.equal(*pair))


def _common_prefix(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    unequal = (index for index, (left, right) in enumerate(pairs) if left != right)
    return next(unequal, min(len(one), len(other)))


def check_stdout(expected: bytes, actual: bytes, checker: Checker) -> str | None:
    """None where the output is right, else its first difference: `line 3: expected 7, got 8`.

    Lines count from 1, in the solution's output.
    """
    if expected == actual:
        return None
    pattern = _SPACE_OR_TOKEN if checker.space_change_sensitive else _TOKEN
    wanted, given = _tokens(expected, checker), _tokens(actual, checker)
    accepts = _TokenCheck(checker)
    if wanted == given or accepts.all(wanted, given):
        return None
    for index, (want, give) in enumerate(zip(wanted, given, strict=False)):
        if want != give and not accepts(want, give):
            return f"{_line(actual, pattern, index)}: expected {_word(want)}, got {_word(give)}"
    if len(given) > len(wanted):
        line = _line(actual, pattern, len(wanted))
        return f"{line}: expected the end of the output, got {_word(given[len(wanted)])}"
    if len(given) < len(wanted):
        return _too_short(wanted, given, actual, pattern)
    return None


def _tokens(text: bytes, checker: Checker) -> list[bytes]:
    return _SPACE_OR_TOKEN.findall(text) if checker.space_change_sensitive else text.split()


def _too_short(
    wanted: list[bytes], given: list[bytes], actual: bytes, pattern: re.Pattern[bytes]
) -> str:
    missing = _word(wanted[len(given)])
    if not given:
        return f"expected {missing}, got no output"
    line = _line(actual, pattern, len(given) - 1)
    return f"{line}: expected {missing} after {_word(given[-1])}, got the end of the output"


class _TokenCheck:
    """Whether a token of the output stands for the answer's, which is not the same bytes."""

    def __init__(self, checker: Checker) -> None:
        self._case_sensitive = checker.case_sensitive
        absolute, relative = checker.float_absolute, checker.float_relative
        self._uses_floats = absolute is not None or relative is not None
        self._absolute = -1.0 if absolute is None else absolute
        self._relative = -1.0 if relative is None else relative

    def all(self, expected: list[bytes], actual: list[bytes]) -> bool:
        """Whether these are as many numbers, all within the tolerance: the quick answer for long
        outputs of nothing else. Python reads more as numbers than the format does (`1_0`, `inf`),
        but not with these characters alone."""
        if not self._uses_floats or len(expected) != len(actual):
            return False
        if any(b"".join(tokens).translate(None, _NUMERIC) for tokens in (expected, actual)):
            return False
        try:
            wanted, given = list(map(float, expected)), list(map(float, actual))
        except ValueError:
            return False
        return all_within(wanted, given, self._absolute, self._relative)

    def __call__(self, expected: bytes, actual: bytes) -> bool:
        if expected.isspace():
            return False
        if self._uses_floats and (wanted := _number(expected)) is not None:
            given = _number(actual)
            if given is None:
                return False
            difference = abs(wanted - given)
            return difference <= self._absolute or difference <= self._relative * abs(wanted)
        return not self._case_sensitive and expected.lower() == actual.lower()


def _number(token: bytes) -> float | None:
    """The token as the format's grammar of numbers has it; None too where a double overflows."""
    if not _FLOAT.fullmatch(token):
        return None
    number = float(token)
    return number if math.isfinite(number) else None


def _line(text: bytes, pattern: re.Pattern[bytes], index: int) -> str:
    found = next(islice(pattern.finditer(text), index, None))
    return f"line {text.count(bytes([10]), 0, found.start()) + 1}"


def _word(token: bytes) -> str:
    """A token for people; white space as it would be written in JSON."""
    text = token[: 4 * _LIMIT].decode(errors="replace")
    return shorten(text) if token.isspace() else _middle_out(text, _LIMIT)


def shorten(value: JsonValue, limit: int = _LIMIT) -> str:
    """The compact JSON text of `value`, cut in the middle by `…` to `limit` characters.

    Takes time in proportion to what is shown, not to the whole value, for lists and strings.
    """
    text = json.dumps(_ends(value, limit), ensure_ascii=False, separators=(",", ":"))
    return _middle_out(text, limit)


def _ends(value: JsonValue, limit: int) -> JsonValue:
    """`value` with lists and strings cut down to the ends that can be seen in `limit`."""
    if isinstance(value, str):
        return value if len(value) <= 2 * limit else value[:limit] + value[-limit:]
    if not isinstance(value, list):
        return value
    kept = value if len(value) <= 2 * limit else value[:limit] + value[-limit:]
    return [_ends(item, limit) for item in kept]


def _middle_out(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    tail = (limit - 1) // 2
    return f"{text[: limit - 1 - tail]}…{text[len(text) - tail :]}"
