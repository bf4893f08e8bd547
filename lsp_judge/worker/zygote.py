"""The zygote: a small single-threaded process that forks workers on request.

Started once by exec, with cffi and wasmtime imported and the filters built, so that a worker
is ready in a few milliseconds. It owns every worker: it reaps them, and ends them all when
its own parent goes away.

    python -m lsp_judge.worker.zygote FD     FD: one end of a SOCK_SEQPACKET pair
"""

from __future__ import annotations

import array
import contextlib
import os
import resource
import select
import signal
import socket
import sys
from collections.abc import Callable

import msgspec

from lsp_judge.worker.child import flush_and_exit, run_compile, run_worker
from lsp_judge.worker.engine import WORKER_STACK_BYTES
from lsp_judge.worker.plugin import declared
from lsp_judge.worker.sandbox import Sandbox
from lsp_judge.worker.script_native import warm
from lsp_judge.worker.watched import Watched
from lsp_judge.worker.wire import PROGRAMS, Ended, Job, Kill, Ready, Reply, Request, Start

_LARGEST_REQUEST = 1 << 20
_MOST_DESCRIPTORS = 5
_OUTPUTS = 1  # the place of the output region among a job's descriptors
_RAISED = "LSP_JUDGE_STACK_RAISED"


class Zygote:
    """The loop over the server's socket, the pipe that SIGCHLD writes to, and the listeners of
    the workers' filters."""

    def __init__(self, control: socket.socket, sandbox: Sandbox) -> None:
        self._control = control
        self._sandbox = sandbox
        self._workers: dict[int, int] = {}  # process id -> job id
        self._watched: dict[int, Watched] = {}  # by process id
        self._poll = select.poll()
        self._decode = msgspec.msgpack.Decoder(Request).decode
        self._encode = msgspec.msgpack.Encoder().encode

    def serve(self) -> None:
        """Until the server closes its end; then every worker is ended and waited for."""
        woken, wake = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self._reply(Ready(self._sandbox.layers, self._sandbox.missing))
        _warm()
        self._poll.register(self._control, select.POLLIN)
        self._poll.register(woken, select.POLLIN)
        while True:
            ready = {descriptor for descriptor, _ in self._poll.poll()}
            self._answer(ready)
            if woken in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(woken, 4096)
                self._reap()
            if self._control.fileno() in ready and not self._request():
                break
        self._end_all()

    def _answer(self, ready: set[int]) -> None:
        """Hear the workers that wait for an answer: before their ends, which come after it."""
        for watched in [each for each in self._watched.values() if each.descriptor in ready]:
            before = watched.descriptor
            watched.hear()
            if watched.descriptor != before:
                assert before is not None
                self._poll.unregister(before)
                if watched.descriptor is not None:
                    self._poll.register(watched.descriptor, select.POLLIN)

    def _request(self) -> bool:
        space = socket.CMSG_SPACE(_MOST_DESCRIPTORS * array.array("i").itemsize)
        data, ancillary, _, _ = self._control.recvmsg(_LARGEST_REQUEST, space)
        if not data:
            return False
        descriptors = array.array("i")
        for level, kind, payload in ancillary:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                descriptors.frombytes(payload)
        request = self._decode(data)
        if isinstance(request, Start):
            self._start(request, list(descriptors))
        elif isinstance(request, Kill):
            self._kill(request.id)
        for descriptor in descriptors:
            os.close(descriptor)
        return True

    def _start(self, request: Start, descriptors: list[int]) -> None:
        watched = None if request.job is None else self._watch(request.id, request.job, descriptors)
        pid = os.fork()
        if pid == 0:
            theirs = [watched.theirs.fileno()] if watched is not None else []
            self._become_worker(request, [*descriptors, *theirs])
        self._workers[pid] = request.id
        if watched is not None and watched.descriptor is not None:
            watched.theirs.close()
            self._watched[pid] = watched
            self._poll.register(watched.descriptor, select.POLLIN)

    def _watch(self, number: int, job: Job, descriptors: list[int]) -> Watched | None:
        """None where the filter asks nobody, and for programs, after which their worker looks."""
        filters = self._sandbox.filters
        if filters is None or not filters.asks or job.kind in PROGRAMS:
            return None
        return Watched(number, job, descriptors[_OUTPUTS], filters.calls, self._reply)

    def _become_worker(self, request: Start, descriptors: list[int]) -> None:
        status = 1
        try:
            os.setsid()
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            if request.compile is not None:
                status = run_compile(request.compile, descriptors, self._sandbox)
            elif request.job is not None:
                status = run_worker(request.job, descriptors, self._sandbox)
        finally:
            flush_and_exit(status)

    def _forget(self, pid: int) -> None:
        watched = self._watched.pop(pid, None)
        if watched is not None:
            if watched.descriptor is not None:
                self._poll.unregister(watched.descriptor)
            watched.close()

    def _kill(self, job_id: int) -> None:
        for pid, worker in self._workers.items():
            if worker == job_id:
                _kill_group(pid)

    def _reap(self) -> None:
        while self._workers:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            job_id = self._workers.pop(pid, None)
            self._forget(pid)
            if job_id is not None:
                code = os.waitstatus_to_exitcode(status)
                self._reply(Ended(job_id, code, usage.ru_maxrss * 1024))

    def _end_all(self) -> None:
        for pid in self._workers:
            _kill_group(pid)
        for pid in self._workers:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)

    def _reply(self, reply: Reply) -> None:
        # The server may be gone already: the loop sees the end of the socket next.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._control.send(self._encode(reply))


def _warm() -> None:
    """What would cost each worker many milliseconds, done once for all of them."""
    from lsp_judge.worker.engine import pooled_engine
    from lsp_judge.worker.instance import declared_api
    from lsp_judge.worker.wasm_module import ReactorExecutor  # noqa: F401

    warm()
    declared()
    declared_api()
    for baseline in (False, True):
        pooled_engine(baseline=baseline)


def _kill_group(pid: int) -> None:
    """The worker and what it forked; the worker alone while it has not made its session yet."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _raise_stack() -> None:
    """Deep recursion is normal for solutions. The main thread's stack is laid out at exec, so
    the limit has to stand before: set it and start over, once."""
    soft, hard = resource.getrlimit(resource.RLIMIT_STACK)
    if _RAISED in os.environ or (soft != resource.RLIM_INFINITY and soft >= WORKER_STACK_BYTES):
        return
    wanted = WORKER_STACK_BYTES if hard == resource.RLIM_INFINITY else min(WORKER_STACK_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_STACK, (wanted, hard))
    os.environ[_RAISED] = "1"
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def main(sandbox: Callable[[], Sandbox] = Sandbox) -> None:
    """`sandbox` makes the layers; the last argument is the socket."""
    _raise_stack()
    import wasmtime  # noqa: F401  (so that workers find it imported)

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[-1])) as control:
        Zygote(control, sandbox()).serve()


if __name__ == "__main__":
    main()
