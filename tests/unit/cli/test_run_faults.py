"""A fault of ours in one file does not end a run of many."""

from __future__ import annotations

from typing import Any, cast

import pytest
from rich.console import Console

from lsp_judge.cli.run import Progress, report_of, status_of
from lsp_judge.judging.judge import Judge, JudgeOptions
from lsp_judge.model.errors import ToolMissing
from lsp_judge.model.source import Document


class Broken:
    def __init__(self, error: Exception) -> None:
        self._error = error

    async def judge(self, *_: Any) -> None:
        raise self._error


async def judged(error: Exception) -> Any:
    judge, document = cast("Judge", Broken(error)), Document("/a/b.go", b"")
    return await report_of(judge, document, JudgeOptions(), Progress(Console()))


async def test_a_fault_of_ours_is_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    report = await judged(KeyError("x"))
    assert (report.file, report.judgements) == ("/a/b.go", ())
    assert "a fault of its own" in report.messages[0].text
    assert status_of([report]) == 2
    assert "KeyError" in capsys.readouterr().err


async def test_what_the_environment_lacks_ends_the_run() -> None:
    with pytest.raises(ToolMissing):
        await judged(ToolMissing("no go"))
