"""Every problem of the catalogue can be begun in every language that has a form for it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest

from lsp_judge.cli.compose import opened
from lsp_judge.judging.begin import NewFile, begin
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.languages.base import Language
from lsp_judge.languages.registry import installed_languages
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.problem import Problem
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document, Shape
from lsp_judge.model.types import Kind, Parameter, Signature, Type, array
from lsp_judge.model.verdict import ModeChoice, Verdict
from lsp_judge.problems.catalogue import catalogue_root
from lsp_judge.problems.known import KnownProblems
from lsp_judge.problems.locate import sources
from lsp_judge.problems.package_cache import PackageCache

LANGUAGES = installed_languages()
CACHE = PackageCache()
KNOWN = KnownProblems([catalogue_root()], CACHE.load)
PLANNER = Planner(LANGUAGES, lambda named: sources([catalogue_root()], named, CACHE.load))
# Lists whose end or whose owner is elsewhere, and structures that LeetCode has not in Rust.
NOT_IN_RUST = {
    "chain-levels",
    "copy-graph",
    "copy-random-list",
    "cycle-start",
    "many-children-levels",
    "remove-this-node",
}
PROBLEMS = [each.id for each in KNOWN.described()]


def beginnings(problem: str) -> Iterator[tuple[Language, NewFile]]:
    loaded = KNOWN.load(problem)
    for language in LANGUAGES:
        if language.id != "rust" or problem not in NOT_IN_RUST:
            yield language, begin(loaded, language, PLANNER)


# Samples that are too long to stand in comments.
LONG = ("digit-classifier",)


@pytest.mark.parametrize("problem", PROBLEMS)
def test_what_is_begun_is_judged_against_its_problem_wherever_it_is(problem: str) -> None:
    count = len(KNOWN.load(problem).cases)
    for language, file in beginnings(problem):
        path = f"/nowhere/{file.file_name}"
        plan = PLANNER.plan(Document(path, file.text.encode()), None, None)
        assert isinstance(plan, Plan), (language.id, file.text, plan.messages)
        assert plan.context.problem.id == problem
        assert plan.blank.messages == ()
        inline = [case for case in plan.bound.cases if case.location and case.location.path == path]
        assert len(plan.bound.cases) == count + len(inline)
        wants_samples = plan.context.problem.shape is not Shape.CLASS and problem not in LONG
        assert bool(inline) == wants_samples, (language.id, file.text)


def test_what_a_language_has_no_form_for_is_said() -> None:
    rust = LANGUAGES.get("rust")
    assert rust is not None
    for problem in NOT_IN_RUST:
        with pytest.raises(BadUsage, match="cannot be written in Rust"):
            begin(KNOWN.load(problem), rust, PLANNER)


def test_names_that_a_language_has_taken_are_spelled_otherwise() -> None:
    integers = array(Type(Kind.INTEGER))
    parameters = (
        Parameter("type", integers),
        Parameter("in", integers),
        Parameter("int", integers),
    )
    problem = Problem(
        "odd-names", Shape.FUNCTION, (), signature=Signature("move", parameters, integers)
    )
    for language in LANGUAGES:
        code = language.stub(problem)
        assert code is not None
        outline = language.outline(Document(f"/x/odd{language.extensions[0]}", code.encode()))
        assert not outline.syntax_error, code
        assert len(outline.candidates) == 1, code
        assert outline.candidates[0].problem is None, code


# One of each shape, with what is hardest to spell: rows of rows, characters, links, classes.
BUILT = ["two-sum", "group-anagrams", "copy-random-list", "word-suggester", "nested-sum"]


@pytest.mark.parametrize("problem", [*BUILT, "drop-value", "a-plus-b", "all-search-trees"])
async def test_what_is_begun_compiles_and_answers_wrongly(problem: str) -> None:
    async with opened(os.environ, {}) as parts:

        async def judged(file: NewFile) -> Report:
            document = Document(f"/nowhere/{file.file_name}", file.text.encode())
            options = JudgeOptions(mode=ModeChoice.NATIVE)
            return await parts.judge.judge(document, options, lambda _: None)

        for language, file in beginnings(problem):
            report = await asyncio.wait_for(judged(file), 120)
            (judgement,) = report.judgements
            assert judgement.verdict in (Verdict.WA, Verdict.RE), (language.id, judgement)
