"""The server's end of the zygote: starts it, asks it for workers, hears of their ends."""

from __future__ import annotations

import array
import asyncio
import contextlib
import os
import socket
import sys
from collections.abc import Callable, Sequence

import msgspec

from lsp_judge.model.errors import WorkerLost
from lsp_judge.worker.wire import (
    CompileJob,
    Ended,
    Job,
    Kill,
    Phase,
    Ready,
    Refused,
    Reply,
    Request,
    Start,
)

_LARGEST_REPLY = 1 << 16
_LONGEST_FAILURE = 4000
_DEAD_ZYGOTE = "the process that starts workers died"


class Worker:
    """A worker that was asked for. `ended` is set by its end, or fails with WorkerLost."""

    def __init__(self, job_id: int, zygote: Zygote, bell: int, on_bell: Callable[[], None]) -> None:
        self.id = job_id
        self.ended: asyncio.Future[Ended] = asyncio.get_running_loop().create_future()
        self._zygote = zygote
        self._bell = bell
        self._phase = Phase.STARTING
        self._failure: bytearray | None = None  # from its first byte on
        self._refused: dict[int, list[str]] = {}
        self._on_bell = on_bell
        asyncio.get_running_loop().add_reader(bell, self._ring)

    def _ring(self) -> None:
        with contextlib.suppress(BlockingIOError):
            data = os.read(self._bell, 65536)
            if not data:  # the worker's end is closed: nothing more can be heard
                asyncio.get_running_loop().remove_reader(self._bell)
            self._take(data)
        self._on_bell()

    def _take(self, data: bytes) -> None:
        """A solution may write there without end: no more is kept than what is needed."""
        if self._failure is None:
            rings, zero, data = data.partition(b"\0")
            said = [phase for phase in Phase if phase > self._phase and phase in rings]
            self._phase = max(said, default=self._phase)
            if not zero:
                return
            self._failure = bytearray()
        self._failure += data[: _LONGEST_FAILURE - len(self._failure)]

    def finish(self, ended: Ended) -> None:
        """Called by the zygote's client when the worker was reaped."""
        if not self.ended.done():
            self.ended.set_result(ended)
        self._on_bell()

    def lose(self, error: Exception) -> None:
        if not self.ended.done():
            self.ended.set_exception(error)
            self.ended.exception()  # heard or not, it is not an error of the loop's
        self._on_bell()

    def refuse(self, refused: Refused) -> None:
        """Called by the zygote's client when it hears of a refused system call."""
        self._refused.setdefault(refused.case, []).append(refused.call)

    def refused(self, case: int) -> list[str]:
        """What was refused to a case so far (-1: outside of all cases), as `Record.refused`. The
        zygote speaks before the call returns, so all of a case that has ended is known."""
        self._zygote.hear()
        return self.heard(case)

    def heard(self, case: int) -> list[str]:
        """As `refused`, of what was heard already: for the many records of one look."""
        return self._refused.get(case, [])

    def kill(self) -> None:
        self._zygote.kill(self.id)

    def phase(self) -> Phase:
        """How far the worker is. A solution may say more there, but not less."""
        self._hear_all()
        return self._phase

    def _hear_all(self) -> None:
        with contextlib.suppress(BlockingIOError, OSError):
            while data := os.read(self._bell, 65536):
                self._take(data)

    def failure(self) -> str:
        """The text that the worker left when it could not go on, else an empty one."""
        self._hear_all()
        return (self._failure or b"").decode("utf-8", "replace")

    async def stop(self) -> None:
        """Kill it if it still runs, wait for its end, give back its descriptor."""
        if not self.ended.done():
            self.kill()
            with contextlib.suppress(WorkerLost):
                await asyncio.shield(self.ended)
        asyncio.get_running_loop().remove_reader(self._bell)
        os.close(self._bell)


