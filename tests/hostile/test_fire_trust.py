"""A folder that the editor does not trust: wasm alone, and nothing of the folder's own is run."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fire_client import Client, connected
from fire_texts import square

VALIDATOR = """\
import pathlib, sys
try:
    pathlib.Path(__file__).with_name("ran").write_text("the validator ran")
except OSError:
    sys.exit(42)
sys.exit(3)
"""
COMPILER = '#!/bin/sh\ntouch "{mark}"\nexec cc "$@"\n'


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with connected(tmp_path / "log") as client:
        yield client
        client.end()
        assert client.mistakes() == []


def package(folder: Path) -> Path:
    """A problem whose validator accepts everything where it cannot leave a mark. Its solution's
    path."""
    data = folder / "data" / "secret"
    data.mkdir(parents=True)
    (folder / "problem.yaml").write_text("name: Any\nvalidation: custom\n")
    (folder / "output_validators").mkdir()
    (folder / "output_validators" / "validate.py").write_text(VALIDATOR)
    (data / "1.in").write_text("1\n")
    (data / "1.ans").write_text("1\n")
    return folder / "any.c"


ANSWERS_TWO = '#include <stdio.h>\nint main(void) { puts("2"); }\n'


def test_a_validator_runs_with_trust_and_not_without(client: Client, tmp_path: Path) -> None:
    solution = package(tmp_path / "any")
    mark = tmp_path / "any" / "output_validators" / "ran"
    client.initialize({"trusted": False, "mode": "both"})
    uri = client.open(solution, "")
    version = client.save(uri, ANSWERS_TWO)
    [judgement] = client.judged(uri, version)
    assert (judgement["mode"], judgement["verdict"]) == ("wasm", "WA")
    shown = client.shown(uri, version)
    assert shown is not None
    assert "not trusted, so the package's own validator" in shown[0]["message"]
    assert shown[0]["severity"] == 2
    assert not mark.exists()
    assert client.report(uri)["trusted"] is False
    lenses = client.lenses(uri)
    assert "not trusted: wasm only" in lenses
    assert "Run natively" not in lenses
    place = {"line": 1, "character": 5}
    hover = client.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})
    assert "This folder is not trusted" in hover["contents"]["value"]

    with connected(tmp_path / "log2") as trusting:
        trusting.initialize()
        assert trusting.verdicts(trusting.open(solution, ""), ANSWERS_TWO) == {
            "wasm": "AC",
            "native": "AC",
        }
        assert not mark.exists()


@pytest.mark.parametrize("who", ["the editor", "the setting"])
def test_neither_compilers_nor_flags_nor_trust_come_from_the_workspace(
    client: Client, tmp_path: Path, who: str
) -> None:
    evil = tmp_path / "evil"
    evil.write_text(COMPILER.format(mark=tmp_path / "mark"))
    evil.chmod(0o755)
    tools = dict.fromkeys(("cc", "c++", "zig", "go", "rustc"), str(evil))
    flags = {"flags": [f"-fplugin={evil}", f"-B{tmp_path}", "-Dn=1"]}
    workspace = {"toolchain": tools, "languages": {"c": flags, "go": flags}, "mode": "both"}
    if who == "the editor":
        client.initialize({"trusted": False}, workspace | {"trusted": True})
    else:
        client.initialize(None, workspace | {"trusted": False})
    uri = client.open(tmp_path / "a.c", "")
    assert client.verdicts(uri, square()) == {"wasm": "AC"}
    for command in ("run", "sanitize"):
        arguments = {
            "command": f"lspJudge.{command}",
            "arguments": [{"uri": uri, "mode": "native"}],
        }
        client.ask("workspace/executeCommand", arguments)
        assert client.verdicts(uri, square("n + n")) == {"wasm": "WA"}
    assert not (tmp_path / "mark").exists()


def test_the_command_line_without_trust(tmp_path: Path) -> None:
    import subprocess

    solution = package(tmp_path / "any")
    solution.write_text(ANSWERS_TWO)
    command = [sys.executable, "-m", "lsp_judge.cli.main", "run", "--set", "trusted=false"]
    done = subprocess.run([*command, str(solution)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "This folder is not trusted" in done.stdout
    assert "native" not in done.stdout
    assert not (tmp_path / "any" / "output_validators" / "ran").exists()
