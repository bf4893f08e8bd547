"""One problem read in another way: as a program's, or with the solution's own cases."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from lsp_judge.model.problem import Case, CheckerKind, Expected, FunctionInput, Problem, StdioInput
from lsp_judge.model.source import Severity, Shape, SourceMessage
from lsp_judge.problems.base import Found


def without_names(arguments: FunctionInput) -> bool:
    """Whether no argument has a name, so that its text could as well be a program's input."""
    return all(argument.name is None for argument in arguments.arguments)


def as_stdio(problem: Problem) -> Problem | None:
    """The cases of comments as a program reads them, for a solution that has only a `main`.

    `5` and `120` are a function's argument and result as well as a program's input and output;
    only the solution tells. None where a case names its arguments, or came from a package.
    """
    if problem.shape is Shape.STDIO:
        return problem
    cases = tuple(_stdio_case(case) for case in problem.cases)
    kept = tuple(case for case in cases if case)
    if problem.directory is not None or len(kept) < len(cases):
        return None
    checker = structs.replace(problem.checker, kind=CheckerKind.TOKENS)
    return structs.replace(problem, shape=Shape.STDIO, cases=kept, checker=checker)


def _stdio_case(case: Case) -> Case | None:
    if not isinstance(case.input, FunctionInput) or not without_names(case.input):
        return None
    expected = Expected(stdout=case.expected.stdout) if case.expected else None
    return structs.replace(case, input=StdioInput(case.input.text), expected=expected)


def with_inline(found: Found, inline: Found | None) -> Found:
    """A package's problem with the solution's own cases before the package's.

    The package's signature, limits and checker hold for all. Cases of another shape are not
    judged, and a message says so.
    """
    if inline is None or found.problem is None:
        return found
    own = inline.problem
    if own is None:
        return Found(found.problem, (*found.messages, *inline.messages))
    fitting = as_stdio(own) if found.problem.shape is Shape.STDIO else own
    if fitting is None or fitting.shape is not found.problem.shape:
        return Found(found.problem, (*found.messages, *_unfit(found.problem, own.cases)))
    cases = (*fitting.cases, *found.problem.cases)
    messages = inline.messages if fitting.shape is Shape.FUNCTION else ()
    return Found(structs.replace(found.problem, cases=cases), (*found.messages, *messages))


def _unfit(problem: Problem, cases: Sequence[Case]) -> tuple[SourceMessage, ...]:
    wanted = "arguments" if problem.shape is Shape.FUNCTION else "what a program reads from stdin"
    return tuple(
        SourceMessage(
            Severity.WARNING,
            f"case {case.id} is not judged: {problem.id} takes {wanted}.",
            case.location.span if case.location else None,
        )
        for case in cases
    )
