"""What can be set is said in three places, and all say what the server takes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec

from lsp_judge.cli.settings import schema, table
from lsp_judge.server.settings import Settings

ROOT = Path(__file__).parents[3]


def test_every_setting_is_described() -> None:
    properties = schema()["properties"]
    assert list(properties) == [each.encode_name for each in msgspec.structs.fields(Settings)]
    assert all(each["description"] and "default" in each for each in properties.values())
    assert "$ref" not in json.dumps(properties)
    assert properties["mode"]["enum"] == ["auto", "both", "native", "wasm"]
    language = properties["languages"]["additionalProperties"]["properties"]
    assert list(language) == ["standard", "optimize", "flags"]


def test_vscode_and_the_documentation_have_the_current_settings() -> None:
    check = [sys.executable, str(ROOT / "editors" / "settings.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert table() in (ROOT / "docs" / "settings.md").read_text()
    package = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text())
    offered = package["contributes"]["configuration"]["properties"]
    assert {f"lspJudge.{name}" for name in schema()["properties"]} == {
        name for name in offered if name not in ("lspJudge.serverPath", "lspJudge.trace.server")
    }


def test_what_an_untrusted_workspace_must_not_choose_is_restricted() -> None:
    package = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text())
    restricted = package["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]
    assert {"lspJudge.serverPath", "lspJudge.toolchain", "lspJudge.languages"} <= set(restricted)
