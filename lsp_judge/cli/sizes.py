"""What an artifact's size is made of, in one line."""

from __future__ import annotations

from pathlib import Path

from lsp_judge.runtimes.sections import parts_of
from lsp_judge.server.words import size


def made_of(path: Path) -> str:
    """`code 16.3 KiB, data 797 B, names 1.66 KiB, debug 906 KiB`; empty for what is no module."""
    if path.suffix != ".wasm" or not path.is_file():
        return ""
    parts = parts_of(path.read_bytes())
    return ", ".join(f"{name} {size(count)}" for name, count in parts.items() if count)
