"""One VS Code for the tests of a module; the folder has the server in its environment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.editors.window import browsing, give_server, opened
from tests.editors.workbench import Workbench


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def vscode_settings() -> dict[str, Any]:
    """Settings of a module's own, in its words."""
    return {}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("practice")
    give_server(folder)
    return folder


@pytest.fixture(scope="module")
def workbench(
    browser: Browser,
    workspace: Path,
    vscode_settings: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Workbench]:
    home = tmp_path_factory.mktemp("vscode")
    with opened(browser, workspace, home, vscode_settings) as workbench:
        yield workbench
