"""Which solvers a folder holds, and what becomes of calls to them."""

from __future__ import annotations

import asyncio
import hashlib
import os
import platform
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest
from solver_kit import (
    CATALOGUE,
    CRASH,
    EXIT,
    FAIL,
    LOOP,
    PROBLEM,
    Plugins,
    accepted,
    artifact_of,
    given,
    said,
)

from lsp_judge.judging.judge import Judge
from lsp_judge.model.build import ArtifactKind
from lsp_judge.model.errors import BadUsage, SolverFailed
from lsp_judge.model.source import Shape
from lsp_judge.model.target import target_of
from lsp_judge.model.types import Kind, Parameter, Signature, Type, array
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.packs.comparison import compare
from lsp_judge.packs.manifest import Manifest, PackEntry, PackTarget, encode
from lsp_judge.packs.opening import opened_registry
from lsp_judge.packs.slot import State

pytestmark = pytest.mark.asyncio(loop_scope="module")
PATH = "shortest-path"
SQUARE = msgspec.msgpack.encode([5, [[0, 1], [1, 2], [2, 3], [0, 4], [4, 3]], 0, 3])

WRONG = """
int shortestPath(int n, int** edges, int edgesSize, int* edgesColSize, int source, int target) {
    return source == target ? 0 : 7;
}
"""
TWO_SUM = b"int* twoSum(int* nums, int numsSize, int target, int* returnSize) {\n return no; }"


async def test_a_folder_of_every_kind_is_listed_routed_and_compared(
    judge: Judge, tmp_path: Path
) -> None:
    for name, mode in (("bfs.c", Mode.NATIVE), ("dfs.c", Mode.WASM)):
        built = await artifact_of(judge, PATH, accepted(PATH, name), mode)
        (tmp_path / f"{PATH}{built.suffix}").write_bytes(built.read_bytes())
    (tmp_path / f"{PATH}.c").write_bytes(accepted(PATH, "bfs.c").read_bytes())
    (tmp_path / f"{PATH}.wrong.c").write_text(WRONG)
    (tmp_path / "two-sum.so").write_bytes(b"\x7fELF and then nothing")
    (tmp_path / "notes.txt").write_text("no solver")
    async with opened_registry(judge, [tmp_path]) as registry:
        await registry.scan()
        listing = {Path(each.path).name: each for each in registry.listing()}
        assert {name: each.state for name, each in listing.items()} == {
            f"{PATH}.c": State.READY,
            f"{PATH}.so": State.READY,
            f"{PATH}.wasm": State.READY,
            f"{PATH}.wrong.c": State.READY,
            "two-sum.so": State.REFUSED,
        }
        assert "no shared library" in listing["two-sum.so"].reason
        runs = {name: each.runs for name, each in listing.items()}
        assert (runs[f"{PATH}.so"], runs[f"{PATH}.wasm"]) == ("native", "wasm")
        assert all(each.load_ms > 0 for each in listing.values() if each.state is State.READY)
        for solver in (f"{PATH}.so", f"{PATH}.wasm", f"{PATH}.c"):
            assert await registry.solve(PATH, SQUARE, solver) == b"\x02"
        with pytest.raises(BadUsage, match="two-sum"):
            await registry.solve("two-sum", SQUARE)
        with pytest.raises(BadUsage, match="these do"):
            await registry.solve(PATH, SQUARE, "two-sum.so")
        comparison = await compare(registry, judge, judge.planner.problem(PATH))
    verdicts = {each.id: each.verdict for each in comparison.compared}
    assert verdicts.pop(f"{PATH}.wrong.c") is Verdict.WA
    assert set(verdicts.values()) == {Verdict.AC}
    assert all(each.duration_ns and each.call_ns for each in comparison.compared)
    square = next(each for each in comparison.disagreeing if each.case == "sample/01-square")
    assert dict(square.said)[f"{PATH}.wrong.c"] == "WA (7)"
    assert dict(square.said)[f"{PATH}.so"] == "AC (2)"


async def test_a_solver_that_fails_is_named_and_answers_the_next_call(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    (tmp_path / f"{PROBLEM}.so").write_bytes(plugins.of(7))
    async with opened_registry(judge, [tmp_path]) as registry:
        await registry.scan()
        for how, says in (
            (CRASH, "SIGABRT"),
            (EXIT, "status 3"),
            (LOOP, "within 2000 ms"),
            (FAIL, "a reason of its own"),
        ):
            with pytest.raises(SolverFailed, match=says) as caught:
                await registry.solve(PROBLEM, given(how))
            assert f"{PROBLEM}.so" in str(caught.value)
            assert said(await registry.solve(PROBLEM, given())) == 7
        assert registry.listing()[0].state is State.READY


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("other-version.so", "ABI version 2, this judge 1"),
        ("cut-off.so", "no shared library"),
        ("text.so", "no shared library"),
        ("empty.wasm", "rejected"),
        ("text.zip", "no whole zip"),
        ("half.service.json", "describes no service"),
        ("list.service.json", "describes no service"),
        ("nowhere.service.json", "no usable url"),
        ("two-sum.c", "line 2"),
        ("unknown-problem.py", "No cases"),
        ("fifo.so", "no regular file"),
    ],
)
async def test_what_cannot_be_loaded_says_why(
    judge: Judge, plugins: Plugins, tmp_path: Path, name: str, says: str
) -> None:
    contents = {
        "other-version.so": plugins.of(7, "-DVERSION=2"),
        "cut-off.so": plugins.of(7)[:-100],
        "half.service.json": b'{"id": "x", "problems": ["two-sum"],',
        "list.service.json": b"[1]",
        "nowhere.service.json": b'{"id": "x", "problems": ["two-sum"], "url": "gopher://x"}',
        "two-sum.c": TWO_SUM,
        "unknown-problem.py": b"def f(n: int) -> int:\n    return n\n",
    }
    if name == "fifo.so":
        os.mkfifo(tmp_path / name)
    else:
        (tmp_path / name).write_bytes(contents.get(name, b"not what it says"))
    (tmp_path / f"{PROBLEM}.so").write_bytes(plugins.of(8))
    async with opened_registry(judge, [tmp_path]) as registry:
        await registry.scan()
        listed = next(each for each in registry.listing() if each.path.endswith(name))
        assert listed.state is State.REFUSED
        assert says in listed.reason
        assert said(await registry.solve(PROBLEM, given())) == 8


