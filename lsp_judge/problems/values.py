"""Values as people write them in comments: JSON, and what is close to it."""

from __future__ import annotations

import json
import re

from lsp_judge.model.problem import Argument
from lsp_judge.model.types import JsonValue

# json's scanner is written in C and fast; what it refuses is read again by `_Reader`.
_SCANNER = json.JSONDecoder()

_MAX_DEPTH = 100
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"([^\W\d]\w*)\s*[=＝:：]\s*")
# `\n` as two characters parts the arguments of an `@lcpr case`.
_SEPARATOR = re.compile(r"(?:[\s,;，、；]|\\n)*")
# Two lists need nothing between them but space.
_LISTS = re.compile(r"(?<=\])[ \t]+(?=\[)")
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_WORD = re.compile(r"[^\W\d]\w*")
_WORDS: dict[str, JsonValue] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("null", "None", "NULL", "nil", "nullptr"), None),
}
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_BRACKETS = {"[": "]", "(": ")", "{": "}"}
_ESCAPE = re.compile(r"u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}
_INT_MIN, _INT_MAX = -(2**63), 2**64 - 1
# `00000010100101000001111010011100`: how older pages write a number of 32 bits.
_BINARY = re.compile(r"[01]{32}(?!\d)")
# `1->2->3->NULL`: how they write a linked list.
_ARROW = re.compile(r"\s*(?:->|→)\s*")


class Unreadable(Exception):
    """A text is no value; `str()` says what was expected, `offset` where."""

    def __init__(self, expected: str, offset: int) -> None:
        super().__init__(expected)
        self.offset = offset


def read_value(text: str, offset: int = 0) -> tuple[JsonValue, int]:
    """Read one value at `offset`: the value and the offset after it.

    JSON, and beyond it Python's and C's spellings: `True`, `None`, `'a'`, `(1, 2)`, `{1, 2}`.
    Raises Unreadable; integers have to fit into 64 bits.
    """
    offset = _SPACE.match(text, offset).end()  # type: ignore[union-attr]
    try:
        if text[offset : offset + 1].isdigit():
            raise ValueError
        value, end = _SCANNER.raw_decode(text, offset)
    except (ValueError, RecursionError):
        value, end = _Reader(text).value(offset, 0)
    _check(value, offset)
    return value, end


def read_arguments(text: str) -> tuple[Argument, ...]:
    """Read `nums = [2,7], target = 9`, or values without names, apart by commas or lines.

    Raises Unreadable. An empty text is no arguments.
    """
    found: list[Argument] = []
    offset = _SPACE.match(text).end()  # type: ignore[union-attr]
    while offset < len(text):
        name = _NAME.match(text, offset)
        value, offset = read_value(text, name.end() if name else offset)
        found.append(Argument(name[1] if name else None, value))
        separator = _SEPARATOR.match(text, offset)
        gap = separator[0] if separator else ""
        after = offset + len(gap)
        parted = gap.strip(" \t") or (gap and (_NAME.match(text, after) or _LISTS.match(text, offset)))
        if after < len(text) and not parted:
            raise Unreadable(f"expected a comma before {_excerpt(text, after)}", after)
        offset = after
    return tuple(found)


def _check(value: JsonValue, offset: int) -> None:
    """Refuse what MessagePack or UTF-8 cannot carry."""
    pending = [(value, 0)]
    while pending:
        item, depth = pending.pop()
        if isinstance(item, list):
            if depth == _MAX_DEPTH:
                raise Unreadable(f"expected at most {_MAX_DEPTH} brackets in each other", offset)
            pending += [(inner, depth + 1) for inner in item]
        elif isinstance(item, dict):
            raise Unreadable("expected a list instead of an object", offset)
        elif isinstance(item, int) and not _INT_MIN <= item <= _INT_MAX:
            raise Unreadable(f"expected integers of 64 bits, not {item}", offset)
        elif isinstance(item, str) and not item.isascii():
            try:
                item.encode()
            except UnicodeEncodeError:
                raise Unreadable("expected text without half surrogates", offset) from None


def _excerpt(text: str, offset: int) -> str:
    rest = text[offset : offset + 20].partition("\n")[0]
    return f"`{rest}`" if rest.strip() else "the end"


class _Reader:
    """Reads what is close to JSON, by recursive descent."""

    def __init__(self, text: str) -> None:
        self._text = text

    def value(self, offset: int, depth: int) -> tuple[JsonValue, int]:
        offset = self._skip(offset)
        first = self._text[offset : offset + 1]
        if first and first in _QUOTES:
            return self._string(offset)
        if first and first in _BRACKETS:
            if depth == _MAX_DEPTH:
                raise Unreadable(f"expected at most {_MAX_DEPTH} brackets in each other", offset)
            return self._list(offset, depth)
        if binary := _BINARY.match(self._text, offset):
            return int(binary[0], 2), binary.end()
        if first == "#" and depth:
            return "#", offset + 1  # the end of a level, in a tree whose levels are chained
        if number := _NUMBER.match(self._text, offset):
            return self._arrows(self._number(number[0], offset), number.end())
        word = _WORD.match(self._text, offset)
        if word and word[0] in _WORDS:
            return _WORDS[word[0]], word.end()
        raise Unreadable(f"expected a value at {_excerpt(self._text, offset)}", offset)

    def _arrows(self, first: JsonValue, offset: int) -> tuple[JsonValue, int]:
        """The list that goes on with arrows behind a number, or the number alone."""
        items = [first]
        while arrow := _ARROW.match(self._text, offset):
            number = _NUMBER.match(self._text, arrow.end())
            word = _WORD.match(self._text, arrow.end())
            if number is not None:
                items.append(self._number(number[0], arrow.end()))
                offset = number.end()
            elif word is not None and _WORDS.get(word[0], 0) is None:
                return items, word.end()
            else:
                break
        return (items, offset) if len(items) > 1 else (first, offset)

    def _number(self, digits: str, offset: int) -> int | float:
        if not digits.lstrip("+-").isdigit():
            return float(digits)
        if len(digits) > 20:
            raise Unreadable(f"expected integers of 64 bits, not {digits[:20]}…", offset)
        return int(digits)

    def _list(self, offset: int, depth: int) -> tuple[list[JsonValue], int]:
        closer = _BRACKETS[self._text[offset]]
        items: list[JsonValue] = []
        offset = self._skip(offset + 1)
        while not self._text.startswith(closer, offset):
            item, offset = self.value(offset, depth + 1)
            items.append(item)
            offset = self._skip(offset)
            if self._text[offset : offset + 1] in (",", "，"):
                offset = self._skip(offset + 1)
            elif not self._text.startswith(closer, offset):
                expected = f"expected `,` or `{closer}` at {_excerpt(self._text, offset)}"
                raise Unreadable(expected, offset)
        return items, offset + 1

    def _string(self, offset: int) -> tuple[str, int]:
        closer = _QUOTES[self._text[offset]]
        parts: list[str] = []
        at = offset + 1
        while at < len(self._text) and (here := self._text[at]) not in (closer, "\n"):
            if here == "\\" and (escape := _ESCAPE.match(self._text, at + 1)):
                code = escape[1] or escape[2]
                parts.append(chr(int(code, 16)) if code else _ESCAPES.get(escape[3], escape[3]))
                at = escape.end()
            else:
                parts.append(here)
                at += 1
        if not self._text.startswith(closer, at):
            raise Unreadable(f"expected a closing {closer}", offset)
        return "".join(parts), at + 1

    def _skip(self, offset: int) -> int:
        return _SPACE.match(self._text, offset).end()  # type: ignore[union-attr]
