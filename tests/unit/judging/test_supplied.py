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
        ("# You should not implement it.\n# class Box:\ndef open(self, box: 'Box'): ...", "Box"),
        ("# You should not implement it.\n# class Box:\ndef f(b):\n  ':type b: Box'", "Box"),
        ("// Box is already defined for you.\n// class Box {};\nclass A : public Box {};", "Box"),
        ("// You should not implement it\n// type Box struct {}\nfunc f(b *Box) int {}", "Box"),
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
        "typedef struct { int x; } Robot;\nRobot *robotCreate(int w) { return 0; }",
        "type Robot struct{ x int }\nfunc Constructor(w int) Robot { return Robot{} }",
        "# You should not implement it\n# class NestedInteger:\ndef f(n: NestedInteger): ...",
        "guess = lambda x: x\nguess(1)",
        "class Solution { void walk(function<void(int)> visit) { visit(1); } };",
    ],
)
def test_names_of_the_user_s_own(text: str) -> None:
    assert only_a_site_has_it(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "class Turns:\n    def left(self, go: 'Callable[[], None]') -> None: go()",
        "class Turns { public: void left(function<void()> go) { go(); } };",
    ],
)
def test_methods_of_several_threads(text: str) -> None:
    found = only_a_site_has_it(text)
    assert found is not None
    assert "several threads" in found.text
