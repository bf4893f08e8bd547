"""`lsp-judge solvers`: which solvers a folder holds, once or as they change."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from lsp_judge.cli.compose import opened_with
from lsp_judge.judging.judge import Judge
from lsp_judge.model.errors import BadUsage
from lsp_judge.packs.kinds import FOLDER
from lsp_judge.packs.opening import opened_registry
from lsp_judge.packs.reload import QUICK_MS, watch
from lsp_judge.packs.slot import Listed, State
from lsp_judge.server.settings import Settings
from lsp_judge.server.words import milliseconds

_COLOURS = {State.READY: "green", State.LOADING: "cyan", State.REFUSED: "red"}


def solvers(folders: Sequence[Path], settings: Settings, *, live: bool) -> int:
    """List them; 1 where a file was refused. `live`: until it is interrupted."""
    return asyncio.run(_solvers(folders_of(folders), settings, live=live))


def folders_of(given: Sequence[Path]) -> list[Path]:
    """What was named, else `solvers/` here. A folder that holds a `solvers/` folder means that.

    Raises BadUsage where there is no such folder.
    """
    found = []
    for folder in given or [Path(FOLDER)]:
        inner = folder / FOLDER
        chosen = inner if folder.name != FOLDER and inner.is_dir() else folder
        if not chosen.is_dir():
            raise BadUsage(f"There is no folder {chosen}.", "Name one: --folder DIR.")
        found.append(chosen.resolve())
    return found


async def _solvers(folders: Sequence[Path], settings: Settings, *, live: bool) -> int:
    console = Console(highlight=False)
    async with opened_with(os.environ, settings) as parts:
        judge = parts.judge
        if live:
            return await _live(judge, folders, console, trusted=settings.trusted)
        async with opened_registry(judge, folders, trusted=settings.trusted) as registry:
            await registry.scan()
            listing = registry.listing()
    if not listing:
        console.print(f"No solvers in {', '.join(map(str, folders))}.")
        return 0
    console.print(table(listing))
    for reason in reasons(listing):
        console.print(reason, soft_wrap=True)
    return 1 if any(each.state is State.REFUSED for each in listing) else 0


async def _live(judge: Judge, folders: Sequence[Path], console: Console, *, trusted: bool) -> int:
    """On a terminal a table that changes, elsewhere a line for each change."""
    with Live(console=console, auto_refresh=False) as screen:

        def show(listed: Listed) -> None:
            if console.is_terminal:
                listing = registry.listing()
                screen.update(Group(table(listing), *reasons(listing)), refresh=True)
            else:
                print(line(listed), flush=True)

        async with opened_registry(judge, folders, trusted=trusted, changed=show) as registry:
            await watch(registry, QUICK_MS, lambda: print("watching", flush=True))
    return 0


def table(listing: Sequence[Listed]) -> Table:
    shown = Table(box=None)
    shown.add_column("solver", overflow="fold")
    for name in ("kind", "runs", "problem", "version", "load", "state"):
        shown.add_column(name)
    for each in listing:
        shown.add_row(
            each.id,
            each.kind,
            each.runs or "-",
            ", ".join(each.problems) or "-",
            each.version or "-",
            milliseconds(each.load_ms) if each.load_ms else "-",
            Text(each.state, _COLOURS.get(each.state, "yellow")),
        )
    return shown


def reasons(listing: Sequence[Listed]) -> list[Text]:
    """A line for each that is not simply ready."""
    return [Text(f"{each.id}: {each.reason}") for each in listing if each.reason]


def line(listed: Listed) -> str:
    """One change: `two-sum.so  ready  f98bf5cc  native  4.1 ms`."""
    load = milliseconds(listed.load_ms) if listed.load_ms else ""
    parts = (listed.id, listed.state, listed.version, listed.runs, load, listed.reason)
    return "  ".join(filter(None, parts))
