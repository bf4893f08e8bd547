"""What the tests of solvers share: plugins that a real compiler built, a registry over a folder,
and calls while something happens."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from lsp_judge.judging.judge import Judge
from lsp_judge.judging.plan import Plan
from lsp_judge.model.build import Artifact, BuildRequest
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode
from lsp_judge.packs.opening import opened_registry
from lsp_judge.packs.registry import SolverRegistry
from lsp_judge.packs.reload import QUICK_MS, watch
from lsp_judge.packs.slot import Listed

SOURCE = Path(__file__).with_name("answer.c")
CATALOGUE = Path(__file__).parents[2] / "problems"
CRASH, EXIT, SLEEP, LOOP, FAIL, PLAIN = 1, 2, 3, 4, 5, 9
PROBLEM = "nobody-has-this"


class Plugins:
    """`answer.c` with an answer of its own, each built once."""

    def __init__(self, cc: Sequence[str], folder: Path) -> None:
        self._cc, self._folder = cc, folder

    def of(self, answer: int, *flags: str) -> bytes:
        path = self._folder / f"{answer}{''.join(flags)}.so"
        if not path.exists():
            command = [*self._cc, "-O1", "-shared", "-fPIC", f"-DANSWER={answer}", *flags]
            subprocess.run([*command, str(SOURCE), "-o", str(path)], check=True, timeout=300)
        return path.read_bytes()


def given(how: int = PLAIN) -> bytes:
    return msgspec.msgpack.encode([how])


def said(output: bytes) -> int:
    """The one number that the whole answer consists of."""
    numbers = msgspec.msgpack.decode(output, type=list[int])
    assert len(numbers) == 200
    assert len(set(numbers)) == 1, f"an answer of two halves: {numbers}"
    return numbers[0]


def put(path: Path, data: bytes) -> None:
    """As builders do: a new file under the old name."""
    beside = path.parent.parent / f"{path.name}.new"
    beside.write_bytes(data)
    os.replace(beside, path)


class Watched:
    """A registry whose folder is watched, and what it said so far."""

    def __init__(self, registry: SolverRegistry, said: list[Listed], rung: asyncio.Event) -> None:
        self.registry = registry
        self.said = said
        self._rung = rung

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for a state; it is looked at whenever the registry says something."""
        async with asyncio.timeout(30):
            while not condition():
                self._rung.clear()
                if not condition():
                    await self._rung.wait()

    def of(self, name: str) -> Listed:
        return next(each for each in self.registry.listing() if Path(each.path).name == name)

    async def solve(self, how: int = PLAIN, solver: str | None = None) -> int:
        return said(await self.registry.solve(PROBLEM, given(how), solver))


@asynccontextmanager
async def watched(judge: Judge, folder: Path) -> AsyncIterator[Watched]:
    folder.mkdir(exist_ok=True)
    rung, heard = asyncio.Event(), list[Listed]()

    def hear(listed: Listed) -> None:
        heard.append(listed)
        rung.set()

    async with opened_registry(judge, [folder], changed=hear) as registry:
        ready = asyncio.Event()
        task = asyncio.create_task(watch(registry, QUICK_MS, ready.set))
        try:
            async with asyncio.timeout(60):
                await ready.wait()
            yield Watched(registry, heard, rung)
        finally:
            task.cancel()
            await asyncio.wait({task})


async def artifact_of(judge: Judge, problem: str, file: Path, mode: Mode) -> Path:
    """A submission of the catalogue's, as a file that can be copied."""
    document = Document(str(file), file.read_bytes())
    plan = judge.planner.plan(document, problem, None)
    assert isinstance(plan, Plan), plan
    chosen, shape = plan.context.chosen, plan.context.problem.shape
    request = BuildRequest(document, mode, shape, chosen.entry, chosen.signature)
    built = await judge.builder.build(plan.context.language, request)
    assert isinstance(built, Artifact), built
    return Path(built.path)


def accepted(problem: str, name: str) -> Path:
    return CATALOGUE / problem / "submissions" / "accepted" / name
