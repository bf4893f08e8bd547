"""What people paste above a solution is read as cases, in every form it comes in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_judge.model.problem import Case, CheckerKind, FunctionInput, Problem, StdioInput
from lsp_judge.model.source import CommentSyntax, Document, Location, Shape
from lsp_judge.problems.base import Found
from lsp_judge.problems.comments import CommentSource
from lsp_judge.problems.readings import as_stdio

C_LIKE = CommentSyntax(("//",), (("/*", "*/"),))
PYTHON = CommentSyntax(("#",), (('"""', '"""'), ("'''", "'''")))


def find(text: str, syntax: CommentSyntax = C_LIKE) -> Found | None:
    return CommentSource().find(Document("/home/me/solution.go", text.encode()), syntax)


def problem_of(text: str, syntax: CommentSyntax = C_LIKE) -> Problem:
    found = find(text, syntax)
    assert found is not None
    assert not found.messages
    assert found.problem is not None
    return found.problem


def values(case: Case) -> dict[str | None, object]:
    assert isinstance(case.input, FunctionInput)
    return {argument.name: argument.value for argument in case.input.arguments}


def answers(problem: Problem) -> list[tuple[str, dict[str | None, object], object]]:
    return [
        (case.id, values(case), case.expected.value if case.expected else "no answer")
        for case in problem.cases
    ]


def pointed_at(text: str, location: Location | None) -> str:
    """The text under a location, lines joined by newlines."""
    assert location is not None
    start, end = location.span.start, location.span.end
    lines = text.split("\n")[start.line : end.line + 1]
    lines[-1] = lines[-1][: end.column]
    lines[0] = lines[0][start.column :]
    return "\n".join(lines)


TWO_SUM = {"nums": [2, 7, 11, 15], "target": 9}


@pytest.mark.parametrize(
    "text",
    [
        "// Input: nums = [2,7,11,15], target = 9\n// Output: [0,1]\n",
        "// Input: nums = [2,7,11,15], target = 9\r\n// Output: [0,1]\r\n",
        "\ufeff// Input: nums = [2,7,11,15], target = 9\n// Output: [0,1]",
        "/*\nInput: nums = [2,7,11,15], target = 9\nOutput: [0,1]\n*/",
        "/*\nInput: nums = [2,7,11,15], target = 9\nReturn: [0,1]\nNote:\nIn any order.\n*/",
        "/*\nInput: nums = [2,7,11,15], target = 9\nOutput: [0,1]",
        "/**\n * Example 1:\n *\n * Input: nums = [2,7,11,15], target = 9\n * Output: [0,1]\n */",
        "/* Input: nums = [2,7,\n *          11,15],\n * target = 9\n * Output: [0,\n * 1]\n */",
        "// input: nums=[2,7,11,15] target=9\n// output: [0,1]",
        "// Input：nums = [2,7,11,15]，target = 9\n// Output：[0,1]",
        "// 输入：nums = [2,7,11,15], target = 9\n// 输出：[0,1]\n// 解释：因为 [0,1] 。",
        "/*\n示例 1：\n\n输入：\nnums = [2,7,11,15]\ntarget = 9\n输出：\n[0,1]\n解释：略\n*/",
        "// **Input:** nums = [2,7,11,15], target = 9\n// **Output:** [0,1]",
        "// - **Input**: `nums = [2,7,11,15], target = 9`\n// - **Output**: `[0,1]`",
        "// Input: `nums` = [2,7,11,15], `target` = 9\n// Output: `[0,1]`",
        "// **Input:** **nums** = `[2,7,11,15]`, **target** = `9`\n// **Output:** `[0,1]` is it",
        "// **Input:** nums = [2,7,11,15], target = 9 **Output:** [0,1] **Explanation:** so",
        "/*\n<pre>\n<strong>Input:</strong> nums = [2,7,11,15],&nbsp;target = 9\n"
        "<strong>Output:</strong> [0,1]\n<strong>Explanation:</strong> x\n</pre>\nMore text.\n*/",
        "// <p><b>Input:</b> nums = [2,7,11,15], target = 9<br><b>Output:</b> [0,1]</p>",
        '/*\n<div class="example-block">\n<p><strong>Input:</strong> <span class="example-io">'
        "nums = [2,7,11,15], target = 9</span></p>\n\n<p><strong>Output:</strong> "
        '<span class="example-io">[0,1]</span></p>\n</div>\nConstraints are below.\n*/',
        "// Input: nums = [2,7,11,15], target = 9 Output: [0,1]",
        "// Input: nums = (2, 7, 11, 15), target = 9  -> Output: [0, 1]",
        "// Example 1: Input: nums = [2,7,11,15], target = 9\n// Expected: [0,1]  as 2 + 7 = 9",
        '// s := "// Input: no"\n// Input: nums = [2,7,11,15], target = 9\n\n// Output: [0,1]',
        "/*\nInput: nums = [2,7,11,15], target = 9\nOutput: [0,1]\nBecause 2 + 7 is 9.\n*/",
    ],
)
def test_a_pasted_example_is_a_case(text: str) -> None:
    assert answers(problem_of(text)) == [("1", TWO_SUM, [0, 1])]


@pytest.mark.parametrize(
    "text",
    [
        "# Input: nums = [2,7,11,15], target = 9\n# Output: [0,1]\nclass Solution: ...",
        'class Solution:\n    """\n    Input: nums = [2,7,11,15], target = 9\n'
        '    Output: [0,1]\n    """\n    x = \'#\'',
        "'''\n>>> Input: nums = [2,7,11,15], target = 9\n>>> Output: [0,1]\n'''\n",
    ],
)
def test_python_comments_and_docstrings(text: str) -> None:
    assert answers(problem_of(text, PYTHON)) == [("1", TWO_SUM, [0, 1])]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2.00000", 2.0),
        ("-5", -5),
        ("true", True),
        ("False", False),
        ("null", None),
        ("None", None),
        ('"a, b = \\"c\\""', 'a, b = "c"'),
        ("'it\\'s'", "it's"),
        ("“abc”", "abc"),
        ("&quot;a &lt; b&quot;", "a < b"),
        ('["a","b"]', ["a", "b"]),
        ("['a', True, None]", ["a", True, None]),
        ("[[1,2],[],[3]]", [[1, 2], [], [3]]),
        ("{1, 2, 3}", [1, 2, 3]),
        ("[1,2,]", [1, 2]),
        ('"&amp; is an entity"', "&amp; is an entity"),
        ('"http://example.org // no comment"', "http://example.org // no comment"),
        ("1e-7", 1e-7),
        ("9223372036854775807", 2**63 - 1),
    ],
)
def test_values_are_read_as_people_write_them(written: str, value: object) -> None:
    problem = problem_of(f"// Input: x = {written}, y = 1\n// Output: {written}\n")
    assert answers(problem) == [("1", {"x": value, "y": 1}, value)]


