"""The wasm mode: modules compiled by wasmtime once, kept, and run in a sandboxed worker."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from lsp_judge.model.build import Artifact, ArtifactKind
from lsp_judge.model.errors import ArtifactRejected
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.base import Prepared
from lsp_judge.runtimes.execute import ZygoteRuntime
from lsp_judge.runtimes.sealed import Sealed
from lsp_judge.runtimes.sections import code_bytes
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.worker.wire import EXIT_DONE, CompileJob

# Below this much code Cranelift takes less than some 100 ms: one compilation then serves for all.
_QUICK_FROM_BYTES = 150_000
# What is ready by then needs no announcement.
_SILENT_S = 0.5


class WasmRuntime(ZygoteRuntime):
    """`directory` keeps the compiled modules; `python_image` gives the path of CPython's, made
    when it is first needed (it may take a minute)."""

    mode = Mode.WASM

    def __init__(
        self, zygote: Zygote, directory: Path, python_image: Callable[[], Awaitable[Path]]
    ) -> None:
        super().__init__(zygote)
        self._directory = directory
        self._python_image = python_image
        self._making: asyncio.Task[Path] | None = None
        self._sealed = Sealed()
        # wasmtime loads only what exactly its own version wrote.
        self._version = version("wasmtime")

    async def prepare(
        self, artifact: Artifact, *, quick: bool, say: Callable[[str], None] = lambda text: None
    ) -> Prepared:
        if artifact.kind is ArtifactKind.SCRIPT:
            image = await self._python(say)
            return Prepared(artifact, artifact.path, helper=str(image))
        final = self._compiled(artifact, ".cwasm")
        if await self._is_whole(final):
            return Prepared(artifact, str(final))
        if quick and code_bytes(Path(artifact.path).read_bytes()) >= _QUICK_FROM_BYTES:
            baseline = self._compiled(artifact, ".winch.cwasm")
            if not await self._is_whole(baseline):
                await self.compile(Path(artifact.path), baseline, baseline=True)
            return Prepared(artifact, str(baseline), final=False)
        await self.compile(Path(artifact.path), final)
        return Prepared(artifact, str(final))

    async def _python(self, say: Callable[[str], None]) -> Path:
        """CPython's image. Its making outlives the run that asked for it first: a newer save
        would else begin that minute anew."""
        if self._making is None or (self._making.done() and not _succeeded(self._making)):
            self._making = asyncio.create_task(_made(self._python_image))
        done, _ = await asyncio.wait({self._making}, timeout=_SILENT_S)
        if not done:
            say("compiling CPython for WebAssembly, once on this machine (about a minute)")
        return await asyncio.shield(self._making)

    async def _is_whole(self, path: Path) -> bool:
        return self._sealed.is_known(path) or await asyncio.to_thread(self._sealed.is_whole, path)

    def _compiled(self, artifact: Artifact, ending: str) -> Path:
        name = hashlib.blake2b(f"{artifact.key}\0{self._version}".encode(), digest_size=20)
        return self._directory / (name.hexdigest() + ending)

    async def compile(self, source: Path, target: Path, *, baseline: bool = False) -> None:
        """Compile in a process of its own; `target` appears whole.

        Raises ArtifactRejected where wasmtime does not take the module.
        """
        self._directory.mkdir(parents=True, exist_ok=True)
        worker = await self._zygote.compile(CompileJob(str(source), str(target), baseline))
        try:
            ended = await worker.ended
            failure = worker.failure()
        finally:
            await worker.stop()
        if ended.status != EXIT_DONE:
            reason = failure or f"the compiler ended with status {ended.status}"
            raise ArtifactRejected(f"wasmtime rejected the module: {reason.strip()}")
        # Without its seal it serves this once, and is compiled again the next time.
        with suppress(OSError):
            await asyncio.to_thread(self._sealed.seal, target)

    async def isolation(self) -> str:
        ready = await self._zygote.start()
        outer = ", ".join(ready.layers)
        missing = f"; missing: {', '.join(ready.missing)}" if ready.missing else ""
        return f"wasmtime {self._version} (no files, no network) in a process with {outer}{missing}"

    async def close(self) -> None:
        if self._making is not None and not self._making.done():
            self._making.cancel()
            await asyncio.wait({self._making})
        await super().close()


async def _made(make: Callable[[], Awaitable[Path]]) -> Path:
    return await make()


def _succeeded(task: asyncio.Task[Path]) -> bool:
    return not task.cancelled() and task.exception() is None
