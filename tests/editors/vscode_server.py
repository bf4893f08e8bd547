"""One VS Code server with the extension in it, in a process group of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psutil

from tests.editors import prepare

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
# What would get in a test's way: it saves by itself, asks, recommends, or goes to the network.
SETTINGS = {
    "chat.commandCenter.enabled": False,
    # Text that a test types stays as it is typed.
    "editor.autoClosingBrackets": "never",
    "editor.autoIndent": "none",
    "editor.accessibilitySupport": "off",
    "editor.minimap.enabled": False,
    "extensions.autoCheckUpdates": False,
    "extensions.ignoreRecommendations": True,
    "files.autoSave": "off",
    "git.enabled": False,
    "remote.autoForwardPorts": False,
    "security.workspace.trust.enabled": False,
    "telemetry.telemetryLevel": "off",
    "testing.automaticallyOpenTestResults": "neverOpen",
    "update.mode": "none",
    "window.commandCenter": False,
    "window.confirmBeforeClose": "never",
    "workbench.colorTheme": "Default Light Modern",
    "workbench.editor.enablePreview": False,
    "workbench.reduceMotion": "on",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": False,
}


@contextmanager
def served(
    folder: Path, settings: Mapping[str, Any], environment: Mapping[str, str]
) -> Iterator[str]:
    """The server's address; everything that it keeps is within `folder`."""
    _install_extension(folder / "extensions")
    _write_settings(folder / "data", settings)
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            _command(folder),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
        )
    try:
        yield _address(process, log)
    finally:
        _end(process)


def vsix() -> Path:
    """The packaged extension."""
    found = sorted((ROOT / "build").glob("*.vsix"))
    assert found, "The extension is not packaged: make vsix"
    return found[-1]


def _command(folder: Path) -> list[str]:
    return [
        prepare.node(),
        str(prepare.vscode() / "out" / "server-main.js"),
        *("--host", "127.0.0.1", "--port", "0"),
        "--without-connection-token",
        "--accept-server-license-terms",
        *("--user-data-dir", str(folder / "data")),
        *("--server-data-dir", str(folder / "server")),
        *("--extensions-dir", str(folder / "extensions")),
        *("--telemetry-level", "off"),
    ]


def _install_extension(extensions: Path) -> None:
    with zipfile.ZipFile(vsix()) as archive:
        package = json.loads(archive.read("extension/package.json"))
        name = f"{package['publisher']}.{package['name']}-{package['version']}"
        members = [each for each in archive.namelist() if each.startswith("extension/")]
        archive.extractall(extensions / "unpacked", members)
    (extensions / "unpacked" / "extension").rename(extensions / name)
    (extensions / "unpacked").rmdir()


def _write_settings(data: Path, settings: Mapping[str, Any]) -> None:
    path = data / "Machine" / "settings.json"
    for folder in ("Machine", "User"):
        path = data / folder / "settings.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**SETTINGS, **settings}, indent=1))


def add_extension(folder: Path, package: Mapping[str, Any], main: str) -> None:
    """An extension of the test's own, beside ours; before the server of `folder` starts."""
    name = f"{package['publisher']}.{package['name']}-{package['version']}"
    place = folder / "extensions" / name
    place.mkdir(parents=True)
    (place / "package.json").write_text(json.dumps({**package, "main": "main.js"}))
    (place / "main.js").write_text(main)


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Waits until the server says where it listens, and answers there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        if said := re.search(r"(http://127\.0\.0\.1:\d+|listening on (\d+))", log.read_text()):
            address = f"http://127.0.0.1:{said[2]}" if said[2] else said[1]
            if _answers(f"{address}/version"):
                return address
        time.sleep(0.05)
    raise AssertionError(f"VS Code's server does not answer:\n{log.read_text()}")


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the whole group, and what it started in groups of its own: by their ids."""
    family = psutil.Process(process.pid).children(recursive=True) if process.poll() is None else []
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)
    _, alive = psutil.wait_procs(family, timeout=5)
    for each in alive:
        each.kill()
    psutil.wait_procs(alive, timeout=5)
