"""`lsp-judge play`: a page on this machine that runs a solution in the browser."""

from __future__ import annotations

import asyncio
import os
import signal
import webbrowser
from pathlib import Path

from rich.console import Console

from lsp_judge.cli.compose import Parts, opened_with
from lsp_judge.cli.run import read
from lsp_judge.cli.show_report import show_report
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document
from lsp_judge.packs.archive import open_pack
from lsp_judge.packs.judged import PackBuilder, PackPlanner, document_of
from lsp_judge.packs.play_server import PlayServer
from lsp_judge.packs.player import Player
from lsp_judge.server.settings import Settings
from lsp_judge.toolchains.base import Builder

_PACK = ".zip"


def play(file: Path, port: int, problem: str | None, settings: Settings, *, browse: bool) -> int:
    """Serve until it is interrupted; 1 where there is nothing to play. Raises JudgeError."""
    return asyncio.run(_play(file, port, problem, settings, browse=browse))


async def _play(
    file: Path, port: int, problem: str | None, settings: Settings, *, browse: bool
) -> int:
    async with opened_with(os.environ, settings) as parts:
        document, plan, builder = _planned(parts, file, problem)
        player = await _player(parts, plan, builder)
        if isinstance(player, Report):
            show_report(player, document, Console(stderr=True, highlight=False))
            return 1
        async with PlayServer(player, port) as server:
            print(f"Playing {file.name} at {server.url} (Ctrl+C ends it)", flush=True)
            if browse:
                await asyncio.to_thread(webbrowser.open, server.url)
            await _interrupted()
    return 0


async def _interrupted() -> None:
    """Until somebody ends it; also where Ctrl+C is not for this process, as in a background job of
    a shell."""
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    await ended.wait()


def _planned(
    parts: Parts, file: Path, problem: str | None
) -> tuple[Document, Plan | Report, Builder]:
    """A source's plan and the compilers, or a pack's plan and what is in it."""
    if file.suffix == _PACK:
        pack = open_pack(file)
        document = document_of(pack)
        planner = PackPlanner(pack, parts.languages, parts.sources)
        return document, planner.plan(document, problem, None), PackBuilder(pack, parts.store)
    document = read(file)
    plan = Planner(parts.languages, parts.sources).plan(document, problem, None)
    return document, plan, parts.builder


async def _player(parts: Parts, plan: Plan | Report, builder: Builder) -> Player | Report:
    """What plays the solution, built; a report where it cannot be."""
    if isinstance(plan, Report):
        return plan
    player = Player(plan, builder, parts.runtimes)
    failed = await player.prepare()
    if failed is not None:
        return Report(file=plan.context.document.path, language="", judgements=(failed,))
    return player
