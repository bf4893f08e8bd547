"""What kind of solver a file of a `solvers/` folder is, told by its name alone."""

from __future__ import annotations

import os
from pathlib import Path

from lsp_judge.languages.registry import Languages
from lsp_judge.packs.service_solver import ENDING as SERVICE_ENDING
from lsp_judge.packs.solver import SolverKind

FOLDER = "solvers"
_ENDINGS = {
    ".so": SolverKind.PLUGIN,
    ".dylib": SolverKind.PLUGIN,
    ".dll": SolverKind.PLUGIN,
    ".wasm": SolverKind.WASM,
    ".zip": SolverKind.PACK,
}


def kind_of(path: Path, languages: Languages) -> SolverKind | None:
    """None for what is no solver: other files, and those that editors hide beside ours."""
    name = path.name
    if name.startswith("."):
        return None
    if name.endswith(SERVICE_ENDING):
        return SolverKind.SERVICE
    if (kind := _ENDINGS.get(path.suffix.lower())) is not None:
        return kind
    return SolverKind.SOURCE if languages.of_path(name) is not None else None


def problem_of(path: Path) -> str:
    """The problem's id in a file's name: all before the first dot, so that `two-sum.so` and
    `two-sum.fast.so` may stand beside each other."""
    return path.name.partition(".")[0]


def solvers_in(folder: Path, languages: Languages) -> list[Path]:
    """The files of `folder` itself that are solvers, by name; none where there is no folder."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.is_dir())
    except OSError:
        return []
    return [folder / name for name in names if kind_of(folder / name, languages) is not None]
