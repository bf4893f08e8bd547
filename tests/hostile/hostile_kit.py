"""Runs the attacks, those of a form and a language in one call, and compares with the table."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from hostile_scene import no_process_is_left, scene
from hostile_table import Attack, Wanted, read_table

from lsp_judge.model.report import Judgement, Report
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.worker.landlock import open_landlock

# What only Landlock keeps (SECURITY.md, "Platforms"): the compilers' reach, and loading.
_LANDLOCKS = (
    "include_zero.c", "include_outside.c", "include_up.c", "assemble_file.c", "path_outside.rs",
    "include_outside.rs", "constructor_reads.c", "init_reads.go",
)  # fmt: skip
# What compiling one file may take where that is what is attacked.
_BUILD = ("--set", "buildSeconds=3")


@dataclass(frozen=True)
class Judged:
    """The reports of one call, and what was harmed by it."""

    reports: dict[Path, Report]
    harm: list[str]


def attacks_of(form: str, *languages: str) -> list[Attack]:
    return [
        attack
        for attack in read_table()
        if attack.source.parts[-3] == form and attack.source.parts[-2] in languages
    ]


@cache
def judged(form: str, languages: tuple[str, ...]) -> Judged:
    attacks = attacks_of(form, *languages)
    with tempfile.TemporaryDirectory(prefix="judge-attacks-") as folder, scene(Path(folder)) as at:
        files = [at.copy(attack.source) for attack in attacks]
        with no_process_is_left():
            found = at.judge(form, files, *(_BUILD if form == "compile" else ()))
        reports = dict(zip([attack.source for attack in attacks], found, strict=True))
        return Judged(reports, at.harm())


def check(attack: Attack, report: Report) -> None:
    if attack.source.name in _LANDLOCKS and not open_landlock().version:
        pytest.skip("this kernel has no Landlock")
    assert report.messages == (), report.messages
    for mode, wanted in ((Mode.WASM, attack.wasm), (Mode.NATIVE, attack.native)):
        judgement = next((each for each in report.judgements if each.mode is mode), None)
        if not wanted.verdicts:
            _check_missing(mode, wanted, report)
        else:
            assert judgement is not None, report
            _check(judgement, wanted)


def _check_missing(mode: Mode, wanted: Wanted, report: Report) -> None:
    (other,) = report.judgements
    assert other.degraded_from is mode, report
    for words in wanted.says:
        assert words in (other.degraded_why or ""), report


def _check(judgement: Judgement, wanted: Wanted) -> None:
    said = [message.text for message in judgement.messages]
    assert judgement.error is None, judgement
    assert judgement.verdict is Verdict.CE or "seccomp" in judgement.isolation, judgement
    if wanted.verdicts == (Verdict.CE,):
        assert judgement.verdict is Verdict.CE, judgement
    else:
        attack, harmless = judgement.cases
        assert attack.verdict in wanted.verdicts, judgement
        said += [attack.message, *(f"the sandbox refused {call}" for call in attack.refused)]
        assert harmless.verdict is (attack.verdict if wanted.all_cases else Verdict.AC), judgement
        assert wanted.all_cases or harmless.message == "", judgement
    for words in wanted.says:
        assert any(words in text for text in said), judgement
