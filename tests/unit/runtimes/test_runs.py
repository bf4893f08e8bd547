"""What a run observes of artifacts that behave in every way, in both modes, in real workers."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import msgspec
import psutil
import pytest

from lsp_judge.judging.activity import Activity
from lsp_judge.model.build import Artifact, ArtifactKind
from lsp_judge.model.errors import ArtifactRejected
from lsp_judge.model.outcome import (
    Observation,
    OutOfMemory,
    OutputTooLong,
    Returned,
    Signalled,
    TimedOut,
    Trapped,
)
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import RunRequest, Runtime
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.wasm import WasmRuntime
from lsp_judge.runtimes.zygote import Zygote

SOURCE = Path(__file__).with_name("behaviours.c")
LIMITS = Limits(wall_ms=400, cpu_ms=400, memory_bytes=64 << 20, output_bytes=1 << 20)
LOOP, TRAP, EXIT, PRINT, FLOOD, OPEN, HOG, FAR, STATUS, MESSAGE, COUNT, EXIT_42, EXIT_40 = range(
    1, 14
)


class Bench:
    """Both runtimes on one zygote, and the artifact of `behaviours.c` for either."""

    def __init__(self, zygote: Zygote, folder: Path, zig: Sequence[str], cc: Sequence[str]) -> None:
        self.zygote = zygote
        self.folder = folder
        self._commands = {
            Mode.WASM: (*zig, "cc", "-target", "wasm32-wasi", "-mexec-model=reactor", "-g"),
            Mode.NATIVE: (*cc, "-shared", "-fPIC"),
        }

    def runtime(self, mode: Mode) -> Runtime:
        if mode is Mode.NATIVE:
            return NativeRuntime(self.zygote, self._no_launcher)
        return WasmRuntime(self.zygote, self.folder / "compiled", self._no_image)

    async def _no_launcher(self) -> Path | None:
        return None

    async def _no_image(self) -> Path:
        raise AssertionError("no Python here")

    def artifact(self, mode: Mode, *flags: str) -> Artifact:
        kind = ArtifactKind.PLUGIN if mode is Mode.NATIVE else ArtifactKind.REACTOR
        name = f"{mode}-{'-'.join(flags)}".replace("=", "")
        path = self.folder / name
        if not path.exists():
            command = [*self._commands[mode], "-O1", *flags, str(SOURCE), "-o", str(path)]
            subprocess.run(command, check=True, timeout=300)
        return Artifact(mode, kind, str(path), name, "c")

    async def see(self, mode: Mode, *behaviours: int, wall_ms: int = 400) -> Sequence[Observation]:
        runtime = self.runtime(mode)
        prepared = await runtime.prepare(self.artifact(mode), quick=False)
        inputs = [msgspec.msgpack.encode([behaviour]) for behaviour in behaviours]
        limits = msgspec.structs.replace(LIMITS, wall_ms=wall_ms)
        request = RunRequest(prepared, inputs, limits)
        result = await runtime.run(request, Activity(), lambda done: None)
        return result.observations


@pytest.fixture
async def bench(
    tmp_path_factory: pytest.TempPathFactory, zig: Sequence[str], cc: Sequence[str]
) -> AsyncIterator[Bench]:
    folder = tmp_path_factory.getbasetemp() / "behaviours"
    folder.mkdir(exist_ok=True)
    zygote = Zygote()
    yield Bench(zygote, folder, zig, cc)
    await zygote.close()


both = pytest.mark.parametrize("mode", list(Mode))


@both
async def test_a_bad_case_does_not_spoil_the_next(bench: Bench, mode: Mode) -> None:
    seen = await bench.see(mode, PRINT, TRAP, PRINT, LOOP, PRINT, EXIT, PRINT)
    assert [type(each.outcome) for each in seen[::2]] == [Returned] * 4
    assert [each.stdout for each in seen[::2]] == [b"print 4\n"] * 4
    assert seen[3].outcome == TimedOut(400)
    assert isinstance(seen[5].outcome, Trapped)
    assert "exited with status 0 before it answered" in seen[5].outcome.reason


@both
async def test_exit_statuses_of_ours_mean_nothing_within_a_case(bench: Bench, mode: Mode) -> None:
    seen = await bench.see(mode, EXIT_42, PRINT, EXIT_40, PRINT)
    for status, each in ((42, seen[0]), (40, seen[2])):
        assert isinstance(each.outcome, Trapped)
        assert f"exited with status {status} before it answered" in each.outcome.reason
    assert [type(each.outcome) for each in seen[1::2]] == [Returned] * 2


async def test_a_native_trap_is_its_signal(bench: Bench) -> None:
    (seen,) = await bench.see(Mode.NATIVE, TRAP)
    assert isinstance(seen.outcome, Signalled)
    assert seen.outcome.name in {"SIGILL", "SIGTRAP"}


async def test_a_wasm_trap_names_its_line(bench: Bench) -> None:
    (seen,) = await bench.see(Mode.WASM, TRAP)
    assert isinstance(seen.outcome, Trapped)
    frame = seen.outcome.frames[0]
    lines = SOURCE.read_text().splitlines()
    assert frame.file.endswith("behaviours.c")
    assert "__builtin_trap" in lines[frame.line - 1]


@both
async def test_floods_and_hogs_end_at_their_limits(bench: Bench, mode: Mode) -> None:
    flood, hog = await bench.see(mode, FLOOD, HOG, wall_ms=20_000)
    assert flood.outcome == OutputTooLong(LIMITS.output_bytes)
    assert hog.outcome == OutOfMemory(LIMITS.memory_bytes)


@both
async def test_files_cannot_be_opened(bench: Bench, mode: Mode) -> None:
    (seen,) = await bench.see(mode, OPEN)
    assert isinstance(seen.outcome, Returned)
    assert msgspec.msgpack.decode(seen.outcome.output) == [0]


@both
async def test_a_broken_result_struct_is_not_believed(bench: Bench, mode: Mode) -> None:
    far, status, message = await bench.see(mode, FAR, STATUS, MESSAGE)
    assert isinstance(far.outcome, Signalled | Trapped)
    assert status.outcome == Trapped("unknown status 77 in the result")
    assert message.outcome == Trapped("a reason of its own")


async def test_wasm_cases_share_no_state_native_ones_do(bench: Bench) -> None:
    wasm = await bench.see(Mode.WASM, COUNT, COUNT)
    native = await bench.see(Mode.NATIVE, COUNT, COUNT)
    outputs = [each.outcome.output[1] for each in (*wasm, *native)]  # type: ignore[union-attr]
    assert outputs == [101, 101, 101, 102]


@both
async def test_another_abi_version_is_rejected_with_both_named(bench: Bench, mode: Mode) -> None:
    artifact = bench.artifact(mode, "-DVERSION=7")
    runtime = bench.runtime(mode)
    with pytest.raises(ArtifactRejected, match="ABI version 7, this judge 1"):
        await _prepare_and_run(runtime, artifact)


@both
async def test_no_artifact_at_all_is_rejected(bench: Bench, mode: Mode, tmp_path: Path) -> None:
    path = tmp_path / "nothing"
    path.write_bytes(b"no artifact")
    kind = ArtifactKind.PLUGIN if mode is Mode.NATIVE else ArtifactKind.REACTOR
    runtime = bench.runtime(mode)
    artifact = Artifact(mode, kind, str(path), "x", "c")
    with pytest.raises(ArtifactRejected):
        await _prepare_and_run(runtime, artifact)


@both
async def test_cancelling_ends_the_worker(bench: Bench, mode: Mode) -> None:
    runtime = bench.runtime(mode)
    prepared = await runtime.prepare(bench.artifact(mode), quick=False)
    request = RunRequest(prepared, [msgspec.msgpack.encode([LOOP])], Limits(wall_ms=60_000))
    await bench.zygote.start()
    task = asyncio.create_task(runtime.run(request, Activity(), lambda done: None))
    while not _children(bench.zygote.process_id):
        await asyncio.wait([task], timeout=0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert _children(bench.zygote.process_id) == []


@both
async def test_runs_that_overlap_disturb_none_and_their_workers_end(
    bench: Bench, mode: Mode
) -> None:
    runtime = bench.runtime(mode)
    prepared = await runtime.prepare(bench.artifact(mode), quick=False)

    async def outcome(behaviour: int) -> object:
        inputs = [msgspec.msgpack.encode([behaviour])]
        request = RunRequest(prepared, inputs, LIMITS, overlaps=True)
        (seen,) = (await runtime.run(request, Activity(), lambda done: None)).observations
        return type(seen.outcome)

    wanted = {PRINT: Returned, TRAP: Signalled if mode is Mode.NATIVE else Trapped, LOOP: TimedOut}
    for behaviour in (PRINT, TRAP, PRINT, LOOP, PRINT, PRINT):
        assert await outcome(behaviour) is wanted[behaviour]
    for _ in range(1_000):
        if not _children(bench.zygote.process_id):
            return
        await asyncio.sleep(0.01)
    pytest.fail("a worker has not ended")


async def test_a_dead_zygote_is_started_again(bench: Bench) -> None:
    await bench.see(Mode.NATIVE, PRINT)
    first = bench.zygote.process_id
    assert first is not None
    os.kill(first, signal.SIGKILL)
    (seen,) = await bench.see(Mode.NATIVE, PRINT)
    assert isinstance(seen.outcome, Returned)
    assert bench.zygote.process_id != first


async def test_time_beside_other_work_does_not_count(bench: Bench) -> None:
    """A deadline that passes while something of ours compiles is not yet a verdict."""
    activity = Activity()
    runtime = bench.runtime(Mode.NATIVE)
    prepared = await runtime.prepare(bench.artifact(Mode.NATIVE), quick=False)
    request = RunRequest(prepared, [msgspec.msgpack.encode([LOOP])], LIMITS)
    start = time.monotonic()
    with activity.busy():
        task = asyncio.create_task(runtime.run(request, activity, lambda done: None))
        await asyncio.wait([task], timeout=1.2)
        assert not task.done()
    result = await task
    assert result.observations[0].outcome == TimedOut(400)
    assert time.monotonic() - start > 1.2 + 0.4


async def _prepare_and_run(runtime: Runtime, artifact: Artifact) -> None:
    prepared = await runtime.prepare(artifact, quick=False)
    await runtime.run(RunRequest(prepared, [b""], LIMITS), Activity(), lambda done: None)


def _children(pid: int | None) -> list[int]:
    assert pid is not None
    return [child.pid for child in psutil.Process(pid).children()]
