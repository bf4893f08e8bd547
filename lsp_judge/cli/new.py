"""`lsp-judge new` and `lsp-judge problems`: a file to begin with, and the problems there are."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from lsp_judge.cli.compose import opened_with
from lsp_judge.judging.desk import Beginning
from lsp_judge.model.errors import BadUsage
from lsp_judge.server.settings import Settings


def new(problem: str, language: str, output: Path | None, settings: Settings) -> int:
    """Write the file to `output` (`-`: standard output; a folder: in it). Raises JudgeError, also
    where there is a file already."""

    async def begun() -> tuple[str, str]:
        async with opened_with(os.environ, settings) as parts:
            made = parts.judge.desk.begin(problem, language)
            return made.file_name, made.text

    name, text = asyncio.run(begun())
    if output is not None and str(output) == "-":
        sys.stdout.write(text)
        return 0
    target = output or Path(name)
    if target.is_dir():
        target /= name
    _write(target, text)
    print(target)
    return 0


def _write(target: Path, text: str) -> None:
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise BadUsage(f"{target} is there already.", "Name another file with -o.") from None
    except OSError as error:
        raise BadUsage(f"{target} cannot be written: {error.strerror}.") from error


def problems(settings: Settings) -> int:
    """A table of the problems that can be begun."""

    async def known() -> list[Beginning]:
        async with opened_with(os.environ, settings) as parts:
            return parts.judge.desk.beginnings()

    table = Table("problem", "title", "languages", box=None, pad_edge=False)
    for each in asyncio.run(known()):
        table.add_row(each.id, each.title, " ".join(each.languages))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = 200
    console.print(table)
    return 0
