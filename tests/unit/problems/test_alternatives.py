"""Which other answers an explanation names as right, and which it only mentions."""

from __future__ import annotations

from typing import Any

import pytest

from lsp_judge.problems.alternatives import other_answers


@pytest.mark.parametrize(
    ("story", "expected", "others"),
    [
        ('Note: "noon" is also a valid answer.', "otto", ("noon",)),
        ("The answer [7,8] would also be accepted.", [9], ([7, 8],)),
        ("[1,3], [3,1], and [2,2] would also be accepted.", [4], ([2, 2], [3, 1], [1, 3])),
        ("Others are also accepted, such as [[2],[1]].", [[1], [2]], ([[2], [1]],)),
        ("Note that 2 -> 1 and 1 -> 2 are also valid answers.", [3], ([1, 2], [2, 1])),
        ("'x' and 'y' are as frequent, so \"yyx\" is also correct.", "xyy", ("yyx",)),
        ("<code>[2,1]</code> is another valid answer", [1, 2], ([2, 1],)),
        ("（答案 [2,1] 也会被接受。）", [1, 2], ([2, 1],)),
        ("“noon” 同样是符合题意的答案。", "otto", ("noon",)),
    ],
)
def test_what_is_named_as_right(story: str, expected: Any, others: tuple[Any, ...]) -> None:
    assert other_answers(story, expected) == others


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("The path [3] is also valid.", [1]),
        ("The path [3] is also a correct path.", [1]),
        ("[3] is also not a valid answer.", [1]),
        ("[3] is not a valid answer.", [1]),
        ('"ab" is the answer; note that "cd" and "ef" are also valid answers.', 2),
        ("[1] is also a valid answer.", [1]),
        ("也是正确的路径 [3]", [1]),
    ],
)
def test_what_is_only_mentioned(story: str, expected: Any) -> None:
    assert other_answers(story, expected) == ()
