"""What is no artifact of this ABI is rejected: natively before it is loaded, in wasm before
anything of it is called. Whatever else comes in, the judge's own process goes on."""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from hostile_runs import Make
from hostile_runs import artifact_at, run, runtime_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lsp_judge.model.build import Artifact
from lsp_judge.model.errors import ArtifactRejected, WorkerLost
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.gate import check_plugin
from lsp_judge.runtimes.quick_gate import exports_at_once
from lsp_judge.runtimes.zygote import Zygote

HERE = Path(__file__).parent
SOURCE = HERE.parent / "unit" / "runtimes" / "behaviours.c"
PRINT = 4
both = pytest.mark.parametrize("mode", list(Mode))


@both
@pytest.mark.parametrize(
    ("flag", "said"),
    [("-DNAMELESS", "names no ABI version .* this judge has version 1"),
     ("-DVERSION=7", "ABI version 7, this judge 1")],
)  # fmt: skip
async def test_another_abi(
    zygote: Zygote, make: Make, tmp_path: Path, mode: Mode, flag: str, said: str
) -> None:
    artifact = make(mode, SOURCE, flag)
    with pytest.raises(ArtifactRejected, match=said):
        await run(zygote, artifact, tmp_path, [PRINT])
    if mode is Mode.NATIVE:
        await _not_even_prepared(zygote, artifact, tmp_path)


@both
async def test_a_part_of_one(zygote: Zygote, make: Make, tmp_path: Path, mode: Mode) -> None:
    whole = Path(make(mode, SOURCE).path).read_bytes()
    path = tmp_path / "part"
    for size in (0, 1, 3, 4, 63, 64, 500, len(whole) // 2, 9 * len(whole) // 10, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(ArtifactRejected):
            await run(zygote, artifact_at(mode, path), tmp_path, [PRINT])
        if mode is Mode.NATIVE:
            await _not_even_prepared(zygote, artifact_at(mode, path), tmp_path)


def test_what_is_whole_is_seen_at_once(make: Make) -> None:
    path = Path(make(Mode.NATIVE, SOURCE).path)
    data, machine = path.read_bytes(), os.uname().machine

    def at_once(data: bytes, machine: str = machine, name: bytes = b"judge_abi_v1") -> bool:
        return exports_at_once(io.BytesIO(data), len(data), machine, name)

    assert at_once(data)
    assert not at_once(data, name=b"judge_abi_v7")
    assert not at_once(data, name=b"malloc")  # used, and not defined
    assert not at_once(data, "riscv64")
    assert not any(at_once(data[:size]) for size in range(0, len(data), 97))


async def test_for_another_machine(zygote: Zygote, zig: Sequence[str], tmp_path: Path) -> None:
    path = tmp_path / "other.so"
    target = ("-target", "aarch64-linux-musl", "-shared", "-fPIC", "-nostdlib")
    source = tmp_path / "other.c"
    source.write_text("int judge_abi_v1(void) { return 1; }\n")
    command = [*zig, "cc", *target, "-O1", str(source), "-o", str(path)]
    subprocess.run(command, check=True, timeout=300)
    with pytest.raises(ArtifactRejected, match="EM_AARCH64; this machine is EM_X86_64"):
        check_plugin(str(path))
    await _not_even_prepared(zygote, artifact_at(Mode.NATIVE, path), tmp_path)


@both
async def test_no_artifact_at_all(zygote: Zygote, tmp_path: Path, mode: Mode) -> None:
    path = tmp_path / "nothing"
    for content in (b"", b"no artifact", b"\x7fELF" + bytes(60), b"\0asm\x01\0\0\0"):
        path.write_bytes(content)
        with pytest.raises(ArtifactRejected):
            await run(zygote, artifact_at(mode, path), tmp_path, [PRINT])


async def test_an_executable(
    zygote: Zygote, cc: Sequence[str], zig: Sequence[str], tmp_path: Path
) -> None:
    source = tmp_path / "main.c"
    source.write_text("int main(void) { return 0; }\n")
    for name, command in {
        "fixed": [*cc, "-no-pie"],
        "movable": [*cc, "-pie"],
        "static": [*cc, "-static"],
        "module": [*zig, "cc", "-target", "wasm32-wasi"],
    }.items():
        path = tmp_path / name
        subprocess.run([*command, str(source), "-o", str(path)], check=True, timeout=300)
        mode = Mode.WASM if name == "module" else Mode.NATIVE
        with pytest.raises(ArtifactRejected):
            await run(zygote, artifact_at(mode, path), tmp_path, [PRINT])


async def _not_even_prepared(zygote: Zygote, artifact: Artifact, folder: Path) -> None:
    """Natively the file is read, and nothing is started for it."""
    with pytest.raises(ArtifactRejected):
        await runtime_of(zygote, artifact.mode, folder).prepare(artifact, quick=False)


# Where bytes are changed, as parts of the file's length, and to what.
_changes = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8
)
_heads = st.lists(st.tuples(st.integers(0, 4095), st.integers(0, 255)), min_size=1, max_size=4)
_few = partial(
    settings, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


def _changed(whole: bytes, changes: list[tuple[float, int]]) -> bytes:
    data = bytearray(whole)
    for place, value in changes:
        data[int(place * len(data)) if isinstance(place, float) else place % len(data)] = value
    return bytes(data)


@both
def test_random_changes(make: Make, tmp_path: Path, mode: Mode) -> None:
    """It is rejected, or runs, and ends in one of the ways in which artifacts end."""
    whole = Path(make(mode, SOURCE).path).read_bytes()

    with asyncio.Runner() as runner:
        zygote = Zygote()

        @_few(max_examples=40)
        @given(_changes | _heads)
        def one(changes: list[tuple[float, int]]) -> None:
            path = tmp_path / "changed"
            path.write_bytes(_changed(whole, changes))
            runner.run(_run_anyhow(zygote, artifact_at(mode, path), tmp_path))

        try:
            one()
        finally:
            runner.run(zygote.close())


async def _run_anyhow(zygote: Zygote, artifact: Artifact, folder: Path) -> None:
    for compiled in (folder / "compiled").glob("*"):
        compiled.unlink()
    try:
        result = await run(zygote, artifact, folder, [PRINT, PRINT])
    except (ArtifactRejected, WorkerLost):
        return
    assert len(result.observations) == 2


@_few(max_examples=300)
@given(changes=_changes | _heads)
def test_the_gate_reads_anything(
    make: Make, tmp_path: Path, changes: list[tuple[float, int]]
) -> None:
    whole = Path(make(Mode.NATIVE, SOURCE).path).read_bytes()
    path = tmp_path / "changed"
    path.write_bytes(_changed(whole, changes))
    try:
        check_plugin(str(path))
    except ArtifactRejected as error:
        assert str(error).startswith("The artifact ")
