"""Many cases of an unchanged source: what a case costs beside the solution's own time."""

from __future__ import annotations

import asyncio
import os
import time
from pathlib import Path

from lsp_judge.toolchains.find import ToolFinder
from tests.benchmarks.editor import editor
from tests.benchmarks.rows import Row, ratio

PAIRS = 9
STDIO_CASES = 100
FUNCTION_CASES = 1_000
SPAWNS = 100

SUM = """#include <iostream>
int main() {
    long long a, b;
    std::cin >> a >> b;
    std::cout << a + b << "\\n";
}
"""
SQUARE = "class Solution { public: long long square(long long n) { return n * n; } };\n"
SIGNATURE = '{"name":"square","params":[{"name":"n","type":"long"}],"return":{"type":"long"}}\n'
LIMITS = {"native": 0.15, "wasm": 0.3}


async def rows(folder: Path) -> list[Row]:
    many = [await _function(folder / mode, mode) for mode in LIMITS]
    return [await _stdio(folder / "sums"), *many]


def _package(folder: Path, cases: list[tuple[str, str]], signature: str = "") -> None:
    secret = folder / "data" / "secret"
    secret.mkdir(parents=True)
    (folder / "problem.yaml").write_text("name: many\nlimits:\n  time_limit: 2\n")
    if signature:
        (folder / "signature.json").write_text(signature)
    for number, (given, answer) in enumerate(cases):
        (secret / f"{number:04}.in").write_text(given)
        (secret / f"{number:04}.ans").write_text(answer)


async def _stdio(folder: Path) -> Row:
    _package(folder, [(f"{n} {n + 1}\n", f"{2 * n + 1}\n") for n in range(STDIO_CASES)])
    path = folder / "solution.cpp"
    path.write_text(SUM)
    compiler = ToolFinder({}, os.environ).find("c++").command
    build = await asyncio.create_subprocess_exec(
        *compiler, "-O2", str(path), "-o", str(folder / "plain")
    )
    if await build.wait():
        raise RuntimeError("the plain program does not compile")
    loop = "for i in data/secret/*.in; do ./plain < $i > out; done"

    async def shell() -> float:
        begun = time.perf_counter()
        process = await asyncio.create_subprocess_exec("sh", "-c", loop, cwd=folder)
        await process.wait()
        return time.perf_counter() - begun

    async with editor() as client:
        client.open(path)
        (await client.save(path)).accepted()

        async def save() -> float:
            return (await client.save(path)).accepted().last

        value, note = await ratio(save, shell, PAIRS)
    name = f"{STDIO_CASES} stdio cases, C++, both modes / plain program in a shell loop"
    return Row(name, value, 3, "ratio", note)


def _spawns() -> float:
    begun = time.perf_counter()
    for _ in range(SPAWNS):
        os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)
    return (time.perf_counter() - begun) / SPAWNS


async def _function(folder: Path, mode: str) -> Row:
    cases = [(f"{n}\n", f"{n * n}\n") for n in range(FUNCTION_CASES)]
    _package(folder, cases, SIGNATURE)
    path = folder / "solution.cpp"
    path.write_text(SQUARE)

    async def spawn() -> float:
        return _spawns()

    async with editor(mode) as client:
        client.open(path)
        (await client.save(path)).accepted()

        async def save() -> float:
            return (await client.save(path)).accepted().last / FUNCTION_CASES

        value, note = await ratio(save, spawn, PAIRS)
    name = f"{FUNCTION_CASES} function cases, C++, {mode}, per case / posix_spawn of true"
    return Row(name, value, LIMITS[mode], "ratio", note)
