"""What only a site can answer for is said so; a name of the user's own is not."""

from __future__ import annotations

import pytest

from lsp_judge.judging.supplied import only_a_site_has_it


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("int first(int n) { return isBadVersion(n) ? 1 : 0; }", "isBadVersion"),
        ("func guessNumber(n int) int { return guess(n) }", "guess"),
        (
            "class Solution { int find(MountainArray &m) { return m.get(0); } };",
            "MountainArray",
        ),
        ("def rand10(self): return rand7()", "rand7"),
    ],
)
def test_what_a_site_supplies(text: str, name: str) -> None:
    found = only_a_site_has_it(text)
    assert found is not None
    assert f"`{name}`" in found.text


@pytest.mark.parametrize(
    "text",
    [
        "func guess(n int) int { return n }\nfunc f(n int) int { return guess(n) }",
        "// calls isBadVersion(version) on the site\nint first(int n) { return n; }",
        "int f(int guess) { return guess + 1; }",
        "x.guess(1)",
    ],
)
def test_names_of_the_user_s_own(text: str) -> None:
    assert only_a_site_has_it(text) is None
