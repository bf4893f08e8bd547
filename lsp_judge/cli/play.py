"""`lsp-judge play`: a page on this machine that runs a solution in the browser."""

from __future__ import annotations

import asyncio
import os
import webbrowser
from pathlib import Path

from rich.console import Console

from lsp_judge.cli.compose import Parts, opened_with
from lsp_judge.cli.run import read
from lsp_judge.cli.show_report import show_report
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document
from lsp_judge.packs.play_server import PlayServer
from lsp_judge.packs.player import Player
from lsp_judge.server.settings import Settings


def play(file: Path, port: int, problem: str | None, settings: Settings, *, browse: bool) -> int:
    """Serve until it is interrupted; 1 where there is nothing to play. Raises JudgeError."""
    return asyncio.run(_play(read(file), port, problem, settings, browse=browse))


async def _play(
    document: Document, port: int, problem: str | None, settings: Settings, *, browse: bool
) -> int:
    async with opened_with(os.environ, settings) as parts:
        player = await _player(parts, document, problem)
        if isinstance(player, Report):
            show_report(player, document, Console(stderr=True, highlight=False))
            return 1
        async with PlayServer(player, port) as server:
            print(
                f"Playing {Path(document.path).name} at {server.url} (Ctrl+C ends it)", flush=True
            )
            if browse:
                await asyncio.to_thread(webbrowser.open, server.url)
            await asyncio.Event().wait()
    return 0


async def _player(parts: Parts, document: Document, problem: str | None) -> Player | Report:
    """What plays the solution, built; a report where it cannot be."""
    plan = Planner(parts.languages, parts.sources).plan(document, problem, None)
    if not isinstance(plan, Plan):
        return plan
    player = Player(plan, parts.builder, parts.runtimes)
    failed = await player.prepare()
    if failed is not None:
        return Report(file=document.path, language="", judgements=(failed,))
    return player
