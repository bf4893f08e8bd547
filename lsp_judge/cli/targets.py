"""`lsp-judge build --targets`: one source for all platforms, with a bar and a table."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from lsp_judge.cli.build import Wanted, request_of, wanted_of
from lsp_judge.cli.compose import Parts, opened_with
from lsp_judge.cli.run import read
from lsp_judge.cli.show_report import show_report
from lsp_judge.model.build import BuildRequest, Profile
from lsp_judge.model.errors import BadUsage, DiskFailed
from lsp_judge.model.report import Judgement, Report
from lsp_judge.model.source import Document
from lsp_judge.model.target import file_name
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.packs.builds import Built, build_targets, chosen_targets
from lsp_judge.server.settings import Settings
from lsp_judge.server.words import milliseconds, size


def build_for(
    file: Path,
    output: Path,
    targets: str,
    problem: str | None,
    profile: Profile,
    settings: Settings,
) -> int:
    """Write `<target>/solution.<ending>` below `output`; 1 where a target could not be built.

    Raises JudgeError.
    """
    if profile is Profile.SANITIZE:
        raise BadUsage("Sanitizers are for this machine alone: leave out --targets.")
    names = chosen_targets(targets)
    document = read(file)
    shipped = Profile.PACK if profile is Profile.RELEASE else profile

    async def start() -> tuple[BuildRequest, list[Built]]:
        async with opened_with(os.environ, settings) as parts:
            wanted = wanted_of(parts, document, problem)
            return await built_for(parts, document, wanted, names, shipped)

    request, built = asyncio.run(start())
    paths = {each.target: _copied(each, output, request) for each in built}
    show_builds(document, built, lambda each: paths[each.target])
    return 0 if all(each.artifact is not None for each in built) else 1


async def built_for(
    parts: Parts, document: Document, wanted: Wanted, names: Sequence[str], profile: Profile
) -> tuple[BuildRequest, list[Built]]:
    """Build side by side, with a bar on a terminal's standard error."""
    request = request_of(document, wanted, Mode.WASM, profile)
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("building {task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    left = list(names)
    with bar:
        task = bar.add_task(", ".join(left), total=len(left))

        def hear(built: Built) -> None:
            left.remove(built.target)
            bar.update(task, advance=1, description=", ".join(left))

        return request, await build_targets(parts.builder, wanted.language, request, names, hear)


def show_builds(
    document: Document, built: Sequence[Built], path_of: Callable[[Built], str]
) -> None:
    """A row a target: file, size and time, or why there is none; then what the compilers said."""
    console = Console(highlight=False)
    table = Table("target", "file", "size", "time", box=None)
    for each in built:
        if each.artifact is None:
            table.add_row(each.target, Text(f"not built: {each.why}", "yellow"), "", "")
            continue
        time = "kept" if each.artifact.cached else milliseconds(each.took_ms)
        table.add_row(each.target, path_of(each), size(each.size), time)
    console.print(table)
    failed = next((each.messages for each in built if each.messages), ())
    if failed:
        judgement = Judgement(mode=Mode.NATIVE, verdict=Verdict.CE, messages=failed)
        report = Report(file=document.path, language="", judgements=(judgement,))
        show_report(report, document, Console(stderr=True, highlight=False))


def _copied(built: Built, output: Path, request: BuildRequest) -> str:
    if built.artifact is None:
        return ""
    target = output / built.target / file_name(built.target, request.shape)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(built.artifact.path, target)
    except OSError as error:
        raise DiskFailed.of(error) from error
    return str(target)
