"""One source, all targets: builds side by side, each with its artifact or why there is none."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from lsp_judge.languages.base import Language
from lsp_judge.model.build import Artifact, ArtifactKind, BuildRequest, CompileFailed
from lsp_judge.model.errors import BadUsage, JudgeError
from lsp_judge.model.source import SourceMessage
from lsp_judge.model.target import TARGET_NAMES, by_name
from lsp_judge.toolchains.base import Builder

ALL = "all"


class Built(Struct, frozen=True):
    """What became of one target: an artifact of `size` bytes, or `why` there is none.

    `messages` are the compiler's, of a build that failed; `took_ms` is the time until it was
    there, with waiting for other builds.
    """

    target: str
    artifact: Artifact | None = None
    size: int = 0
    took_ms: float = 0.0
    why: str = ""
    messages: tuple[SourceMessage, ...] = ()


def chosen_targets(text: str) -> tuple[str, ...]:
    """The names in `all` or `wasm,linux-x64`. Raises BadUsage for one that is not known."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if names == [ALL]:
        return TARGET_NAMES
    for name in names:
        if name not in TARGET_NAMES:
            raise BadUsage(f"There is no target {name!r}; there are {', '.join(TARGET_NAMES)}.")
    if not names:
        raise BadUsage(f"No target is named; there are {', '.join(TARGET_NAMES)}.")
    return tuple(name for name in TARGET_NAMES if name in names)


async def build_targets(
    builder: Builder,
    language: Language,
    request: BuildRequest,
    names: Sequence[str],
    hear: Callable[[Built], None] = lambda built: None,
) -> list[Built]:
    """Build `request` for each of the targets `names`; `hear` is told of each as it is ready.

    How many compilers run at once is the builder's business.
    """

    async def one(name: str) -> Built:
        built = await _build(builder, language, request, name)
        hear(built)
        return built

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(name)) for name in names]
    return [task.result() for task in tasks]


async def _build(builder: Builder, language: Language, request: BuildRequest, name: str) -> Built:
    chosen = by_name(name)
    assert chosen is not None
    mode, target = chosen
    began = time.monotonic()
    try:
        result = await builder.build(
            language, msgspec.structs.replace(request, mode=mode, target=target)
        )
    except JudgeError as error:
        return Built(name, why=str(error))
    took_ms = (time.monotonic() - began) * 1000
    match result:
        case Artifact(kind=ArtifactKind.SCRIPT):
            why = f"{language.title} has no artifact: it runs from its source, in both modes"
            return Built(name, why=why)
        case Artifact():
            size = await asyncio.to_thread(lambda: Path(result.path).stat().st_size)
            return Built(name, result, size, took_ms)
        case CompileFailed(messages):
            return Built(name, why="it does not compile", messages=messages)
        case SourceMessage(text=text):
            return Built(name, why=text)
