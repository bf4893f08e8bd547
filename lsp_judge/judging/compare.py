"""Equality of JSON values under a checker: tolerances, and answers in any order. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from lsp_judge.model.problem import Checker
from lsp_judge.model.types import JsonValue, Kind, Type

# What LeetCode allows where nothing else is said.
DEFAULT_TOLERANCE = 1e-5

# Pairing elements that are equal within a tolerance only takes quadratic time.
_MAX_PAIRED = 2_000


class Comparison:
    """How values of a problem that returns `returns` (None: not known) are compared."""

    def __init__(self, checker: Checker, returns: Type | None) -> None:
        self._outer = checker.any_order or checker.any_order_nested
        self._nested = checker.any_order_nested or checker.any_order_inner
        self.in_any_order = self._outer or self._nested
        scalar = returns.scalar if returns else None
        self._integers_are_doubles = scalar is Kind.DOUBLE
        self._has_doubles = scalar in (None, Kind.DOUBLE, Kind.ANY)
        absolute, relative = checker.float_absolute, checker.float_relative
        if absolute is None and relative is None:
            absolute = relative = DEFAULT_TOLERANCE
        # No difference is below zero: a tolerance that is not given accepts nothing.
        self._absolute = -1.0 if absolute is None else absolute
        self._relative = -1.0 if relative is None else relative

    def answers(self, expected: JsonValue, actual: JsonValue) -> bool:
        """Whether `actual` is right, in any order where the checker says so."""
        if self.equal(expected, actual):
            return True
        if not self.in_any_order or not isinstance(expected, list) or not isinstance(actual, list):
            return False
        if len(expected) != len(actual):
            return False
        if not self._outer:
            expected, actual = _inner_sorted(expected), _inner_sorted(actual)
            return self.equal(expected, actual)
        wanted, given = (_sorted(values, nested=self._nested) for values in (expected, actual))
        if self.equal(wanted, given):
            return True
        return self._has_doubles and _pair_off(wanted, given, self.equal)

    def equal(self, expected: JsonValue, actual: JsonValue) -> bool:
        """Whether the values are equal as they are; true is not 1."""
        if isinstance(expected, list):
            if actual is None:
                return not expected
            return isinstance(actual, list) and self._equal_lists(expected, actual)
        if isinstance(expected, bool) or isinstance(actual, bool):
            return expected is actual
        if isinstance(expected, int | float) and isinstance(actual, int | float):
            return self._equal_numbers(expected, actual)
        return type(expected) is type(actual) and bool(expected == actual)

    def _equal_lists(self, expected: list[JsonValue], actual: list[JsonValue]) -> bool:
        if len(expected) != len(actual):
            return False
        # A million elements are compared in C; but for that `==` True is 1, and 2.0 is 2.
        kinds = set(map(type, expected))
        if len(kinds) == 1 and kinds <= {int, str, float} and kinds == set(map(type, actual)):
            if expected == actual:
                return True
            if not self._has_doubles or str in kinds:
                return False
            if float in kinds and all_within(expected, actual, self._absolute, self._relative):
                return True
        return all(map(self.equal, expected, actual))

    def _equal_numbers(self, expected: float, actual: float) -> bool:
        if isinstance(expected, int) and isinstance(actual, int):
            return expected == actual or (
                self._integers_are_doubles and self._within(expected, actual)
            )
        return self._has_doubles and self._within(expected, actual)

    def _within(self, expected: float, actual: float) -> bool:
        if expected == actual:
            return True
        if not (math.isfinite(expected) and math.isfinite(actual)):
            return math.isnan(expected) and math.isnan(actual)
        difference = abs(expected - actual)
        return difference <= self._absolute or difference <= self._relative * abs(expected)


def all_within(
    expected: Sequence[float], actual: Sequence[float], absolute: float, relative: float
) -> bool:
    """Whether all numbers are within a tolerance, in one tight loop. False where an expected one
    is no finite number, which has to be looked at one by one."""
    if not math.isfinite(sum(expected)):
        return False
    return all(
        want == give or abs(want - give) <= absolute or abs(want - give) <= relative * abs(want)
        for want, give in zip(expected, actual, strict=True)
    )


def _sorted(values: list[JsonValue], *, nested: bool) -> list[JsonValue]:
    if nested:
        values = _inner_sorted(values)
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=_rank)


def _inner_sorted(values: list[JsonValue]) -> list[JsonValue]:
    return [_sorted(v, nested=True) if isinstance(v, list) else v for v in values]


def _rank(value: JsonValue) -> tuple[int, JsonValue]:
    """Orders values of different kinds, which Python does not."""
    if value is None:
        return 0, 0
    if isinstance(value, int | float):
        return 1, value
    return (2, value) if isinstance(value, str) else (3, [_rank(item) for item in value])


def _pair_off(
    expected: list[JsonValue],
    actual: list[JsonValue],
    equal: Callable[[JsonValue, JsonValue], bool],
) -> bool:
    """Whether each expected element finds one of its own that is equal to it.

    For lists that sorting leaves in different orders because their numbers are only nearly
    the same.
    """
    if len(expected) > _MAX_PAIRED:
        return False
    left = list(actual)
    for wanted in expected:
        index = next((i for i, given in enumerate(left) if equal(wanted, given)), None)
        if index is None:
            return False
        del left[index]
    return True
