"""A store of a test's own, and what can happen to its disk."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from lsp_judge.toolchains.folders import CACHE_VARIABLE, cache_root

# What follows runs in a mount namespace of its own: nobody else sees these mounts.
_APART = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--mount")


class OwnStore:
    """A cache folder for one test. zig's libraries, which take a minute to build, are the ones
    that `setup` has built."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.make()

    def make(self) -> None:
        self.root.mkdir(exist_ok=True)
        link = self.root / "zig"
        if not link.is_symlink():
            warm = cache_root(os.environ) / "zig"
            warm.mkdir(parents=True, exist_ok=True)
            link.symlink_to(warm)

    @property
    def environment(self) -> dict[str, str]:
        return {CACHE_VARIABLE: str(self.root)}

    def files(self) -> list[Path]:
        """Everything that is kept, links and other tools' caches left alone."""
        kept = (self.root / "store").rglob("*")
        return sorted(path for path in kept if path.is_file() and not path.is_symlink())

    def empty(self) -> None:
        """Remove all but the link, while others go on writing."""
        for path in self.root.iterdir():
            if not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)

    def remove(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)


def flip(path: Path, place: int) -> None:
    """Turn over one bit of the byte at `place`."""
    with path.open("r+b") as file:
        file.seek(place)
        (byte,) = file.read(1)
        file.seek(place)
        file.write(bytes([byte ^ 0x10]))


def apart(script: str) -> tuple[str, ...]:
    """A prefix for a command: `script` first, in a mount namespace of its own. Skips the test
    where the machine allows nobody to make one."""
    tried = subprocess.run((*_APART, "true"), capture_output=True, check=False, text=True)
    if tried.returncode != 0:
        pytest.skip(f"no mount namespace can be made here: {tried.stderr.strip()}")
    return (*_APART, "sh", "-e", "-c", f'{script}\nexec "$@"', "sh")


def within(pid: int, *command: str) -> None:
    """Run a command in the mount namespace of a process that the test has started."""
    user = () if os.geteuid() == 0 else ("--user", "--preserve-credentials")
    subprocess.run(("nsenter", "-t", str(pid), *user, "--mount", *command), check=True)


def seen_by(pid: int, path: Path) -> Path:
    """The path as the process sees it."""
    return Path(f"/proc/{pid}/root{path}")
