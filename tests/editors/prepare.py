"""Prepares the real VS Code for tests: its workbench and server, from npm, kept for later runs.

The folder is the user's cache folder, `lsp-judge-tests`, so that it outlives a checkout; its
name has a digest of what shaped it. `python -m tests.editors.prepare` does it ahead of time.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from platformdirs import user_cache_path

PACKAGE = "code-server@4.100.3"  # VS Code 1.100.3, the last one for Node 20
INTEGRITY = (
    "q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA=="
)
WITHIN = "package/lib/vscode"
STAND_INS = Path(__file__).with_name("workbench")
REPLACED = {"@vscode/spdlog": "spdlog.js", "native-watchdog": "native-watchdog.js"}


def vscode() -> Path:
    """The folder of VS Code's server, prepared at the first call on a machine."""
    root = user_cache_path("lsp-judge-tests")
    root.mkdir(parents=True, exist_ok=True)
    with (root / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        prepared = root / f"vscode-{_digest()}"
        if not prepared.exists():
            with tempfile.TemporaryDirectory(dir=root) as folder:
                _prepare(Path(folder)).rename(prepared)
    return prepared


def tool(name: str, how: str) -> str:
    """The path of a program, or a failure that says how to get it."""
    found = shutil.which(name)
    assert found is not None, f"{name} is missing. {how}"
    return found


def node() -> str:
    return tool("node", "Node.js 20 or newer is needed (Debian: apt-get install nodejs npm).")


def chromium() -> str:
    return tool("chromium", "Install it (Debian: apt-get install chromium).")


def _digest() -> str:
    stand_ins = [(STAND_INS / name).read_bytes() for name in REPLACED.values()]
    parts = [PACKAGE.encode(), INTEGRITY.encode(), *stand_ins]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:12]


def _prepare(folder: Path) -> Path:
    _npm(folder, "pack", PACKAGE)
    [archive] = folder.glob("*.tgz")
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    assert found == INTEGRITY, f"{PACKAGE} is not what it was: sha512-{found}"
    with tarfile.open(archive) as opened:
        members = (each for each in opened if each.name.startswith(f"{WITHIN}/"))
        opened.extractall(folder, members, filter="data")
    unpacked = folder / WITHIN
    # Its npm-shrinkwrap.json pins every version.
    _npm(unpacked, "install", "--omit=dev")
    for module, stand_in in REPLACED.items():
        shutil.copy(STAND_INS / stand_in, unpacked / "node_modules" / module / "index.js")
    return unpacked


def _npm(folder: Path, *command: str) -> None:
    npm = tool("npm", "It comes with Node.js (Debian: apt-get install npm).")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")
    subprocess.run([npm, *command, *quiet], cwd=folder, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    print(vscode())
