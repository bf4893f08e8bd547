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
import time
from typing import NoReturn

from lsp_judge.worker.capture import Stream
from lsp_judge.worker.executor import Cases
from lsp_judge.worker.filters import FILTER_DESCRIPTOR, PROGRAM_DESCRIPTOR
from lsp_judge.worker.sandbox import Sandbox
from lsp_judge.worker.wire import Code, Job, Record


class ProgramExecutor:
    """One executable, started once a case."""

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
        start = time.monotonic_ns()
        pid = self._start()
        timed_out = self._wait(pid)
        _, status, usage = os.wait4(pid, 0)
        wall_ns = time.monotonic_ns() - start
        record = Record(index, Code.RETURNED, wall_ns, wall_ns)
        record.cpu_ns = int((usage.ru_utime + usage.ru_stime) * 1e9)
        record.memory_bytes = self._peak(usage.ru_maxrss * 1024)
        record.output = self._stdout.take(self._job.limits.output_bytes)
        record.stderr = self._stderr.take()
        _conclude(record, os.waitstatus_to_exitcode(status), timed_out)
        return record

    def _peak(self, child_bytes: int) -> int:
        """The program's peak, 0 where it is hidden: the kernel counts the child from the fork on,
        so that a program smaller than this worker cannot be told from it."""
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return child_bytes if child_bytes > own else 0

    def _wait(self, pid: int) -> bool:
        """Wait for the end of `pid`; True where its time was over (it is killed then).

        The deadline of the server is what counts: it knows of other work on the machine.
        This one, far behind it, only makes sure that a worker ends by itself.
        """
        descriptor = os.pidfd_open(pid)
        try:
            poll = select.poll()
            poll.register(descriptor, select.POLLIN)
            if poll.poll(self._job.limits.wall_ms * 20 + 60_000):
                return False
            os.kill(pid, signal.SIGKILL)
            return True
        finally:
            os.close(descriptor)

    def _start(self) -> int:
        """Start the program; the process id. Its files may not grow beyond the output limit: that
        is set here for a moment, for this process writes inputs, which may be longer."""
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._job.limits.output_bytes, hard))
        try:
            if self._job.helper and self._sandbox.filters is not None:
                return self._launch()
            pid = os.fork()
            if pid == 0:
                self._execute()
            return pid
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    def _launch(self) -> int:
        """Both descriptors are inherited by the launcher, which closes them on its own exec."""
        places = (PROGRAM_DESCRIPTOR, FILTER_DESCRIPTOR)
        same = [(os.POSIX_SPAWN_DUP2, place, place) for place in places]
        return os.posix_spawn(self._job.helper, ["launcher"], {}, file_actions=same)

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
