"""The marks that tools put around a submission, in the comment syntax of every language."""

from __future__ import annotations

import pytest

from lsp_judge.languages.regions import submission_range

INSIDE = b"\nsolution\n"


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        (b"// @lc code=start", b"// @lc code=end"),
        (b"# @lc code=start", b"# @lc code=end"),
        (b"// @lc code=begin", b"// @lc code=end"),
        (b"# @lc code=begin", b"# @lc code=end"),
        (b"// @leet start", b"// @leet end"),
        (b"# @leet start", b"# @leet end"),
        (b"//leetcode submit region begin(Prohibit modification and deletion)",
         b"//leetcode submit region end(Prohibit modification and deletion)"),
        (b"#leetcode submit region begin(Prohibit modification and deletion)",
         b"#leetcode submit region end(Prohibit modification and deletion)"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_what_stands_between_the_marks(begin: bytes, end: bytes, newline: bytes) -> None:
    inside = INSIDE.replace(b"\n", newline)
    text = b"before" + newline + begin + inside + end + newline + b"after" + newline
    found = submission_range(text)
    assert found is not None
    part = text[found[0] : found[1]]
    assert b"solution" in part
    assert b"before" not in part
    assert b"after" not in part


def test_a_mark_without_an_end_goes_on_to_the_end_of_the_file() -> None:
    text = b"before\n// @lc code=start\nsolution\n"
    assert submission_range(text) == (7, len(text))


@pytest.mark.parametrize(
    "text",
    [
        b"solution\n",
        b"// see @lc code=start for more\n",
        b'print("@leet start")\n',
        b"// @lc app=leetcode id=1 lang=golang\nsolution\n",
        b"// @lc code=starting\n",
    ],
)
def test_other_lines_are_no_marks(text: bytes) -> None:
    assert submission_range(text) is None
