"""Reads the test data of a package: which cases there are, and what is in them.

Made for a thousand cases on every save: one `scandir` per folder and bare reads.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Struct

from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.problem import (
    Argument,
    Case,
    Checker,
    Expected,
    FunctionInput,
    StdioInput,
)
from lsp_judge.model.source import Location, Position, Span
from lsp_judge.model.types import ClassSignature, Kind, Parameter, Type, array
from lsp_judge.problems.files import read_regular
from lsp_judge.problems.metadata import Described
from lsp_judge.problems.package_settings import group_checker, has_flags, read_yaml

_DIGITS = re.compile(r"(\d+)")
_FILE_START = Span(Position(0), Position(0))
_SCALARS: dict[Kind, object] = {
    Kind.INTEGER: Annotated[int, msgspec.Meta(ge=-(2**31), le=2**31 - 1)],
    Kind.LONG: Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)],
    Kind.DOUBLE: float,
    Kind.BOOLEAN: bool,
    Kind.STRING: str,
    Kind.CHARACTER: Annotated[str, msgspec.Meta(min_length=1, max_length=1)],
    Kind.VOID: None,
    Kind.UNSIGNED: Annotated[int, msgspec.Meta(ge=0)],
    # What these may be is told when a case is bound, with the solution's own types.
    Kind.NODE: Any,
    Kind.NESTED: Any,
    Kind.ANY: Any,
}
_CALLS = (
    Parameter("calls", array(Type(Kind.STRING))),
    Parameter("arguments", array(Type(Kind.ANY))),
)


class CaseFiles(Struct, frozen=True):
    """A case's name below `data` (`secret/03-large`), its files without endings, its checker."""

    name: str
    base: str
    has_answer: bool
    checker: Checker | None


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Sorts `2` before `10`, and text as text."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(name)
        if part
    ]


def case_files(data: Path, checker: Checker) -> list[CaseFiles]:
    """All cases of `data/sample`, then of `data/secret`, in natural order.

    `checker` is the problem's; cases of a group with flags of its own carry theirs. Raises
    PackageBroken for an answer that is missing and for configuration that cannot be read.
    """
    base = _configured(str(data), _names(str(data)), checker, checker)
    found: list[CaseFiles] = []
    for group in ("sample", "secret"):
        _scan(f"{data}{os.sep}{group}", group, base, checker, found)
    return found


def _names(folder: str) -> dict[str, bool]:
    """The entries of a folder with whether they are folders; none where there is no folder."""
    try:
        with os.scandir(folder) as entries:
            return {entry.name: entry.is_dir() for entry in entries if entry.name[0] != "."}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise PackageBroken(f"{folder}: {error.strerror}.") from error


def _configured(
    folder: str, names: dict[str, bool], inherited: Checker, problem: Checker
) -> Checker:
    """A group's own configuration stands for that of all groups around it (legacy, "Test Data
    Groups")."""
    for name in ("testdata.yaml", "test_group.yaml"):
        if name in names:
            path = Path(folder, name)
            return group_checker(read_yaml(path), problem, path)
    return inherited


def _scan(
    folder: str, group: str, inherited: Checker, problem: Checker, found: list[CaseFiles]
) -> None:
    names = _names(folder)
    checker = _configured(folder, names, inherited, problem)
    inputs = [name for name, is_folder in names.items() if is_folder or name.endswith(".in")]
    for name in sorted(inputs, key=natural_key):
        base = f"{folder}{os.sep}{name}"
        if names[name] and name.endswith(".files"):
            raise PackageBroken(f"{base}: files beside the input cannot be given to solutions yet.")
        if names[name]:
            _scan(base, f"{group}/{name}", checker, problem, found)
        else:
            stem = name[:-3]
            own = checker
            if f"{stem}.yaml" in names:
                own = _case_checker(Path(folder, f"{stem}.yaml"), checker, problem)
            has_answer = f"{stem}.ans" in names
            kept = own if own != problem else None
            found.append(CaseFiles(f"{group}/{stem}", base[:-3], has_answer, kept))


