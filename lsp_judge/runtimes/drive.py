"""Drives workers through the cases of a run: deadlines, deaths, and on with the next case."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Callable, Sequence

import msgspec

from lsp_judge.model.errors import ArtifactRejected, WorkerLost
from lsp_judge.model.problem import Limits
from lsp_judge.runtimes.base import Quiet
from lsp_judge.runtimes.observe import WHILE_LOADING
from lsp_judge.runtimes.zygote import Worker, Zygote
from lsp_judge.worker.capture import SHOWN_BYTES
from lsp_judge.worker.plugin import MESSAGE_BYTES
from lsp_judge.worker.region import OutputReader, create_inputs, create_outputs
from lsp_judge.worker.wire import (
    EXIT_BROKEN,
    PROGRAMS,
    Code,
    Ended,
    Job,
    JobLimits,
    Phase,
    Record,
)

# Decoding the arguments and encoding the result are not the user's time.
GRACE_MS = 250
# A worker has started by then, on a machine that is busy as well.
_START_MS = 20_000
# Beyond the limit of a case: for the artifact to be loaded and its constructors to run.
_LOAD_MS = 5_000
# Frames, refusals and the like beside output, message and streams.
_RECORD_BYTES = 1 << 20
_LOOK_S = 0.1
_MOST_LOST = 2
_LOADING = "while it was loaded: before its first case"
_HASTY_MS = 500


def job_limits(limits: Limits) -> JobLimits:
    return JobLimits(
        limits.wall_ms, limits.cpu_ms, limits.memory_bytes, limits.output_bytes, limits.threads
    )


class Drive:
    """One run. `template` is the job without its cases; `final` says whether its code's times
    count (`Prepared.final`), `overlaps` whether its worker may end behind it (`RunRequest`)."""

    def __init__(
        self,
        zygote: Zygote,
        template: Job,
        inputs: Sequence[bytes],
        quiet: Quiet,
        progress: Callable[[int], None],
        *,
        final: bool = True,
        overlaps: bool = False,
    ) -> None:
        self._zygote = zygote
        self._overlaps = overlaps
        self._final = final
        self.job = template
        self._inputs = inputs
        self._quiet = quiet
        self._progress = progress
        self._records: dict[int, Record] = {}
        self._unsure: list[int] = []
        self._killed = False

    async def run(self) -> list[Record]:
        """One record a case, in order; none at all where time is over for code not final."""
        with contextlib.ExitStack() as stack:
            inputs = create_inputs(self._inputs)
            stack.callback(os.close, inputs)
            await self._all(inputs, list(range(len(self._inputs))))
            while self._unsure and not self._gives_up():
                # Their time passed while something else of ours ran: once more, alone.
                again, self._unsure = self._unsure, []
                await self._quiet.wait()
                await self._all(inputs, again)
        if self._gives_up():
            return []
        return [self._records[index] for index in range(len(self._inputs))]

    def _gives_up(self) -> bool:
        return not self._final and any(
            record.code is Code.TIMED_OUT or self.over(record) for record in self._records.values()
        )

    async def _all(self, inputs: int, pending: list[int]) -> None:
        lost = 0
        while pending and not self._gives_up():
            try:
                await self._one_worker(inputs, pending)
            except WorkerLost:
                # The zygote died, and not by what is judged: it runs none of it. Or somebody
                # ended a worker.
                lost += 1
                if lost > _MOST_LOST:
                    raise
            left = [
                index
                for index in pending
                if index not in self._records and index not in self._unsure
            ]
            if len(left) == len(pending) and not lost:
                raise WorkerLost("A worker ended without a result.")
            pending = left

    async def _one_worker(self, inputs: int, pending: list[int]) -> None:
        with contextlib.ExitStack() as stack:
            files = [create_outputs(), *(os.memfd_create("judge-stream") for _ in "oe")]
            for file in files:
                stack.callback(os.close, file)
            longest = self.job.limits.output_bytes + MESSAGE_BYTES + 2 * SHOWN_BYTES
            reader = OutputReader(files[0], longest + _RECORD_BYTES)
            stack.callback(reader.close)
            rung = asyncio.Event()
            job = msgspec.structs.replace(self.job, cases=pending)
            worker = await self._zygote.job(job, [inputs, *files], rung.set)
            watch = _Watch(self, worker, reader, rung, files, pending)
            overlaps = False
            try:
                await watch.follow()
                overlaps = self._overlaps
            finally:
                if overlaps:
                    self._zygote.retire(worker)
                else:
                    await worker.stop()

    def take(self, record: Record) -> None:
        """A record that a worker wrote: only indices of this run count."""
        if 0 <= record.index < len(self._inputs):
            self._records[record.index] = record

    def tell(self) -> None:
        """Say how far it is: once for all the records that came together."""
        self._progress(len(self._records))

    def take_timed(self, record: Record, start_ns: int, end_ns: int) -> None:
        """A record whose verdict is its time: kept if that time was quiet, else run again."""
        limit_ns = self.job.limits.wall_ms * 1_000_000
        if self._quiet.quiet_ns(start_ns, end_ns) < limit_ns:
            self._unsure.append(record.index)
        else:
            self.take(record)

    def doubt_kill(self) -> bool:
        """Whether a worker's SIGKILL may be somebody else's doing: the first one of a run is
        tried again, and what is killed twice has brought it upon itself."""
        doubted, self._killed = not self._killed, True
        return doubted

    def over(self, record: Record) -> bool:
        return record.wall_ns > self.job.limits.wall_ms * 1_000_000

    def deadline(self, since_ns: int, more_ms: int = 0) -> float:
        """Seconds left for a case that runs since `since_ns` and may take `more_ms` beyond its
        limit; other work stops the clock."""
        now = time.monotonic_ns()
        limit_ms = self.job.limits.wall_ms + GRACE_MS
        # Code that is not final cannot be out of time: what takes long is left to final code.
        allowed = ((limit_ms if self._final else min(limit_ms, _HASTY_MS)) + more_ms) * 1_000_000
        if self.job.iterations:
            allowed *= self.job.iterations + self.job.warmup + 1
        return (allowed - self._quiet.quiet_ns(since_ns, now)) / 1e9


class _Watch:
    """One worker, from its start to its end."""

    def __init__(
        self,
        drive: Drive,
        worker: Worker,
        reader: OutputReader,
        rung: asyncio.Event,
        files: Sequence[int],
        pending: list[int],
    ) -> None:
        self._drive, self._worker, self._reader = drive, worker, reader
        self._rung, self._files, self._pending = rung, files, pending
        self._begun = time.monotonic_ns()
        self._seen = 0  # when a case was first seen to run since the last record
        self._done: set[int] = set()

    async def follow(self) -> None:
        # A worker rings when a case is done, not when one begins: so look, now and then.
        while not self._worker.ended.done():
            left = self._left()
            if left <= 0:
                await self._time_out()
                return
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(min(left, _LOOK_S)):
                    await self._rung.wait()
            self._rung.clear()
            if not self._read() or not self._undone():
                return  # how it ends is no matter of any case's
        self._end(self._worker.ended.result())

    def _left(self) -> float:
        running = self._reader.running()
        if running is None:
            if self._worker.phase() is not Phase.STARTING:
                return self._drive.deadline(self._begun, _LOAD_MS)
            return (self._begun + _START_MS * 1_000_000 - time.monotonic_ns()) / 1e9
        # Native code can write what it likes there; it cannot have begun after it was seen.
        self._seen = self._seen or time.monotonic_ns()
        return self._drive.deadline(min(running[1], self._seen))

    def _read(self) -> bool:
        """Take the new records; False where they are broken (the worker is not to be believed)."""
        try:
            for number, record in enumerate(self._reader.records()):
                self._done.add(record.index)
                # All of these were written before the first look: hearing once is enough.
                hear = self._worker.heard if number else self._worker.refused
                record.refused += hear(record.index)
                self._begun, self._seen = time.monotonic_ns(), 0
                if record.code is Code.RETURNED and self._drive.over(record):
                    end = time.monotonic_ns()
                    self._drive.take_timed(record, end - record.wall_ns, end)
                else:
                    self._drive.take(record)
        except (msgspec.DecodeError, ValueError) as error:
            text = f"the solution wrote over the judge's memory ({error})"
            for index in self._undone()[:1]:  # the next worker goes on behind it
                refused = self._worker.refused(index)
                self._drive.take(Record(index, Code.BROKEN, message=text, refused=refused))
            return False
        self._drive.tell()
        return True

    def _undone(self) -> list[int]:
        return [index for index in self._pending if index not in self._done]

    async def _time_out(self) -> None:
        running, phase = self._reader.running(), self._worker.phase()
        self._worker.kill()
        await asyncio.shield(self._worker.ended)
        now = time.monotonic_ns()
        if not self._read():
            return
        undone = self._undone()
        if not undone or self._is_done(running):
            return  # it was finished in the same moment
        if phase is Phase.STARTING and running is None:
            raise WorkerLost("A worker did not start in time.")
        if running is None and phase is Phase.LOADING:
            self._all_of(undone, Record(-1, Code.TIMED_OUT, status=WHILE_LOADING))
            return
        # Cases run in order: it is the first one, whatever the header says by now.
        record = self._with_streams(Record(undone[0], Code.TIMED_OUT))
        record.wall_ns = now - self._begun
        record.refused = self._worker.refused(record.index)
        self._drive.take(record)

    def _all_of(self, undone: list[int], record: Record) -> None:
        """What ends the loading of an artifact ends all of its cases."""
        record.refused = self._worker.refused(-1)
        for index in undone:
            self._drive.take(msgspec.structs.replace(record, index=index))

    def _with_streams(self, record: Record) -> Record:
        record.stdout, record.stderr = (os.pread(file, SHOWN_BYTES, 0) for file in self._files[1:])
        return record

    def _end(self, ended: Ended) -> None:
        if not self._read():
            return
        running, phase, undone = self._reader.running(), self._worker.phase(), self._undone()
        if not undone or (running is None and self._has_gone_on()) or self._is_done(running):
            return  # none of the cases to come is to blame: they run afresh
        if ended.status == -signal.SIGKILL and self._drive.doubt_kill():
            raise WorkerLost("A worker was killed.")
        failure = self._worker.failure() if ended.status == EXIT_BROKEN else ""
        if failure and not self._could_forge(phase):
            raise ArtifactRejected(f"The artifact was rejected: {failure}.")
        if running is None and phase is Phase.LOADING:
            self._death_of_all(ended, undone, failure)
        else:
            self._death(ended, undone[0])

    def _has_gone_on(self) -> bool:
        """Whether a case that was to be run is done: who claims another one gains nothing."""
        return len(self._undone()) < len(self._pending)

    def _is_done(self, running: tuple[int, int] | None) -> bool:
        return running is not None and running[0] in self._done and self._has_gone_on()

    def _could_forge(self, phase: Phase) -> bool:
        """Whether code of the user's ran in the worker itself, and can have said what it heard."""
        job = self._drive.job
        if job.wasm or job.kind in PROGRAMS:
            return False
        return phase is Phase.RUNNING or (job.kind == "plugin" and phase is Phase.LOADING)

    def _death(self, ended: Ended, index: int) -> None:
        """The worker died by the case that it ran; the next one goes on behind it."""
        record = self._dead(ended, index)
        record.refused = self._worker.refused(index)
        self._drive.take(record)

    def _death_of_all(self, ended: Ended, undone: list[int], failure: str) -> None:
        """The worker died by what it loaded; `failure` is what the loader said."""
        record = self._dead(ended, undone[0])
        if ended.status >= 0:
            record.message = f"the process exited with status {ended.status}, {_LOADING}"
        if failure:
            record.message = f"it could not be loaded: {failure}"
        self._all_of(undone, record)

    def _dead(self, ended: Ended, index: int) -> Record:
        if ended.status < 0:
            record = Record(index, Code.SIGNALLED, status=-ended.status)
        else:
            record = Record(index, Code.EXITED, status=ended.status)
            record.message = f"the process exited with status {ended.status} before it answered"
        # Of wasm the process holds the compiled code too, and of Python the whole interpreter; its
        # limit is kept by wasmtime.
        record.memory_bytes = 0 if self._drive.job.wasm else ended.peak_bytes
        return self._with_streams(record)
