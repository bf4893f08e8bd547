"""From a document to what is to be judged: problem, entry, bound cases. No process is started."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
from msgspec import Struct

from lsp_judge.judging.bind import Bound, KeptBound
from lsp_judge.judging.classify import Context
from lsp_judge.judging.entry import choose
from lsp_judge.judging.settle import Chosen
from lsp_judge.judging.supplied import only_a_site_has_it
from lsp_judge.languages.base import Language, Outline
from lsp_judge.languages.registry import Languages
from lsp_judge.model.errors import BadUsage, JudgeError, PackageBroken
from lsp_judge.model.problem import FunctionInput, Problem
from lsp_judge.model.report import Report
from lsp_judge.model.source import CommentSyntax, Document, Severity, Shape, SourceMessage
from lsp_judge.problems.base import Found, Source
from lsp_judge.problems.readings import as_stdio

Sources = Callable[[str | None], Sequence[Source]]

_NO_DOCUMENT, _NO_COMMENTS = Document("", b""), CommentSyntax(())


class Plan(Struct, frozen=True):
    """What is to be judged. `blank` is the report to which judgements are added."""

    context: Context
    bound: Bound
    blank: Report


class Plans(Protocol):
    """Gives what is to be judged of a document."""

    def plan(self, document: Document, problem: str | None, case: str | None) -> Plan | Report:
        """A Report where there is nothing to judge: its messages say why."""
        ...


class Planner:
    """Finds the problem of a document and binds its cases."""

    def __init__(self, languages: Languages, sources: Sources) -> None:
        self._languages = languages
        self._sources = sources
        self._bound = KeptBound()

    def plan(self, document: Document, problem: str | None, case: str | None) -> Plan | Report:
        """A Report where there is nothing to judge: its messages say why."""
        language = self._languages.of_path(document.path)
        if language is None:
            known = ", ".join(sorted(each.title for each in self._languages))
            text = f"No language is known for this file's ending; known are {known}."
            return empty_report(document, "", [_error(text)])
        found = self._find(document, language, problem)
        if found.problem is None:
            return empty_report(document, language.id, _without_cases(document, found, language))
        return self._with_problem(document, language, found, case)

    def problem(self, problem: str) -> Problem:
        """The problem alone, by its id or its package's path. Raises BadUsage for one that nobody
        has, PackageBroken for one that cannot be read."""
        for source in self._sources(problem):
            found = source.find(_NO_DOCUMENT, _NO_COMMENTS)
            if found is not None and found.problem is not None:
                return found.problem
        raise BadUsage(f"There is no problem {problem!r}.")

    def _find(self, document: Document, language: Language, problem: str | None) -> Found:
        messages: list[SourceMessage] = []
        try:
            for source in self._sources(problem):
                found = source.find(document, language.comments)
                if found is not None and found.problem is not None:
                    return found
                if found is not None:
                    messages.extend(found.messages)
        except PackageBroken as error:
            messages.append(_error(str(error)))
        return Found(None, tuple(messages))

    def _with_problem(
        self, document: Document, language: Language, found: Found, case: str | None
    ) -> Plan | Report:
        assert found.problem is not None
        outline = language.outline(document)
        problem = only(_as_written(found.problem, outline), case)
        if isinstance(problem, SourceMessage):
            return empty_report(document, language.id, [*found.messages, problem], found.problem)
        chosen = choose(outline, problem, document.text.decode("utf-8", "replace"))
        if isinstance(chosen, SourceMessage):
            return empty_report(document, language.id, [*found.messages, chosen], problem)
        return bound_plan(document, language, problem, chosen, found.messages, self._bound)


def bound_plan(
    document: Document,
    language: Language,
    problem: Problem,
    chosen: Chosen,
    messages: Sequence[SourceMessage],
    kept: KeptBound | None = None,
) -> Plan | Report:
    """The plan of a problem whose entry is chosen; a Report where it has no case to judge."""
    if chosen.entry.shape is not problem.shape:
        problem = msgspec.structs.replace(problem, shape=chosen.entry.shape)
    bound = (kept or KeptBound()).bind(problem, chosen, document.path)
    blank = Report(
        file=document.path,
        language=language.id,
        problem=problem.id,
        entry=chosen.entry.name,
        messages=(*messages, *bound.messages),
        entry_at=chosen.entry,
    )
    if not bound.cases:
        return msgspec.structs.replace(
            blank, messages=blank.messages or (_error("This problem has no cases."),)
        )
    return Plan(Context(problem, chosen, language, document), bound, blank)


def empty_report(
    document: Document,
    language: str,
    messages: Sequence[SourceMessage],
    problem: Problem | None = None,
) -> Report:
    """What is said where there is nothing to judge."""
    return Report(
        file=document.path,
        language=language,
        problem=problem.id if problem is not None else "",
        messages=tuple(messages),
    )


def _as_written(problem: Problem, outline: Outline) -> Problem:
    """`Input: 5` reads as an argument and as a line of stdin: a file that has a main program and
    nothing else is meant for the latter."""
    if problem.shape is Shape.STDIO or outline.main is None or outline.candidates:
        return problem
    if any(_calls(problem, each.entry.name) for each in outline.classes):
        return problem
    return as_stdio(problem) or problem


def _calls(problem: Problem, name: str) -> bool:
    """Whether the first case is a list of calls that begins with the class of this name."""
    given = problem.cases[0].input if problem.cases else None
    first = given.arguments[0].value if isinstance(given, FunctionInput) and given.arguments else 0
    return isinstance(first, list) and first[:1] == [name]


def _without_cases(document: Document, found: Found, language: Language) -> Sequence[SourceMessage]:
    """Why there is nothing to judge: what only a site has makes all else beside the point."""
    missing = only_a_site_has_it(document.text.decode("utf-8", "replace"))
    if missing is not None and found.messages:
        return [missing]
    return found.messages or [_nothing(language)]


def only(problem: Problem, case: str | None) -> Problem | SourceMessage:
    """The problem with the one case that was asked for."""
    if case is None:
        return problem
    cases = tuple(each for each in problem.cases if each.id == case)
    if not cases:
        known = ", ".join(each.id for each in problem.cases[:8])
        return _error(f"There is no case {case} in {problem.id or 'this file'}; there are {known}.")
    return msgspec.structs.replace(problem, cases=cases)


def _nothing(language: Language) -> SourceMessage:
    mark = language.comments.line[0]
    return SourceMessage(
        Severity.NOTE,
        "No cases found for this file. Paste the examples as comments"
        f" (`{mark} Input: nums = [2,7], target = 9` and `{mark} Output: [0,1]`),"
        f" or name a problem (`{mark} judge: two-sum`).",
    )


def _error(text: str) -> SourceMessage:
    return SourceMessage(Severity.ERROR, text)


def failed(report: Report, error: JudgeError) -> Report:
    """The report with a failure of our environment that belongs to no mode."""
    return msgspec.structs.replace(report, messages=(*report.messages, _error(str(error))))
