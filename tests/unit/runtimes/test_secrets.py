"""Expected answers never enter a worker: not one byte of them is in what it is given."""

from __future__ import annotations

from pathlib import Path

import msgspec

from lsp_judge.judging.bind import bind
from lsp_judge.judging.entry import choose
from lsp_judge.languages.go.language import Go
from lsp_judge.model.source import Document
from lsp_judge.problems.comments import CommentSource
from lsp_judge.runtimes.base import RunRequest

SECRET = "the-expected-answer"
TEXT = f"""// Input: word = "given"
// Output: "{SECRET}"
func f(word string) string {{ return word }}
"""


def test_a_run_request_holds_inputs_only(tmp_path: Path) -> None:
    document = Document(str(tmp_path / "solution.go"), TEXT.encode())
    found = CommentSource().find(document, Go.comments)
    assert found is not None
    assert found.problem is not None
    assert found.problem.cases[0].expected is not None
    chosen = choose(Go().outline(document), found.problem, TEXT)
    bound = bind(found.problem, chosen, document.path)  # type: ignore[arg-type]
    assert SECRET.encode() not in b"".join(bound.inputs)
    assert {field.name for field in msgspec.structs.fields(RunRequest)} == {
        "prepared",
        "inputs",
        "limits",
        "overlaps",  # whether the worker's end is waited for
    }
