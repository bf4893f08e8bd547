"""Native stdio programs in the sandbox, started by the launcher and, without one, by forking."""

from __future__ import annotations

import os
import subprocess
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from lsp_judge.judging.activity import Activity
from lsp_judge.model.build import Artifact, ArtifactKind
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
from lsp_judge.runtimes.base import RunRequest
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.launcher import launcher
from lsp_judge.toolchains.store import Store

SOURCE = Path(__file__).with_name("program.c")
LIMITS = Limits(wall_ms=5_000, cpu_ms=5_000, memory_bytes=64 << 20, output_bytes=1 << 20)


class Programs:
    def __init__(self, runtime: NativeRuntime, path: Path) -> None:
        self._runtime = runtime
        self._path = path

    async def see(self, *inputs: bytes, limits: Limits = LIMITS) -> Sequence[Observation]:
        kind = ArtifactKind.EXECUTABLE
        artifact = Artifact(Mode.NATIVE, kind, str(self._path), "program", "c")
        prepared = await self._runtime.prepare(artifact, quick=False)
        request = RunRequest(prepared, inputs, limits)
        return (await self._runtime.run(request, Activity(), lambda done: None)).observations

    async def says(self, given: bytes) -> bytes:
        (seen,) = await self.see(given)
        assert isinstance(seen.outcome, Returned), seen
        return seen.outcome.output


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory, cc: Sequence[str]) -> Path:
    path = tmp_path_factory.mktemp("program") / "program"
    command = [*cc, "-O1", "-static", str(SOURCE), "-o", str(path)]
    subprocess.run(command, check=True, timeout=300)
    return path


@pytest.fixture(params=["launcher", "fork"])
async def programs(
    request: pytest.FixtureRequest, program: Path, finder: ToolFinder
) -> AsyncIterator[Programs]:

    async def started_by() -> Path | None:
        if request.param == "fork":
            return None
        builder = StoreBuilder(finder, Store(cache_root(os.environ)), os.environ)
        found = await launcher(builder, finder)
        assert found is not None
        return found

    zygote = Zygote()
    yield Programs(NativeRuntime(zygote, started_by), program)
    await zygote.close()


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        (b"o", b"open: Permission denied\n"),
        (b"s", b"socket: Operation not permitted\n"),
        (b"x", b"exec: Operation not permitted\n"),
        (b"k", b"kill: Operation not permitted\n"),
        (b"f", b"fork: Operation not permitted\n"),
        (b"d", b"descriptors: 0\n"),
    ],
)
async def test_what_a_program_tries_is_refused(
    programs: Programs, letter: bytes, said: bytes
) -> None:
    assert await programs.says(letter) == said


async def test_every_case_has_its_own_input_and_output(programs: Programs) -> None:
    texts = [b"Hello\n", b"", b"x" * 100_000, b"Bye"]
    seen = await programs.see(*texts[:2], *texts[3:])
    assert [each.outcome for each in seen] == [
        Returned(b"Hello\n"),
        Returned(b""),
        Returned(b"Bye"),
    ]
    assert await programs.says(b"Q" * 100_000) == b"Q" * 100_000


async def test_ends_of_every_kind_and_on_with_the_next(programs: Programs) -> None:
    seen = await programs.see(b"e", b"a", b"w", b"m", b"Z")
    status, abort, flood, hog, last = (each.outcome for each in seen)
    assert isinstance(status, Trapped)
    assert status.reason == "exit status 3"
    assert abort == Signalled("SIGABRT")
    assert flood == OutputTooLong(LIMITS.output_bytes)
    assert hog == OutOfMemory(LIMITS.memory_bytes)
    assert last == Returned(b"Z")


async def test_an_endless_loop_is_ended_with_its_program(programs: Programs) -> None:
    limits = Limits(wall_ms=300, cpu_ms=300)
    loop, last = await programs.see(b"l", b"Z", limits=limits)
    assert loop.outcome == TimedOut(300)
    assert last.outcome == Returned(b"Z")


async def test_inputs_may_be_longer_than_the_output_limit(programs: Programs) -> None:
    limits = Limits(wall_ms=5_000, cpu_ms=5_000, output_bytes=1_000)
    (seen,) = await programs.see(b"d" + b"x" * 100_000, limits=limits)
    assert seen.outcome == Returned(b"descriptors: 0\n")
