"""`lsp-judge pack`: a solution for all platforms in one zip."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import msgspec

from lsp_judge.cli.build import wanted_of
from lsp_judge.cli.compose import opened_with
from lsp_judge.cli.run import read
from lsp_judge.cli.targets import built_for, show_builds
from lsp_judge.model.build import Profile
from lsp_judge.model.errors import BadUsage, disk_failures
from lsp_judge.packs.builds import Built, chosen_targets
from lsp_judge.packs.make import About, check_licence, pack_bytes, tools_for
from lsp_judge.packs.manifest import schema
from lsp_judge.server.settings import Settings
from lsp_judge.server.words import size


def pack(
    file: Path, output: Path, targets: str, problem: str | None, licence: str, settings: Settings
) -> int:
    """Write the pack; 0 also where some targets could not be built, which the table says.

    2 where none could. Raises JudgeError.
    """
    names = chosen_targets(targets)
    check_licence(licence)
    document = read(file)

    async def start() -> tuple[list[Built], bytes | None]:
        async with opened_with(os.environ, settings) as parts:
            wanted = wanted_of(parts, document, problem)
            request, built = await built_for(parts, document, wanted, names, Profile.PACK)
            if all(each.artifact is None for each in built):
                return built, None
            about = About(wanted.problem or file.stem, wanted.language.id, request, licence)
            tools = tools_for(wanted.language, parts.finder.find)
            return built, await asyncio.to_thread(pack_bytes, about, built, tools)

    built, data = asyncio.run(start())
    show_builds(document, built, lambda each: f"{each.target}/")
    if data is None:
        raise BadUsage(f"There is nothing of {file.name} that a pack could hold.")
    with disk_failures():
        _write(output, data)
    print(f"{output}  {size(len(data))}")
    return 0


def _write(output: Path, data: bytes) -> None:
    """Whole or not at all: somebody may be watching the folder."""
    output.parent.mkdir(parents=True, exist_ok=True)
    temporary = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        temporary.replace(output)
    finally:
        temporary.unlink(missing_ok=True)


def show_schema() -> int:
    """Print the JSON Schema of the manifest."""
    text = msgspec.json.format(msgspec.json.encode(schema()), indent=2)
    sys.stdout.buffer.write(text + b"\n")
    return 0
