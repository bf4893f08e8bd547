"""What the page that plays a solution and its server say to each other, as JSON."""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.model.verdict import Mode


class ShownCase(Struct, frozen=True):
    """A case to choose. `input` is as people write it, None where it is too long for that."""

    id: str
    input: str | None


class ShownModule(Struct, frozen=True):
    """The module that the page runs: its size, and what makes it up (bytes by name)."""

    bytes: int
    parts: dict[str, int]


class ShownProblem(Struct, frozen=True):
    """What there is to play. `module` is None where no browser can run it; `why` then says so."""

    title: str
    problem: str
    entry: str
    language: str
    shape: str
    statement: str
    limit_ms: int
    cases: tuple[ShownCase, ...]
    module: ShownModule | None = None
    why: str = ""


class Given(Struct, frozen=True):
    """An input: the case with this id, or what a person typed."""

    case: str | None = None
    text: str | None = None


class Encoded(Struct, frozen=True):
    """An input as it travels: MessagePack of the arguments, or a program's stdin (base64)."""

    input: bytes


class Asked(Struct, frozen=True):
    """Run this input in one of the server's modes."""

    given: Given
    mode: Mode


class Seen(Struct, frozen=True):
    """What the browser saw of an input (see `play/harness.mjs`); `output` is base64."""

    given: Given
    kind: str
    output: bytes = b""
    message: str = ""
    stdout: str = ""
    stderr: str = ""
    duration_ns: int = 0
    memory_bytes: int = 0


class Shown(Struct, frozen=True):
    """A result to show: texts for people. `verdict` is empty where nothing was expected and
    something came back; `answer` and `expected` are JSON, or a program's output as it is."""

    verdict: str
    answer: str | None = None
    expected: str | None = None
    message: str = ""
    detail: str = ""
    printed: str = ""
    duration_ns: int = 0
    memory_bytes: int = 0


class Refused(Struct, frozen=True):
    """Why there is no answer: one sentence."""

    error: str
