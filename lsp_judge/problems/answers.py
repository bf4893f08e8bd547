"""The expected answer as a page writes it: a value, words, or what an argument is to be."""

from __future__ import annotations

import re

from msgspec import Struct

from lsp_judge.model.problem import After
from lsp_judge.model.types import JsonValue
from lsp_judge.problems.values import read_value

# `nums = [2,2,_,_]` behind a value or alone; what stands for `_` does not matter.
_ARGUMENT = re.compile(r"\s*[,，;；]?\s*(?P<name>[^\W\d]\w*)\s*[=＝]\s*(?P<value>\[[^\]\n]*\])")
_BLANKS = re.compile(r"(?:(?<=\[)|,)\s*_\s*(?:,\s*_\s*)*(?=\])")
# What pages say of a node that is found in a list; `judging` knows what it means.
_WORDS = re.compile(
    r"\s*(?:tail connects to node index \d+|no cycle|intersected at ['\"]?-?\d+['\"]?"
    r"|no intersection|返回索引为 ?\d+ ?的链表节点|返回 ?null)",
    re.IGNORECASE,
)
# The same in a sentence: `Return 2, and the first 2 characters of the input array should be: [...]`.
_SENTENCE = re.compile(
    r"\s*(?:return|返回)\s*(?P<value>\d+)\s*[,，]\s*(?:and )?(?:the first|输入数组的前)\s*\d*"
    r"[^\[\n]{1,60}(?P<list>\[[^\]\n]*\])",
    re.IGNORECASE,
)


class WrittenAnswer(Struct, frozen=True):
    """`end` is the offset behind what was read."""

    value: JsonValue
    after: tuple[After, ...]
    end: int


def read_answer(text: str) -> WrittenAnswer:
    """Raises Unreadable where the text begins like no answer."""
    if found := _WORDS.match(text):
        return WrittenAnswer(found[0].strip(), (), found.end())
    if found := _SENTENCE.match(text):
        first = After(None, read_value(found["list"])[0], prefix=True)
        return WrittenAnswer(int(found["value"]), (first,), found.end())
    if (blanks := _whole_prefix(text)) is not None:
        return blanks
    if _ARGUMENT.match(text):
        after, end = _arguments(text, 0)
        return WrittenAnswer(None, after, end)
    value, end = read_value(text)
    after, end = _arguments(text, end)
    return WrittenAnswer(value, after, end)


def _whole_prefix(text: str) -> WrittenAnswer | None:
    """`[1,2,_,_]` with no name before it."""
    found = re.match(r"\s*(\[[^\]\n]*_[^\]\n]*\])", text)
    if found is None or not _BLANKS.search(found[1]):
        return None
    return WrittenAnswer(None, (After(None, _without_blanks(found[1]), prefix=True),), found.end())


def _arguments(text: str, offset: int) -> tuple[tuple[After, ...], int]:
    found: list[After] = []
    while argument := _ARGUMENT.match(text, offset):
        written = argument["value"]
        prefix = _BLANKS.search(written) is not None
        found.append(After(argument["name"], _without_blanks(written), prefix))
        offset = argument.end()
    return tuple(found), offset


def _without_blanks(written: str) -> JsonValue:
    value, _ = read_value(_BLANKS.sub("", written))
    return value
