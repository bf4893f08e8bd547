"""`lsp-judge doctor`: what is here, how well it isolates, and what to install."""

from __future__ import annotations

import asyncio
import os
import platform
from collections.abc import Mapping
from importlib.metadata import version

from rich.console import Console
from rich.table import Table
from rich.text import Text

from lsp_judge.cli.compose import Parts, opened
from lsp_judge.languages.base import Language
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.find import NAMES, OPTIONAL, ToolFinder, advice

_PACKAGES = ("lsp-judge", "wasmtime", "cffi", "pygls", "tree-sitter")


def doctor() -> int:
    """Print the tables; 0 where every language can be judged in every mode, else 2."""
    return asyncio.run(_doctor())


async def _doctor() -> int:
    console = Console(highlight=False)
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    console.print(f"Python {platform.python_version()} on {platform.platform()}", soft_wrap=True)
    console.print(f"{packages}\n", soft_wrap=True)
    async with opened(os.environ, {}) as parts:
        console.print(_tools(parts.finder))
        console.print(_languages(parts))
        isolated = await _isolation(parts, console)
        console.print(_prepared(parts), soft_wrap=True)
        complete = all(
            _missing(parts.finder, each, mode) == [] for each in parts.languages for mode in Mode
        )
    return 0 if complete and isolated else 2


def _tools(finder: ToolFinder) -> Table:
    """A row a tool, and what was rejected on the way to it."""
    table = Table("tool", "version", "from", "where", title="Tools", title_justify="left", box=None)
    for name in NAMES:
        search = finder.look(name)
        if search.tool is not None:
            tool = search.tool
            table.add_row(name, tool.version, tool.origin, " ".join(tool.command[:2]))
        elif name in OPTIONAL:
            table.add_row(name, Text("not installed", style="dim"), "", Text(advice(name)))
        else:
            table.add_row(name, Text("missing", style="red"), "", Text(advice(name)))
        for sentence in search.rejected:
            table.add_row("", Text("not used", style="yellow"), "", Text(sentence))
    return table


def _languages(parts: Parts) -> Table:
    table = Table("language", *Mode, title="\nLanguages", title_justify="left", box=None)
    for language in parts.languages:
        cells = []
        for mode in Mode:
            missing = _missing(parts.finder, language, mode)
            what = f"needs {', '.join(missing)}" if missing else "ready"
            cells.append(Text(what, style="red" if missing else "green"))
        table.add_row(language.title, *cells)
    return table


def _missing(finder: ToolFinder, language: Language, mode: Mode) -> list[str]:
    return [name for name in language.tools(mode) if finder.look(name).tool is None]


async def _isolation(parts: Parts, console: Console) -> bool:
    """Print how each mode is isolated; False where it could not be found out."""
    try:
        levels: Mapping[Mode, str] = await parts.judge.isolation()
    except JudgeError as error:
        console.print(Text(f"\nIsolation: {error}", style="red"), soft_wrap=True)
        return False
    console.print("\nIsolation")
    for mode, level in levels.items():
        console.print(f" {mode:<7} {level}", soft_wrap=True)
    return True


def _prepared(parts: Parts) -> str:
    """What the first save would have to wait for."""
    waiting = [task for task in parts.setup_tasks() if not task.is_done()]
    place = f"\nCache: {parts.store.root}"
    if not waiting:
        return f"{place}\nEverything is prepared."
    names = ", ".join(task.title for task in waiting)
    return f"{place}\nNot prepared yet: {names}.\nTo do it now: lsp-judge setup"