class Zygote:
    """Starts the process when it is first needed, and again when it died. `program`: what Python
    is to run, given the number of the socket as its last argument."""

    def __init__(self, program: Sequence[str] = ("-m", "lsp_judge.worker.zygote")) -> None:
        self._program = program
        self._process: asyncio.subprocess.Process | None = None
        self._control: socket.socket | None = None
        self._workers: dict[int, Worker] = {}
        self._retiring: set[asyncio.Task[None]] = set()
        self._next_id = 1
        self._starting = asyncio.Lock()
        self._ready: asyncio.Future[Ready] | None = None
        self._decode = msgspec.msgpack.Decoder(Reply).decode
        self._encode = msgspec.msgpack.Encoder().encode

    @property
    def process_id(self) -> int | None:
        """None while it does not run."""
        return self._process.pid if self._process is not None else None

    async def start(self) -> Ready:
        """Start the process if it does not run; what its sandbox offers. Raises WorkerLost."""
        async with self._starting:
            if self._control is None:
                await self._spawn()
        assert self._ready is not None
        return await asyncio.shield(self._ready)

    async def _spawn(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        number = theirs.fileno()
        loop = asyncio.get_running_loop()
        command = ["-I", "-X", "utf8", *self._program, str(number)]
        with theirs:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *command, pass_fds=(number,), stdin=asyncio.subprocess.DEVNULL,
                start_new_session=True,
            )  # fmt: skip
        self._ready = loop.create_future()
        self._control = ours
        loop.add_reader(ours, self._receive, ours)

    def hear(self) -> None:
        """Take what the zygote has said so far."""
        while self._control is not None and self._receive(self._control):
            pass

    def _receive(self, control: socket.socket) -> bool:
        """Take one reply; False where there is none."""
        try:
            data = control.recv(_LARGEST_REPLY)
        except BlockingIOError:
            return False
        except OSError:
            data = b""
        if not data:
            self._lost(control)
            return False
        reply = self._decode(data)
        if isinstance(reply, Ready):
            if self._ready is not None and not self._ready.done():
                self._ready.set_result(reply)
        elif isinstance(reply, Refused):
            if (worker := self._workers.get(reply.id)) is not None:
                worker.refuse(reply)
        elif (worker := self._workers.pop(reply.id, None)) is not None:
            worker.finish(reply)
        return True

    def _lost(self, control: socket.socket) -> None:
        asyncio.get_running_loop().remove_reader(control)
        control.close()
        self._control = None
        workers, self._workers = self._workers, {}
        for worker in workers.values():
            worker.lose(WorkerLost(_DEAD_ZYGOTE + "."))
        if self._ready is not None and not self._ready.done():
            self._ready.set_exception(WorkerLost(_DEAD_ZYGOTE + " before it was ready."))
            self._ready.exception()

    async def job(
        self, job: Job, descriptors: Sequence[int], on_bell: Callable[[], None]
    ) -> Worker:
        """Fork a worker for `job`; `descriptors`: inputs, outputs, stdout, stderr."""
        inputs, outputs, stdout, stderr = descriptors
        return await self._ask(
            lambda number: Start(number, job=job),
            lambda bell: (inputs, outputs, bell, stdout, stderr),
            on_bell,
        )

    async def compile(self, job: CompileJob) -> Worker:
        return await self._ask(
            lambda number: Start(number, compile=job), lambda bell: (bell,), lambda: None
        )

    async def _ask(
        self,
        request: Callable[[int], Request],
        descriptors: Callable[[int], Sequence[int]],
        on_bell: Callable[[], None],
    ) -> Worker:
        await self.start()
        ours, theirs = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        number, self._next_id = self._next_id, self._next_id + 1
        worker = Worker(number, self, ours, on_bell)
        self._workers[number] = worker
        try:
            self._send(request(number), descriptors(theirs))
        except WorkerLost as error:
            worker.lose(error)
            await worker.stop()
            raise
        finally:
            os.close(theirs)
        return worker

    def _send(self, request: Request, descriptors: Sequence[int]) -> None:
        if self._control is None:
            raise WorkerLost(_DEAD_ZYGOTE + ".")
        rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
        try:
            self._control.sendmsg([self._encode(request)], rights if descriptors else [])
        except OSError as error:
            # It died and the loop has not heard of it yet: the next one asks a new process.
            self._lost(self._control)
            raise WorkerLost(f"{_DEAD_ZYGOTE}: {error}.") from error

    def retire(self, worker: Worker) -> None:
        """Stop a worker and wait for its end, for which its caller does not."""
        task = asyncio.create_task(worker.stop())
        self._retiring.add(task)
        task.add_done_callback(self._retiring.discard)

    def kill(self, job_id: int) -> None:
        with contextlib.suppress(WorkerLost):  # then it is dead already
            self._send(Kill(job_id), ())

    async def close(self) -> None:
        """End the zygote and all its workers, and wait for its end."""
        if self._control is not None:
            asyncio.get_running_loop().remove_reader(self._control)
            control, self._control = self._control, None
            control.close()
        if self._process is not None:
            process, self._process = self._process, None
            await process.wait()
        for worker in self._workers.values():
            worker.lose(WorkerLost(_DEAD_ZYGOTE + "."))
        self._workers.clear()
        if self._retiring:
            await asyncio.wait(self._retiring)
