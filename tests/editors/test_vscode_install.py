"""VS Code on a machine without the server: it is offered, installed and judges."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.editors.solutions import RIGHT, fresh
from tests.editors.window import opened
from tests.editors.workbench import Workbench


@pytest.fixture
def bare(browser: Browser, tmp_path: Path) -> Iterator[Workbench]:
    """A folder without an environment, on a PATH with Python and without the server."""
    folder, home, programs = (tmp_path / name for name in ("practice", "vscode", "bin"))
    for each in (folder, home, programs):
        each.mkdir()
    base = Path(sys.base_prefix) / "bin"
    (programs / "python3").symlink_to(base / f"python3.{sys.version_info.minor}")
    environment = {**os.environ, "PATH": f"{programs}:/usr/bin:/bin"}
    environment.pop("VIRTUAL_ENV", None)
    with opened(browser, folder, home, {}, environment) as workbench:
        yield workbench


def test_the_server_is_offered_and_installed(bare: Workbench) -> None:
    bare.write("two_sum.go", fresh(RIGHT))
    bare.open("two_sum.go")
    offer = bare.toasts.filter(has_text="is not on this machine yet")
    expect(offer).to_be_visible()
    expect(bare.status).to_contain_text("no server")
    bare.shot("offer")
    offer.get_by_role("button", name="Install without").click()
    expect(bare.toasts.filter(has_text="Installing lsp-judge")).to_be_visible()
    bare.shot("installing")
    expect(bare.lens("Benchmark")).to_be_visible(timeout=120_000)
    expect(bare.status).not_to_contain_text("no server")
