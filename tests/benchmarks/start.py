"""Starting the server, and what it holds while nothing happens."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import psutil

from tests.benchmarks.editor import editor
from tests.benchmarks.rows import Row, ratio

PAIRS = 15


async def rows(folder: Path) -> list[Row]:
    value, note = await ratio(_initialized, _import_pygls, PAIRS)
    return [
        Row("server: start to initialized / import pygls.lsp.server", value, 1.3, "ratio", note),
        Row("idle memory of server and zygote", await _idle(folder), None, "MB", "aim: 120"),
    ]


async def _initialized() -> float:
    begun = time.perf_counter()
    async with editor():
        return time.perf_counter() - begun


async def _import_pygls() -> float:
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "import pygls.lsp.server")
    await process.wait()
    return time.perf_counter() - begun


async def _idle(folder: Path) -> float:
    path = folder / "solution.py"
    path.write_text("# Input: n = 1\n# Output: 1\ndef f(n: int) -> int:\n    return n\n")
    async with editor("native") as client:
        client.open(path)
        (await client.save(path)).accepted()
        server = psutil.Process(client.process.pid)
        tree = [server, *server.children(recursive=True)]
        # Proportional, where the system tells: the zygote shares most pages with nobody else.
        return sum(each.memory_full_info().pss for each in tree) / 1e6
