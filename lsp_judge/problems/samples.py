"""Sample files beside a stdio solution.

For a solution NAME.cpp these are cases, with `.ans` or `.out` for the answer (without one the
case is run and its output shown):

- `NAME.in`, and `NAME-1.in`, `NAME_1.in`, `NAME.1.in`, `NAME.sample-1.in` in its own folder;
- everything in `test/NAME/`, `tests/NAME/`, `testcases/NAME/`;
- `*.in` in `test/`, `tests/`, `testcases/`: those named like NAME where there are any, else all
  that are not named like another file of the solution's folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from lsp_judge.problems.files import read_regular
from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.problem import Case, Checker, CheckerKind, Expected, Problem, StdioInput
from lsp_judge.model.source import CommentSyntax, Document, Location, Position, Shape, Span
from lsp_judge.problems.base import Found
from lsp_judge.problems.package_data import natural_key

_FOLDERS = ("test", "tests", "testcases")
_ANSWERS = (".ans", ".out")
_BORDERS = "-_."


class SampleSource:
    """The sample files of a solution, as a stdio problem."""

    def find(self, document: Document, comments: CommentSyntax) -> Found | None:
        """None where there is no sample; raises PackageBroken where one cannot be read."""
        path = Path(document.path)
        folder, name = path.parent, path.stem
        names = _files(folder)
        cases = [_case(folder, stem, _own_id(stem, name)) for stem in _named(_inputs(names), name)]
        for below in _FOLDERS:
            cases += _cases_below(folder / below, name, names - {path.name})
        if not cases:
            return None
        checker = Checker(kind=CheckerKind.TOKENS)
        return Found(Problem(id=name, shape=Shape.STDIO, cases=tuple(cases), checker=checker))


def _files(folder: Path) -> set[str]:
    try:
        return set(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return set()
    except OSError as error:
        raise PackageBroken(f"{folder}: {error.strerror}.") from error


def _inputs(names: Iterable[str]) -> list[str]:
    """The inputs' names without the ending, in natural order."""
    return sorted((name[:-3] for name in names if name.endswith(".in")), key=natural_key)


def _belongs(stem: str, name: str) -> bool:
    rest = stem[len(name) :]
    return stem.startswith(name) and (not rest or rest[0] in _BORDERS)


def _named(stems: Iterable[str], name: str) -> list[str]:
    return [stem for stem in stems if _belongs(stem, name)]


def _own_id(stem: str, name: str) -> str:
    return stem[len(name) :].lstrip(_BORDERS) or name


def _cases_below(folder: Path, name: str, siblings: set[str]) -> list[Case]:
    own = [
        _case(folder / name, stem, f"{folder.name}/{stem}")
        for stem in _inputs(_files(folder / name))
    ]
    stems = _inputs(_files(folder))
    named = _named(stems, name)
    if not own and not named:
        others = {Path(sibling).stem for sibling in siblings}
        named = [stem for stem in stems if not any(_belongs(stem, other) for other in others)]
    return own + [_case(folder, stem, f"{folder.name}/{stem}") for stem in named]


def _case(folder: Path, stem: str, case_id: str) -> Case:
    path = folder / f"{stem}.in"
    answers = (folder / f"{stem}{ending}" for ending in _ANSWERS)
    answer = next((file for file in answers if os.path.isfile(file)), None)
    try:
        stdin = read_regular(path)
        expected = Expected(stdout=read_regular(answer)) if answer else None
    except OSError as error:
        raise PackageBroken(f"{error.filename}: {error.strerror}.") from error
    start = Span(Position(0), Position(0))
    return Case(case_id, StdioInput(stdin), expected, Location(str(path), start))
