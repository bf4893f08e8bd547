"""The table of what is supported stands in the README as the code has it."""

from __future__ import annotations

from pathlib import Path

from lsp_judge.cli.matrix import matrix
from lsp_judge.languages.registry import installed_languages


def test_the_readme_has_the_current_table() -> None:
    table = matrix(installed_languages())
    assert table in (Path(__file__).parents[3] / "README.md").read_text()
    assert {"C", "C++", "Go", "Python", "Rust", "Zig"} <= {
        line.split("|")[1].strip() for line in table.splitlines()
    }
