"""Solutions that rely on arithmetic to wrap where it overflows. Pure.

Accepted solutions are found that overflow in the very examples of their statement, and others
fail of it: sites differ, and change. The judge looks for overflow first, because as a rule it is
the fault that is looked for; where a build without the checks gives every answer that is
expected, its verdict stands, and the place is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from lsp_judge.judging.classify import Context, trap_of
from lsp_judge.model.outcome import Observation
from lsp_judge.model.problem import Case
from lsp_judge.model.report import CaseVerdict
from lsp_judge.model.source import Severity, SourceMessage
from lsp_judge.model.verdict import Verdict


def overflow_in(
    seen: Iterable[tuple[Case, Observation, CaseVerdict]], context: Context
) -> SourceMessage | None:
    """The first overflow, as it is told once the answers turn out right without checks.

    None where a case fails otherwise, or overflows without an answer to compare with.
    """
    found: SourceMessage | None = None
    for case, observation, verdict in seen:
        if verdict.verdict is Verdict.AC:
            continue
        trap = trap_of(observation, context)
        if trap is None or not trap.overflow or case.expected is None:
            return None
        found = found or _told(verdict)
    return found


def _told(verdict: CaseVerdict) -> SourceMessage:
    text = (
        f"{verdict.message}. The answers are right where arithmetic wraps, as in a release"
        " build; where overflow is looked for, the program panics here. `wrapping_sub` and its"
        " like say that it is meant."
    )
    return SourceMessage(Severity.WARNING, text, verdict.at.span if verdict.at else None)
