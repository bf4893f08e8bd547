"""VS Code: a folder that a person does not trust runs nothing of its own, until they do."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.editors.solutions import WRONG, fresh
from tests.editors.workbench import Workbench

SERVER = Path(sys.executable).with_name("lsp-judge")


@pytest.fixture(scope="module")
def vscode_settings() -> dict[str, Any]:
    return {
        "security.workspace.trust.enabled": True,
        "lspJudge.serverPath": str(SERVER),
    }


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is there when a program of the folder was executed."""
    return tmp_path_factory.mktemp("trap") / "sprung"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, trap: Path) -> Path:
    """Its settings and its environment name a program of its own as the server."""
    folder = tmp_path_factory.mktemp("foreign")
    server = folder / ".venv" / "bin" / "lsp-judge"
    server.parent.mkdir(parents=True)
    server.write_text(f"#!/bin/sh\ntouch '{trap}'\nexec '{SERVER}' \"$@\"\n")
    server.chmod(0o755)
    settings = folder / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(f'{{"lspJudge.serverPath": "{server}", "lspJudge.trusted": true}}')
    (folder / "two_sum.go").write_text(fresh(WRONG))
    return folder


def test_without_trust_wasm_alone_is_judged(workbench: Workbench, trap: Path) -> None:
    dialog = workbench.page.get_by_role("dialog")
    dialog.get_by_role("button", name="No, I don't trust the authors").click()
    workbench.open("two_sum.go")
    expect(workbench.lens("Benchmark")).to_be_visible()
    workbench.save()
    expect(workbench.lens("wasm ✗ WA 1/2")).to_be_visible()
    expect(workbench.lens("Benchmark")).to_be_visible()
    expect(workbench.lens("native ✗")).to_have_count(0)
    assert not trap.exists()
    workbench.shot("untrusted")


def test_with_trust_the_server_is_started_anew(workbench: Workbench, trap: Path) -> None:
    workbench.command("Workspaces: Manage Workspace Trust")
    editor = workbench.page.locator(".workspace-trust-editor")
    editor.get_by_role("button", name="Trust", exact=True).first.click()
    workbench.page.locator(".tab", has_text="two_sum.go").click()
    expect(workbench.lens("Run natively")).to_be_visible()
    workbench.click_lens("Run natively", workbench.lens("native ✗ WA 1/2"))
    assert trap.exists()
