"""What the outline finds in Python sources as people have them."""

from __future__ import annotations

import pytest

from lsp_judge.languages.base import Outline
from lsp_judge.languages.python.annotations import read_annotation
from lsp_judge.languages.python.language import Python
from lsp_judge.model.source import Document, Position, Shape, Span


def outline(text: str | bytes) -> Outline:
    source = text if isinstance(text, bytes) else text.encode()
    return Python().outline(Document("/solution.py", source))


def names(text: str | bytes) -> list[str]:
    return [each.entry.name for each in outline(text).candidates]


def test_a_method_of_solution_with_its_types() -> None:
    (found,) = outline(
        "class Solution:\n    def twoSum(self, nums: List[int], target: int) -> List[int]:\n"
    ).candidates
    assert (found.entry.owner, found.entry.name) == ("Solution", "twoSum")
    assert found.entry.shape is Shape.FUNCTION
    assert found.entry.span == Span(Position(1, 8), Position(1, 14))
    assert found.parameter_names == ("nums", "target")
    assert found.signature is not None
    types = [str(each.type) for each in found.signature.parameters]
    assert (types, str(found.signature.returns)) == (["integer[]", "integer"], "integer[]")


def test_several_methods_helpers_last() -> None:
    text = """import os
class Node:
    def walk(self): pass
def gcd(a, b): pass
class Solution(object):
    def __init__(self): self.x = 1
    def _search(self, i): pass
    @lru_cache(None)
    def helper(self, i): pass
    @staticmethod
    def solve(n: int) -> int: pass
    @classmethod
    def other(cls, n: int) -> int:
        def inner(): pass
"""
    assert names(text) == ["gcd", "helper", "solve", "other", "_search"]
    found = {each.entry.name: each for each in outline(text).candidates}
    assert found["solve"].parameter_names == ("n",)
    assert found["other"].parameter_names == ("n",)
    assert found["gcd"].entry.owner is None


def test_without_annotations_there_is_neither_signature_nor_problem() -> None:
    (found,) = outline("def f(a, b): pass").candidates
    assert found.parameter_names == ("a", "b")
    assert (found.signature, found.problem) == (None, None)


def test_a_docstring_tells_what_is_linked_and_that_nothing_is_returned() -> None:
    text = """class Solution(object):
    def merged(self, first, k):
        '''Merges. :type is no field here.
        :type first: Optional[ListNode]
        :type k: int
        :rtype: {}
        '''
        pass
"""
    for written, returns in [
        ("ListNode", "ListNode"),
        ("void Do not return anything", "void"),
        ("List[int]", "any"),
        ("Whatever", "any"),
    ]:
        (found,) = outline(text.format(written)).candidates
        assert found.signature is not None
        types = [str(each.type) for each in found.signature.parameters]
        assert (types, str(found.signature.returns)) == (["ListNode", "any"], returns)
    (plain,) = outline(text.format("int").replace("ListNode", "str")).candidates
    assert plain.signature is None
    assert plain.problem is None


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("def f(a: int, b) -> int: pass", ["integer", "any", "integer"]),
        ("def f(a, b) -> int: pass", ["any", "any", "integer"]),
        ("def f(a: str, b: int): pass", ["string", "integer", "any"]),
    ],
)
def test_what_has_no_annotation_among_others_is_passed_as_it_is(
    text: str, types: list[str]
) -> None:
    (found,) = outline(text).candidates
    assert found.signature is not None
    parameters = [str(each.type) for each in found.signature.parameters]
    assert [*parameters, str(found.signature.returns)] == types


def test_a_foreign_type_is_a_problem_at_its_place() -> None:
    (found,) = outline("def f(é: int, some: Optional[Treasure]) -> bool: pass").candidates
    assert found.signature is None
    assert found.problem is not None
    assert "`Optional[Treasure]`" in found.problem.text
    assert found.problem.span == Span(Position(0, 20), Position(0, 38))


def test_parameters_that_a_call_may_leave_out() -> None:
    (found,) = outline("def f(a, b=1, *rest, c, **more): pass").candidates
    assert found.parameter_names == ("a",)


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("int", "integer"),
        ("float", "double"),
        ("bool", "boolean"),
        ("str", "string"),
        ("None", "void"),
        ("List[List[str]]", "string[][]"),
        ("list[list[float]]", "double[][]"),
        ("typing.List[int]", "integer[]"),
        ("Sequence[int]", "integer[]"),
        ("'List[int]'", "integer[]"),
        ('List["int"]', "integer[]"),
        ("Optional[List[int]]", "integer[]"),
        ("list[int] | None", "integer[]"),
        ("Union[None, str]", "string"),
        ("Tuple[int, int]", "integer[]"),
        ("tuple[int, ...]", "integer[]"),
        ("TreeNode", "TreeNode"),
        ("Dict[str, int]", None),
        ("int | str", None),
        ("Tuple[int, str]", None),
        ("List", None),
        ("List[None]", None),
        ("not a type", None),
        ("", None),
        ("[" * 10_000, None),
    ],
)
def test_annotations(annotation: str, expected: str | None) -> None:
    found = read_annotation(annotation)
    assert (str(found) if found else None) == expected


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("n = int(input())\nprint(n)\n", 0),
        ("import sys\ninput = sys.stdin.readline\nn, = map(int, input().split())\n", 2),
        ("def main():\n    pass\n\nmain()\n", 3),
        ("print(1)\ndef f(): pass\nif __name__ == '__main__':\n    f()\n", 2),
        ('"""What it does."""\nimport sys\nfor line in sys.stdin:\n    print(line)\n', 2),
        ("from sys import stdin\r\nt = int(stdin.readline())\r\n", 1),
        ("import threading\nthreading.Thread(target=print).start()\n", 1),
        ("while True:\n    try: print(int(input()))\n    except EOFError: break\n", 0),
    ],
)
def test_programs(text: str, line: int) -> None:
    main = outline(text).main
    assert main is not None
    assert (main.shape, main.span.start) == (Shape.STDIO, Position(line))
    assert main.span.end.line == line
    assert main.span.end.column == len(text.splitlines()[line])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "class Solution:\n    def f(self): print(1)\n",
        "import sys\nsys.setrecursionlimit(10 ** 6)\nMOD = 10 ** 9 + 7\nprimes = sieve(100)\n",
        "try:\n    import numpy\nexcept ImportError:\n    numpy = None\ndef f(): pass\n",
        "if TYPE_CHECKING:\n    from x import y\n",
        "read = lambda: input()\n",
        "x: int = 3\n'''\nprint(1)\n'''\n",
    ],
)
def test_what_only_prepares_is_no_program(text: str) -> None:
    assert outline(text).main is None


def test_byte_order_marks_and_line_ends_move_nothing() -> None:
    text = "\ufeffclass Solution:\r\n    def größe(self, a: int) -> int:\r\n        return a"
    (found,) = outline(text).candidates
    assert found.entry.name == "größe"
    assert found.entry.span == Span(Position(1, 8), Position(1, 13))


def test_broken_text_is_said_to_be_broken() -> None:
    broken = outline("class Solution:\n    def f(self, a: int) -> int:\n        return (a\n")
    assert broken.syntax_error
    assert not outline("def f(): pass").syntax_error
    for text in (b"\xff\xfe\x00", b"def f(", b"class", b"\0" * 10, b"@" * 1000):
        outline(text)
