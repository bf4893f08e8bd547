"""A candidate's signature as people read it."""

from __future__ import annotations

from lsp_judge.languages.base import Candidate


def spelled(candidate: Candidate) -> str:
    """In one line: `name(a: integer) string`."""
    signature = candidate.signature
    assert signature is not None, candidate.problem
    parameters = ", ".join(f"{each.name}: {each.type}" for each in signature.parameters)
    return f"{signature.name}({parameters}) {signature.returns}"
