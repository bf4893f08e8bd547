"""What the tests type: one problem, right and wrong in several ways."""

from __future__ import annotations

import uuid

WRONG = """\
// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
// Input: nums = [3,2,4], target = 6
// Output: [1,2]

func twoSum(nums []int, target int) []int {
\tfor i := range nums {
\t\tfor j := range nums {
\t\t\tif nums[i]+nums[j] == target {
\t\t\t\treturn []int{i, j}
\t\t\t}
\t\t}
\t}
\treturn nil
}
"""
FAILING_LINE = "// Input: nums = [3,2,4], target = 6"
RIGHT = WRONG.replace("j := range nums", "j := i + 1; j < len(nums); j++")
CASES = "".join(WRONG.splitlines(keepends=True)[:4])
# Each case is waited for until its limit: so many that nobody is too late to cancel them.
ENDLESS = CASES * 4 + WRONG.replace("for i := range nums", "for i := 0; i >= 0; i *= 2").replace(
    "== target", "== -target"
)


def fresh(text: str) -> str:
    """The text as nobody has judged it before."""
    return f"{text}// {uuid.uuid4()}\n"
