"""What a plan has to show before anything runs: the problem, the entry and the cases. Pure."""

from __future__ import annotations

from lsp_judge.judging.plan import Plan
from lsp_judge.model.listing import ListedCase, Listing
from lsp_judge.model.problem import Case, StdioInput
from lsp_judge.model.types import Signature

# Enough for one line in a tree; inputs may have megabytes.
_SHOWN = 200


class KeptListing:
    """Lists, and keeps the cases that were listed last: they are those of the next save."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Case, ...], tuple[ListedCase, ...]] = ((), ())

    def of(self, plan: Plan) -> Listing:
        cases = plan.bound.cases
        if self._last[0] is not cases:
            self._last = (cases, _listed_cases(cases))
        return _listing(plan, self._last[1])


def listing(plan: Plan) -> Listing:
    return _listing(plan, _listed_cases(plan.bound.cases))


def _listed_cases(cases: tuple[Case, ...]) -> tuple[ListedCase, ...]:
    return tuple(_listed(case) for case in cases)


def _listing(plan: Plan, cases: tuple[ListedCase, ...]) -> Listing:
    context = plan.context
    problem = context.problem
    return Listing(
        file=context.document.path,
        language=context.language.id,
        problem=problem.id,
        title=problem.title,
        entry=context.chosen.entry,
        cases=cases,
        package=problem.directory,
        parameters=_parameters(plan),
    )


def _parameters(plan: Plan) -> tuple[str, ...]:
    signature = plan.context.chosen.signature
    if not isinstance(signature, Signature):
        return ()
    return tuple(each.name for each in signature.parameters)


def _listed(case: Case) -> ListedCase:
    written = case.input.stdin if isinstance(case.input, StdioInput) else case.input.text
    text = written[:_SHOWN].decode("utf-8", "replace").strip()
    return ListedCase(case.id, text, case.location, case.expected_location)
