"""`lsp-judge serve`: the language server. Imports as little as it can, see `main`."""

from __future__ import annotations

import gc
import os

from lsp_judge.server.app import serve_stdio, serve_tcp, serve_ws
from lsp_judge.server.opened import OpenJudge

# A collection of what is young costs a millisecond; a run makes some ten thousand objects at once.
_YOUNG = 10_000


def serve(tcp: int | None = None, ws: int | None = None) -> int:
    """Serve on stdio, or on a port of the loopback interface; the exit status.

    Raises BadUsage where WebSocket is asked for and its package is missing.
    """
    if tcp is not None:
        return serve_tcp(_load, tcp)
    if ws is not None:
        return serve_ws(_load, ws)
    return serve_stdio(_load)


def _load() -> OpenJudge:
    """Called in a thread after the editor was answered: what judges is slow to import."""
    from lsp_judge.cli.compose import open_judge

    opened = open_judge(os.environ)
    # What was imported stays: no collection has to walk through it while a thousand cases come in.
    gc.freeze()
    gc.set_threshold(_YOUNG)
    return opened
