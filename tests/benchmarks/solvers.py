"""Solvers: from a changed file to the first answer of the new one, and what a call costs."""

from __future__ import annotations

import asyncio
import itertools
import os
import statistics
import subprocess
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from lsp_judge.cli.compose import opened
from lsp_judge.judging.judge import Judge
from lsp_judge.judging.plan import Plan
from lsp_judge.model.build import Artifact, BuildRequest
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode
from lsp_judge.packs.calling import chosen_of, sample_input
from lsp_judge.packs.opening import opened_loader, opened_registry
from lsp_judge.packs.registry import SolverRegistry
from lsp_judge.packs.reload import QUICK_MS, watch
from lsp_judge.packs.serving import serve
from lsp_judge.toolchains.find import ToolFinder
from tests.benchmarks.rows import Row, show

PROBLEM = "shortest-path"
ACCEPTED = Path(__file__).parents[2] / "problems" / PROBLEM / "submissions" / "accepted"
CHANGES, CALLS = 15, 41
AIM = "aim: 12"


async def rows(folder: Path) -> list[Row]:
    solvers = folder / "solvers"
    solvers.mkdir()
    async with opened(os.environ, {}) as parts:
        judge = parts.judge
        problem = judge.planner.problem(PROBLEM)
        data = sample_input(problem, chosen_of(problem))
        assert data is not None
        updates = await _updates(judge, solvers, data)
        for mode, ending in ((Mode.NATIVE, "so"), (Mode.WASM, "wasm")):
            built = await _built(judge, "bfs", mode)
            (solvers / f"{PROBLEM}.{ending}").write_bytes(built.read_bytes())
        (solvers / f"{PROBLEM}.py").write_bytes((ACCEPTED / "bfs.py").read_bytes())
        return [*updates, *await _calls(judge, solvers, data)]


async def _built(judge: Judge, name: str, mode: Mode) -> Path:
    file = ACCEPTED / f"{name}.c"
    document = Document(str(file), file.read_bytes())
    plan = judge.planner.plan(document, PROBLEM, None)
    assert isinstance(plan, Plan)
    chosen, shape = plan.context.chosen, plan.context.problem.shape
    request = BuildRequest(document, mode, shape, chosen.entry, chosen.signature)
    built = await judge.builder.build(plan.context.language, request)
    assert isinstance(built, Artifact)
    return Path(built.path)


async def _bare(folder: Path, plugins: dict[str, Path], data: bytes) -> dict[str, float]:
    """Seconds: a process of C's that loads the plugin and calls it once."""
    compiler = ToolFinder({}, os.environ).find("cc")
    program, given = folder / "bare", folder / "input"
    given.write_bytes(data)
    source = Path(__file__).with_name("bare.c")
    command = [*compiler.command, "-O2", str(source), "-o", str(program), "-ldl"]
    await asyncio.to_thread(subprocess.run, command, check=True)
    times = {}
    for name, plugin in plugins.items():
        arguments = [str(program), str(plugin), str(given)]
        times[name] = statistics.median(_spawned(arguments) for _ in range(CHANGES))
    return times


def _spawned(arguments: list[str]) -> float:
    begun = time.perf_counter()
    pid = os.posix_spawn(arguments[0], arguments, {})
    _, status = os.waitpid(pid, 0)
    if status:
        raise RuntimeError(f"{arguments} ended with {status}")
    return time.perf_counter() - begun


@asynccontextmanager
async def _watched(
    judge: Judge, folder: Path, changed: asyncio.Event
) -> AsyncIterator[SolverRegistry]:
    ready = asyncio.Event()
    async with opened_registry(judge, [folder], changed=lambda listed: changed.set()) as registry:
        task = asyncio.create_task(watch(registry, QUICK_MS, ready.set))
        await ready.wait()
        yield registry
        task.cancel()
        await asyncio.wait({task})


Contents = dict[str, Callable[[], bytes]]


