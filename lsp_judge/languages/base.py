"""What a language has to know. Pure: text in, data out; no process, no file system.

A third party adds a language with an entry point in the group `lsp_judge.languages` whose
value is a `Language` instance or a class without arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from lsp_judge.model.build import BuildPlan, BuildRequest
from lsp_judge.model.outcome import Frame
from lsp_judge.model.source import CommentSyntax, Document, Entry, SourceMessage
from lsp_judge.model.types import Signature
from lsp_judge.model.verdict import Mode


class Candidate(Struct, frozen=True):
    """A function of the source that could be the entry.

    `signature` is None where its types are not ours; `problem` then says which and why, at
    its place in the source. Where both are None the source gives no types (Python without
    annotations): values are passed as they are.
    """

    entry: Entry
    parameter_names: tuple[str, ...]
    signature: Signature | None = None
    problem: SourceMessage | None = None


class Outline(Struct, frozen=True):
    """What a source offers: functions in source order, and `main` where it is a program.

    For Python, `main` is the module itself where it does something beyond definitions at top
    level (a stdio solution), at its first such line. `syntax_error` is set where tree-sitter
    found the text broken: the outline is then what could be saved.
    """

    candidates: tuple[Candidate, ...]
    main: Entry | None = None
    syntax_error: bool = False


class Traceback(Struct, frozen=True):
    """What a language reads from a panic's or traceback's text: one line, and its frames."""

    reason: str
    frames: tuple[Frame, ...] = ()


class Language(Protocol):
    """One language; stateless, safe to share."""

    id: str  # "go", "c", "cpp", "python"
    title: str  # "Go", "C", "C++", "Python"
    extensions: tuple[str, ...]  # with the dot, lower case
    comments: CommentSyntax

    def outline(self, document: Document) -> Outline:
        """Read the source with tree-sitter. Never raises on the user's text."""
        ...

    def tools(self, mode: Mode) -> tuple[str, ...]:
        """The names of the tools (`Tool.name`) that a build for `mode` needs."""
        ...

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        """The build of one artifact, or why there can be none (shown as CE, at its place)."""
        ...

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        """A compiler's output as messages at the user's own lines, in the compiler's order."""
        ...

    def traceback(self, text: str) -> Traceback | None:
        """A panic's or traceback's text (stderr or the ABI's message); None: not one of ours."""
        ...
