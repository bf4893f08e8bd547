"""TinyGo as a person chooses it. The compiler behind its name is Go's own here, started with
TinyGo's command line: what is tested is who is asked, and how, not what TinyGo makes of it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from lsp_judge.cli.chosen import chosen_settings
from lsp_judge.cli.compose import opened_with
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, ModeChoice, Verdict

SOLUTION = b"""// Input: n = 2
// Output: 3
func next(n int) int { return n + 1 }
"""
# `ending` is what it does when it is asked to build: as Go does, or fail with an error of its own.
STAND_IN = """#!/bin/sh
if [ "$1" = version ]; then
    echo "tinygo version {version} linux/amd64 (using go version go1.26.1 and LLVM 20.1)"
    exit 0
fi
[ "$1 $2 $3 $4" = "build -target=wasip1 -buildmode=c-shared -opt=2" ] || exit 9
shift 4
{ending}
"""
AS_GO = """export GOOS=wasip1 GOARCH=wasm CGO_ENABLED=0
exec "$GOROOT/bin/go" build -buildmode=c-shared "$@"
"""
FAILS = """echo "./solution.go:3:6: the stand-in was asked"
exit 1
"""


def stand_in(folder: Path, ending: str, version: str = "0.39.0") -> Path:
    path = folder / "tinygo"
    path.write_text(STAND_IN.format(version=version, ending=ending))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


async def judged(*settings: str) -> Report:
    chosen = chosen_settings(settings)
    async with opened_with(os.environ, chosen) as parts:
        document = Document("/solutions/next.go", SOLUTION)
        options = JudgeOptions(mode=ModeChoice.WASM)
        return await parts.judge.judge(document, options, lambda event: None)


async def test_it_makes_the_module_where_it_is_asked_for(tmp_path: Path) -> None:
    path = stand_in(tmp_path, AS_GO)
    report = await judged(f"toolchain.tinygo={path}", "toolchain.go.wasm=tinygo")
    assert [(each.mode, each.verdict) for each in report.judgements] == [(Mode.WASM, Verdict.AC)]


async def test_its_errors_are_the_solutions(tmp_path: Path) -> None:
    path = stand_in(tmp_path, FAILS)
    report = await judged(f"toolchain.tinygo={path}", "toolchain.go.wasm=tinygo")
    (judgement,) = report.judgements
    assert judgement.verdict is Verdict.CE
    assert judgement.messages[0].text == "the stand-in was asked"


async def test_it_is_never_used_unasked(tmp_path: Path) -> None:
    path = stand_in(tmp_path, FAILS)
    report = await judged(f"toolchain.tinygo={path}")
    assert report.judgements[0].verdict is Verdict.AC


async def test_one_that_is_too_old_is_not_used(tmp_path: Path) -> None:
    path = stand_in(tmp_path, AS_GO, "0.30.0")
    report = await judged(f"toolchain.tinygo={path}", "toolchain.go.wasm=tinygo")
    assert "TinyGo, which is not installed" in (report.judgements[0].error or "")


def test_another_compiler_is_no_choice() -> None:
    with pytest.raises(BadUsage, match="gccgo is none of auto, go, tinygo"):
        chosen_settings(["toolchain.go.wasm=gccgo"])
