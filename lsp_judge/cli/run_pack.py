"""`lsp-judge run --pack`: judges a pack, with no compiler."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import msgspec
from rich.console import Console

from lsp_judge.cli.compose import opened_with
from lsp_judge.cli.run import Progress, status_of
from lsp_judge.cli.show_report import show_report
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.report import Report, RunOutput
from lsp_judge.packs.archive import Pack, open_pack
from lsp_judge.packs.judged import document_of
from lsp_judge.server.settings import Settings


def run_pack(path: Path, options: JudgeOptions, settings: Settings, *, as_json: bool) -> int:
    """Judge the pack at `path` and print; the exit status, see `run.status_of`.

    Raises JudgeError, of which PackBroken says what is wrong with the pack.
    """
    pack = open_pack(path)
    options = msgspec.structs.replace(options, trusted=settings.trusted)
    report = asyncio.run(_judge(pack, options, settings))
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(RunOutput(reports=(report,))) + b"\n")
    else:
        show_report(report, document_of(pack), Console(highlight=False))
    return status_of([report])


async def _judge(pack: Pack, options: JudgeOptions, settings: Settings) -> Report:
    with Progress(Console(stderr=True)) as progress:
        async with opened_with(os.environ, settings) as parts:
            progress.begin(str(pack.path))
            return await parts.judge_of(pack).judge(document_of(pack), options, progress.hear)
