"""TinyGo as a person chooses it. The compiler behind its name is Go's own here, started with
TinyGo's command line: what is tested is who is asked, and how, not what TinyGo makes of it."""

from __future__ import annotations

import os
import stat
import sys
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
STAND_IN = """#!{python}
import os, sys
if sys.argv[1:] == ["version"]:
    print("tinygo version {version} linux/amd64 (using go version go1.26.1 and LLVM 20.1)")
    sys.exit(0)
assert sys.argv[1:5] == ["build", "-target=wasip1", "-buildmode=c-shared", "-opt=2"], sys.argv
open({log!r}, "a").write("asked\\n")
os.environ.update(GOOS="wasip1", GOARCH="wasm", CGO_ENABLED="0")
go = os.path.join(os.environ["GOROOT"], "bin", "go")
os.execv(go, [go, "build", "-buildmode=c-shared", *sys.argv[5:]])
"""


def stand_in(folder: Path, version: str = "0.39.0") -> Path:
    path, log = folder / "tinygo", str(folder / "log")
    path.write_text(STAND_IN.format(python=sys.executable, version=version, log=log))
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


async def judged(*settings: str) -> Report:
    chosen = chosen_settings(settings)
    async with opened_with(os.environ, chosen) as parts:
        document = Document("/solutions/next.go", SOLUTION)
        options = JudgeOptions(mode=ModeChoice.WASM)
        return await parts.judge.judge(document, options, lambda event: None)


async def test_it_makes_the_module_where_it_is_asked_for(tmp_path: Path) -> None:
    path = stand_in(tmp_path)
    report = await judged(f"toolchain.tinygo={path}", "toolchain.go.wasm=tinygo")
    assert [(each.mode, each.verdict) for each in report.judgements] == [(Mode.WASM, Verdict.AC)]
    assert (tmp_path / "log").read_text() == "asked\n"


async def test_it_is_never_used_unasked(tmp_path: Path) -> None:
    path = stand_in(tmp_path)
    report = await judged(f"toolchain.tinygo={path}")
    assert report.judgements[0].verdict is Verdict.AC
    assert not (tmp_path / "log").exists()


async def test_one_that_is_too_old_is_not_used(tmp_path: Path) -> None:
    path = stand_in(tmp_path, "0.30.0")
    report = await judged(f"toolchain.tinygo={path}", "toolchain.go.wasm=tinygo")
    assert "TinyGo, which is not installed" in (report.judgements[0].error or "")


def test_another_compiler_is_no_choice() -> None:
    with pytest.raises(BadUsage, match="gccgo is none of auto, go, tinygo"):
        chosen_settings(["toolchain.go.wasm=gccgo"])
