"""Builds the launcher of native stdio programs (`worker/launcher.c`), once per C compiler."""

from __future__ import annotations

import asyncio
import platform
from importlib.resources import files
from pathlib import Path

from lsp_judge.model.build import ArtifactKind, BuildPlan, Step, Tool
from lsp_judge.model.errors import DiskFailed, ToolFailed, ToolMissing
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder

_NAME = "launcher"


async def launcher(builder: StoreBuilder, finder: ToolFinder) -> Path | None:
    """Its path; None where it cannot be built: programs are then started by forking, slower."""
    try:
        tool = await asyncio.to_thread(finder.find, "cc")
        return await builder.shared(_plan(tool), {"cc": tool}) / _NAME
    except (ToolMissing, ToolFailed, DiskFailed):
        return None


def _plan(tool: Tool) -> BuildPlan:
    source = f"{_NAME}.c"
    target = ("-target", f"{platform.machine()}-linux-musl") if tool.flavour == "zig" else ()
    arguments = (*target, "-Os", "-static", source, "-o", _NAME)
    step = Step(_NAME, "cc", arguments, (source,), (_NAME,), shared=True)
    text = files("lsp_judge.worker").joinpath(source).read_bytes()
    return BuildPlan(ArtifactKind.EXECUTABLE, {source: text}, (step,), _NAME)