def test_ids_follow_the_headings() -> None:
    text = """
    // Example 2:
    // Input: n = 1
    // Output: 1
    // Example 5:
    // Input: n = 2
    // Input: n = 3
    // Example 5:
    // Input: n = 4
    """
    ids = [(case.id, values(case)["n"]) for case in problem_of(text).cases]
    assert ids == [("2", 1), ("5", 2), ("6", 3), ("7", 4)]


def test_an_input_without_output_has_no_answer() -> None:
    text = "// Input: n = 1\n//\n// The first of many.\n\n// Input: n = 2\n// Output: 2\n"
    assert answers(problem_of(text)) == [("1", {"n": 1}, "no answer"), ("2", {"n": 2}, 2)]


def test_the_place_is_that_of_the_text_itself() -> None:
    text = "/*\n * 输入：  数 = [2,\n *      7]  \n * Output: [0,1] since\n */\nfunc f() {}\n"
    (case,) = problem_of(text).cases
    assert case.location is not None
    assert case.location.path == "/home/me/solution.go"
    assert pointed_at(text, case.location) == "数 = [2,\n *      7]"
    assert pointed_at(text, case.expected_location) == "[0,1]"


def test_a_value_that_cannot_be_read_is_told_at_its_place_and_others_count() -> None:
    text = """// Input: nums = [1,2, target = 9
// Output: [0,1]
// Input: nums = [1], target = 1
// Output: zero
// Input: nums = [3], target = 3
// Output: [0]
"""
    found = find(text)
    assert found is not None
    assert found.problem is not None
    assert [case.id for case in found.problem.cases] == ["3"]
    first, second = found.messages
    assert first.span is not None
    assert second.span is not None
    assert first.span.start.line == 0
    assert "`target = 9`" in first.text
    assert "case 1" in first.text
    assert second.span.start.line == 3
    assert "case 2: cannot read the output: expected a value at `zero`" in second.text


