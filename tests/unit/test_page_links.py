"""What the documentation links to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# `make vsix` puts it there.
MADE = {ROOT / "editors/vscode/images/vscode.png"}
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("editors/*/README.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    found = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    files = [each for each in found if "://" not in each]
    targets = [page.parent / each for each in files]
    assert [each for each in targets if not each.exists() and each not in MADE] == []
