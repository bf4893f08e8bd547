"""`lsp-judge demo`: prepares Go, then shows what an editor would show."""

from __future__ import annotations

import sys

from rich.console import Console

from lsp_judge.cli.demo import run_demo
from lsp_judge.cli.setup import setup


def demo() -> int:
    """The demo's exit status; that of the set-up where it fails."""
    if status := setup(["go"]):
        return status
    return run_demo([sys.executable, "-m", "lsp_judge.cli.main", "serve"], Console())
