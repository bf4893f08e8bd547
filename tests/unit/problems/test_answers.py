"""Expected answers as pages write them, and what the statement says of several answers."""

from __future__ import annotations

from typing import Any

import pytest

from lsp_judge.model.problem import After, Checker
from lsp_judge.problems.answers import read_answer
from lsp_judge.problems.statement import checker_of


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("[0,1]", [0, 1], ()),
        ("2, nums = [2,2,_,_]", 2, (After("nums", [2, 2], prefix=True),)),
        ("5, nums = [_,_]", 5, (After("nums", [], prefix=True),)),
        ("nums = [1,2]", None, (After("nums", [1, 2]),)),
        ("[1,2,_]", None, (After(None, [1, 2], prefix=True),)),
        ("tail connects to node index 1", "tail connects to node index 1", ()),
        ("Intersected at '8'", "Intersected at '8'", ()),
        ("964176192 (00111001011110000010100101000000)", 964176192, ()),
        ("1->2->3->NULL", [1, 2, 3], ()),
        ("[1,#,2,3,#]", [1, "#", 2, 3, "#"], ()),
        ('["_","a"]', ["_", "a"], ()),
        (
            'Return 2, and the first 2 characters of the input array should be: ["a","2"]',
            2,
            (After(None, ["a", "2"], prefix=True),),
        ),
        ('返回 1 ，输入数组的前 1 个字符应该是：["a"]', 1, (After(None, ["a"], prefix=True),)),
        ("18446744073709551615", 2**64 - 1, ()),
    ],
)
def test_an_answer_is_read(text: str, value: Any, after: tuple[After, ...]) -> None:
    read = read_answer(text)
    assert (read.value, read.after) == (value, after)


@pytest.mark.parametrize(
    ("statement", "flag"),
    [
        ("If there are multiple answers, return any of them.", "any_valid"),
        ("If there are many possible solutions, you may return any of them.", "any_valid"),
        ("Multiple valid answers are accepted.", "any_valid"),
        ("Any valid answer that takes at most 2 * row.size steps will be judged as correct.", "any_valid"),
        ("Any such result of at most two words is considered correct.", "any_valid"),
        ("如果有多个有效答案，返回任意一个。", "any_valid"),
        ("Return a random element, each with equal probability.", "any_valid"),
        ("Return any list of numbers that satisfies these rules.", "any_valid"),
        ("Return the cells by distance, in any order that satisfies this.", "any_valid"),
        ("Return the courses in any valid order.", "any_valid"),
        ("You can return the answer in any order.", "any_order"),
        ("Return all possible partitions of s.", "any_order"),
        ("Generate all combinations of brackets.", "any_order"),
        ("Return all possible permutations. You can return them in any order.", "any_order"),
        ("Return all possible subsets. Return the answer in any order.", "any_order_nested"),
        ("Group the words. You can return the answer in any order.", "any_order_nested"),
        ("The numbers in the lists may be returned in any order.", "any_order_inner"),
        ("The order of the elements may be changed.", "any_order"),
        ("The order of the output and the order of the words does not matter.", "any_order_nested"),
    ],
)
def test_what_a_statement_says_of_answers(statement: str, flag: str) -> None:
    checker = checker_of(statement, Checker())
    flags = ("any_valid", "any_order", "any_order_nested", "any_order_inner")
    assert [name for name in flags if getattr(checker, name)] == [flag]


@pytest.mark.parametrize(
    "statement",
    [
        "Return the number of ways to reach any cell.",
        "You may perform the operations in any order. Return the maximum score.",
        "Return true if any value appears at least twice.",
        "Return all permutations, sorted lexicographically.",
        "Return the sum of all subsets.",
    ],
)
def test_ordinary_statements_say_nothing(statement: str) -> None:
    assert checker_of(statement, Checker()) == Checker()
