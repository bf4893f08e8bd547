"""Solution files as people have them: every file of these folders, in both modes, by the command.

A file is to be accepted in both modes, without a word, unless it says otherwise in a comment:
`wild: RE text` or `wild: CE text` (the verdict, and what a message has to say), `wild: unsure`
(a warning). Each language's files are judged in one call.
"""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec
import pytest

from lsp_judge.model.report import Report, RunOutput
from lsp_judge.model.verdict import Mode, Verdict

HERE = Path(__file__).parent
LANGUAGES = ("go", "cpp", "c", "python", "rust", "zig")
FILES = sorted(path for language in LANGUAGES for path in (HERE / language).iterdir())
COMMAND = [str(Path(sys.executable).with_name("lsp-judge")), "run", "--quick", "--format", "json"]


@cache
def reports(language: str) -> dict[Path, Report]:
    paths = [path for path in FILES if path.parent.name == language]
    done = subprocess.run(
        [*COMMAND, *map(str, paths)], capture_output=True, text=True, timeout=500, check=False
    )
    assert done.stdout, done.stderr
    judged = msgspec.json.decode(done.stdout, type=RunOutput).reports
    return dict(zip(paths, judged, strict=True))


def said(report: Report) -> str:
    lines = [message.text for message in report.messages]
    for judgement in report.judgements:
        lines += [f"{judgement.mode} {judgement.verdict}", judgement.error or ""]
        lines += [judgement.degraded_why or ""]
        lines += [text for each in judgement.messages for text in (each.text, *each.notes)]
        lines += [case.message for case in judgement.cases]
    return f"{report.file}:\n" + "\n".join(line for line in lines if line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_as_people_have_it(path: Path) -> None:
    report = reports(path.parent.name)[path]
    wanted = re.search(rb"wild: (\w+) ?(.*)", path.read_bytes())
    verdicts = {judgement.mode: judgement.verdict for judgement in report.judgements}
    text = said(report)
    if wanted is None:
        assert verdicts == dict.fromkeys(Mode, Verdict.AC), text
        assert report.messages == (), text
        assert all(judgement.degraded_from is None for judgement in report.judgements), text
    elif wanted[1] == b"unsure":
        assert verdicts == dict.fromkeys(Mode, Verdict.WA), text
        assert all(case.unsure for each in report.judgements for case in each.cases), text
        assert "several answers" in text
    else:
        assert verdicts == dict.fromkeys(Mode, Verdict(wanted[1].decode())), text
        assert wanted[2].decode() in text
    assert report.disagreements == (), text


def test_no_verdict_rests_on_a_missing_mode() -> None:
    judged = [each for language in LANGUAGES for each in reports(language).values()]
    assert len(judged) == len(FILES)
    assert all(len(report.judgements) == len(Mode) for report in judged)
