"""The zygote's side of its workers' filters: takes their listeners, tells what was refused."""

from __future__ import annotations

import array
import contextlib
import os
import socket
from collections.abc import Callable

from lsp_judge.worker.filters import Calls
from lsp_judge.worker.notify import Watch
from lsp_judge.worker.region import case_that_runs
from lsp_judge.worker.wire import Job, Refused

# A solution may try the same thing a million times: it is told once a case, and not for ever.
_MOST_TOLD = 64


class Watched:
    """One worker. `descriptor` is what has to be polled: the socket on which the listener comes,
    then the listener itself; None when there is nothing more to hear."""

    def __init__(
        self, job_id: int, job: Job, outputs: int, calls: Calls, tell: Callable[[Refused], None]
    ) -> None:
        """`theirs` is the worker's end of the socket, to be closed here once it is forked."""
        self._ours, self.theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._id, self._job, self._calls, self._tell = job_id, job, calls, tell
        self._outputs = os.dup(outputs)
        self._watch: Watch | None = None
        self._told: set[tuple[int, str]] = set()
        self.descriptor: int | None = self._ours.fileno()

    def hear(self) -> None:
        """To be called when `descriptor` is readable."""
        if self._watch is None:
            self._take_listener()
        elif not self._watch.answer():
            self.descriptor = None

    def _take_listener(self) -> None:
        listener = receive_listener(self._ours)
        self.descriptor = listener
        if listener is not None:
            self._watch = Watch(
                listener,
                self._calls,
                threads=self._job.limits.threads,
                say=self._refused,
                reading=True,
                until_loaded=True,
            )

    def _refused(self, call: str) -> None:
        told = (case_that_runs(self._outputs), call)
        if told not in self._told and len(self._told) < _MOST_TOLD:
            self._told.add(told)
            self._tell(Refused(self._id, *told))

    def close(self) -> None:
        self.descriptor = None
        self._ours.close()
        self.theirs.close()
        os.close(self._outputs)
        if self._watch is not None:
            self._watch.close()


def receive_listener(end: socket.socket) -> int | None:
    """The listener that a process hands over; None where it ended before it did."""
    space = socket.CMSG_SPACE(array.array("i").itemsize)
    descriptors = array.array("i")
    with contextlib.suppress(ConnectionResetError):
        _, ancillary, _, _ = end.recvmsg(1, space)
        for level, kind, payload in ancillary:
            if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
                descriptors.frombytes(payload)
    if not descriptors:
        return None
    os.set_inheritable(descriptors[0], False)
    return descriptors[0]
