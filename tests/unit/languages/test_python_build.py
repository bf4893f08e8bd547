"""Python's check as a build, with the real interpreter; its messages and tracebacks."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from lsp_judge.languages.python.language import Python
from lsp_judge.model.build import Artifact, ArtifactKind, BuildRequest, CompileFailed
from lsp_judge.model.outcome import Frame
from lsp_judge.model.source import Document, Entry, Position, Severity, Shape, SourceMessage, Span
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.store import Store

NOWHERE = Span(Position(0), Position(0))


async def build(
    finder: ToolFinder, folder: Path, text: bytes, mode: Mode = Mode.NATIVE
) -> Artifact | CompileFailed:
    builder = StoreBuilder(finder, Store(folder), os.environ)
    language = Python()
    document = Document("/home/learner/two.py", text)
    candidates = language.outline(document).candidates
    entry = candidates[0].entry if candidates else Entry("main", Shape.STDIO, NOWHERE)
    signature = candidates[0].signature if candidates else None
    built = await builder.build(
        language, BuildRequest(document, mode, entry.shape, entry, signature)
    )
    assert not isinstance(built, SourceMessage)
    return built


def spans(messages: Sequence[SourceMessage]) -> list[tuple[int, int, int, int] | None]:
    return [
        (each.span.start.line, each.span.start.column, each.span.end.line, each.span.end.column)
        if each.span
        else None
        for each in messages
    ]


@pytest.mark.parametrize("mode", list(Mode))
async def test_the_artifact_is_the_exact_file_and_what_to_call(
    finder: ToolFinder, tmp_path: Path, mode: Mode
) -> None:
    text = b"\xef\xbb\xbfclass Solution:\r\n\tdef f(self, a: int) -> List[int]: return [a]"
    built = await build(finder, tmp_path, text, mode)
    assert isinstance(built, Artifact)
    assert (built.kind, built.mode, built.messages) == (ArtifactKind.SCRIPT, mode, ())
    assert Path(built.path, "solution.py").read_bytes() == text
    assert msgspec.json.decode(Path(built.path, "entry.json").read_bytes()) == {
        "shape": "function",
        "owner": "Solution",
        "name": "f",
        "structured": False,
        "extended": False,
        "shapes": [None],
        "result": None,
        "nodes": [],
        "records": {},
        "after": [],
        "heap": False,
        "then": None,
        "returns": "integer[]",
    }


async def test_the_solution_is_not_run(finder: ToolFinder, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    built = await build(finder, tmp_path / "store", f"open({str(mark)!r}, 'w')\n".encode())
    assert isinstance(built, Artifact)
    assert not mark.exists()


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        (b"class Solution:\n    def f(self:\n", "was never closed", (1, 9, 1, 10)),
        (b"x = = 3\n", "invalid syntax", (0, 4, 0, 5)),
        ("ä = = 3\n".encode(), "invalid syntax", (0, 4, 0, 5)),
        (b"def f():\nreturn 1\n", "expected an indented block", (1, 0, 1, 6)),
        (b"if 1:\n\tx\n        y\n", "inconsistent use of tabs", None),
        (b"print 'a'\n", "Missing parentheses", (0, 0, 0, 9)),
        (b"x = 'abc\n", "unterminated string", (0, 4, 0, 5)),
        (b"x = 1\ny = '\xff'\n", "can't decode byte 0xff", (1, 5, 1, 6)),
        (b"a = 1\nb\0 = 2\n", "null byte", (1, 1, 1, 2)),
        (b"x = " + b"(" * 500 + b")" * 500, "too many nested parentheses", None),
        (b"-" * 200_000 + b"1\n", "nested too deeply", None),
        (b"return 1\n", "'return' outside function", None),
        (b"# coding: no-such\n", "no-such", None),
    ],
)
async def test_errors_are_placed(
    finder: ToolFinder,
    tmp_path: Path,
    text: bytes,
    words: str,
    span: tuple[int, int, int, int] | None,
) -> None:
    built = await build(finder, tmp_path, text)
    assert isinstance(built, CompileFailed)
    (message,) = built.messages
    assert message.severity is Severity.ERROR
    assert words in message.text
    if span is not None:
        assert spans([message]) == [span]


async def test_warnings_do_not_stop_a_build(finder: ToolFinder, tmp_path: Path) -> None:
    text = b"class Solution:\n    def f(self):\n        return 'a' is 'a'\n"
    built = await build(finder, tmp_path, text)
    assert isinstance(built, Artifact)
    (message,) = built.messages
    assert message.severity is Severity.WARNING
    assert spans([message]) == [(2, 8, 2, 25)]


def test_places_outside_of_the_text_become_places_in_it() -> None:
    document = Document("/x.py", b"\xef\xbb\xbfone\r\n  two")
    said = [
        "solution.py:9:1-9:5: error: behind the last line",
        "solution.py:1:50-1:60: error: behind the end of its line",
        "solution.py:2:5-1:1: error: an end before the start",
        "solution.py:1:2-2:4: error: over two lines",
        "solution.py:0:0-0:0: warning: nowhere",
        "other.py:1:1-1:2: error: not ours",
    ]
    found = Python().messages("\n".join(said), document)
    assert spans(found) == [(1, 2, 1, 5), (0, 3, 0, 3), (1, 4, 1, 5), (0, 1, 1, 3), None]


def test_a_traceback_as_the_worker_writes_it() -> None:
    text = """IndexError: list index out of range
Traceback (most recent call last):
  [199 more frames]
  File "solution.py", line 3, in f
    return self.g(a)
  File "/usr/lib/python3/heapq.py", line 9, in merge
  File "solution.py", line 5, in <lambda>
"""
    found = Python().traceback(text)
    assert found is not None
    assert found.reason == "IndexError: list index out of range"
    assert found.frames == (Frame("<lambda>", "solution.py", 5), Frame("f", "solution.py", 3))


def test_a_traceback_as_python_prints_it() -> None:
    text = """Traceback (most recent call last):
  File "solution.py", line 2, in <module>
    a = int("x")
        ^^^^^^^^
ValueError: invalid literal for int() with base 10: 'x'
"""
    found = Python().traceback(text)
    assert found is not None
    assert found.reason == "ValueError: invalid literal for int() with base 10: 'x'"
    assert found.frames == (Frame("<module>", "solution.py", 2),)


def test_other_texts_are_no_tracebacks() -> None:
    for text in ("", "\n", "panic: runtime error: index out of range", "exit status 3"):
        assert Python().traceback(text) is None
