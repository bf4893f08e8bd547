"""`run --sanitize` and `--set`, as a person uses them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lsp_judge.cli.chosen import chosen_settings
from lsp_judge.model.errors import BadUsage

PAST_THE_END = """// Input: nums = [1,2,3]
// Output: 6
int total(vector<int>& nums) {
    int sum = 0;
    for (size_t i = 0; i <= nums.size(); i++) sum += nums[i];
    return sum;
}
"""
OVERFLOW = """// Input: n = 2147483647
// Output: -2147483648
int next(int n) { return n + 1; }
"""


def judged(file: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "lsp_judge.cli.main", "run", "--format", "json", *options]
    done = subprocess.run(
        [*command, str(file)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.stdout, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)["reports"][0]
    return report


@pytest.mark.parametrize(
    ("name", "source", "line", "words"),
    [
        ("a.cpp", PAST_THE_END, 5, "a read of 4 bytes past the end of an array"),
        ("b.c", OVERFLOW, 3, "undefined behaviour: signed integer overflow"),
    ],
)
def test_the_report_s_line_becomes_the_message(
    tmp_path: Path, name: str, source: str, line: int, words: str
) -> None:
    file = tmp_path / name
    file.write_text(source)
    (judgement,) = judged(file, "--sanitize")["judgements"]
    assert (judgement["mode"], judgement["verdict"]) == ("native", "RE")
    assert judgement["sanitized"] is True
    (case,) = judgement["cases"]
    assert words in case["message"]
    assert case["at"]["span"]["start"]["line"] == line - 1


def test_a_clean_solution_is_accepted_under_sanitizers(tmp_path: Path) -> None:
    file = tmp_path / "c.c"
    file.write_text('// Input: n = 1\n// Output: 2\nint next(int n) { puts("x"); return n + 1; }\n')
    (judgement,) = judged(file, "--sanitize")["judgements"]
    assert judgement["verdict"] == "AC"


def test_a_standard_can_be_set(tmp_path: Path) -> None:
    file = tmp_path / "d.cpp"
    file.write_text(
        "// Input: n = 1\n// Output: 20\nint year(int n) { return __cplusplus / 100 % 100 * n; }\n"
    )
    report = judged(file, "--set", "languages.cpp.standard=gnu++20", "--mode", "native")
    assert report["judgements"][0]["verdict"] == "AC"
    assert judged(file, "--mode", "native")["judgements"][0]["verdict"] == "WA"


def test_settings_that_make_no_sense_are_named() -> None:
    settings = chosen_settings(["languages.rust.standard=2018", "judgeOnSave=false"])
    assert settings.languages["rust"].standard == "2018"
    assert settings.judge_on_save is False
    assert chosen_settings(["buildSeconds=5"]).build_seconds == 5
    for wrong in ("nothing", "no.such=1", "mode=sideways"):
        with pytest.raises(BadUsage):
            chosen_settings([wrong])
