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
        ("Note that another valid answer is [2,1] and [1] is no answer.", [1, 2], ([2, 1],)),
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
        ("[3,4] is also a valid sequence, but a longer one.", [1]),
        ("Another valid sequence is [3,4], which is longer.", [1]),
    ],
)
def test_what_is_only_mentioned(story: str, expected: Any) -> None:
    assert other_answers(story, expected) == ()


@pytest.mark.parametrize(
    ("story", "others"),
    [
        ("[1,3,2] and [2,1,3] are also valid permutations.", ([2, 1, 3], [1, 3, 2])),
        ("[2,1] is also a valid rotated code sequence, whose bits are [3,4].", ([2, 1],)),
        ("Another valid order is [2,1].", ([2, 1],)),
        ("Another possible **subsequence** is `[2,1]`.", ([2, 1],)),
        ("Another possible matrix is: [[1],[2]]", ([[1], [2]],)),
        ("The sum of [5,5] is 10. Other correct answers are [2,1], [1,2] and [9].", ([2, 1], [9])),
        ("[2,1] is not a valid permutation. A valid sequence has no [3].", ()),
    ],
)
def test_what_is_valid_where_several_answers_are(story: str, others: tuple[Any, ...]) -> None:
    assert other_answers(story, [1, 2], several=True) == others
