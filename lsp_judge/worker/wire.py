"""What crosses between the server, the zygote and its workers: plain MessagePack.

Everything that comes from a worker is untrusted: the other side decodes it into these
Structs, and what does not decode is a broken worker.
"""

from __future__ import annotations

from enum import IntEnum

from msgspec import Struct


class Code(IntEnum):
    """How a case ended, as the worker saw it."""

    RETURNED = 0
    FAILED = 1  # panic, exception, trap: `message` has the text
    BAD_INPUT = 2  # the guest could not decode the arguments
    OUT_OF_MEMORY = 3
    EXITED = 4  # a stdio program's exit status other than 0: `status`
    SIGNALLED = 5  # `status` is the signal's number
    TIMED_OUT = 6
    OUTPUT_TOO_LONG = 7
    BROKEN = 8  # the artifact broke the ABI: `message` says how


class WireFrame(Struct, frozen=True, array_like=True):
    """A stack frame, innermost first; lines and columns from 1, 0: unknown."""

    function: str
    file: str
    line: int
    column: int


class Record(Struct, array_like=True):
    """What a worker saw of one case. Durations and times in ns, memory in bytes.

    `duration_ns` is the user's code alone, `wall_ns` and `cpu_ns` the whole case, `handling_ns`
    what the artifact itself took to decode arguments and encode results (0: not known). `refused`
    are the system calls that the sandbox refused, each once, as `openat "/etc/passwd"`.
    """

    index: int
    code: Code
    duration_ns: int = 0
    wall_ns: int = 0
    cpu_ns: int = 0
    memory_bytes: int = 0
    status: int = 0
    output: bytes = b""
    message: str = ""
    stdout: bytes = b""
    stderr: bytes = b""
    frames: list[WireFrame] = []
    refused: list[str] = []
    handling_ns: int = 0


class JobLimits(Struct, frozen=True, array_like=True):
    """The limits of one case (`Limits`), as numbers."""

    wall_ms: int
    cpu_ms: int
    memory_bytes: int
    output_bytes: int
    threads: int


class Job(Struct, frozen=True):
    """One worker's work: run the cases `cases` (indices into the input region), in order.

    `kind` is an `ArtifactKind` value, with `wasm` telling the modes apart for scripts.
    `helper` is the compiled interpreter of a wasm script, or the launcher of a program. With
    `iterations` above 0 the one case is benchmarked: the output is a MessagePack array of
    durations in ns. A `sanitized` program reserves terabytes of addresses: it keeps the limit
    of its memory itself.
    """

    kind: str
    wasm: bool
    path: str
    limits: JobLimits
    cases: list[int]
    helper: str = ""
    iterations: int = 0
    warmup: int = 0
    sanitized: bool = False


class CompileJob(Struct, frozen=True):
    """Compile a wasm file to wasmtime's own format: `target` is written whole, or not at all.

    `baseline` asks for Winch (quick to compile, slower code) instead of Cranelift.
    """

    source: str
    target: str
    baseline: bool


class Start(Struct, frozen=True, tag="start"):
    """Server to zygote: fork a worker for `job`, or compile.

    Descriptors of a job: input region, output region, bell, stdout, stderr; of a compilation:
    bell. On the bell, byte 1 says that there are new records, byte 0 begins a failure's text.
    """

    id: int
    job: Job | None = None
    compile: CompileJob | None = None


class Kill(Struct, frozen=True, tag="kill"):
    id: int


class Ended(Struct, frozen=True, tag="ended"):
    """Zygote to server: a worker's end. `status` as `os.waitstatus_to_exitcode` gives it.

    `peak_bytes` is the worker's highest resident memory, the zygote's own part included.
    """

    id: int
    status: int
    peak_bytes: int = 0


class Refused(Struct, frozen=True, tag="refused"):
    """Zygote to server: a system call of a worker's was refused, before that call returns.

    `case` is the index of the case that ran, -1 between cases; `call` as in `Record.refused`.
    """

    id: int
    case: int
    call: str


class Ready(Struct, frozen=True, tag="ready"):
    """Zygote to server, once: what the sandbox offers here (`layers` that hold, and `missing`)."""

    layers: list[str]
    missing: list[str]


Request = Start | Kill
Reply = Ended | Ready | Refused

# Kinds of artifacts that are started as programs of their own, inside of a worker.
PROGRAMS = ("executable", "driver")

# Exit statuses of a worker that are part of the protocol.
EXIT_DONE = 0
EXIT_GO_ON = 40  # in a fresh worker, with the cases that are left
EXIT_BROKEN = 41
