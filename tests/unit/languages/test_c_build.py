"""C solutions as people have them, built and called in both modes."""

import os

import pytest
from c_kit import C_NAME, MODES, answer, built, call, run_program

from lsp_judge.languages.c.language import C
from lsp_judge.model.build import Tool
from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.find import ToolFinder

pytestmark = pytest.mark.parametrize("mode", MODES)


def test_two_sum_with_malloc(mode: Mode) -> None:
    source = """int* twoSum(int* nums, int numsSize, int target, int* returnSize) {
    for (int i = 0; i < numsSize; i++) for (int j = i + 1; j < numsSize; j++)
        if (nums[i] + nums[j] == target) {
            int* found = malloc(2 * sizeof(int)); found[0] = i; found[1] = j;
            *returnSize = 2; return found; }
    *returnSize = 0; return NULL; }"""
    run = call(built(C_NAME, source, mode), [[[2, 7, 11, 15], 9], [[1], 5]])
    assert [c.value for c in run.calls] == [[0, 1], []]


def test_every_type_arrives(mode: Mode) -> None:
    source = """
#define max(a, b) ((a) > (b) ? (a) : (b))
#define min(a, b) ((a) < (b) ? (a) : (b))
int mod = 7, f, g, hp, kind;
char* go(int i, long long l, double d, float e, bool b, char c, char* s, unsigned u, short h,
         int* a, int aSize, long long* la, int laSize, double* da, int daSize, bool* ba, int baSize,
         char* ca, int caSize, char** sa, int saSize, int** grid, int gridSize, int* gridColSize,
         char** board, int boardSize, int* boardColSize) {
    char* out = calloc(400, 1);
    sprintf(out, "%d %lld %g %g %d %c %s %u %d|%d %lld %g %d %c%c %s|%d %d %c%d %d", i, l, d, e, b,
            c, s, u, h, a[aSize - 1], la[laSize - 1], da[daSize - 1], ba[baSize - 1], ca[0],
            ca[caSize - 1], sa[saSize - 1], grid[gridSize - 1][gridColSize[gridSize - 1] - 1],
            gridColSize[0], board[1][boardColSize[1] - 1], boardSize, max(1, min(2, 3)));
    return out; }"""
    value = answer(
        C_NAME, source, mode,
        -5, -(2**40), 2.5, 3, True, "x", "sé", 4_000_000_000, -7,
        [1, 2**31 - 1], [2**62], [0.5], [True, False], ["p", "q"], ["a", "bc"], [[], [1, 9]],
        [["u"], ["v", "w"]], entry="go",
    )  # fmt: skip
    assert value == (
        f"-5 {-(2**40)} 2.5 3 1 x sé 4000000000 -7|{2**31 - 1} {2**62} 0.5 0 pq bc|9 0 w2 2"
    )


@pytest.mark.parametrize(
    ("source", "arguments", "expected"),
    [
        ("char** f(char** w, int wSize, int* returnSize) { *returnSize = wSize; return w; }",
         [["a", "", "é"]], ["a", "", "é"]),
        ("int** f(int** g, int gSize, int* gColSize, int* returnSize, int** returnColumnSizes)"
         "{ *returnSize = gSize; *returnColumnSizes = gColSize; return g; }",
         [[[1, -2], [], [70000]]], [[1, -2], [], [70000]]),
        ("char** f(char** g, int gSize, int* gColSize, int* returnSize, int** returnColumnSizes)"
         "{ *returnSize = gSize; *returnColumnSizes = gColSize; return g; }",
         [[["a", "b"], ["c"]]], [["a", "b"], ["c"]]),
        ("bool* f(int n, int* returnSize)"
         "{ static bool b[2] = {1, 0}; *returnSize = n; return b; }",
         [2], [True, False]),
        ("char* f(char* s, int k) { return s + k; }", ["hello", 2], "llo"),
        ("char f(char c) { return c + 1; }", ["a"], "b"),
        ("double f(double* v, int vSize) { return v[0] / vSize; }", [[1, 2.5]], 0.5),
        ("void f(int* v, int vSize) { v[0] = vSize; }", [[1]], None),
        ("int f(int** g, int gRowSize, int gColSize) { return gRowSize * 10 + gColSize; }",
         [[[1, 2, 3], [4, 5, 6]]], 23),
        ("unsigned long long f(unsigned long long x) { return x; }", [2**64 - 1], 2**64 - 1),
        ("int f(char* s, int sSize) { return s[sSize - 1]; }", [["a", "b"]], 98),
    ],
)  # fmt: skip
def test_values(mode: Mode, source: str, arguments: list[object], expected: object) -> None:
    assert answer(C_NAME, source, mode, *arguments) == expected


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("int* f(int n, int* returnSize) { *returnSize = n; return NULL; }",
         "the result is NULL, but returnSize is 3"),
        ("int* f(int n, int* returnSize) { *returnSize = -n; return &n; }", "returnSize is -3"),
        ("int** f(int n, int* returnSize, int** returnColumnSizes)"
         "{ *returnSize = n; return malloc(24); }", "returnColumnSizes was not set"),
    ],
)  # fmt: skip
def test_an_impossible_result_is_the_users_failure(mode: Mode, source: str, message: str) -> None:
    called = call(built(C_NAME, source, mode), [[3]]).calls[0]
    assert (called.status, called.message) == (1, message)


