"""Which output may become the expected answer of a case in comments. Pure."""

from __future__ import annotations

import msgspec

from lsp_judge.judging.plan import Plan
from lsp_judge.model.agreed import agreed
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.problem import Case, StdioInput
from lsp_judge.model.report import Report
from lsp_judge.model.types import JsonValue
from lsp_judge.problems.edits import TextEdit, answer_replaced

_LONGEST = 20_000


def accepted(plan: Plan, report: Report, case_id: str) -> TextEdit:
    """The edit of the text of `plan`, which is the one that `report` is about. Raises BadUsage."""
    context = plan.context
    case = next((each for each in plan.bound.cases if each.id == case_id), None)
    if case is None:
        raise BadUsage(f"There is no case {case_id} here.")
    place = case.expected_location
    if case.location is not None and case.location.path != context.document.path:
        raise BadUsage(f"The answer of case {case_id} is in {_answer_file(case)}: edit it there.")
    if place is None:
        raise BadUsage(f"Case {case_id} has no `Output:` that could be replaced.")
    if case.expected is not None and case.expected.after:
        raise BadUsage(f"The answer of case {case_id} has several parts: edit it by hand.")
    seen = agreed(report, case_id)
    if seen is None:
        raise BadUsage(f"Case {case_id} has no wrong answer that all modes agree on.")
    text = _written(case, seen.actual)
    if len(text) > _LONGEST:
        raise BadUsage(f"The output of case {case_id} is too long for a comment.")
    source = context.document.text.decode("utf-8", "replace")
    return answer_replaced(source, context.language.comments, place.span, text)


def _written(case: Case, actual: JsonValue) -> str:
    if isinstance(case.input, StdioInput):
        text = str(actual).rstrip("\n")
        if not text:
            raise BadUsage("The program printed nothing.")
        return text
    return msgspec.json.encode(actual).decode()


def _answer_file(case: Case) -> str:
    path = case.location.path if case.location is not None else ""
    return path.removesuffix(".in") + ".ans" if path.endswith(".in") else path
