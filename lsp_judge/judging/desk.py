"""What can be said of files without running anything: what is in them, and how to change them.

Reads the disk, so the server asks in a thread.
"""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.judging.accept import accepted
from lsp_judge.judging.begin import NewFile, begin
from lsp_judge.judging.listing import listing
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.languages.registry import Languages
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.listing import Listing
from lsp_judge.model.problem import Problem
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document
from lsp_judge.problems.edits import TextEdit, case_added
from lsp_judge.problems.known import KnownProblems


class Beginning(Struct, frozen=True):
    """A problem, and the languages (by id) in which a solution of it can be begun."""

    id: str
    title: str
    languages: tuple[str, ...]


class Desk:
    """`problem`, where it is asked for, is what a person named: an id or a package's path."""

    def __init__(self, languages: Languages, planner: Planner, known: KnownProblems) -> None:
        self._languages = languages
        self._planner = planner
        self._known = known

    def beginnings(self) -> list[Beginning]:
        """The problems that are known, and the languages in which a solution can be begun."""
        return [
            Beginning(each.id, each.title, self._languages_of(each))
            for each in self._known.described()
        ]

    def _languages_of(self, problem: Problem) -> tuple[str, ...]:
        return tuple(each.id for each in self._languages if each.stub(problem) is not None)

    def begin(self, problem: str, language: str) -> NewFile:
        """A file to begin a solution with. Raises BadUsage, PackageBroken."""
        wanted = self._languages.get(language)
        if wanted is None:
            known = ", ".join(sorted(each.id for each in self._languages))
            raise BadUsage(f"There is no language {language!r}; known are {known}.")
        return begin(self._known.load(problem), wanted, self._planner)

    def listed(self, document: Document, problem: str | None = None) -> Listing | None:
        """What would be judged with which cases, None where there is nothing to judge."""
        plan = self._planner.plan(document, problem, None)
        return listing(plan) if isinstance(plan, Plan) else None

    def with_case(self, document: Document, problem: str | None = None) -> TextEdit:
        """An empty case in the document's comments. Raises BadUsage."""
        language = self._languages.of_path(document.path)
        if language is None:
            raise BadUsage("No language is known for this file's ending.")
        found = self.listed(document, problem)
        names = found.parameters if found is not None else ()
        return case_added(document.text.decode("utf-8", "replace"), language.comments, names)

    def with_answer(
        self, document: Document, report: Report, case: str, problem: str | None = None
    ) -> TextEdit:
        """What came out as the expected answer of a case; `report` is about this very document.
        Raises BadUsage."""
        plan = self._planner.plan(document, problem, None)
        if isinstance(plan, Report):
            raise BadUsage(" ".join(message.text for message in plan.messages))
        return accepted(plan, report, case)

    def knows(self, path: str) -> bool:
        """Whether the file's ending is that of a language."""
        return self._languages.of_path(path) is not None