def test_bad_bytes_are_refused_in_words(mode: Mode) -> None:
    source = "int f(int* v, int vSize, char* s) { return vSize; }"
    run = call(built(C_NAME, source, mode), [[1, "a"], [["a"], "a"], [[2**31], "a"], [[], 1], ""])
    assert [c.status for c in run.calls] == [2] * 5
    assert run.calls[1].message == "argument 1 (v): expected an integer, found a string"
    assert run.calls[3].message == "argument 2 (s): expected a string, found an integer"


def test_a_main_beside_the_entry_does_not_collide(mode: Mode) -> None:
    source = "#include <stdio.h>\nint f(int x) { return x + 1; }\nint main(void) { return f(1); }"
    assert answer(C_NAME, source, mode, 1, entry="f") == 2


def test_a_trap_names_line_and_column(mode: Mode) -> None:
    run = call(built(C_NAME, "int f(int a, int b) {\n    return a / b;\n}\n", mode), [[1, 0]])
    if mode is Mode.NATIVE:
        assert run.exit_status < 0
    else:
        assert "solution.c:2:14" in run.calls[0].message


def test_an_assertion_is_read(mode: Mode) -> None:
    run = call(built(C_NAME, "int f(int x) {\n  assert(x == 3);\n  return x; }", mode), [[1]])
    traceback = C().traceback(run.stderr)
    assert traceback is not None
    assert traceback.reason == "assertion failed: x == 3"
    assert [(f.file, f.line) for f in traceback.frames] == [("solution.c", 2)]


def test_an_empty_function_costs_next_to_nothing(mode: Mode) -> None:
    wanted = [{"bench": [200, 20], "arguments": [1]}]
    called = call(built(C_NAME, "int f(int x) { return x; }", mode), wanted).calls[0]
    assert min(called.value) < (5_000 if mode is Mode.WASM else 1_000)


def test_bench_ends_before_the_memory_does(mode: Mode) -> None:
    source = """int* f(int n, int* returnSize) {
        int* a = calloc(n, sizeof(int)); a[n - 1] = 1; *returnSize = n; return a; }"""
    wanted = [{"bench": [1000, 3], "arguments": [2_000_000]}, [3]]
    benched, called = call(built(C_NAME, source, mode), wanted).calls
    assert 10 < len(benched.value) < 100
    assert called.value == [0, 0, 1]


def test_programs_read_and_print(mode: Mode) -> None:
    source = r"""#include <stdio.h>
int main() { int a, b; scanf("%d%d", &a, &b); printf("%d\n", a + b); return 3; }"""
    run = run_program(built(C_NAME, source, mode, shape=Shape.STDIO), b"2 3\n")
    assert (run.stdout, run.stderr, run.exit_status) == ("5\n", "", 3)


def test_zig_stands_in_for_a_missing_compiler(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    zig = ToolFinder({}, os.environ).find("zig")
    if mode is Mode.NATIVE:
        found = Tool("cc", "zig", (*zig.command, "cc"), zig.version, "wheel")
        monkeypatch.setattr(ToolFinder, "find", lambda self, name: found)
        monkeypatch.setattr(ToolFinder, "known", lambda self, name: None)
    source = "int f(char* s, int k) { return s[k]; }"
    assert answer(C_NAME, source, mode, "abc", 1) == 98