def _edited(data: bytes, how: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """Each time another content, so that nothing that is kept can be used."""
    numbers = itertools.count(time.time_ns())
    return lambda: data + how(str(next(numbers)).encode())


def _comment(text: bytes) -> bytes:
    return b"// " + text + b"\n"


def _section(text: bytes) -> bytes:
    """A custom section of a module's (wasm core spec, 5.5.3): no code, another content."""
    return bytes([0, 1 + len(text), len(text)]) + text


async def _changes(
    judge: Judge, folder: Path, name: str, contents: Contents, data: bytes
) -> dict[str, float]:
    """Seconds from the rename to the first answer of the new one, for each of the contents."""
    file, beside = folder / name, folder.parent / "next"
    file.write_bytes(list(contents.values())[-1]())
    times: dict[str, list[float]] = {each: [] for each in contents}
    changed = asyncio.Event()
    async with _watched(judge, folder, changed) as registry:
        for _ in range(CHANGES):
            for each, content in contents.items():
                beside.write_bytes(content())
                changed.clear()
                begun = time.perf_counter()
                os.replace(beside, file)
                await changed.wait()
                await registry.solve(PROBLEM, data)
                times[each].append(time.perf_counter() - begun)
    file.unlink()
    return {each: statistics.median(times[each]) for each in times}


async def _updates(judge: Judge, folder: Path, data: bytes) -> list[Row]:
    plugins = {name: await _built(judge, name, Mode.NATIVE) for name in ("dfs", "bfs")}
    module = await _built(judge, "bfs", Mode.WASM)
    source = (ACCEPTED / "bfs.c").read_bytes()
    bare = await _bare(folder.parent, plugins, data)
    whole: Contents = {name: plugin.read_bytes for name, plugin in plugins.items()}
    found = await _changes(judge, folder, f"{PROBLEM}.so", whole, data)
    rows = [
        Row(
            f"changed plugin to its first answer, {PROBLEM}, {name}.c",
            seconds * 1e3,
            None,
            "ms",
            f"{AIM}; dlopen and call alone: {show(bare[name])}",
        )
        for name, seconds in found.items()
    ]
    for name, kind, edited in (
        (f"{PROBLEM}.wasm", "module", _edited(module.read_bytes(), _section)),
        (f"{PROBLEM}.c", "source in C", _edited(source + b"\n", _comment)),
    ):
        ((_, seconds),) = (await _changes(judge, folder, name, {kind: edited}, data)).items()
        rows.append(Row(f"changed {kind} to its first answer", seconds * 1e3, None, "ms"))
    return rows


async def _calls(judge: Judge, folder: Path, data: bytes) -> list[Row]:
    async with opened_loader(judge) as loader:
        loaded = await loader.load(await loader.read(folder / f"{PROBLEM}.so"))
        port: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        serving = asyncio.create_task(serve(loaded, 0, port.set_result))
        url = f"http://127.0.0.1:{await port}/"
        said = {"id": "service", "problems": [PROBLEM], "url": url, "timeout_ms": 10_000}
        (folder / "service.service.json").write_bytes(msgspec.json.encode(said))
        async with opened_registry(judge, [folder]) as registry:
            await registry.scan()
            found = []
            for each in registry.listing():
                cost = await _call(registry, each.id, data)
                alone = await loader.load(await loader.read(Path(each.path)))
                await alone.draft.contained.close()
                load = f"loaded in {show(alone.load_ms / 1e3)}"
                name = f"a call: {each.kind} ({each.runs}), {PROBLEM}"
                found.append(Row(name, cost * 1e3, None, "ms", load))
        serving.cancel()
        await asyncio.wait({serving})
        await loaded.draft.contained.close()
    return found


async def _call(registry: SolverRegistry, solver: str, data: bytes) -> float:
    times = []
    for _ in range(CALLS):
        begun = time.perf_counter()
        await registry.solve(PROBLEM, data, solver)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)
