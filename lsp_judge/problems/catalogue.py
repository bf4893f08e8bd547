"""Folders of packages: which problem has an id, and which ids are near a wrong one."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import lsp_judge
from lsp_judge.model.errors import PackageBroken
from lsp_judge.problems.metadata import read_meta_data
from lsp_judge.problems.packages import is_package


def catalogue_root() -> Path:
    """The catalogue that ships: in an installed package, or at the top of a checkout."""
    package = Path(lsp_judge.__file__).parent
    installed = package / "catalogue"
    return installed if installed.is_dir() else package.parent / "problems"


def package_of_id(catalogues: Sequence[Path], problem: str) -> Path | None:
    """The package with this id in the first catalogue that has it."""
    if not problem or problem in (".", "..") or os.sep in problem or "\0" in problem:
        return None
    return next((root / problem for root in catalogues if is_package(root / problem)), None)


def package_of_path(directory: Path, path: str) -> Path | None:
    """The package that `path`, from `directory`, names: its folder or a file in it."""
    if "\0" in path:
        return None
    named = os.path.abspath(directory / os.path.expanduser(path))
    return package_around(Path(named)) if os.path.exists(named) else None


def package_around(path: Path) -> Path | None:
    """The innermost package that `path` is or lies in."""
    return next((folder for folder in (path, *path.parents) if is_package(folder)), None)


def package_of_number(catalogues: Sequence[Path], number: int) -> Path | None:
    """The package whose `signature.json` has this `leetcode` number; broken ones are passed over
    (they are told of when their own problem is judged)."""
    for package in packages(catalogues):
        try:
            found = read_meta_data(package)
        except PackageBroken:
            continue
        if found and found.leetcode == number:
            return package
    return None


def near_ids(catalogues: Sequence[Path], problem: str) -> list[str]:
    """At most three ids that look like `problem`, the nearest first."""
    ids = {package.name for package in packages(catalogues)}
    return difflib.get_close_matches(problem, sorted(ids), n=3, cutoff=0.5)


def unknown_problem(catalogues: Sequence[Path], problem: str) -> tuple[str, str]:
    """What is wrong with a name that no problem has, and what to do."""
    near = near_ids(catalogues, problem)
    meant = f"Did you mean {' or '.join(near)}?" if near else ""
    return (
        f"There is no problem {problem!r} in a catalogue, and no package at this path.",
        meant or "Name a problem's id or a folder with a problem.yaml.",
    )


def packages(catalogues: Sequence[Path]) -> Iterator[Path]:
    for root in catalogues:
        if os.path.isdir(root):
            yield from (folder for folder in sorted(root.iterdir()) if is_package(folder))
