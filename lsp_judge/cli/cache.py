"""`lsp-judge cache`: what is kept on disk."""

from __future__ import annotations

import os

from rich.console import Console
from rich.filesize import decimal
from rich.table import Table

from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.store import Store


def show() -> int:
    """Print where the cache is and how much each part of it takes."""
    store = Store(cache_root(os.environ))
    print(store.root)
    table = Table("part", "entries", "size", box=None)
    parts = store.usage()
    for part in parts:
        table.add_row(part.namespace, str(part.entries), decimal(part.bytes))
    table.add_row("all", "", decimal(sum(part.bytes for part in parts)), style="bold")
    Console().print(table)
    return 0


def prune(limit_mb: int) -> int:
    """Clean up to `limit_mb` megabytes of artifacts, modules and reports."""
    freed = Store(cache_root(os.environ)).prune(limit_mb * 1_000_000)
    print(f"freed {decimal(freed)}")
    return 0


def clear() -> int:
    """Remove the whole cache."""
    freed = Store(cache_root(os.environ)).clear()
    print(f"freed {decimal(freed)}")
    return 0
