"""The native mode: plugins, programs and scripts in a sandboxed worker."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from lsp_judge.model.build import Artifact, ArtifactKind, Profile
from lsp_judge.model.errors import IsolationMissing
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import Prepared
from lsp_judge.runtimes.execute import ZygoteRuntime
from lsp_judge.runtimes.gate import check_plugin
from lsp_judge.runtimes.zygote import Zygote

# Remembered files; beyond that many all are read again.
_MOST_ADMITTED = 1024


class NativeRuntime(ZygoteRuntime):
    """Runs on the zygote that both modes share. `launcher` gives the path of the program that
    starts programs, None where it cannot be had."""

    mode = Mode.NATIVE

    def __init__(self, zygote: Zygote, launcher: Callable[[], Awaitable[Path | None]]) -> None:
        super().__init__(zygote)
        self._launcher = launcher
        self._admitted: dict[str, tuple[int, int, int]] = {}

    async def prepare(
        self, artifact: Artifact, *, quick: bool, say: Callable[[str], None] = lambda text: None
    ) -> Prepared:
        ready = await self._zygote.start()
        if not any(layer.startswith("seccomp") for layer in ready.layers):
            missing = ", ".join(ready.missing)
            raise IsolationMissing(f"Native code cannot be isolated here: {missing}.")
        if artifact.kind is ArtifactKind.PLUGIN:
            await self._admit(artifact)
        released = artifact.profile is not Profile.SANITIZE
        launched = released and artifact.kind is ArtifactKind.EXECUTABLE
        launcher = await self._launcher() if launched else None
        return Prepared(artifact, artifact.path, helper=str(launcher or ""))

    async def _admit(self, artifact: Artifact) -> None:
        """Through the gate, once a file."""
        status = os.stat(artifact.path)
        stamp = (status.st_ino, status.st_size, status.st_mtime_ns)
        if self._admitted.get(artifact.path) != stamp:
            await asyncio.to_thread(check_plugin, artifact.path)
            if len(self._admitted) >= _MOST_ADMITTED:
                self._admitted.clear()
            self._admitted[artifact.path] = stamp

    async def isolation(self) -> str:
        ready = await self._zygote.start()
        missing = f"; missing: {', '.join(ready.missing)}" if ready.missing else ""
        return f"process, {', '.join(ready.layers)}{missing}"
