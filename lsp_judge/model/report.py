"""The published, versioned contract of `run --format json`, and what the server shows.

Fields are only ever appended; readers ignore what they do not know.
"""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.model.source import Entry, Location, SourceMessage
from lsp_judge.model.types import JsonValue
from lsp_judge.model.verdict import Mode, Verdict

REPORT_VERSION = 1


class CaseVerdict(Struct, frozen=True, kw_only=True):
    """One case in one mode.

    `expected` and `actual`: the JSON value for function cases, the text for stdio cases, None
    where there is none, and for long answers that are right. `file` and `line` (from 1) say
    where the case was written. `message` reads like `case 2: expected [0,1], got [1,0]`; AC has
    none as a rule. `at` is the place in the solution that the message is about (a trap's line),
    None: the case's own place or the entry. `detail` is the full text of a trap, panic or
    traceback. `unsure`: a WA that may be right, because the statement accepts several answers and
    nothing here can tell; it is shown as a warning. `refused`: the system calls that the sandbox
    refused, as `openat "/etc/passwd"`; the message names them, that of an AC as well.
    `handling_ns`: what decoding the arguments and encoding the result took besides, 0: not known.
    """

    id: str
    verdict: Verdict
    duration_ns: int = 0
    memory_bytes: int = 0
    expected: JsonValue = None
    actual: JsonValue = None
    message: str = ""
    stdout: str = ""
    stderr: str = ""
    file: str = ""
    line: int = 0
    at: Location | None = None
    detail: str = ""
    location: Location | None = None
    unsure: bool = False
    refused: tuple[str, ...] = ()
    handling_ns: int = 0


class Judgement(Struct, frozen=True, kw_only=True):
    """All verdicts of one solution in one mode.

    `verdict` is AC, or that of the first case that is not; CE where the build failed, IE
    where our environment did (then `error` says what to do). `degraded_from` names the mode
    that was asked for where this one took over, `degraded_why` the reason. `messages` are
    the compiler's, warnings included. `run_ms` is the wall clock of all the cases. `final` is
    False while better timings are still to come: the verdicts hold, the durations do not count.
    `sanitized`: the cases ran under sanitizers, so that durations and memory mean nothing.
    """

    mode: Mode
    verdict: Verdict
    passed: int = 0
    total: int = 0
    build_ms: float = 0.0
    run_ms: float = 0.0
    isolation: str = ""
    degraded_from: Mode | None = None
    degraded_why: str | None = None
    error: str | None = None
    cases: tuple[CaseVerdict, ...] = ()
    messages: tuple[SourceMessage, ...] = ()
    cached_build: bool = False
    final: bool = True
    sanitized: bool = False


class Disagreement(Struct, frozen=True, kw_only=True):
    """A case on which the modes differ (`DIFF`): in verdict or in answer."""

    case: str
    wasm: str
    native: str
    message: str


class Report(Struct, frozen=True, kw_only=True):
    """The judgements of one solution over all modes.

    `problem` and `entry` are empty where none was found; `messages` are findings that belong
    to no mode (no entry, a signature that cannot be read, cases that do not fit). `trusted` is
    False where the folder is not: then there is wasm alone, and no validator of a package's own.
    """

    file: str
    language: str
    problem: str = ""
    entry: str = ""
    judgements: tuple[Judgement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    messages: tuple[SourceMessage, ...] = ()
    entry_at: Entry | None = None
    trusted: bool = True


class RunOutput(Struct, frozen=True, kw_only=True):
    """The whole document that `run --format json` prints."""

    version: int = REPORT_VERSION
    reports: tuple[Report, ...] = ()


class BenchResult(Struct, frozen=True, kw_only=True):
    """Statistics of repeated calls of one case in one mode, in ns; `samples` are all durations."""

    mode: Mode
    case: str
    iterations: int
    min_ns: int
    median_ns: int
    mean_ns: int
    max_ns: int
    p95_ns: int
    samples: tuple[int, ...] = ()
