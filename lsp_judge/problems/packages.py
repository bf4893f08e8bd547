"""Kattis problem packages: the legacy format and 2025-09, and LeetCode's signature beside it.

Ours in addition: `signature.json` makes it a function problem (one JSON value a line in `.in`),
and the validator flags `any_order` and `any_order_nested`, which `validator_flags` may hold in
both formats. Keys that we do not know are left alone.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import msgspec
from msgspec import Struct, field

from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.problem import Checker, CheckerKind, Problem
from lsp_judge.model.source import Shape
from lsp_judge.model.types import Parameter, Signature, parse_type
from lsp_judge.problems.package_data import case_files, function_cases, stdio_cases
from lsp_judge.problems.package_settings import (
    Settings,
    limits_of,
    problem_checker,
    read_yaml,
    refuse_foreign,
    title_of,
)

_PROBLEM_NAME = re.compile(r"%%\s*plainproblemname:\s*(.+)|\\problemname\{([^{}]+)\}")
_CONSTANT = re.compile(r"\{\{(\w+)\}\}")


class _Typed(Struct):
    type: str


class _Named(Struct):
    name: str
    type: str


class MetaData(Struct):
    """`signature.json`: LeetCode's `metaData`, and our `leetcode`, the number it has there."""

    name: str = ""
    params: list[_Named] = field(default_factory=list)
    returns: _Typed | None = field(name="return", default=None)
    leetcode: int | None = None
    classname: str | None = None
    output: dict[str, object] | None = None


def is_package(directory: Path) -> bool:
    """Whether there is a package; False too for what cannot be looked at."""
    return os.path.isfile(directory / "problem.yaml")


def load_package(directory: Path) -> Problem:
    """The problem in `directory`, cases and all.

    Reads every file anew; a caller may keep the result. Raises PackageBroken, naming file and
    line, for what cannot be read and for what cannot be judged yet (validators of one's own,
    interactive problems, classes).
    """
    directory = directory.absolute()
    path = directory / "problem.yaml"
    settings = read_yaml(path)
    refuse_foreign(settings, directory)
    signature = read_signature(directory)
    kind = CheckerKind.VALUE if signature else CheckerKind.TOKENS
    checker = problem_checker(settings, Checker(kind=kind), path)
    files = case_files(directory / "data", checker)
    if not files:
        raise PackageBroken(f"{directory / 'data'}: there is no case, no `secret/*.in`.")
    statement = _statement(directory, settings)
    return Problem(
        id=directory.name,
        shape=Shape.FUNCTION if signature else Shape.STDIO,
        cases=function_cases(files, signature) if signature else stdio_cases(files),
        title=title_of(settings, _name_in(statement) or directory.name),
        signature=signature,
        limits=limits_of(settings, directory),
        checker=checker,
        directory=str(directory),
        statement=statement,
    )


def read_meta_data(directory: Path) -> MetaData | None:
    """`signature.json`, None where there is none; raises PackageBroken where it is not readable."""
    path = directory / "signature.json"
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise PackageBroken(f"{path}: {error.strerror}.") from error
    try:
        return msgspec.json.decode(text, type=MetaData)
    except msgspec.DecodeError as error:
        raise PackageBroken(f"{path}:{_line_of(error, text)}: {error}.") from error


def read_signature(directory: Path) -> Signature | None:
    """The signature of a function problem, None for a stdio problem. Raises PackageBroken."""
    found = read_meta_data(directory)
    if found is None:
        return None
    path = directory / "signature.json"
    if found.classname or found.output:
        what = "classes" if found.classname else "answers in place"
        raise PackageBroken(f"{path}: {what} cannot be judged yet.")
    if not found.name or found.returns is None:
        raise PackageBroken(f"{path}: `name` or `return` is missing.")
    try:
        parameters = tuple(Parameter(item.name, parse_type(item.type)) for item in found.params)
        return Signature(found.name, parameters, parse_type(found.returns.type))
    except ValueError as error:
        raise PackageBroken(f"{path}: {error}.") from error


def _line_of(error: msgspec.DecodeError, text: bytes) -> int:
    """JSON's syntax errors say at which byte, or that the end is missing; those of type do not."""
    at = re.search(r"byte (\d+)", str(error))
    if at is None and "truncated" not in str(error):
        return 1
    return text.count(b"\n", 0, int(at[1]) if at else len(text)) + 1


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
    text = best.read_text(encoding="utf-8", errors="replace")
    if not isinstance(constants, dict):
        return text
    return _CONSTANT.sub(lambda found: str(constants.get(found[1], found[0])), text)


def _name_in(statement: str) -> str | None:
    found = _PROBLEM_NAME.search(statement)
    return (found[1] or found[2]).strip() if found else None