def _case_checker(path: Path, inherited: Checker, problem: Checker) -> Checker:
    settings = read_yaml(path)
    if settings.get("args"):
        raise PackageBroken(f"{path}: `args` for the solution cannot be given yet.")
    return group_checker(settings, problem, path) if has_flags(settings) else inherited


def stdio_cases(files: Sequence[CaseFiles]) -> tuple[Case, ...]:
    """The cases of a stdio problem; raises PackageBroken for a missing answer."""
    return tuple(
        _case(case, StdioInput(_read(f"{case.base}.in")), Expected(stdout=_answer(case)))
        for case in files
    )


def function_cases(files: Sequence[CaseFiles], described: Described) -> tuple[Case, ...]:
    """The cases of a function or class problem: one JSON value a line in `.in`, one in `.ans`.

    A class problem has two lines, the names of the calls and their arguments. Raises
    PackageBroken, with file and line, for what is no JSON or not of the signature's type.
    """
    signature = described.signature
    is_class = isinstance(signature, ClassSignature)
    parameters = _CALLS if isinstance(signature, ClassSignature) else signature.parameters
    parameters = (*parameters, *described.extra)
    readers = [_reader(parameter.type) for parameter in parameters]
    names = [None if is_class else parameter.name for parameter in parameters]
    answer = _reader(_answer_type(described))
    cases: list[Case] = []
    for case in files:
        lines = _value_lines(case, len(names))
        arguments = tuple(
            Argument(name, _value(read, line, f"{case.base}.in:{number}"))
            for name, read, (number, line) in zip(names, readers, lines, strict=True)
        )
        expected = Expected(_value(answer, _answer(case), f"{case.base}.ans:1"))
        cases.append(_case(case, FunctionInput(arguments), expected))
    return tuple(cases)


def _answer_type(described: Described) -> Type:
    """The result's, or that of the parameter that holds the answer; of a linked structure more
    is possible than its type says (a node by its value, words)."""
    signature = described.signature
    if isinstance(signature, ClassSignature):
        return array(Type(Kind.ANY))
    if described.in_place is not None:
        return signature.parameters[described.in_place].type
    void = signature.returns.kind is Kind.VOID
    return Type(Kind.ANY) if void else signature.returns


def _reader(kind: Type) -> Callable[[bytes], object]:
    return msgspec.json.Decoder(_python_type(kind)).decode


def _python_type(kind: Type) -> object:
    if kind.element is not None:
        return list[_python_type(kind.element)]  # type: ignore[misc]
    return _SCALARS[kind.kind]


def _value_lines(case: CaseFiles, count: int) -> list[tuple[int, bytes]]:
    path = f"{case.base}.in"
    lines = [
        (number, line) for number, line in enumerate(_read(path).split(b"\n"), 1) if line.strip()
    ]
    if len(lines) != count:
        raise PackageBroken(
            f"{path}: expected {count} values, one a line, as signature.json has parameters; "
            f"there are {len(lines)}."
        )
    return lines


def _value(read: Callable[[bytes], object], text: bytes, place: str) -> object:
    try:
        return read(text)
    except msgspec.DecodeError as error:
        raise PackageBroken(
            f"{place}: this is not the JSON value expected here: {error}."
        ) from error


def _answer(case: CaseFiles) -> bytes:
    if not case.has_answer:
        raise PackageBroken(f"{case.base}.in: there is no answer {case.base}.ans.")
    return _read(f"{case.base}.ans")


def _read(path: str) -> bytes:
    try:
        return read_regular(path)
    except OSError as error:
        raise PackageBroken(f"{path}: {error.strerror}.") from error


def _case(files: CaseFiles, given: FunctionInput | StdioInput, expected: Expected) -> Case:
    return Case(
        id=files.name,
        input=given,
        expected=expected,
        location=Location(f"{files.base}.in", _FILE_START),
        sample=files.name.startswith("sample/"),
        checker=files.checker,
    )