@pytest.mark.parametrize(
    "value",
    ["[" * 5000, "[" * 200 + "]" * 200, "9" * 5000, "2" + "0" * 19, '"\\ud800"', '{"a": 1}'],
)
def test_hostile_values_are_messages(value: str) -> None:
    found = find(f"// Input: x = {value}\n// Output: 1\n")
    assert found is not None
    assert found.problem is None
    assert "case 1: cannot read the input: expected" in found.messages[0].text


@pytest.mark.parametrize(
    "text",
    [
        "func f() {}\n",
        "/*\nInput: an array of integers and a target\nOutput: two indices\n*/",
        "// Input: List[int]\n// Output: int\n",
        "// The input is sorted.\n// input\n// output\n",
        'fmt.Println("// Input: x = 1")\n',
        "s := `\n// Input: x = 1\n`\n",
        "// Output: 1\n",
    ],
)
def test_prose_and_strings_are_no_cases(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(
    ("text", "stdin", "stdout"),
    [
        ("// Input:\n// 3\n// 1 2 3\n// Output:\n// 6\n", b"3\n1 2 3\n", b"6\n"),
        ("/* Example\ninput\n3 5\noutput\n8\n\nNote */", b"3 5\n", b"8\n"),
        (
            "// Sample Input 1\n// 2 2\n\n// Sample Output 1\n// **\n//   *\n",
            b"2 2\n",
            b"**\n  *\n",
        ),
        ("/*\n输入样例：\n1 2\n输出样例：\n3\n*/", b"1 2\n", b"3\n"),
        ("// Input: hello\n// Output: olleh\n", b"hello\n", b"olleh\n"),
        ("/*\nInput:\n1 2\n\n3 4\nOutput: 10\n*/", b"1 2\n\n3 4\n", b"10\n"),
    ],
)
def test_raw_lines_are_a_programs_input(text: str, stdin: bytes, stdout: bytes) -> None:
    problem = problem_of(text)
    assert problem.shape is Shape.STDIO
    assert problem.checker.kind is CheckerKind.TOKENS
    (case,) = problem.cases
    assert case.input == StdioInput(stdin)
    assert case.expected is not None
    assert case.expected.stdout == stdout


def test_values_without_names_serve_a_program_too() -> None:
    problem = problem_of("// Input:\n// 5\n// Output:\n// 120\n")
    assert answers(problem) == [("1", {None: 5}, 120)]
    as_program = as_stdio(problem)
    assert as_program is not None
    assert as_program.shape is Shape.STDIO
    assert as_program.cases[0].input == StdioInput(b"5\n")
    assert as_program.cases[0].expected is not None
    assert as_program.cases[0].expected.stdout == b"120\n"
    assert as_stdio(problem_of("// Input: n = 5\n// Output: 120\n")) is None


def test_a_bold_label_needs_no_colon_before_lists() -> None:
    text = '// **Input** ["Box", "add"] [[], [1]]\n// **Output** [null, null]\n'
    assert answers(problem_of(text)) == [("1", {None: [[], [1]]}, [None, None])]
    (case,) = problem_of(text).cases
    assert isinstance(case.input, FunctionInput)
    assert [each.value for each in case.input.arguments] == [["Box", "add"], [[], [1]]]


def test_arguments_without_names_on_lines_and_in_a_case_manager() -> None:
    text = "/*\n// @lcpr case=start\n// [3,2,4]\\n6\\n\n// @lcpr case=end\n*/\n// Input: [3,3], 6\n"
    inputs = [case.input for case in problem_of(text).cases]
    assert [
        [argument.value for argument in given.arguments]
        for given in inputs
        if isinstance(given, FunctionInput)
    ] == [[[3, 2, 4], 6], [[3, 3], 6]]


@pytest.mark.parametrize(
    ("sentence", "any_order", "tolerance"),
    [
        ("You can return the answer in any order.", True, None),
        ("Return all the\n// triplets, in any order.", True, None),
        ("Return _all of them; you may return them in **any** order_.", True, None),
        ("Return the `values` in __any__ *order*.", True, None),
        ("你可以按任意顺序返回答案。", True, None),
        ("你可以按 **任意顺序** 返回答案。", True, None),
        ("Answers within `10**-5` of it.", False, 1e-5),
        ("返回的结果顺序不限。", True, None),
        ("You may apply the operations in any order.", False, None),
        ("Answers within 10^-5 of the actual answer will be accepted.", False, 1e-5),
        ("Answers within 10-6 of the actual answer are accepted.", False, 1e-6),
        ("Answers within 10<sup>-4</sup> of it.", False, 1e-4),
        ("Answers within 1e-9 of it.", False, 1e-9),
        ("与实际答案误差在 10⁻⁵ 以内的答案将被视为正确答案。", False, 1e-5),
    ],
)
def test_the_statement_sets_the_checker(
    sentence: str, any_order: bool, tolerance: float | None
) -> None:
    checker = problem_of(f"// {sentence}\n//\n// Input: n = 1\n// Output: [1.5]\n").checker
    assert (checker.any_order or checker.any_order_nested) is any_order
    assert checker.float_absolute == tolerance
    assert checker.float_relative == tolerance


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    lambda values: st.lists(values, max_size=4),
    max_leaves=12,
)
NAMES = st.from_regex(r"[a-z][A-Za-z0-9_]{0,6}", fullmatch=True)


