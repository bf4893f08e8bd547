"""Problems and their cases: plain data, wherever they came from."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from lsp_judge.model.source import Location, Shape
from lsp_judge.model.types import ClassSignature, JsonValue, Signature


class Limits(Struct, frozen=True):
    """What one case may use: wall clock and CPU in ms, memory and output in bytes (no file may be
    larger than that either), threads beside each other; processes: one."""

    wall_ms: int = 2_000
    cpu_ms: int = 2_000
    memory_bytes: int = 512 * 1024 * 1024
    output_bytes: int = 8 * 1024 * 1024
    threads: int = 64


class CheckerKind(StrEnum):
    """`tokens` is Kattis' default validator for stdio; `value` compares JSON values."""

    TOKENS = "tokens"
    VALUE = "value"


class Checker(Struct, frozen=True):
    """How an answer is compared with the expected one.

    The flags are those of Kattis' default validator (problem package format, "Default
    validator"): tolerances are absolute or relative, either suffices. `any_order` ignores
    the order of the outermost array, `any_order_nested` of every array, `any_order_inner` of
    every array but the outermost.

    `any_valid`: the statement says that several answers are right, and nothing here can tell
    them from wrong ones; another answer than the expected one is then a warning. `program` is
    the absolute path of the package's own validator, which decides what differs from the
    expected answer.
    """

    kind: CheckerKind = CheckerKind.VALUE
    case_sensitive: bool = False
    space_change_sensitive: bool = False
    float_absolute: float | None = None
    float_relative: float | None = None
    any_order: bool = False
    any_order_nested: bool = False
    any_order_inner: bool = False
    any_valid: bool = False
    program: str | None = None


class Argument(Struct, frozen=True):
    """One argument of a function case; `name` is None where the case gives none."""

    name: str | None
    value: JsonValue


class FunctionInput(Struct, frozen=True, tag="function"):
    """The arguments of a function case, as they were written (not yet bound to parameters).

    `text` is the raw text of a case in comments: what a stdio program would read, should the
    solution turn out to be one.
    """

    arguments: tuple[Argument, ...]
    text: bytes = b""


class StdioInput(Struct, frozen=True, tag="stdio"):
    """The bytes that a stdio solution reads."""

    stdin: bytes


class After(Struct, frozen=True):
    """What an argument is to be after the call; `name` None: the one that is answered in place.

    `prefix`: only the first elements count (`[2,2,_,_]` is the prefix `[2,2]`).
    """

    name: str | None
    value: JsonValue
    prefix: bool = False


class Expected(Struct, frozen=True):
    """The expected answer: `value` for a function case, `stdout` for a stdio case.

    `after` is what a case says of arguments beside the result (`2, nums = [2,2,_,_]`), `also`
    what the statement names as right as well (`[3,1] would also be accepted`).
    """

    value: JsonValue = None
    stdout: bytes = b""
    after: tuple[After, ...] = ()
    also: tuple[JsonValue, ...] = ()


class Case(Struct, frozen=True):
    """One input with its expected answer (None: run it and show what comes out) and its place.

    `location` is where the input was written; for an inline case it spans the `Input:` text
    in the solution itself, and `expected_location` the `Output:` text. `sample` says that
    the case is shown to the learner in full (samples and inline cases). `checker` is the
    case's own where its group has other flags, None: the problem's.
    """

    id: str
    input: FunctionInput | StdioInput
    expected: Expected | None
    location: Location | None = None
    expected_location: Location | None = None
    sample: bool = True
    checker: Checker | None = None


class Problem(Struct, frozen=True):
    """A problem as a solution is judged by it.

    `signature` is None for stdio, and for function problems whose signature is to be read
    from the source. `directory` is the package's folder, None for inline cases. `title` is
    for people. `statement` is Markdown, possibly empty.

    `in_place` is the parameter that holds the answer after the call (metaData's
    `output.paramindex`), `in_place_size` says that the result is the length of that answer
    (`output.size` is `ret`). `extra` names what a case says beside the arguments (the `pos` of a
    cycle).
    """

    id: str
    shape: Shape
    cases: tuple[Case, ...]
    title: str = ""
    signature: Signature | ClassSignature | None = None
    limits: Limits = field(default_factory=Limits)
    checker: Checker = field(default_factory=Checker)
    directory: str | None = None
    statement: str = ""
    in_place: int | None = None
    in_place_size: bool = False
    extra: tuple[str, ...] = ()
