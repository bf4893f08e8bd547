"""Runs a stdio solution natively: a static executable, a fresh process for every case.

The worker itself runs nothing of the user's. It starts the launcher, which puts on the filter
and executes the program from a descriptor that closes on exec; the filter allows that one call
alone, and a static program needs no file to start. Where no launcher could be built the worker
forks and its child does the same, five times slower.
"""

from __future__ import annotations

import os
import resource
import select
import signal
import socket
import time
from typing import ClassVar, NoReturn

from lsp_judge.worker.capture import Stream
from lsp_judge.worker.executor import Cases
from lsp_judge.worker.filters import (
    FILTER_DESCRIPTOR,
    PROGRAM_DESCRIPTOR,
    WATCHER_DESCRIPTOR,
)
from lsp_judge.worker.notify import Watch
from lsp_judge.worker.sandbox import Sandbox
from lsp_judge.worker.watched import receive_listener
from lsp_judge.worker.wire import Code, Job, Record

_MOST_TOLD = 16


class ProgramExecutor:
    """One executable, started once a case. `reads_files`: it may, as sanitizers have to."""

    reads_files: ClassVar[bool] = False

    def __init__(self, job: Job, stdout: Stream, stderr: Stream, sandbox: Sandbox) -> None:
        self._job = job
        self._stdout, self._stderr = stdout, stderr
        self._sandbox = sandbox

    def load(self) -> None:
        file = os.open(self._job.path, os.O_RDONLY | os.O_CLOEXEC)
        os.dup2(file, PROGRAM_DESCRIPTOR, inheritable=False)
        os.close(file)
        if self._sandbox.filters is not None:
            self._keep_filter(self._sandbox.filters.program)

    @staticmethod
    def _keep_filter(program: bytes) -> None:
        """Where the launcher finds it; sealed by being opened again for reading only."""
        file = os.memfd_create("judge-filter", os.MFD_CLOEXEC)
        os.write(file, program)
        reading = os.open(f"/proc/self/fd/{file}", os.O_RDONLY | os.O_CLOEXEC)
        os.dup2(reading, FILTER_DESCRIPTOR, inheritable=False)
        os.close(file)
        os.close(reading)

    def run(self, cases: Cases) -> None:
        while (index := cases.next_index()) is not None:
            data = cases.input(index)
            self._give_stdin(data)
            cases.begin(index)
            cases.finish(self._case(index))

    @staticmethod
    def _give_stdin(data: memoryview) -> None:
        """A fresh memory file as descriptor 0: a program may seek in it, or write."""
        file = os.memfd_create("judge-stdin", os.MFD_CLOEXEC)
        while data:
            data = data[os.write(file, data) :]
        os.lseek(file, 0, os.SEEK_SET)
        os.dup2(file, 0, inheritable=True)
        os.close(file)

    def _case(self, index: int) -> Record:
        record = Record(index, Code.RETURNED)
        start = time.monotonic_ns()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with ours:
            with theirs:
                pid = self._start(theirs)
            watch = self._watch(ours, record)
        timed_out = self._wait(pid, watch)
        _, status, usage = os.wait4(pid, 0)
        record.duration_ns = record.wall_ns = time.monotonic_ns() - start
        record.cpu_ns = int((usage.ru_utime + usage.ru_stime) * 1e9)
        record.memory_bytes = self._peak(usage.ru_maxrss * 1024)
        if watch is not None:
            record.memory_bytes = watch.peak_bytes or record.memory_bytes
            watch.close()
        record.output = self._stdout.take(self._job.limits.output_bytes)
        record.stderr = self._stderr.take()
        _conclude(record, os.waitstatus_to_exitcode(status), timed_out)
        return record

    def _watch(self, ours: socket.socket, record: Record) -> Watch | None:
        """Waits until the program has put on its filter."""
        filters = self._sandbox.filters
        listener = receive_listener(ours) if filters is not None and filters.asks else None
        if filters is None or listener is None:
            return None

        def say(call: str) -> None:
            if call not in record.refused and len(record.refused) < _MOST_TOLD:
                record.refused.append(call)

        threads = self._job.limits.threads
        return Watch(listener, filters.calls, threads=threads, say=say, reading=self.reads_files)

    def _peak(self, child_bytes: int) -> int:
        """The program's peak where nobody saw it leave, 0 where that hides it: the kernel counts
        the child from the fork on, so that a program smaller than this worker cannot be told
        from it."""
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return child_bytes if child_bytes > own else 0

    def _wait(self, pid: int, watch: Watch | None) -> bool:
        """Wait for the end of `pid`, and answer its calls meanwhile; True where its time was over
        (it is killed then).

        The deadline of the server is what counts: it knows of other work on the machine.
        This one, far behind it, only makes sure that a worker ends by itself.
        """
        end = time.monotonic() + self._job.limits.wall_ms / 50 + 60
        descriptor = os.pidfd_open(pid)
        try:
            poll = select.poll()
            poll.register(descriptor, select.POLLIN)
            if watch is not None:
                poll.register(watch.listener, select.POLLIN)
            while ready := poll.poll(max(0.0, end - time.monotonic()) * 1000):
                if descriptor in (each for each, _ in ready):
                    return False
                if watch is not None and not watch.answer():
                    poll.unregister(watch.listener)
            os.kill(pid, signal.SIGKILL)
            return True
        finally:
            os.close(descriptor)

    def _start(self, watcher: socket.socket) -> int:
        """Start the program, which hands its listener to `watcher`; the process id. Its files may
        not grow beyond the output limit: that is set here for a moment, for this process writes
        inputs, which may be longer."""
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._job.limits.output_bytes, hard))
        try:
            if self._job.helper and self._sandbox.filters is not None:
                return self._launch(watcher)
            pid = os.fork()
            if pid == 0:
                os.dup2(watcher.fileno(), WATCHER_DESCRIPTOR, inheritable=False)
                self._execute()
            return pid
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    def _launch(self, watcher: socket.socket) -> int:
        """The descriptors are inherited by the launcher, which closes them on its own exec."""
        given = [
            (os.POSIX_SPAWN_DUP2, PROGRAM_DESCRIPTOR, PROGRAM_DESCRIPTOR),
            (os.POSIX_SPAWN_DUP2, FILTER_DESCRIPTOR, FILTER_DESCRIPTOR),
            (os.POSIX_SPAWN_DUP2, watcher.fileno(), WATCHER_DESCRIPTOR),
        ]
        asks = self._sandbox.filters is not None and self._sandbox.filters.asks
        arguments = ["launcher", "asks"] if asks else ["launcher"]
        return os.posix_spawn(self._job.helper, arguments, {}, file_actions=given)

    def _execute(self) -> NoReturn:
        """In the child: never returns."""
        try:
            self._sandbox.follow_parent()
            if self._sandbox.filters is not None:
                self._sandbox.close(self._sandbox.filters.program)
            os.execve(PROGRAM_DESCRIPTOR, ["solution"], {})
        finally:
            os._exit(126)


def _conclude(record: Record, status: int, timed_out: bool) -> None:
    if timed_out:
        record.code = Code.TIMED_OUT
    elif status == -signal.SIGXFSZ:
        record.code = Code.OUTPUT_TOO_LONG
    elif status < 0:
        record.code, record.status = Code.SIGNALLED, -status
    elif status > 0:
        record.code, record.status = Code.EXITED, status
