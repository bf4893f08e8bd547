"""Edits of the cases in a solution's comments, as changes of its text. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from lsp_judge.model.source import CommentSyntax, Position, Span
from lsp_judge.problems.comment_lines import CommentLine, comment_lines
from lsp_judge.problems.labels import Kind, label_at
from lsp_judge.problems.sections import WrittenCase, written_cases


class TextEdit(Struct, frozen=True):
    """`text` in place of what stands in `span`; line ends as the file has them."""

    span: Span
    text: str


def case_added(source: str, syntax: CommentSyntax, names: Sequence[str]) -> TextEdit:
    """An empty case behind the last one, or at the top of a file that has none; `names` are those
    of the arguments."""
    written = [f"Input: {', '.join(f'{name} = ' for name in names)}".rstrip(" "), "Output:"]
    lines = comment_lines(source, syntax)
    cases = written_cases(lines)
    if not cases:
        return _at_the_top(source, syntax, written)
    label = cases[-1].label.lines[0]
    prefix = _prefix(source, label, syntax)
    before = next((each for each in lines if each.line == label.line - 1), None)
    if before is not None and before.run == label.run and _is_blank(source, before, syntax):
        written.insert(0, "")
    last = _last_line(cases[-1], lines)
    place = _behind(source, last, syntax)
    eol = _eol(source)
    text = "".join(f"{eol}{prefix}{each}".rstrip(" ") for each in written)
    return TextEdit(Span(place, place), text)


def answer_replaced(source: str, syntax: CommentSyntax, span: Span, answer: str) -> TextEdit:
    """`answer`, of several lines perhaps, in place of the one that stands in `span`."""
    lines = answer.split("\n")
    first = next(
        (each for each in comment_lines(source, syntax) if each.line == span.start.line), None
    )
    prefix = _prefix(source, first, syntax) if first is not None else ""
    return TextEdit(span, f"{_eol(source)}{prefix}".join(lines))


def _is_blank(source: str, line: CommentLine, syntax: CommentSyntax) -> bool:
    """Whether it sets cases apart; the line that opens a block does not."""
    opens = any(opener in _line(source, line.line) for opener, _ in syntax.block)
    return not line.text.strip() and not opens


def _eol(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def _at_the_top(source: str, syntax: CommentSyntax, written: Sequence[str]) -> TextEdit:
    """Behind the line that says which program runs the file, where there is one."""
    place = Position(1 if source.startswith("#!") and "\n" in source else 0)
    mark, eol = min(syntax.line, key=len), _eol(source)
    return TextEdit(Span(place, place), "".join(f"{mark} {each}{eol}" for each in written))


def _last_line(case: WrittenCase, lines: Sequence[CommentLine]) -> CommentLine:
    """The last line that belongs to a case: its explanation does as well."""
    passage = case.output or case.input or case.label
    last = passage.lines[-1]
    for line in lines:
        if line.line != last.line + 1 or line.run != last.run or not line.text.strip():
            continue
        label = label_at(line.text)
        if label is not None and label.kind in (Kind.INPUT, Kind.HEADING):
            break
        last = line
    return last


def _behind(source: str, line: CommentLine, syntax: CommentSyntax) -> Position:
    """The end of the line, or the place before the mark that ends the comment there."""
    text = _line(source, line.line)
    end = line.column + len(line.text.rstrip())
    closed = any(closer in text[end:] for _, closer in syntax.block)
    return Position(line.line, end if closed else len(text))


def _prefix(source: str, line: CommentLine, syntax: CommentSyntax) -> str:
    """What a further line of the same comment begins with."""
    raw = _line(source, line.line)[: line.column]
    lead = line.text[: len(line.text) - len(line.text.lstrip())]
    indent = raw[: len(raw) - len(raw.lstrip())]
    for mark in sorted(syntax.line, key=len, reverse=True):
        if raw.rstrip().endswith(mark):
            return f"{indent}{mark}{lead}"
    if any(opener in raw for opener, _ in syntax.block):
        # The line that opens a block: those below it have a star in C, nothing in Python.
        return f"{indent} *{lead or ' '}" if "/*" in raw else indent
    return raw + lead


def _line(source: str, number: int) -> str:
    return source.split("\n")[number].removesuffix("\r")
