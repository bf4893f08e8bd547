"""A pack is judged where there is no compiler: in an environment of its own, with an empty PATH."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import clean_venv
import pytest

from lsp_judge.packs.judged import target_here

POWER = "fast-power"
WRONG = """// judge: two-sum
int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
    *returnSize = 1;
    return calloc(1, sizeof(int));
}
"""
HERE = target_here()


class Clean:
    """Runs the command in the clean environment, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self._python = clean_venv.make(folder / "venv")
        self._folder = folder

    def __call__(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        cache = str(self._folder / "cache")
        return subprocess.run(
            [str(self._python), "-m", "lsp_judge.cli.main", *map(str, arguments)],
            env={"PATH": "", "HOME": str(self._folder), "LSP_JUDGE_CACHE_DIR": cache},
            cwd=self._folder,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def judge(self, pack: Path, *arguments: str) -> dict[str, Any]:
        done = self("run", "--pack", pack, *arguments, "--format", "json")
        assert done.returncode == 0, done.stdout + done.stderr
        (report,) = json.loads(done.stdout)["reports"]
        assert isinstance(report, dict)
        return report


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    return Clean(tmp_path_factory.mktemp("clean"))


def packed(source: Path, output: Path, targets: str) -> Path:
    """A pack made here, where compilers are."""
    command = [sys.executable, "-m", "lsp_judge.cli.main", "pack", str(source), "-o", str(output)]
    done = subprocess.run(
        [*command, "--targets", targets],
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def accepted(problem: str, ending: str) -> Path:
    folder = Path(__file__).parents[3] / "problems" / problem / "submissions" / "accepted"
    return next(iter(sorted(folder.glob(f"*.{ending}"))))


def test_there_is_no_compiler_in_it(clean: Clean) -> None:
    done = clean("run", accepted(POWER, "c"), "--problem", POWER)
    assert done.returncode == 2
    assert "'zig' is missing" in done.stdout


@pytest.mark.parametrize("ending", ["c", "go"])
def test_a_pack_is_judged_in_both_modes(clean: Clean, tmp_path: Path, ending: str) -> None:
    assert HERE is not None
    source = accepted(POWER, ending)
    report = clean.judge(
        packed(source, tmp_path / "p.zip", f"wasm,{HERE.name}"), "--problem", POWER
    )
    assert (report["problem"], report["disagreements"]) == (POWER, [])
    assert [each["mode"] for each in report["judgements"]] == ["wasm", "native"]
    for judgement in report["judgements"]:
        assert judgement["verdict"] == "AC"
        assert judgement["passed"] == judgement["total"] > 0
        assert judgement["degraded_from"] is None


def test_without_native_code_for_this_machine_wasm_stands_in_and_it_is_said(
    clean: Clean, tmp_path: Path
) -> None:
    pack = packed(accepted(POWER, "c"), tmp_path / "p.zip", "wasm,win-x64")
    (judgement,) = clean.judge(pack)["judgements"]
    assert (judgement["mode"], judgement["verdict"]) == ("wasm", "AC")
    assert judgement["degraded_from"] == "native"
    assert "nothing for" in judgement["degraded_why"]
    shown = clean("run", "--pack", pack)
    assert "instead of native" in shown.stdout


@pytest.mark.parametrize("problem", ["recent-cache", "reverse-list", "range-squares"])
def test_every_shape_of_problem_is_bound_by_the_manifest(
    clean: Clean, tmp_path: Path, problem: str
) -> None:
    """A class, linked structures, a program: all that a source tells is in the manifest."""
    assert HERE is not None
    pack = packed(accepted(problem, "c"), tmp_path / "p.zip", f"wasm,{HERE.name}")
    verdicts = [each["verdict"] for each in clean.judge(pack)["judgements"]]
    assert verdicts == ["AC", "AC"]


def test_a_pack_that_answers_wrongly_is_told_so(clean: Clean, tmp_path: Path) -> None:
    source = tmp_path / "wrong.c"
    source.write_text(WRONG)
    pack = packed(source, tmp_path / "p.zip", "wasm")
    done = clean("run", "--pack", pack, "--mode", "wasm", "--format", "json")
    assert done.returncode == 1
    (report,) = json.loads(done.stdout)["reports"]
    assert report["judgements"][0]["verdict"] == "WA"
    assert "expected" in report["judgements"][0]["cases"][0]["message"]


def test_a_broken_pack_and_an_unknown_problem_are_sentences(clean: Clean, tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK")
    done = clean("run", "--pack", tmp_path / "broken.zip")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("lsp-judge: The pack broken.zip is no whole zip")
    pack = packed(accepted(POWER, "c"), tmp_path / "p.zip", "wasm")
    done = clean("run", "--pack", pack, "--problem", "no-such")
    assert done.returncode == 2
    assert "no-such" in done.stderr
