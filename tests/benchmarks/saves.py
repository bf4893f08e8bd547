"""From a save after an edit to the first verdict, against the bare compiler on the same file."""

from __future__ import annotations

import asyncio
import itertools
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

import wasmtime

from lsp_judge.toolchains.find import ToolFinder
from tests.benchmarks.editor import Editor, editor
from tests.benchmarks.rows import Row, ratio

PAIRS = 9

CASES = """// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
// Input: nums = [3,2,4], target = 6
// Output: [1,2]
"""
CPP = """class Solution {
public:
    vector<int> twoSum(vector<int>& nums, int target) {
        unordered_map<int, int> seen;
        for (int i = 0; i < (int)nums.size(); i++) {
            auto found = seen.find(target - nums[i]);
            if (found != seen.end()) return {found->second, i};
            seen[nums[i]] = i;
        }
        return {};
    }
};
"""
GO = """func twoSum(nums []int, target int) []int {
\tseen := map[int]int{}
\tfor i, x := range nums {
\t\tif j, ok := seen[target-x]; ok {
\t\t\treturn []int{j, i}
\t\t}
\t\tseen[x] = i
\t}
\treturn nil
}
"""
GO_MAIN = "package main\n\nfunc main() { println(twoSum([]int{3, 2, 4}, 6)[0]) }\n"


async def rows(folder: Path) -> list[Row]:
    finder = ToolFinder({}, os.environ)
    async with editor() as client:
        return [await _cpp(client, folder, finder), await _go(client, folder, finder)]


def _edited(client: Editor, path: Path, text: str) -> Callable[[], Awaitable[float]]:
    """Each time another comment at the end: nothing that is kept can be used."""
    numbers = itertools.count()
    path.write_text(CASES + text)
    client.open(path)

    async def save() -> float:
        edited = f"{CASES}{text}// edit {time.time_ns()} {next(numbers)}\n"
        return (await client.save(path, edited)).accepted().first

    return save


async def _timed(command: list[str], folder: Path, environment: Mapping[str, str]) -> float:
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=environment)
    if await process.wait():
        raise RuntimeError(f"{command} failed")
    return time.perf_counter() - begun


async def _cpp(client: Editor, folder: Path, finder: ToolFinder) -> Row:
    compiler = finder.find("c++")
    save = _edited(client, folder / "solution.cpp", CPP)
    await save()
    plain = folder / "plain.cpp"

    async def bare() -> float:
        edit = f"// edit {time.time_ns()}\n"
        plain.write_text(f"#include <bits/stdc++.h>\nusing namespace std;\n{CPP}{edit}")
        command = [*compiler.command, "-O2", "-std=c++20", "-c", "plain.cpp", "-o", "plain.o"]
        return await _timed(command, folder, os.environ)

    value, note = await ratio(save, bare, PAIRS)
    name = f"save to first verdict, C++ / {compiler.flavour} -O2 -c with bits/stdc++.h"
    return Row(name, value, 0.35, "ratio", note)


async def _go(client: Editor, folder: Path, finder: ToolFinder) -> Row:
    tool = finder.find("go")
    save = _edited(client, folder / "solution.go", GO)
    await save()
    module = folder / "bare"
    module.mkdir()
    (module / "go.mod").write_text("module bare\n\ngo 1.24\n")
    environment = {**os.environ, "GOOS": "wasip1", "GOARCH": "wasm", "GOTOOLCHAIN": "local"}
    engine = wasmtime.Engine()

    async def bare() -> float:
        (module / "main.go").write_text(f"{GO_MAIN}{GO}// edit {time.time_ns()}\n")
        built = await _timed([*tool.command, "build", "-o", "a.wasm", "."], module, environment)
        begun = time.perf_counter()
        await asyncio.to_thread(wasmtime.Module, engine, (module / "a.wasm").read_bytes())
        return built + time.perf_counter() - begun

    await bare()
    value, note = await ratio(save, bare, PAIRS)
    name = "save to first verdict, Go / go build for wasip1 and Cranelift"
    return Row(name, value, 1.0, "ratio", note)
