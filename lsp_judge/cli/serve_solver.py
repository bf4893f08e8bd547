"""`lsp-judge serve-solver`: one solver behind HTTP, on the loopback interface."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

from lsp_judge.cli.compose import opened_with
from lsp_judge.model.errors import BadUsage
from lsp_judge.packs.opening import opened_loader
from lsp_judge.server.settings import Settings


def serve_solver(file: Path, port: int, settings: Settings) -> int:
    """Until it is interrupted; 0. Raises JudgeError where the solver cannot be loaded."""
    try:
        import h11  # noqa: F401
    except ImportError as error:
        raise BadUsage(
            "Services need the package h11.", 'Install it: pip install "lsp-judge[services]"'
        ) from error
    return asyncio.run(_serve(file.absolute(), port, settings))


async def _serve(file: Path, port: int, settings: Settings) -> int:
    from lsp_judge.packs.serving import LOOPBACK, serve

    async with (
        opened_with(os.environ, settings) as parts,
        opened_loader(parts.judge, trusted=settings.trusted) as loader,
    ):
        loaded = await loader.load(await loader.read(file))
        try:
            about = f"{loaded.id} ({loaded.draft.runs}) answers {', '.join(loaded.draft.problems)}"

            def ready(at: int) -> None:
                print(f"{about} on http://{LOOPBACK}:{at}/", flush=True)

            serving = asyncio.create_task(serve(loaded, port, ready))
            for number in (signal.SIGINT, signal.SIGTERM):
                asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
            try:
                await serving
            except asyncio.CancelledError:
                return 0
            except OSError as error:
                raise BadUsage(f"Port {port} cannot be taken: {error.strerror}.") from error
        finally:
            await loaded.draft.contained.close()
    return 0
