"""A file to begin a solution with: the problem in comments, and the language's stub. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from pathlib import PurePath

import msgspec
from msgspec import Struct

from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.languages.base import Language
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.problem import Case, Expected, FunctionInput, Problem, StdioInput
from lsp_judge.model.source import Document, Shape
from lsp_judge.problems.labels import label_at

_WIDTH = 88
_MOST_SAMPLES = 3
# A sample that is longer is no help in a comment.
_LONGEST = 200
_MOST_LINES = 12


class NewFile(Struct, frozen=True, rename="camel"):
    """Nothing is written: where it goes is the caller's choice."""

    file_name: str
    text: str


def begin(problem: Problem, language: Language, planner: Planner) -> NewFile:
    """Raises BadUsage where the language has no form for the problem.

    The samples are only put into comments where they are read from there as what they are.
    """
    code = language.stub(problem)
    if code is None:
        raise BadUsage(f"A solution of {problem.id} cannot be written in {language.title}.")
    name = problem.id.replace("-", "_") + language.extensions[0]
    samples = _samples(problem)
    text = _file(problem, language, code, samples)
    if samples and not _are_read(samples, Document(f"/new/{name}", text.encode()), planner):
        text = _file(problem, language, code, ())
    return NewFile(name, text)


def _file(problem: Problem, language: Language, code: str, samples: Sequence[Case]) -> str:
    mark = min(language.comments.line, key=len)
    lines = [f"judge: {problem.id}", "", problem.title]
    if paragraph := _first_paragraph(problem.statement):
        lines += ["", *paragraph]
    for case in samples:
        lines += ["", *_written(case, problem)]
    return "".join(f"{mark} {line}".rstrip() + "\n" for line in lines) + "\n" + code


def _first_paragraph(statement: str) -> list[str]:
    """The first paragraph of a Markdown statement, wrapped; nothing where it would be read as
    something else in a comment."""
    if "\\" in statement:  # LaTeX
        return []
    paragraphs = (each.strip() for each in statement.split("\n\n"))
    text = next((each for each in paragraphs if each and not each.startswith("#")), "")
    lines = textwrap.wrap(" ".join(text.split()), _WIDTH)
    return [] if any(label_at(line) or "*/" in line for line in lines) else lines


def _samples(problem: Problem) -> list[Case]:
    own = [case for case in problem.cases if case.sample and case.expected is not None]
    return [case for case in own if _is_short(_written(case, problem))][:_MOST_SAMPLES]


def _is_short(lines: Sequence[str]) -> bool:
    return len(lines) <= _MOST_LINES and all(len(line) <= _LONGEST for line in lines)


def _written(case: Case, problem: Problem) -> list[str]:
    expected = case.expected or Expected()
    if problem.shape is Shape.CLASS:
        return _calls(case, expected)
    if isinstance(case.input, StdioInput):
        return ["Input:", *_lines(case.input.stdin), "Output:", *_lines(expected.stdout)]
    return [f"Input: {_arguments(case.input)}", f"Output: {_answer(expected, problem)}"]


def _calls(case: Case, expected: Expected) -> list[str]:
    """For people alone: calls are read from packages, and not from comments beside one."""
    assert isinstance(case.input, FunctionInput)
    calls, arguments = (_json(each.value) for each in case.input.arguments)
    return [f"Calls:     {calls}", f"Arguments: {arguments}", f"Answers:   {_json(expected.value)}"]


def _lines(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").rstrip("\n").split("\n")


def _arguments(given: FunctionInput) -> str:
    return ", ".join(f"{each.name} = {_json(each.value)}" for each in given.arguments)


def _answer(expected: Expected, problem: Problem) -> str:
    value = _json(expected.value)
    if problem.in_place is None or not problem.in_place_size:
        return value
    assert isinstance(expected.value, list)
    assert problem.signature is not None
    name = list(_names(problem))[problem.in_place]
    return f"{len(expected.value)}, {name} = {value}"


def _names(problem: Problem) -> Iterator[str]:
    parameters = getattr(problem.signature, "parameters", ())
    return (each.name for each in parameters)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _are_read(samples: Sequence[Case], document: Document, planner: Planner) -> bool:
    """Whether the comments' cases, which come first, are the package's own."""
    plan = planner.plan(document, None, None)
    if not isinstance(plan, Plan) or plan.blank.messages:
        return False
    if plan.context.problem.shape is Shape.CLASS:
        return True
    cases = dict(zip((case.id for case in plan.bound.cases), plan.bound.inputs, strict=True))
    inline = [case for case in plan.bound.cases if _is_inside(case, document)]
    return len(inline) == len(samples) and all(
        cases[mine.id].split() == cases[theirs.id].split()
        for mine, theirs in zip(inline, samples, strict=True)
    )


def _is_inside(case: Case, document: Document) -> bool:
    return case.location is not None and PurePath(case.location.path) == PurePath(document.path)
