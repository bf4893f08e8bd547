"""Kattis problem packages: the legacy format and 2025-09, and LeetCode's signature beside it.

Ours in addition: `signature.json` makes it a function problem (one JSON value a line in `.in`),
and the validator flags `any_order` and `any_order_nested`, which `validator_flags` may hold in
both formats. Keys that we do not know are left alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from msgspec import structs

from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.problem import Checker, CheckerKind, Problem
from lsp_judge.model.source import Shape
from lsp_judge.model.types import ClassSignature
from lsp_judge.problems.metadata import Described, read_description
from lsp_judge.problems.package_data import case_files, function_cases, stdio_cases
from lsp_judge.problems.package_settings import (
    Settings,
    limits_of,
    output_validator,
    problem_checker,
    read_yaml,
    refuse_foreign,
    title_of,
)
from lsp_judge.problems.regular import read_regular

_PROBLEM_NAME = re.compile(r"%%\s*plainproblemname:\s*(.+)|\\problemname\{([^{}]+)\}")
_CONSTANT = re.compile(r"\{\{(\w+)\}\}")


def is_package(directory: Path) -> bool:
    """Whether there is a package; False too for what cannot be looked at."""
    return os.path.isfile(directory / "problem.yaml")


def load_package(directory: Path) -> Problem:
    """The problem in `directory`, cases and all.

    Reads every file anew; a caller may keep the result. Raises PackageBroken, naming file and
    line, for what cannot be read and for what cannot be judged yet (interactive problems,
    validators in other languages than Python).
    """
    directory = directory.absolute()
    problem, described = _described(directory)
    files = case_files(directory / "data", problem.checker)
    if not files:
        raise PackageBroken(f"{directory / 'data'}: there is no case, no `secret/*.in`.")
    cases = stdio_cases(files) if described is None else function_cases(files, described)
    return structs.replace(problem, cases=cases)


def describe_package(directory: Path) -> Problem:
    """The problem in `directory` without its cases. Raises PackageBroken."""
    return _described(directory.absolute())[0]


def _described(directory: Path) -> tuple[Problem, Described | None]:
    path = directory / "problem.yaml"
    settings = read_yaml(path)
    refuse_foreign(settings, directory)
    described = read_description(directory)
    kind = CheckerKind.VALUE if described else CheckerKind.TOKENS
    checker = problem_checker(settings, Checker(kind=kind), path)
    checker = structs.replace(checker, program=output_validator(directory, settings))
    statement = _statement(directory, settings)
    problem = Problem(
        id=directory.name,
        shape=Shape.STDIO,
        cases=(),
        title=title_of(settings, _name_in(statement) or directory.name),
        limits=limits_of(settings, directory),
        checker=checker,
        directory=str(directory),
        statement=statement,
    )
    if described is not None:
        problem = structs.replace(
            problem,
            shape=_shape(described),
            signature=described.signature,
            in_place=described.in_place,
            in_place_size=described.in_place_size,
            extra=tuple(each.name for each in described.extra),
        )
    return problem, described


def _shape(described: Described) -> Shape:
    is_class = isinstance(described.signature, ClassSignature)
    return Shape.CLASS if is_class else Shape.FUNCTION


def _statement(directory: Path, settings: Settings) -> str:
    """The statement, Markdown before LaTeX and English before others; constants filled in."""
    files = [
        *(directory / "statement").glob("problem*"),
        *(directory / "problem_statement").glob("problem*"),
    ]
    texts = [file for file in files if file.suffix in (".md", ".tex")]
    if not texts:
        return ""
    english = (".en", ".en-US", ".en-GB")
    best = min(
        texts,
        key=lambda file: (file.suffix != ".md", Path(file.stem).suffix not in english, file.name),
    )
    constants = settings.get("constants")
    try:
        text = read_regular(best).decode("utf-8", "replace").replace("\r\n", "\n")
    except OSError as error:
        raise PackageBroken(f"{best}: {error.strerror}.") from error
    if not isinstance(constants, dict):
        return text
    return _CONSTANT.sub(lambda found: str(constants.get(found[1], found[0])), text)


def _name_in(statement: str) -> str | None:
    found = _PROBLEM_NAME.search(statement)
    return (found[1] or found[2]).strip() if found else None
