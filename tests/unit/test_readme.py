"""The README is the same in both languages, as far as that can be told without reading it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENGLISH, CHINESE = "README.md", "README.zh-CN.md"
_BLOCK = re.compile(r"^```.*?^```", re.M | re.S)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str) -> list[str]:
    return _BLOCK.findall(text(name))


def levels(name: str) -> list[int]:
    """The depth of every heading, from the top."""
    return [len(each) for each in re.findall(r"^(#+) ", _BLOCK.sub("", text(name)), re.M)]


def links(name: str) -> list[str]:
    """Where everything leads, in order; the link to the other language left out."""
    found = re.findall(r"\]\(([^)]+)\)", text(name))
    return [each for each in found if each not in (ENGLISH, CHINESE)]


def rows(name: str) -> list[int]:
    """The lines of every table, and of every list."""
    plain = _BLOCK.sub("", text(name))
    return [len(each.splitlines()) for each in re.findall(r"(?:^(?:\||- ).*\n)+", plain, re.M)]


def test_both_languages_have_the_same_sections() -> None:
    assert levels(ENGLISH) == levels(CHINESE)


def test_both_languages_show_the_same_code() -> None:
    assert blocks(ENGLISH) == blocks(CHINESE)


def test_both_languages_lead_to_the_same_places() -> None:
    assert links(ENGLISH) == links(CHINESE)


def test_both_languages_have_as_many_rows_in_each_table_and_list() -> None:
    assert rows(ENGLISH) == rows(CHINESE)


def test_each_names_the_other() -> None:
    assert f"]({CHINESE})" in text(ENGLISH)
    assert f"]({ENGLISH})" in text(CHINESE)
