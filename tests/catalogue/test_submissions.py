"""The catalogue's folder names are assertions: every submission, in both modes, by the command.

One call of `lsp-judge run --format json` a package, as a problem setter would do it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from lsp_judge.model.report import Report, RunOutput
from lsp_judge.model.verdict import Mode, Verdict

CATALOGUE = Path(__file__).parents[2] / "problems"
PACKAGES = sorted(path.parent.name for path in CATALOGUE.glob("*/problem.yaml"))
VERDICTS = {
    "accepted": Verdict.AC,
    "wrong_answer": Verdict.WA,
    "run_time_error": Verdict.RE,
    "time_limit_exceeded": Verdict.TLE,
}
COMMAND = [str(Path(sys.executable).with_name("lsp-judge")), "run", "--quick", "--format", "json"]


def judge(paths: list[Path]) -> tuple[int, RunOutput]:
    done = subprocess.run(
        [*COMMAND, *map(str, paths)], capture_output=True, text=True, timeout=500, check=False
    )
    assert done.stdout, done.stderr
    return done.returncode, msgspec.json.decode(done.stdout, type=RunOutput)


def said(report: Report) -> str:
    """What a person needs to see of a report that is not as it should be."""
    lines = [message.text for message in report.messages]
    for judgement in report.judgements:
        lines.append(f"{judgement.mode} {judgement.verdict} {judgement.passed}/{judgement.total}")
        lines += [judgement.error or "", judgement.degraded_why or ""]
        lines += [message.text for message in judgement.messages]
        lines += [case.message for case in judgement.cases if case.message]
    return f"{report.file}:\n" + "\n".join(line for line in lines if line)


@pytest.mark.parametrize("package", PACKAGES)
def test_submissions_get_the_verdict_of_their_folder(package: str) -> None:
    paths = sorted((CATALOGUE / package / "submissions").glob("*/*.*"))
    assert {path.suffix for path in paths} >= {".go", ".c", ".cpp", ".py"}
    status, output = judge(paths)
    assert status == 1 if any(path.parent.name != "accepted" for path in paths) else 0
    assert len(output.reports) == len(paths)
    for path, report in zip(paths, output.reports, strict=True):
        expected = VERDICTS[path.parent.name]
        assert Path(report.file) == path
        assert report.problem == package
        got = {judgement.mode: judgement.verdict for judgement in report.judgements}
        assert got == dict.fromkeys(Mode, expected), said(report)
        assert report.disagreements == (), said(report)


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_complete(package: str) -> None:
    folder = CATALOGUE / package
    accepted = {path.suffix for path in (folder / "submissions" / "accepted").iterdir()}
    assert accepted >= {".go", ".c", ".cpp", ".py"}
    assert any((folder / "submissions" / "wrong_answer").iterdir())
    (statement,) = folder.glob("*statement/problem*.md")
    assert statement.stat().st_size > 200
    assert len(list((folder / "data" / "secret").rglob("*.in"))) >= 8


def test_there_are_forty_and_fifteen_in_all_languages() -> None:
    assert len(PACKAGES) >= 40
    everywhere = [
        package
        for package in PACKAGES
        if {path.suffix for path in (CATALOGUE / package / "submissions/accepted").iterdir()}
        >= {".go", ".c", ".cpp", ".py", ".rs", ".zig"}
    ]
    assert len(everywhere) >= 15


def test_the_published_contract() -> None:
    """The fields that readers of `run --format json` rely on, by their names and types."""
    path = CATALOGUE / "two-sum/submissions/wrong_answer"
    done = subprocess.run(
        [*COMMAND, str(sorted(path.iterdir())[0])], capture_output=True, timeout=300, check=False
    )
    assert done.returncode == 1
    output = msgspec.json.decode(done.stdout)
    assert output["version"] == 1
    (report,) = output["reports"]
    texts = {"file", "language", "problem", "entry"}
    assert all(isinstance(report[name], str) for name in texts)
    assert isinstance(report["disagreements"], list)
    judgement = report["judgements"][0]
    assert judgement["mode"] in ("wasm", "native")
    assert judgement["verdict"] == "WA"
    assert isinstance(judgement["passed"], int)
    assert isinstance(judgement["total"], int)
    assert isinstance(judgement["build_ms"], float)
    assert isinstance(judgement["run_ms"], float)
    assert isinstance(judgement["isolation"], str)
    assert judgement["degraded_from"] is None
    assert judgement["error"] is None
    case = next(each for each in judgement["cases"] if each["verdict"] == "WA")
    assert case["message"].startswith(f"case {case['id']}: expected ")
    assert case["expected"] != case["actual"]
    assert isinstance(case["duration_ns"], int)
    assert isinstance(case["memory_bytes"], int)
    assert case["stdout"] == ""
    assert Path(case["file"]).is_absolute()
    assert case["line"] >= 1
