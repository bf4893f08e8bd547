"""Why modes differ: what is said, and when nothing is."""

from __future__ import annotations

from typing import Any

import pytest

from lsp_judge.judging.explain import explanation
from lsp_judge.model.report import CaseVerdict
from lsp_judge.model.verdict import Verdict


def case(verdict: Verdict, actual: Any = None, message: str = "", id: str = "1") -> CaseVerdict:
    return CaseVerdict(id=id, verdict=verdict, actual=actual, message=message)


@pytest.mark.parametrize(
    ("language", "text", "wasm", "native", "words"),
    [
        ("c", "long f(int n)", case(Verdict.WA, 1410065408), case(Verdict.AC, 10**10), "`long`"),
        ("rust", "let x: usize", case(Verdict.WA, 0), case(Verdict.AC, 1 << 32), "`usize`"),
        (
            "cpp",
            "int f()",
            case(Verdict.RE, message="wasm trap: out of bounds memory access"),
            case(Verdict.AC, 3),
            "reads or writes where nothing is",
        ),
        (
            "cpp",
            "static int count;",
            case(Verdict.AC, 1, id="2"),
            case(Verdict.WA, 2, id="2"),
            "an earlier case",
        ),
        ("cpp", "int f()", case(Verdict.WA, 1), case(Verdict.WA, 2), "uninitialised"),
        ("go", "m := map[int]int{}", case(Verdict.WA, 1), case(Verdict.WA, 2), "order of a map"),
    ],
)
def test_a_reason(
    language: str, text: str, wasm: CaseVerdict, native: CaseVerdict, words: str
) -> None:
    assert words in explanation(language, text, wasm, native)


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert explanation("go", "x := 1", case(Verdict.WA, 1), case(Verdict.WA, 2)) == ""
