"""Cases from the comments of the solution itself: a pasted statement is enough.

`Input: nums = [2,7,11,15], target = 9` and `Output: [0,1]` in any comment are a case, in English
or Chinese, with headings, over several lines, in plain text, Markdown or HTML. Where the inputs
are no values they are read as what a program reads from stdin.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct, structs

from lsp_judge.model.problem import (
    Case,
    Checker,
    CheckerKind,
    Expected,
    FunctionInput,
    Limits,
    Problem,
    StdioInput,
)
from lsp_judge.model.source import (
    CommentSyntax,
    Document,
    Location,
    Position,
    Severity,
    Shape,
    SourceMessage,
    Span,
)
from lsp_judge.problems.alternatives import other_answers
from lsp_judge.problems.answers import read_answer
from lsp_judge.problems.base import Found
from lsp_judge.problems.comment_lines import CommentLine, Passage, comment_lines, decode
from lsp_judge.problems.labels import outputs_inside, plain, prose, unmarked
from lsp_judge.problems.sections import WrittenCase, written_cases
from lsp_judge.problems.statement import checker_of
from lsp_judge.problems.values import Unreadable, read_arguments

# A pasted statement says no limit. Sites give seconds, and solutions that prepare tables for all
# their cases take some of them, in WebAssembly several times as long.
_LIMITS = Limits(wall_ms=5_000, cpu_ms=5_000)
_NAMED = re.compile(r"\s*[^\W\d]\w*\s*[=＝]")
_FURTHER = re.compile(r"\s*[^\W\d]\w*\s*[=＝]\s*(?:[\[\"'\d+-]|true|false|null)", re.IGNORECASE)
# Numbers alone may be what a program reads.
_DRAWN = re.compile(r"\s*(?:[^\W\d]\w*\s*[=＝]\s*)?\[")
_PROSE = re.compile(
    r"\s*(?:[^\W\d_]+(?:[^\w\n\[\]\"'=]+[^\W\d_]+)+\W*$|(?:an?|the|one|two|three) [^\W\d]"
    r"|(?:list|array|vector|int|integer|str|string|number|matrix|graph|tree)\b(?!\s*[=＝]))",
    re.IGNORECASE,
)
_VALUE_STARTS = ("[", '"', "'", "{", "(")
_AFTER_VALUE = re.compile(
    r"[ \t]*(?:$|\n|(?:[ \t]|(?=[(（]))(?=[^\W\d_]|//|[(（#—–-]))|[.。;；,，]\s*$"
)


class _Read(Struct, frozen=True):
    """A case with its reading as a function's: what was wrong with it stands in `messages`."""

    written: WrittenCase
    input: FunctionInput | None
    expected: Expected | None
    output: Passage | None
    messages: tuple[SourceMessage, ...] = ()


class CommentSource:
    """The cases in a document's own comments."""

    def find(self, document: Document, comments: CommentSyntax) -> Found | None:
        """None where no comment holds a case. What cannot be read is told at its place."""
        source = decode(document.text)
        if not re.search(r"input|输入|輸入|入力|case=start", source, re.IGNORECASE):
            return None
        lines = comment_lines(source, comments)
        written = [case for case in written_cases(lines) if not _is_prose(case)]
        if not written:
            return None
        return _problem(document.path, written, lines)


def _is_prose(case: WrittenCase) -> bool:
    """`Input: an array of integers` describes inputs and is none, unless a heading says so."""
    text = case.input.text if case.input else ""
    return not case.announced and bool(_PROSE.match(text))


def _problem(path: str, written: Sequence[WrittenCase], lines: Sequence[CommentLine]) -> Found:
    statement = prose("\n".join(line.text for line in lines))
    checker = checker_of(statement, Checker())
    readings = [_read(case, several=checker.any_valid) for case in written]
    shape = _shape(readings)
    kind = CheckerKind.VALUE if shape is Shape.FUNCTION else CheckerKind.TOKENS
    build = _function_case if shape is Shape.FUNCTION else _stdio_case
    cases = tuple(case for reading in readings if (case := build(path, reading)))
    messages = (message for reading in readings for message in reading.messages)
    problem = Problem(
        id=PurePath(path).stem,
        shape=shape,
        cases=cases,
        limits=_LIMITS,
        checker=structs.replace(checker, kind=kind),
    )
    return Found(problem if cases else None, tuple(messages) if shape is Shape.FUNCTION else ())


def _shape(readings: Sequence[_Read]) -> Shape:
    """stdio where something is no value and nothing looks as if it were meant to be one."""
    if any(_looks_like_values(reading) for reading in readings):
        return Shape.FUNCTION
    return Shape.STDIO if any(reading.messages for reading in readings) else Shape.FUNCTION


def _looks_like_values(reading: _Read) -> bool:
    text = unmarked(plain(reading.written.input.text)) if reading.written.input else ""
    if reading.input and reading.output and plain(reading.output.text).startswith(_VALUE_STARTS):
        return True
    return bool(_NAMED.match(text)) or text.startswith(_VALUE_STARTS)


