"""C++ signatures as people write them."""

import pytest
from c_kit import CPP_NAME, candidate, outline, written

from lsp_judge.model.source import Position, Span


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "class Solution { public: vector<int> twoSum(vector<int>& nums, int target) {} };",
            "twoSum(nums: integer[], target: integer) -> integer[]",
        ),
        (
            "class Solution {\npublic:\n"
            "  std::string f(const std::string &s, std::vector<std::string> w) const {}\n};",
            "f(s: string, w: string[]) -> string",
        ),
        (
            "class Solution { public: auto f(long long a, size_t b, int64_t c) -> double {} };",
            "f(a: long, b: unsigned, c: long) -> double",
        ),
        (
            "class Solution { public:"
            " bool f(vector<vector<char>>& board, char c, unsigned char d) {} };",
            "f(board: character[][], c: character, d: character) -> boolean",
        ),
        (
            "class Solution { public:"
            " static vector<bool> f(float x, unsigned u, short s = 3) {} };",
            "f(x: double, u: unsigned) -> boolean[]",
        ),
        ("struct Solution { void f(vector<int>&& v) {} };", "f(v: integer[]) -> void"),
        ("class Solution { public: int f(); };\nint Solution::f() { return 1; }", "f() -> integer"),
        ("long long add(int a, long long b) { return a + b; }", "add(a: integer, b: long) -> long"),
        (
            "using ll = long long; typedef vector<ll> vi;\n#define str string\n"
            "vi f(vector<vi> a, str s) { return {}; }",
            "f(a: long[][], s: string) -> long[]",
        ),
        ("#define int long long\nint f(vector<int> a) { return 0; }", "f(a: long[]) -> long"),
        (
            "vector<pair<int,int>> f(span<int> a, array<int, 3> b, string_view s) { return {}; }",
            "f(a: integer[], b: integer[], s: string) -> integer[][]",
        ),
    ],
)
def test_signatures(source: str, expected: str) -> None:
    assert written(candidate(CPP_NAME, source)) == expected


def test_only_what_can_be_called_is_a_candidate() -> None:
    source = """
struct Node { int value; int size(int a) { return a; } };
class Solution {
    int hidden(int a) { return a; }
public:
    Solution() {}
    ~Solution() {}
    template <class T> T any(T a) { return a; }
    bool operator()(int a) { return a; }
    int first(int a) { return hidden(a); }
private:
    int secret(int a) { return a; }
public:
    int second(int a) { return a; }
};
int helper(int a) { return a; }
"""
    names = [c.entry.name for c in outline(CPP_NAME, source).candidates]
    assert names == ["first", "second", "helper"]


def test_places_count_code_points_and_no_byte_order_mark() -> None:
    source = "\ufeffint é(int ü) { return ü; } int f(int x) { return x; }\r\n"
    found = outline(CPP_NAME, source).candidates
    spans = [c.entry.span for c in found]
    assert spans == [
        Span(Position(0, 4), Position(0, 5)),
        Span(Position(0, 31), Position(0, 32)),
    ]


@pytest.mark.parametrize(
    ("source", "text", "start"),
    [
        (
            "class Solution { public: Treasure* f(Treasure* x) { return x; } };",
            "parameter 'x' has the type 'Treasure*': cases cannot carry it",
            37,
        ),
        (
            "class Solution { public: auto f(int a) { return a; } };",
            "the result has the type 'auto': write the type out",
            25,
        ),
        (
            "int f(map<int, int> m) { return 0; }",
            "parameter 'm' has the type 'map<int, int>': cases cannot carry it",
            6,
        ),
    ],
)
def test_a_type_that_cannot_travel_is_named_at_its_place(
    source: str, text: str, start: int
) -> None:
    problem = candidate(CPP_NAME, source).problem
    assert problem is not None
    assert problem.text == text
    assert problem.span is not None
    assert problem.span.start == Position(0, start)


@pytest.mark.parametrize(
    "source",
    [
        "int main() { return 0; }",
        "signed main(int argc, char** argv) { }",
        "#ifdef LOCAL\n#endif\nauto main() -> int { }",
        "#ifndef ONLINE\nint32_t main() { }\n#endif",
    ],
)
def test_main_is_found(source: str) -> None:
    found = outline(CPP_NAME, source)
    assert found.main is not None
    assert not found.candidates


@pytest.mark.parametrize("source", ["", "class", "class Solution { public: int f(", "\x00\xff{{{"])
def test_broken_text_is_survived(source: str) -> None:
    assert outline(CPP_NAME, source).main is None
