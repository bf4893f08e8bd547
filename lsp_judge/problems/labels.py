"""`Input:`, `输出：`, `Example 3:` ...: what a line of a pasted statement announces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum, auto

from msgspec import Struct

_TAG = r"</?(?:a|b|br|code|div|em|font|h\d|i|li|ol|p|pre|span|strong|sub|sup|u|ul)\b[^<>]*>"
# What stands before a label: HTML tags, Markdown, bullets. All repetitions are possessive, so
# that no text takes quadratic time.
_BEFORE = rf"(?:{_TAG}|&nbsp;|[\s*_`>#•\-])*+"
# What stands after it. A lone `*` or `-` may belong to the value.
_AFTER = rf"(?:\*\*|__)?(?:{_TAG}|&nbsp;|\s)*+"
_INPUT = "inputs?|输入|輸入|入力"
_OUTPUT = "expected output|outputs?|expected|输出|輸出|出力"
# What an answer is called where a sentence could as well begin so: a value has to follow.
_RETURNED = r"returns?(?=\s*+[:：]\s*+(?:[\[\"'\d-]|(?:true|false|null)\b))"
_SAMPLE = "sample|example|样例|示例|範例"
_OTHER = (
    "explanations?|constraints?|notes?|follow[- ]?up|hints?|approach|complexity|"
    "time complexity|space complexity|solution|"
    "解释|解釋|说明|説明|説明|提示|限制|约束|注意|进阶|進階|備考|复杂度"
)
_LABEL = re.compile(
    rf"{_BEFORE}(?P<sample>(?:{_SAMPLE})\s*+)?(?:(?P<input>{_INPUT})|(?P<output>{_OUTPUT}|{_RETURNED}))"
    rf"(?P<late>\s*+(?:样例|示例|例))?\s*+\#?(?P<number>\d{{1,4}})?"
    # A label in bold needs no colon before a list.
    rf"(?:(?P<bold>\*\*\s*+(?=\[))|{_BEFORE}(?:(?P<colon>[:：]){_AFTER}|$))",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"{_BEFORE}(?:{_SAMPLE}|test ?case|case|例)s?\s*+\#?(?P<number>\d{{1,4}})?"
    rf"(?:{_BEFORE}[:：.]{_AFTER}|{_BEFORE}$)",
    re.IGNORECASE,
)
_END = re.compile(
    rf"{_BEFORE}(?:(?:{_OTHER})(?:\s*+\d+)?{_BEFORE}(?:[:：]|$)|@\w+)|\s*judge\s*[:：]",
    re.IGNORECASE,
)
# The inputs that the case manager of an editor keeps: one line per case, no answer.
_CASE_START = re.compile(r"\s*@lcpr case=start\s*$")
_INLINE_OUTPUT = re.compile(
    rf"(?<=[\s,;|→>，；])(?:\*\*|__)?(?:{_OUTPUT})(?:\*\*|__)?\s*+[:：]{_AFTER}", re.IGNORECASE
)
_INLINE_LABEL = re.compile(
    rf"(?<=>)(?:{_INPUT}|{_OUTPUT}|{_OTHER})(?:{_TAG}|\s)*+[:：]", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>|</p>|</div>|</li>", re.IGNORECASE)
_ANY_TAG = re.compile(_TAG, re.IGNORECASE)


class Kind(Enum):
    """What begins at a line: a section, or the end of one."""

    HEADING = auto()
    INPUT = auto()
    OUTPUT = auto()
    END = auto()


class Label(Struct, frozen=True):
    """`after` is the index behind the label; `sure` is False where prose could begin like it."""

    kind: Kind
    after: int
    number: int | None = None
    sure: bool = True


def label_at(line: str) -> Label | None:
    """The label that `line` begins with, None where it goes on with what was before."""
    if _CASE_START.match(line):
        return Label(Kind.INPUT, len(line))
    if found := _LABEL.match(line):
        number = int(found["number"]) if found["number"] else None
        is_sample = bool(found["sample"] or found["late"] or number is not None)
        kind = Kind.INPUT if found["input"] else Kind.OUTPUT
        sure = bool(found["colon"] or found["bold"]) or is_sample
        return Label(kind, found.end(), number, sure)
    if found := _HEADING.match(line):
        number = int(found["number"]) if found["number"] else None
        return Label(Kind.HEADING, found.end(), number)
    return Label(Kind.END, len(line)) if _END.match(line) else None


def label_inside(line: str, start: int) -> int | None:
    """Where HTML on one line goes on with the next label (`...<br><b>Output:</b>`)."""
    found = _INLINE_LABEL.search(line, start) if "<" in line else None
    return found.start() if found and found.start() > 0 else None


def outputs_inside(line: str) -> Iterator[tuple[int, int]]:
    """Where an `Output:` may follow an input on the same line: the input's end, the output's
    start."""
    for found in _INLINE_OUTPUT.finditer(line):
        yield len(line[: found.start()].rstrip(" \t,;|→=>-，；")), found.end()


# Markdown's way to write a bracket that is no link.
_ESCAPED = re.compile(r"\\([\[\]_*])")
# Its marks for code and for bold text, but not those inside of a string.
_MARKS = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|(`+|\*\*)")
# Marks around words, of which a sentence says the same without them.
_EMPHASIS = re.compile(r"`+|\*\*|(?<!\w)[*_]+(?=\w)|(?<=\w)[*_]+(?!\w)")


def plain(text: str) -> str:
    """`text` without the tags, entities and Markdown that a copied page leaves."""
    if "<" in text:
        text = _ANY_TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    text = text.replace("\u00a0", " ").strip()
    for mark in ("**", "`"):
        if text.startswith(mark) and text.endswith(mark) and len(text) > 2 * len(mark):
            text = text[len(mark) : -len(mark)].strip()
    return _ESCAPED.sub(r"\1", text)


def unmarked(text: str) -> str:
    """`text` without Markdown's marks around its parts: "`n` = 3, **k** = 2"."""
    return _MARKS.sub(lambda found: "" if found[1] else found[0], text)


def prose(text: str) -> str:
    """`text` without any marks, to be read for what its sentences say: "in _**any** order_"."""
    return _EMPHASIS.sub("", plain(text))
