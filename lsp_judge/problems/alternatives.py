"""Other answers that a statement names as right: `"aba" is also a valid answer`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from lsp_judge.model.types import JsonValue
from lsp_judge.problems.labels import plain, unmarked
from lsp_judge.problems.values import Unreadable, read_value

# "Also valid" may be said of a step on the way (a valid path), so it has to be a valid answer.
_ANSWERS = r"(?:answer|output|result|solution)s?\b"
_RIGHT = (
    rf"(?:be )?(?:(?:accept(?:ed|able)|correct)\b(?! (?!as\b|{_ANSWERS})\w)"
    rf"|(?:an? )?(?:accepted|valid|correct|right|possible|acceptable) {_ANSWERS})"
)
# Nothing stands between "also" and the praise: "is also not valid" says something else.
_BEHIND = re.compile(
    rf"(?:is|are|would|will|can|could)(?: be)? also {_RIGHT}|(?:is|are) another {_RIGHT}"
    r"|(?:也|同样)(?:都)?(?:是|会|将|可以)?(?:一个|一种)?"
    r"(?:被接受|被视为正确|(?:正确|有效|合法|符合题意|符合要求|可接受)的?(?:答案|解|输出))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"also {_RIGHT}[^.\[\]\"'\d]{{0,30}}?(?:such as|like|for example)[ ,:]*", re.IGNORECASE
)
# "Another valid answer is [2,1]."
_ANOTHER = r"\b(?:another|other) (?:accepted|valid|correct|right|possible|acceptable) "
_VALUE_COMES = r"[ ,:]*(?:is|are|would be|could be|can be|include)?[ ,:]*(?=[\[\"“\d-])"
_NEXT = re.compile(rf"{_ANOTHER}{_ANSWERS}{_VALUE_COMES}", re.IGNORECASE)
# Where a statement says that several answers are right, what is valid need not be called an
# answer. Elsewhere a valid sequence may be one that loses.
_THINGS = (
    r"(?:\w+ ){0,2}?(?:answer|output|result|solution|permutation|sequence|order|ordering"
    r"|arrangement|matrix|matrices|array|list|string|tree|path|assignment|partition|subsequence"
    r"|subarray|substring|subset)s?\b"
)
_THING_BEHIND = re.compile(
    rf"(?:is|are|would be|will be|can be|could be) (?:also (?:an? )?|another )"
    rf"(?:accepted|valid|correct|right|possible|acceptable) {_THINGS}",
    re.IGNORECASE,
)
_THING_NEXT = re.compile(rf"{_ANOTHER}{_THINGS}{_VALUE_COMES}", re.IGNORECASE)
_STARTS = re.compile(r"[\[\"“]|(?<![\w.\]\"-])-?\d")
# What stands between answers that are named together.
_BETWEEN = re.compile(r"[\s,，、;；]*(?:(?:and|or|和|或|以及)[\s,，、]*)?")


class _Named(Struct, frozen=True):
    value: JsonValue
    start: int
    end: int


def other_answers(
    story: str, expected: JsonValue, *, several: bool = False
) -> tuple[JsonValue, ...]:
    """What the explanation of a case names as right beside `expected`, of the same kind.

    Only what stands next to the words that say so is taken: a sentence may name other values.
    `several` says that the statement accepts any of several answers.
    """
    text = " ".join(unmarked(plain(story)).split())
    found: list[JsonValue] = []
    for behind in (_BEHIND, _THING_BEHIND) if several else (_BEHIND,):
        for said in behind.finditer(text):
            found += _run_before(list(_values(text[: said.start()])), text, said.start())
    for before in (_BEFORE, _NEXT, _THING_NEXT) if several else (_BEFORE, _NEXT):
        for said in before.finditer(text):
            run = _run_behind(list(_values(text, said.end())), text, said.end())
            found += islice(run, 1) if said[0].lower().startswith("another") else run
    others = [each for each in found if type(each) is type(expected) and each != expected]
    return tuple(each for place, each in enumerate(others) if each not in others[:place])


def _values(text: str, start: int = 0) -> Iterator[_Named]:
    """The values in a text, in order; of nested ones the outermost."""
    while (begin := _STARTS.search(text, start)) is not None:
        try:
            value, start = read_value(text, begin.start())
        except Unreadable:
            start = begin.end()
        else:
            yield _Named(value, begin.start(), start)


def _run_before(named: list[_Named], text: str, end: int) -> Iterator[JsonValue]:
    for each in reversed(named):
        if not _BETWEEN.fullmatch(text, each.end, end):
            return
        yield each.value
        end = each.start


def _run_behind(named: list[_Named], text: str, start: int) -> Iterator[JsonValue]:
    for each in named:
        if not _BETWEEN.fullmatch(text, start, each.start):
            return
        yield each.value
        start = each.end
