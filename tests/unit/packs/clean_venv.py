"""A virtual environment that holds what this package needs to run, and nothing else: no compiler
from a wheel, no extra. Its packages are links to those that are installed."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import lsp_judge

_NAME = re.compile(r"^[A-Za-z0-9._-]+")


def make(folder: Path) -> Path:
    """Its Python."""
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120
    )
    (packages,) = folder.glob("lib/python*/site-packages")
    for found in _needed("lsp-judge", {}).values():
        for name in _tops(found):
            _link(Path(str(found.locate_file(name))), packages / name)
    root = Path(lsp_judge.__file__).parents[1]
    (packages / "lsp_judge.pth").write_text(f"{root}\n")
    return folder / "bin" / "python"


def _needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """A distribution and what it requires without extras, all the way down."""
    key = name.lower().replace("_", "-")
    if key in found:
        return found
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:  # for another platform or an older Python
        return found
    for line in found[key].requires or ():
        if "extra ==" not in line and (named := _NAME.match(line)):
            _needed(named[0], found)
    return found


def _tops(found: Distribution) -> set[str]:
    """The top-level names of its files that are to be imported, and its metadata."""
    tops = {file.parts[0] for file in found.files or ()}
    return {name for name in tops if name not in ("..", "__pycache__", "/")}


def _link(source: Path, target: Path) -> None:
    """Several distributions may share a folder: it is linked once."""
    if source.suffix != ".pth" and source.exists() and not target.exists():
        target.symlink_to(source)
