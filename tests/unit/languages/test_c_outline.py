"""C signatures: a pointer and its size are one array."""

import pytest
from c_kit import C_NAME, candidate, outline, written

from lsp_judge.model.source import Position


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "int* twoSum(int* nums, int numsSize, int target, int* returnSize) { }",
            "twoSum(nums: integer[], target: integer) -> integer[]",
        ),
        (
            "int** f(int** grid, int gridSize, int* gridColSize,"
            "        int* returnSize, int** returnColumnSizes) { }",
            "f(grid: integer[][]) -> integer[][]",
        ),
        (
            "bool f(char** board, int boardSize, int* boardColSize, char * word) { }",
            "f(board: character[][], word: string) -> boolean",
        ),
        (
            "char** f(char** words, int wordsSize, const char* s, int k, int* returnSize) { }",
            "f(words: string[], s: string, k: integer) -> string[]",
        ),
        (
            "char f(char* letters, int lettersSize, char target) { }",
            "f(letters: character[], target: character) -> character",
        ),
        (
            "char*** f(char*** a, int aSize, int* aColSize,"
            "          int* returnSize, int** returnColumnSizes) { }",
            "f(a: string[][]) -> string[][]",
        ),
        ("char* f(char* s, int numRows) { }", "f(s: string, numRows: integer) -> string"),
        ("double f(int a[], int n, long long b[2], int m) { }",
         "f(a: integer[], b: long[]) -> double"),
        ("int f(int** g, int gridRowSize, int gridColSize) { }", "f(g: integer[][]) -> integer"),
        ("static unsigned f(void) { }", "f() -> unsigned"),
        ("typedef long long ll;\nll f(ll* a, int aSize) { }", "f(a: long[]) -> long"),
        ("void f(double* a, int aSize) { }", "f(a: double[]) -> void"),
    ],
)  # fmt: skip
def test_signatures(source: str, expected: str) -> None:
    assert written(candidate(C_NAME, source)) == expected


@pytest.mark.parametrize(
    ("source", "text", "column"),
    [
        (
            "int f(int* nums) { }",
            "parameter 'nums' is a pointer without a size: write 'int* nums, int numsSize'",
            6,
        ),
        (
            "int* f(int x) { }",
            "the result 'int*' is a pointer, but no parameter 'int* returnSize' tells its length",
            0,
        ),
        (
            "int f(struct P* some) { }",
            "parameter 'some' is a pointer without a size: write 'struct P* some, int someSize'",
            6,
        ),
        ("struct P f(int x) { }", "the result has the type 'struct P': cases cannot carry it", 0),
    ],
)
def test_a_parameter_that_cannot_be_read_is_named_at_its_place(
    source: str, text: str, column: int
) -> None:
    problem = candidate(C_NAME, source).problem
    assert problem is not None
    assert problem.text == text
    assert problem.span is not None
    assert problem.span.start == Position(0, column)


@pytest.mark.parametrize("source", ["int main(void) { }", "int\nmain(c, v) char **v; { }"])
def test_main_is_found(source: str) -> None:
    found = outline(C_NAME, source)
    assert found.main is not None
    assert not found.candidates
