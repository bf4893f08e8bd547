"""What a solver is, and the container that keeps the order of its life."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from lsp_judge.model.errors import BadUsage, JudgeError, SolverFailed

Config = TypeVar("Config")
Result = TypeVar("Result")
Config_contra = TypeVar("Config_contra", contravariant=True)
Result_co = TypeVar("Result_co", covariant=True)
Given = TypeVar("Given")


class SolverKind(StrEnum):
    PLUGIN = "plugin"
    WASM = "wasm"
    PACK = "pack"
    SERVICE = "service"
    SOURCE = "source"


class Solver(Protocol[Config_contra, Result_co]):
    """Answers a problem. Made with what it is, begun with a configuration.

    Inputs and outputs travel as in the ABI (ARCHITECTURE, "Values"): MessagePack of the
    arguments and of the result, or a program's stdin and stdout. `Result` is all that is seen of
    a call, its output among it.
    """

    id: str

    def supports(self, problem_id: str) -> bool: ...

    async def init(self, config: Config_contra) -> None:
        """Once, before the first call. Raises JudgeError where it cannot be used."""
        ...

    async def solve(self, input: bytes) -> bytes:
        """The output alone. Raises SolverFailed where there is none."""
        ...

    async def observe(self, input: bytes) -> Result_co:
        """One call with all that was seen of it. Raises JudgeError where nothing was."""
        ...

    async def destroy(self) -> None:
        """Once, after the last call has ended; gives back all that `init` took."""
        ...


class Contained(Generic[Config, Result]):
    """One solver: `init` once before calls, `destroy` once after the last has ended.

    A failure of any step is a JudgeError that names the solver and the step.
    """

    def __init__(self, solver: Solver[Config, Result], config: Config) -> None:
        self._solver = solver
        self._config = config
        self._opening: asyncio.Task[None] | None = None
        self._closing: asyncio.Task[None] | None = None
        self._calls = 0
        self._idle = asyncio.Event()
        self._idle.set()

    @property
    def id(self) -> str:
        return self._solver.id

    def supports(self, problem_id: str) -> bool:
        return self._solver.supports(problem_id)

    async def open(self) -> None:
        """Begin. Asked for twice it is done once, and fails for both. Raises JudgeError."""
        if self._closing is not None:
            raise BadUsage(f"The solver {self.id} was destroyed already.")
        if self._opening is None:
            self._opening = asyncio.create_task(
                self._step("init", lambda: self._solver.init(self._config))
            )
        await asyncio.shield(self._opening)

    async def solve(self, input: bytes) -> bytes:
        return await self._call("solve", lambda: self._solver.solve(input))

    async def observe(self, input: bytes) -> Result:
        return await self._call("observe", lambda: self._solver.observe(input))

    async def _call(self, step: str, call: Callable[[], Awaitable[Given]]) -> Given:
        if not self._is_open():
            raise BadUsage(f"The solver {self.id} takes no calls: it was not begun, or destroyed.")
        self._calls += 1
        self._idle.clear()
        try:
            return await self._step(step, call)
        finally:
            self._calls -= 1
            if not self._calls:
                self._idle.set()

    def _is_open(self) -> bool:
        opening = self._opening
        begun = opening is not None and opening.done() and not opening.cancelled()
        return begun and self._closing is None and opening.exception() is None  # type: ignore[union-attr]

    async def close(self) -> None:
        """Take no further calls, wait for those that run, destroy. May be asked for again."""
        if self._closing is None:
            self._closing = asyncio.create_task(self._close())
        await asyncio.shield(self._closing)

    async def _close(self) -> None:
        if self._opening is not None:
            await asyncio.wait({self._opening})
            await self._idle.wait()
            await self._step("destroy", self._solver.destroy)

    async def _step(self, step: str, call: Callable[[], Awaitable[Given]]) -> Given:
        try:
            return await call()
        except JudgeError:
            raise
        except Exception as error:  # whatever a solver raises, it is told by its name
            text = str(error) or type(error).__name__
            raise SolverFailed(f"The solver {self.id} failed in {step}: {text}.") from error
