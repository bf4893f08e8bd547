"""Places in a source file, and what compilers say of them."""

from enum import StrEnum

from msgspec import Struct


class Position(Struct, frozen=True, order=True):
    """A place in a text: `line` and `column` count from 0; columns count code points."""

    line: int
    column: int = 0


class Span(Struct, frozen=True):
    """A range in a text; `end` is exclusive."""

    start: Position
    end: Position


class Location(Struct, frozen=True):
    """A range in a file; `path` is absolute."""

    path: str
    span: Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class SourceMessage(Struct, frozen=True):
    """A message at a place in the user's file (a compiler's, or ours); no `span`: the file."""

    severity: Severity
    text: str
    span: Span | None = None
    notes: tuple[str, ...] = ()


class Shape(StrEnum):
    """How a problem is answered: by a function, by a class, or from stdin to stdout.

    A function that answers in place is a FUNCTION; its signature says what is looked at.
    """

    FUNCTION = "function"
    CLASS = "class"
    STDIO = "stdio"


class Document(Struct, frozen=True):
    """A solution file as it is judged: `text` is its exact bytes, `path` absolute."""

    path: str
    text: bytes


class Entry(Struct, frozen=True):
    """The function, class or `main` that answers a problem, and where its name stands.

    `owner` is the class that holds the method (`Solution`), None for a free function.
    """

    name: str
    shape: Shape
    span: Span
    owner: str | None = None


class CommentSyntax(Struct, frozen=True):
    """How comments look: `line` prefixes and `block` pairs (Python: its triple quotes)."""

    line: tuple[str, ...]
    block: tuple[tuple[str, str], ...] = ()
