"""A worker's whole life, from the fork to its exit."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable

from lsp_judge.worker.capture import Stream, redirect
from lsp_judge.worker.executor import Cases, Executor, GoOn
from lsp_judge.worker.filters import WATCHER_DESCRIPTOR
from lsp_judge.worker.plugin import AbiMismatch, PluginExecutor
from lsp_judge.worker.program import ProgramExecutor
from lsp_judge.worker.region import Inputs, OutputWriter
from lsp_judge.worker.sandbox import Sandbox, limit_compilation, limit_output
from lsp_judge.worker.wire import (
    EXIT_BROKEN,
    EXIT_DONE,
    EXIT_GO_ON,
    PROGRAMS,
    CompileJob,
    Job,
    Phase,
)

# The parent is woken at most this often while cases go by quickly.
_BELL_NS = 25_000_000
_PLACES = _INPUTS, _OUTPUTS, _BELL, _STDOUT, _STDERR, _ = 60, 61, 62, 63, 64, WATCHER_DESCRIPTOR
_MOST_DESCRIPTORS = 4096


def run_worker(job: Job, descriptors: list[int], sandbox: Sandbox) -> int:
    """Run `job` in this (just forked) process; returns the exit status."""
    _keep_only(descriptors)
    stdout, stderr = redirect(1, _STDOUT), redirect(2, _STDERR)
    outputs = OutputWriter(_OUTPUTS)
    cases = Cases(job, Inputs(_INPUTS), outputs, _bell())
    for descriptor in (_INPUTS, _OUTPUTS, _STDOUT, _STDERR):
        os.close(descriptor)
    executor = _executor(job, stdout, stderr, sandbox)
    # CPython's compiled image alone is larger than the memory limit of many a problem.
    image = os.stat(job.helper or job.path).st_size if job.wasm else 0
    sandbox.enter(job.limits, len(job.cases), sanitized=job.sanitized, image_bytes=image)
    gc.disable()  # our own garbage has no cycles; a collection would be timed as the user's
    try:
        return _judge(job, executor, cases, sandbox)
    except GoOn:
        return EXIT_GO_ON
    except AbiMismatch as error:
        return _say(str(error))
    except Exception as error:  # the last place in this process where it can be told
        return _say(f"{type(error).__name__}: {error}")


def _judge(job: Job, executor: Executor, cases: Cases, sandbox: Sandbox) -> int:
    filters = sandbox.filters
    if filters is None and not job.wasm:
        raise OSError("native code cannot be isolated here: there is no seccomp")
    if job.kind in PROGRAMS:
        # What is started wears the filter, not this process, which looks after it in /proc.
        sandbox.restrict_files([job.path, job.helper, "/proc"])
        executor.load()
        _enter(Phase.RUNNING)
        executor.run(cases)
        return EXIT_DONE
    limit_output(job.limits.output_bytes)
    # Beside a script's compiled interpreter are the interpreter's own files.
    beside = os.path.dirname(job.helper) if job.kind == "script" else job.helper
    sandbox.restrict_files([job.path, beside])
    if filters is not None:
        sandbox.close(filters.loading)
    _enter(Phase.LOADING)
    executor.load()
    sandbox.loaded()
    _enter(Phase.RUNNING)
    executor.run(cases)
    return EXIT_DONE


def _executor(job: Job, out: Stream, err: Stream, sandbox: Sandbox) -> Executor:
    if job.kind == "plugin":
        return PluginExecutor(job, out, err)
    if job.kind in PROGRAMS:
        if job.sanitized:
            from lsp_judge.worker.sanitized import SanitizedExecutor

            return SanitizedExecutor(job, out, err, sandbox)
        return ProgramExecutor(job, out, err, sandbox)
    if job.kind == "script" and not job.wasm:
        from lsp_judge.worker.script_native import ScriptExecutor

        return ScriptExecutor(job, out, err)
    if job.kind == "script":
        from lsp_judge.worker.script_wasm import ScriptWasmExecutor

        return ScriptWasmExecutor(job, out, err)
    from lsp_judge.worker.wasm_module import CommandExecutor, ReactorExecutor

    return (ReactorExecutor if job.kind == "reactor" else CommandExecutor)(job, out, err)


def _enter(phase: Phase) -> None:
    with contextlib.suppress(BlockingIOError):  # full: by what the solution wrote there itself
        os.write(_BELL, bytes([phase]))


def _say(text: str) -> int:
    """Leave the reason where the zygote looks for it: on the bell, behind its rings."""
    os.write(_BELL, b"\0" + text.encode("utf-8", "replace")[:4000])
    return EXIT_BROKEN


def _keep_only(descriptors: list[int]) -> None:
    """Only the descriptors of the job stay, at fixed places; 0 is empty."""
    for place, descriptor in zip(_PLACES, descriptors, strict=False):  # not all are watched
        os.dup2(descriptor, place, inheritable=False)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    low = 3
    for place in (*_PLACES, _MOST_DESCRIPTORS):
        os.closerange(low, place)
        low = place + 1


def _bell() -> Callable[[bool], None]:
    """Wakes the parent after a record, but not for each of many quick ones; after the last one
    at once."""
    last = time.monotonic_ns()

    def ring(at_once: bool) -> None:
        nonlocal last
        now = time.monotonic_ns()
        if at_once or now - last > _BELL_NS:
            last = now
            with contextlib.suppress(OSError):  # a full pipe wakes the parent as well
                os.write(_BELL, b"\1")

    return ring


def run_compile(job: CompileJob, descriptors: list[int], sandbox: Sandbox) -> int:
    """Compile wasm to wasmtime's own format; a failure's text goes to the bell."""
    import wasmtime

    from lsp_judge.worker.engine import make_engine

    bell = descriptors[0]
    sandbox.follow_parent()
    limit_compilation()
    sandbox.restrict_files([job.source], [os.path.dirname(job.target)])
    temporary = f"{job.target}.{os.getpid()}"
    try:
        engine = make_engine(baseline=job.baseline)
        with open(job.source, "rb") as source:
            module = wasmtime.Module(engine, source.read())
        with open(temporary, "wb") as target:
            target.write(module.serialize())
        os.replace(temporary, job.target)
    except (wasmtime.WasmtimeError, OSError) as error:
        os.write(bell, b"\0" + str(error).encode("utf-8", "replace")[:4000])
        return EXIT_BROKEN
    return EXIT_DONE


def flush_and_exit(status: int) -> None:
    """Leave without running what the parent registered at exit."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)
