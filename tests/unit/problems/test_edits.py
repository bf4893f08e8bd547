"""Cases that are added to comments, and answers that are replaced in them."""

import textwrap

import pytest

from lsp_judge.model.source import CommentSyntax, Position, Span
from lsp_judge.problems.edits import TextEdit, answer_replaced, case_added

SLASHES = CommentSyntax(line=("///", "//!", "//"), block=(("/*", "*/"),))
HASHES = CommentSyntax(line=("#",), block=(('"""', '"""'), ("'''", "'''")))


def apply(source: str, edit: TextEdit) -> str:
    lines = source.split("\n")
    before = [*lines[: edit.span.start.line], lines[edit.span.start.line][: edit.span.start.column]]
    after = [lines[edit.span.end.line][edit.span.end.column :], *lines[edit.span.end.line + 1 :]]
    return "\n".join(before) + edit.text + "\n".join(after)


@pytest.mark.parametrize(
    ("syntax", "before", "after"),
    [
        (
            SLASHES,
            "// Input: n = 3\n// Output: 9\nint f(int n);\n",
            "// Input: n = 3\n// Output: 9\n// Input: n =\n// Output:\nint f(int n);\n",
        ),
        (
            SLASHES,
            "// Input: n = 3\n// Output: 9\n//\n// Input: n = 4\n// Output: 16\n",
            "// Input: n = 3\n// Output: 9\n//\n// Input: n = 4\n// Output: 16\n"
            "//\n// Input: n =\n// Output:\n",
        ),
        (
            SLASHES,
            "  /// Input: n = 3\n  /// Output: 9\n  /// Explanation: squared\nfn f() void {}\n",
            "  /// Input: n = 3\n  /// Output: 9\n  /// Explanation: squared\n"
            "  /// Input: n =\n  /// Output:\nfn f() void {}\n",
        ),
        (
            SLASHES,
            "/* Input: n = 3\n   Output: 9 */\nint f(int n);\n",
            "/* Input: n = 3\n   Output: 9\n * Input: n =\n * Output: */\nint f(int n);\n",
        ),
        (
            SLASHES,
            "/**\n * Input: n = 3\n * Output: 9\n */\n",
            "/**\n * Input: n = 3\n * Output: 9\n * Input: n =\n * Output:\n */\n",
        ),
        (
            HASHES,
            '"""\n    Input: n = 3\n    Output: 9\n"""\n',
            '"""\n    Input: n = 3\n    Output: 9\n    Input: n =\n    Output:\n"""\n',
        ),
        (HASHES, "def f(n): ...\n", "# Input: n =\n# Output:\ndef f(n): ...\n"),
        (HASHES, "#!/usr/bin/env python3\nx\n", "#!/usr/bin/env python3\n# Input: n =\n# Output:\nx\n"),
        (
            SLASHES,
            "// Input: n = 3\r\n// Output: 9\r\nx\r\n",
            "// Input: n = 3\r\n// Output: 9\r\n// Input: n =\r\n// Output:\r\nx\r\n",
        ),
        (
            SLASHES,
            "// Input: n = 3\n// Output: 9",
            "// Input: n = 3\n// Output: 9\n// Input: n =\n// Output:",
        ),
    ],
)
def test_an_empty_case_stands_behind_the_last_one(
    syntax: CommentSyntax, before: str, after: str
) -> None:
    assert apply(before, case_added(before, syntax, ["n"])) == after


def test_a_case_has_a_place_for_every_argument() -> None:
    edit = case_added("", SLASHES, ["nums", "target"])
    assert edit.text == "// Input: nums = , target =\n// Output:\n"


def test_an_answer_of_several_lines_stays_a_comment() -> None:
    source = textwrap.dedent("""\
        int x;
          // Input:
          // 2
          // Output: 7
        int y;
    """)
    span = Span(Position(3, 13), Position(3, 14))
    assert apply(source, answer_replaced(source, SLASHES, span, "1\n2")) == source.replace(
        "// Output: 7", "// Output: 1\n  // 2"
    )


def test_only_the_answer_is_replaced() -> None:
    source = "/* Input: n = 3\r\n * Output: 8 (a guess) */\r\n"
    span = Span(Position(1, 11), Position(1, 12))
    edit = answer_replaced(source, SLASHES, span, "9")
    assert apply(source, edit) == "/* Input: n = 3\r\n * Output: 9 (a guess) */\r\n"