@given(
    arguments=st.dictionaries(NAMES, JSON_VALUES, min_size=1, max_size=4),
    answer=JSON_VALUES,
    ascii_only=st.booleans(),
)
def test_any_json_written_as_comments_comes_back(
    arguments: dict[str, object], answer: object, ascii_only: bool
) -> None:
    def written(value: object) -> str:
        return json.dumps(value, ensure_ascii=ascii_only)

    pairs = ", ".join(f"{name} = {written(value)}" for name, value in arguments.items())
    text = f"// Input: {pairs}\n// Output: {written(answer)}\nfunc f() {{}}\n"
    assert answers(problem_of(text)) == [("1", arguments, answer)]


FRAGMENTS = st.sampled_from(
    [
        "// ",
        "/* ",
        "*/",
        "# ",
        '"""',
        "Input: ",
        "Output:",
        "Example 2:",
        "x = ",
        "[1,",
        "]",
        "\n",
        '"',
        "'",
        "`",
        "输入：",
        "<b>",
        "&quot;",
        "\r\n",
        "\\n",
        "5",
        "- ",
        "1 2",
        "**",
        "\x00",
        "：",
        " * ",
    ]
)


@given(st.lists(FRAGMENTS | st.text(max_size=5), max_size=40).map("".join))
def test_no_text_breaks_the_reader(text: str) -> None:
    lines = text.encode(errors="replace").decode().split("\n")
    for syntax in (C_LIKE, PYTHON):
        found = find(text.encode(errors="replace").decode(), syntax)
        if found is None:
            continue
        assert found.problem is not None or found.messages
        for case in found.problem.cases if found.problem else ():
            assert case.location is not None
            end = case.location.span.end
            assert case.location.span.start <= end
            assert end.column <= len(lines[end.line])
        ids = [case.id for case in found.problem.cases] if found.problem else []
        assert len(ids) == len(set(ids))


@given(st.binary(max_size=60))
def test_no_bytes_break_the_reader(noise: bytes) -> None:
    document = Document("/x.go", b"// Input: x = 1\n// Output: 1\n" + noise)
    assert CommentSource().find(document, C_LIKE) is not None
