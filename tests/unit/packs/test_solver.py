"""The container keeps the order of a solver's life, whatever its steps do."""

from __future__ import annotations

import asyncio

import pytest

from lsp_judge.model.errors import BadUsage, JudgeError, SolverFailed
from lsp_judge.packs.solver import Contained


class Recorded:
    """A Solver[str, str] that writes down what happens to it."""

    def __init__(self, fails: str = "") -> None:
        self.id = "recorded"
        self.steps: list[str] = []
        self.may_answer = asyncio.Event()
        self._fails = fails

    def supports(self, problem_id: str) -> bool:
        return problem_id == "mine"

    def _step(self, step: str) -> None:
        self.steps.append(step)
        if step == self._fails:
            raise RuntimeError("it fell over")

    async def init(self, config: str) -> None:
        self._step("init")
        self.steps.append(config)

    async def observe(self, input: bytes) -> str:
        self._step("observe")
        await self.may_answer.wait()
        self.steps.append("answered")
        return input.decode()

    async def solve(self, input: bytes) -> bytes:
        self._step("solve")
        return input.upper()

    async def destroy(self) -> None:
        self._step("destroy")


async def test_init_comes_once_before_calls_and_destroy_once_after_the_last() -> None:
    solver = Recorded()
    contained = Contained(solver, "config")
    with pytest.raises(BadUsage, match="recorded takes no calls"):
        await contained.solve(b"early")
    await asyncio.gather(contained.open(), contained.open())
    call = asyncio.create_task(contained.observe(b"slow"))
    await asyncio.sleep(0)
    closing = [asyncio.create_task(contained.close()) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(BadUsage, match="recorded takes no calls"):
        await contained.solve(b"late")
    solver.may_answer.set()
    assert await call == "slow"
    await asyncio.gather(*closing)
    assert solver.steps == ["init", "config", "observe", "answered", "destroy"]
    with pytest.raises(BadUsage):
        await contained.open()


async def test_a_call_that_is_given_up_holds_nothing_up() -> None:
    solver = Recorded()
    contained = Contained(solver, "")
    await contained.open()
    call = asyncio.create_task(contained.observe(b""))
    await asyncio.sleep(0)
    call.cancel()
    await contained.close()
    assert solver.steps[-1] == "destroy"


@pytest.mark.parametrize("step", ["init", "solve", "destroy"])
async def test_what_fails_is_named_with_its_step(step: str) -> None:
    contained = Contained(Recorded(step), "")

    async def live() -> None:
        await contained.open()
        await contained.solve(b"")
        await contained.close()

    with pytest.raises(SolverFailed, match=f"recorded failed in {step}: it fell over"):
        await live()


async def test_a_solver_that_could_not_begin_takes_no_calls_and_is_destroyed() -> None:
    solver = Recorded("init")
    contained = Contained(solver, "")
    for _ in range(2):
        with pytest.raises(JudgeError, match="init"):
            await contained.open()
    with pytest.raises(BadUsage):
        await contained.solve(b"")
    await contained.close()
    assert solver.steps == ["init", "destroy"]


async def test_closing_what_was_never_begun_does_nothing() -> None:
    solver = Recorded()
    await Contained(solver, "").close()
    assert solver.steps == []
    assert Contained(solver, "").supports("mine")
