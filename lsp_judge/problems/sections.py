"""Splits comments into the inputs and outputs that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from lsp_judge.problems.comment_lines import CommentLine, Passage
from lsp_judge.problems.labels import Kind, Label, label_at, label_inside, plain

_BLOCK_END = re.compile(r"</(?:pre|div|p)>\s*$", re.IGNORECASE)
_VALUE_STARTS = "[({\"'-“0123456789"


class WrittenCase(Struct, frozen=True):
    """One case as it was written: an input and, where there is one, its output.

    `announced` says that a heading or a number stands over it, so that it is no prose.
    `input` is None for an input without a word (of a program that reads nothing). `story` is all
    that is written from the output on to the next case: its explanation.
    """

    id: str
    input: Passage | None
    output: Passage | None
    label: Passage
    announced: bool
    story: str = ""


class _Section(Struct):
    label: Label
    line: CommentLine
    lines: list[CommentLine]
    headed: bool = False


def written_cases(lines: Sequence[CommentLine]) -> list[WrittenCase]:
    """The cases in order. Ids count from 1, or follow the number of the heading over them."""
    found: list[WrittenCase] = []
    sections = list(_sections(lines))
    taken: set[str] = set()
    number, announced = 0, False
    for index, section in enumerate(sections):
        kind = section.label.kind
        if kind is Kind.HEADING:
            announced = True
            number = section.label.number - 1 if section.label.number else number
        elif kind is Kind.INPUT:
            number = _next_free(section.label.number or number + 1, taken)
            taken.add(str(number))
            output = _output_of(sections, index)
            found.append(
                WrittenCase(
                    id=str(number),
                    input=_passage(section.lines, to_blank=output is None),
                    output=_passage(output.lines, to_blank=True) if output else None,
                    label=Passage((section.line,)),
                    announced=announced or section.label.number is not None,
                    story=_story(sections[index + 1 :]),
                )
            )
        elif kind is Kind.OUTPUT:
            announced = False
    return found


def _next_free(number: int, taken: set[str]) -> int:
    while str(number) in taken:
        number += 1
    return number


def _output_of(sections: Sequence[_Section], index: int) -> _Section | None:
    """The output that comes before the next input or heading."""
    for section in sections[index + 1 :]:
        if section.label.kind is Kind.OUTPUT:
            return section
        if section.label.kind is not Kind.END:
            return None
    return None


def _story(sections: Sequence[_Section]) -> str:
    """The text of the sections up to the next input or heading, their labels included."""
    found: list[str] = []
    for section in sections:
        if section.label.kind in (Kind.INPUT, Kind.HEADING):
            break
        found += [section.line.text, *(line.text for line in section.lines[1:])]
    return "\n".join(found)


def _sections(lines: Sequence[CommentLine]) -> Iterator[_Section]:
    current: _Section | None = None
    headed = False
    pieces = _pieces(lines)
    for index, line in enumerate(pieces):
        label = label_at(line.text)
        if label and not label.sure and not (headed or _value_follows(pieces, index)):
            label = None
        if label is None:
            if current and current.line.run == line.run and not _is_closed(current):
                current.lines.append(line)
            continue
        if current:
            yield current
        headed = label.kind is Kind.HEADING or (headed and label.kind is not Kind.END)
        current = _Section(label, line, [line.from_index(label.after)], headed)
    if current:
        yield current


def _is_closed(section: _Section) -> bool:
    """Whether HTML has ended the block that the section's text stands in."""
    return bool(_BLOCK_END.search(section.lines[-1].text)) and any(
        plain(line.text) for line in section.lines
    )


def _pieces(lines: Sequence[CommentLine]) -> list[CommentLine]:
    """The lines, parted where a heading or HTML is followed by a label on the same line."""
    found: list[CommentLine] = []
    for whole in lines:
        line = whole
        while True:
            label = label_at(line.text)
            after = label.after if label else 0
            is_heading = label is not None and label.kind is Kind.HEADING
            cut = after if is_heading else label_inside(line.text, after)
            if not cut or cut >= len(line.text) or not line.text[cut:].strip():
                break
            found.append(CommentLine(line.text[:cut], line.line, line.column, line.run))
            line = line.from_index(cut)
        found.append(line)
    return found


def _value_follows(lines: Sequence[CommentLine], index: int) -> bool:
    """Whether the next line that is not blank begins like a value, as no prose does."""
    for line in lines[index + 1 :]:
        if text := line.text.strip():
            return line.run == lines[index].run and text[0] in _VALUE_STARTS
    return False


def _passage(lines: Sequence[CommentLine], *, to_blank: bool) -> Passage | None:
    """The lines without the blank ones around them, up to the first blank one if asked."""
    start = next((index for index, line in enumerate(lines) if line.text.strip()), None)
    if start is None:
        return None
    kept: list[CommentLine] = []
    for line in lines[start:]:
        if to_blank and not line.text.strip():
            break
        kept.append(line)
    while not kept[-1].text.strip():
        kept.pop()
    return Passage(tuple(kept))
