"""What a language has to know. Pure: text in, data out; no process, no file system.

A third party adds a language with an entry point in the group `lsp_judge.languages` whose
value is a `Language` instance or a class without arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from lsp_judge.model.build import BuildPlan, BuildRequest, Options
from lsp_judge.model.outcome import Frame
from lsp_judge.model.problem import Problem
from lsp_judge.model.source import CommentSyntax, Document, Entry, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.types import Parameter, Signature
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


class ClassCandidate(Struct, frozen=True):
    """A class of the source that could be the entry of a class problem.

    `entry` has the shape CLASS and the class's name (in C the common prefix's type, `LRUCache`
    of `lRUCacheCreate`). `constructor` is None where its parameters have no types; `problem`
    says what cannot be read of it. A method that cannot be read has its own problem.
    """

    entry: Entry
    methods: tuple[Candidate, ...]
    constructor_names: tuple[str, ...] = ()
    constructor: tuple[Parameter, ...] | None = ()
    problem: SourceMessage | None = None


class Outline(Struct, frozen=True):
    """What a source offers: functions in source order, classes, and `main` of a program.

    For Python, `main` is the module itself where it does something beyond definitions at top
    level (a stdio solution), at its first such line. `syntax_error` is set where tree-sitter
    found the text broken: the outline is then what could be saved.
    """

    candidates: tuple[Candidate, ...]
    main: Entry | None = None
    syntax_error: bool = False
    classes: tuple[ClassCandidate, ...] = ()


class Traceback(Struct, frozen=True):
    """What a language reads from a panic's or traceback's text: one line, and its frames.

    `overflow` is True where arithmetic overflowed and a build of the profile `wrap` goes on.
    """

    reason: str
    frames: tuple[Frame, ...] = ()
    overflow: bool = False


class Debugging(Struct, frozen=True):
    """Which debugger steps through a language's solutions (`lldb`, `delve`, `debugpy`); None: none
    can, and `why` says why, in a sentence."""

    debugger: str | None
    why: str = ""


class Language(Protocol):
    """One language; stateless, safe to share."""

    id: str  # "go", "c", "cpp", "python"
    title: str  # "Go", "C", "C++", "Python"
    extensions: tuple[str, ...]  # with the dot, lower case
    comments: CommentSyntax

    def outline(self, document: Document) -> Outline:
        """Read the source with tree-sitter. Never raises on the user's text."""
        ...

    def tools(self, mode: Mode, target: Target = HERE) -> tuple[str, ...]:
        """The names of the tools (`Tool.name`) that a build for `mode` and `target` needs."""
        ...

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        """The names of tools that a build for `mode` uses where they are installed."""
        ...

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        """What is missing for solutions of this shape in this mode, in a few words; None:
        nothing is. The table of `doctor --matrix` is made of it.
        """
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

    def debugging(self) -> Debugging:
        """Who debugs the builds of the profile `step`. For `debugpy` such a build is a folder with
        `step.py`, which takes the arguments' file, and the folder of our own package."""
        ...

    def stub(self, problem: Problem) -> str | None:
        """The code that a solution of `problem` (its cases do not matter) begins with: it
        compiles and answers wrongly. None where this language has no form for the problem.
        """
        ...
