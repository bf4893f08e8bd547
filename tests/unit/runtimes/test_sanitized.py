"""Builds with sanitizers: what they report arrives, and the sandbox still holds."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from pathlib import Path

import pytest

from lsp_judge.judging.activity import Activity
from lsp_judge.model.build import Artifact, ArtifactKind, Profile
from lsp_judge.model.outcome import Observation, Returned, Trapped
from lsp_judge.model.problem import Limits
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import RunRequest
from lsp_judge.runtimes.native import NativeRuntime
from lsp_judge.runtimes.zygote import Zygote

SOURCE = Path(__file__).with_name("sanitized.c")
LIMITS = Limits(wall_ms=20_000, cpu_ms=20_000, memory_bytes=256 << 20, output_bytes=1 << 20)
FLAGS = (
    "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=undefined",
    "-static-libasan", "-static-libubsan",
)  # fmt: skip

See = Callable[..., Awaitable[Sequence[Observation]]]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory, cc: Sequence[str]) -> Path:
    path = tmp_path_factory.mktemp("sanitized") / "driver"
    subprocess.run([*cc, *FLAGS, str(SOURCE), "-o", str(path)], check=True, timeout=120)
    return path


@pytest.fixture
async def see(driver: Path) -> AsyncIterator[See]:
    async def no_launcher() -> Path | None:
        return None

    zygote = Zygote()
    runtime = NativeRuntime(zygote, no_launcher)

    async def run(*inputs: bytes) -> Sequence[Observation]:
        artifact = Artifact(
            Mode.NATIVE, ArtifactKind.DRIVER, str(driver), "d", "c", profile=Profile.SANITIZE
        )
        prepared = await runtime.prepare(artifact, quick=False)
        request = RunRequest(prepared, inputs, LIMITS)
        return (await runtime.run(request, Activity(), lambda done: None)).observations

    yield run
    await zygote.close()


async def test_reports_answers_and_what_was_printed(see: See) -> None:
    good, overrun, overflow, again = await see(b"r", b"o", b"i", b"r")
    for each in (good, again):
        assert isinstance(each.outcome, Returned)
        assert each.outcome.output == b"\xc2"
        assert each.stderr == b"said aside\n"
    assert isinstance(overrun.outcome, Trapped)
    assert "sanitized.c:12" in overrun.outcome.detail
    assert "insufficient space" in overrun.outcome.detail
    assert isinstance(overflow.outcome, Trapped)
    assert "signed integer overflow" in overflow.outcome.detail


async def test_a_failure_in_the_words_of_the_abi(see: See) -> None:
    failed, silent = await see(b"f", b"x")
    assert isinstance(failed.outcome, Trapped)
    assert failed.outcome.reason == "it failed"
    assert isinstance(silent.outcome, Trapped)
    assert "before it had answered" in silent.outcome.reason


async def test_nothing_is_written_outside(see: See) -> None:
    (seen,) = await see(b"w")
    assert isinstance(seen.outcome, Returned)
    assert not Path("/tmp/judge-was-here").exists()