async def test_an_untrusted_folder_runs_webassembly_alone(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    (tmp_path / f"{PROBLEM}.so").write_bytes(plugins.of(7))
    (tmp_path / "x.service.json").write_bytes(
        b'{"id": "x", "problems": ["two-sum"], "url": "http://127.0.0.1:1/"}'
    )
    (tmp_path / f"{PATH}.c").write_bytes(accepted(PATH, "bfs.c").read_bytes())
    async with opened_registry(judge, [tmp_path], trusted=False) as registry:
        await registry.scan()
        states = {Path(each.path).name: each for each in registry.listing()}
        assert states[f"{PATH}.c"].runs == "wasm"
        assert await registry.solve(PATH, SQUARE) == b"\x02"
        for name in (f"{PROBLEM}.so", "x.service.json"):
            assert states[name].state is State.REFUSED
            assert "not trusted" in states[name].reason


async def test_leaving_a_registry_waits_for_calls_and_removes_what_it_copied(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    (tmp_path / f"{PROBLEM}.so").write_bytes(plugins.of(7))
    assert judge.scratch is not None
    before = set(judge.scratch.iterdir()) if judge.scratch.exists() else set()
    async with opened_registry(judge, [tmp_path]) as registry:
        await registry.scan()
        call = asyncio.create_task(registry.solve(PROBLEM, given(3)))
        await asyncio.sleep(0)
        assert registry.listing()[0].calls == 1
    assert said(await call) == 7
    assert set(judge.scratch.iterdir()) == before


def packed(file: Path, problem: str, **targets: Path) -> None:
    """A pack of the catalogue's function `shortestPath`, by hand."""
    signature = msgspec.json.decode((CATALOGUE / PATH / "signature.json").read_bytes())
    integer, pairs = Type(Kind.INTEGER), array(array(Type(Kind.INTEGER)))
    types = (integer, pairs, integer, integer)
    names = [each["name"] for each in signature["params"]]
    parameters = tuple(Parameter(*each) for each in zip(names, types, strict=True))
    members = {f"{name}/solution{path.suffix}": path for name, path in targets.items()}
    about = {
        name.partition("/")[0].replace("_", "-"): PackTarget(
            file=name,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            size=path.stat().st_size,
            kind=ArtifactKind.REACTOR if path.suffix == ".wasm" else ArtifactKind.PLUGIN,
            toolchain="zig",
            version="1",
        )
        for name, path in members.items()
    }
    manifest = Manifest(
        id=f"{problem}-packed",
        problem=problem,
        language="c",
        abi="1.0",
        shape=Shape.FUNCTION,
        entry=PackEntry("shortestPath"),
        signature=Signature("shortestPath", parameters, integer),
        targets=about,
        source_sha256="0" * 64,
    )
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", encode(manifest))
        for name, path in members.items():
            archive.write(path, name)


async def test_a_pack_runs_natively_and_where_it_has_nothing_native_in_webassembly(
    judge: Judge, tmp_path: Path
) -> None:
    here = target_of(sys.platform, platform.machine())
    assert here is not None
    native = await artifact_of(judge, PATH, accepted(PATH, "bfs.c"), Mode.NATIVE)
    wasm = await artifact_of(judge, PATH, accepted(PATH, "dfs.c"), Mode.WASM)
    packed(tmp_path / "both.zip", PATH, **{here.name.replace("-", "_"): native, "wasm": wasm})
    packed(tmp_path / "wasm.zip", PATH, wasm=wasm)
    whole = (tmp_path / "wasm.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    async with opened_registry(judge, [tmp_path]) as registry:
        await registry.scan()
        listing = {Path(each.path).name: each for each in registry.listing()}
        runs = {name: (each.state, each.runs) for name, each in listing.items()}
        assert runs == {
            "both.zip": (State.READY, "native"),
            "wasm.zip": (State.READY, "wasm"),
            "cut.zip": (State.REFUSED, ""),
        }
        for name in ("both.zip", "wasm.zip"):
            assert await registry.solve(PATH, SQUARE, name) == b"\x02"