def _read(case: WrittenCase, *, several: bool) -> _Read:
    if case.input is None:
        return _with_output(case, FunctionInput((), text=b""), case.output, several)
    if case.output is None and (split := _split_inline(case.input)):
        arguments, output = split
        return _with_output(case, arguments, output, several)
    try:
        return _with_output(case, _arguments(case.input.text), case.output, several)
    except Unreadable as error:
        text = (
            f"case {case.id}: cannot read the input: {error}. "
            "Write it like `nums = [2,7,11,15], target = 9`."
        )
        message = SourceMessage(Severity.ERROR, text, case.input.span)
        expected, _, _ = _expected(case.id, case.output)
        return _Read(case, None, expected, case.output, (message,))


def _arguments(raw: str) -> FunctionInput:
    """Read the text as it is, then without the marks of a copied page, then without what follows
    the values: drawings, and sentences about them."""
    failure: Unreadable | None = None
    bare = unmarked(plain(raw))
    for text in dict.fromkeys((raw, plain(raw), bare, _without_drawing(bare))):
        try:
            return FunctionInput(read_arguments(text), text=_stdin(raw))
        except Unreadable as error:
            failure = failure or error
    assert failure is not None
    raise failure


def _without_drawing(text: str) -> str:
    """The first lines that are values, where one of them has a name or is a list and no further
    name comes behind them; else all of the text."""
    lines = text.strip().splitlines()
    if not _DRAWN.match(text) or any(_FURTHER.match(line) for line in lines[1:]):
        return text
    return lines[0]


def _split_inline(passage: Passage) -> tuple[FunctionInput, Passage] | None:
    """Input and output on one line: `Input: n = 3 Output: 6`."""
    line = passage.lines[0]
    for end, start in outputs_inside(line.text):
        try:
            arguments = _arguments(line.text[:end])
        except Unreadable:
            continue
        return arguments, Passage((line.from_index(start), *passage.lines[1:]))
    return None


def _with_output(
    case: WrittenCase, arguments: FunctionInput, output: Passage | None, several: bool
) -> _Read:
    expected, output, message = _expected(case.id, output)
    if expected is not None and message is None:
        also = other_answers(case.story, expected.value, several=several)
        expected = structs.replace(expected, also=also)
    return _Read(case, arguments, expected, output, (message,) if message else ())


def _expected(
    case_id: str, output: Passage | None
) -> tuple[Expected | None, Passage | None, SourceMessage | None]:
    """Both readings of an output and its passage; where it is no value, a message."""
    if output is None:
        return None, None, None
    raw = output.text
    stdout = _stdin(raw)
    for text in dict.fromkeys((raw, plain(raw), unmarked(plain(raw)))):
        try:
            answer = read_answer(text)
        except Unreadable as unreadable:
            error = str(unreadable)
            continue
        end = answer.end
        if _AFTER_VALUE.match(text, end):
            passage = output.until(end) if text == raw else output
            return Expected(answer.value, stdout, answer.after), passage, None
        error = f"expected one value, but `{text[end : end + 20].partition(chr(10))[0]}` follows it"
    text = (
        f"case {case_id}: cannot read the output: {error}. "
        'Write a JSON value, like [0,1], 2.5, true or "text".'
    )
    return Expected(None, stdout), output, SourceMessage(Severity.ERROR, text, output.span)


def _stdin(raw: str) -> bytes:
    """The text as a program reads or prints it: no common indent, a final newline."""
    first, newline, rest = raw.partition("\n")
    # Text behind the label itself has lost its indent, which is not that of the lines below.
    is_indented = first[:1].isspace()
    lines = textwrap.dedent(raw) if is_indented else first + newline + textwrap.dedent(rest)
    if re.search(r"<(?:pre|strong|br|p|code)\b|&(?:lt|gt|amp|quot|nbsp);", lines):
        lines = plain(lines)
    text = "\n".join(line.rstrip() for line in lines.strip("\n").split("\n")).strip("\n")
    return (text + "\n").encode(errors="replace") if text else b""


def _location(path: str, passage: Passage | None) -> Location | None:
    return Location(path, passage.span) if passage else None


def _input_location(path: str, written: WrittenCase) -> Location:
    """The input's text; of an empty input the end of its label."""
    if written.input:
        return Location(path, written.input.span)
    end = written.label.span.end
    return Location(path, Span(Position(end.line, end.column), end))


def _function_case(path: str, reading: _Read) -> Case | None:
    if reading.messages or reading.input is None:
        return None
    return Case(
        id=reading.written.id,
        input=reading.input,
        expected=reading.expected,
        location=_input_location(path, reading.written),
        expected_location=_location(path, reading.output),
    )


def _stdio_case(path: str, reading: _Read) -> Case:
    written = reading.written
    stdout = reading.expected.stdout if reading.expected else None
    return Case(
        id=written.id,
        input=StdioInput(_stdin(written.input.text) if written.input else b""),
        expected=Expected(stdout=stdout) if stdout is not None else None,
        location=_input_location(path, written),
        expected_location=_location(path, written.output),
    )
