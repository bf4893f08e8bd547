"""A folder that changes while its solvers are called: nothing is lost, nothing is half of each."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

import msgspec
import pytest
from solver_kit import (
    PROBLEM,
    SLEEP,
    Plugins,
    Watched,
    accepted,
    artifact_of,
    put,
    watched,
)

from lsp_judge.judging.judge import Judge
from lsp_judge.model.errors import SolverFailed
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.packs.comparison import compare
from lsp_judge.packs.slot import State

pytestmark = pytest.mark.asyncio(loop_scope="module")
NAME = f"{PROBLEM}.so"
PATH = "shortest-path"
SQUARE = msgspec.msgpack.encode([5, [[0, 1], [1, 2], [2, 3], [0, 4], [4, 3]], 0, 3])
CALLS, CALLERS, SWAPS = 240, 6, 12


async def test_every_call_is_answered_by_the_old_or_the_new_while_files_are_swapped(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    folder = tmp_path / "solvers"
    folder.mkdir()
    file = folder / NAME
    file.write_bytes(plugins.of(1))
    versions = [plugins.of(number) for number in (1, 2, 3, 4)]
    answers: list[int] = []
    async with watched(judge, folder) as seen:
        left = iter(range(CALLS))

        async def call() -> None:
            for _ in left:
                answers.append(await seen.solve())

        async def swap() -> None:
            for number in range(1, SWAPS + 1):
                data = versions[number % 4]
                # Every third is written into the file itself, while calls have it mapped.
                file.write_bytes(data) if number % 3 == 0 else put(file, data)
                await seen.until(lambda expected=number % 4 + 1: _answers(seen, plugins, expected))
                assert await seen.solve() == number % 4 + 1

        async with asyncio.TaskGroup() as group:
            for _ in range(CALLERS):
                group.create_task(call())
            group.create_task(swap())
        last = await seen.solve()
        assert seen.of(NAME).calls == CALLS + SWAPS + 1
    assert len(answers) == CALLS
    assert set(answers) == {1, 2, 3, 4}
    assert last == SWAPS % 4 + 1


def _answers(seen: Watched, plugins: Plugins, number: int) -> bool:
    (loaded,) = seen.registry.solvers_of(PROBLEM)
    return loaded.file.data == plugins.of(number)


def _copies(judge: Judge) -> set[Path]:
    """What registries keep on disk of the artifacts that they run."""
    assert judge.scratch is not None
    return set(judge.scratch.rglob("*.so"))


async def test_a_call_in_flight_ends_on_the_old_one_which_is_destroyed_after_it(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    folder = tmp_path / "solvers"
    folder.mkdir()
    put(folder / NAME, plugins.of(1))
    async with watched(judge, folder) as seen:
        (old,) = seen.registry.solvers_of(PROBLEM)
        copies = _copies(judge)
        flying = [asyncio.create_task(seen.solve(SLEEP)) for _ in range(3)]
        await asyncio.sleep(0)
        put(folder / NAME, plugins.of(2))
        await seen.until(lambda: _answers(seen, plugins, 2))
        assert await seen.solve() == 2
        assert await asyncio.gather(*flying) == [1, 1, 1]
        await old.draft.contained.close()
        now = _copies(judge)
        assert len(copies) == len(now) == 1
        assert copies != now


async def test_a_broken_file_is_refused_with_its_reason_and_the_old_one_stays(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    folder = tmp_path / "solvers"
    folder.mkdir()
    put(folder / NAME, plugins.of(1))
    async with watched(judge, folder) as seen:

        async def refused(data: bytes, says: str) -> None:
            put(folder / NAME, data)
            await seen.until(lambda: says in seen.of(NAME).reason)
            assert seen.of(NAME).state is State.KEPT
            assert await seen.solve() == 1

        await refused(plugins.of(2)[:3000], "no shared library")
        await refused(b"", "no shared library")
        await refused(plugins.of(2, "-DVERSION=7"), "ABI version 7")
        put(folder / NAME, plugins.of(1))
        await seen.until(lambda: seen.of(NAME).state is State.READY)
        assert seen.of(NAME).reason == ""
        put(folder / NAME, plugins.of(3))
        await seen.until(lambda: _answers(seen, plugins, 3))
        assert await seen.solve() == 3


async def test_files_that_come_and_go_are_followed(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    folder = tmp_path / "solvers"
    async with watched(judge, folder) as seen:
        assert seen.registry.listing() == []
        put(folder / NAME, plugins.of(1))
        await seen.until(lambda: bool(seen.registry.solvers_of(PROBLEM)))
        assert await seen.solve() == 1
        put(folder / f"{PROBLEM}.second.so", plugins.of(2))
        await seen.until(lambda: len(seen.registry.solvers_of(PROBLEM)) == 2)
        assert await seen.solve(solver=f"{PROBLEM}.second.so") == 2
        (folder / NAME).unlink()
        await seen.until(lambda: len(seen.registry.solvers_of(PROBLEM)) == 1)
        assert await seen.solve() == 2


async def test_depth_first_becomes_breadth_first_by_a_save(judge: Judge, tmp_path: Path) -> None:
    """The same graphs verify both; what answers after the save is the new source."""
    folder = tmp_path / "solvers"
    folder.mkdir()
    file = folder / f"{PATH}.c"
    file.write_bytes(accepted(PATH, "dfs.c").read_bytes())
    problem = judge.planner.problem(PATH)
    async with watched(judge, folder) as seen:
        before = seen.of(file.name)
        first = await compare(seen.registry, judge, problem)
        assert await seen.registry.solve(PATH, SQUARE) == b"\x02"
        file.write_text("int shortestPath(int n, int** edges) { return")
        await seen.until(lambda: seen.of(file.name).state is State.KEPT)
        file.write_bytes(accepted(PATH, "bfs.c").read_bytes())
        await seen.until(
            lambda: (
                (now := seen.of(file.name)) is not None
                and now.state is State.READY
                and now.version != before.version
            )
        )
        assert await seen.registry.solve(PATH, SQUARE) == b"\x02"
        second = await compare(seen.registry, judge, problem)
    for comparison in (first, second):
        (compared,) = comparison.compared
        assert (compared.verdict, compared.passed) == (Verdict.AC, len(problem.cases))
    assert len(problem.cases) >= 10


async def test_a_plugin_that_is_built_already_answers_soon_after_its_file_changed(
    judge: Judge, tmp_path: Path
) -> None:
    folder = tmp_path / "solvers"
    folder.mkdir()
    built = [
        (await artifact_of(judge, PATH, accepted(PATH, name), Mode.NATIVE)).read_bytes()
        for name in ("dfs.c", "bfs.c")
    ]
    file = folder / f"{PATH}.so"
    put(file, built[0])
    async with watched(judge, folder) as seen:
        times = []
        for number in range(1, 6):
            wanted = built[number % 2]
            begun = time.perf_counter()
            put(file, wanted)
            await seen.until(
                lambda data=wanted: seen.registry.solvers_of(PATH)[0].file.data == data
            )
            assert await seen.registry.solve(PATH, SQUARE) == b"\x02"
            times.append(time.perf_counter() - begun)
        # `make bench` has the figure; here it is only to be no matter of a watcher's pace.
        assert min(times) < 1.0


async def test_what_was_copied_is_made_again_when_somebody_removes_it(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    """As `lsp-judge cache clear` does, while an editor runs."""
    folder = tmp_path / "solvers"
    folder.mkdir()
    put(folder / NAME, plugins.of(1))
    async with watched(judge, folder) as seen:
        assert await seen.solve() == 1
        assert judge.scratch is not None
        shutil.rmtree(judge.scratch)
        with pytest.raises(SolverFailed, match=NAME):
            await seen.solve()
        await seen.until(lambda: not seen.registry.solvers_of(PROBLEM)[0].draft.is_gone)
        assert await seen.solve() == 1


async def test_what_a_killed_process_left_is_removed_by_the_next(
    judge: Judge, plugins: Plugins, tmp_path: Path
) -> None:
    assert judge.scratch is not None
    abandoned = judge.scratch / "solvers-abandoned"
    (abandoned / "run").mkdir(parents=True)
    (abandoned / "lock").touch()
    folder = tmp_path / "solvers"
    folder.mkdir()
    put(folder / NAME, plugins.of(1))
    async with watched(judge, folder) as first, watched(judge, folder) as second:
        assert not abandoned.exists()
        assert (await first.solve(), await second.solve()) == (1, 1)
