"""One VS Code on one folder: its server, a browser, the page."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

from tests.editors import prepare
from tests.editors.vscode_server import served
from tests.editors.workbench import PATIENCE, Workbench

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def browsing() -> Iterator[Browser]:
    """Chromium without a screen."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=prepare.chromium(), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser,
    folder: Path,
    home: Path,
    settings: Mapping[str, Any],
    environment: Mapping[str, str] | None = None,
    **page_options: Any,
) -> Iterator[Workbench]:
    """The workbench on `folder`; what VS Code keeps is within `home`."""
    with served(home, settings, environment or os.environ) as address:
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 800}, **page_options})
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}/?folder={folder}")
        expect(page.locator(".explorer-folders-view")).to_be_visible()
        yield Workbench(page, folder)
        page.close()


def give_server(folder: Path) -> None:
    """The environment of the tests, in the folder where the extension looks for one."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "lsp-judge").symlink_to(Path(sys.executable).with_name("lsp-judge"))
