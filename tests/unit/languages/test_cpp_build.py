"""C++ solutions as people have them, built and called in both modes."""

import pytest
from c_kit import CPP_NAME, MODES, answer, build, built, call, candidate, outline, run_program

from lsp_judge.languages.cpp.language import Cpp
from lsp_judge.model.build import Artifact
from lsp_judge.model.source import Position, Shape, SourceMessage, Span
from lsp_judge.model.verdict import Mode

pytestmark = pytest.mark.parametrize("mode", MODES)

ALL_TYPES = """
class Solution {
    int memo = 40;
public:
    vector<string> f(int i, long long l, double d, float g, bool b, char c, string s,
                     const vector<int>& vi, vector<long long> vl, vector<double>&& vd,
                     vector<bool> vb, vector<char>& vc, vector<vector<int>>& vvi,
                     vector<vector<string>> vvs, unsigned u, string_view w) const {
        ostringstream o;
        o << i << ' ' << l << ' ' << d << ' ' << g << ' ' << b << ' ' << c << ' ' << s << ' '
          << vi.at(1) << ' ' << vl[0] << ' ' << vd[0] << ' ' << vb[1] << ' ' << vc[0] << ' '
          << vvi[1][0] << ' ' << vvs[0][1] << ' ' << u << ' ' << w << ' ' << memo;
        return {o.str(), ""};
    }
};
"""


def test_every_type_arrives(mode: Mode) -> None:
    value = answer(
        CPP_NAME, ALL_TYPES, mode,
        -(2**31), 2**62, 2.5, 3, True, "x", "sé",
        [1, -2], [-(2**40)], [1], [False, True], ["q"], [[], [7]], [["a", "b"]], 4_000_000_000, "w",
    )  # fmt: skip
    expected = f"{-(2**31)} {2**62} 2.5 3 1 x sé -2 {-(2**40)} 1 1 q 7 b 4000000000 w 40"
    assert value == [expected, ""]


@pytest.mark.parametrize(
    ("source", "arguments", "expected"),
    [
        ("class Solution { public: int f(vector<int> v) { return v.size(); } };", [[]], 0),
        ("double f(double x) { return x / 0; }", [1], float("inf")),
        ("char f(char c) { return c + 1; }", ["a"], "b"),
        ("string f(string s) { return s + '\\xff'; }", ["é"], "é\ufffd"),
        ("vector<bool> f(vector<bool> v) { v.flip(); return v; }", [[True, False]], [False, True]),
        ("vector<vector<int>> f() { return {{}, {70000, -1, 128, -129}}; }",
         [], [[], [70000, -1, 128, -129]]),
        ("vector<pair<int, int>> f(deque<int> d) { return {{d[0], d[1]}}; }", [[3, 4]], [[3, 4]]),
        ("void f(vector<int>& v) { v.clear(); }", [[1]], None),
        ("long long f(long long a) { return a; }", [-(2**63)], -(2**63)),
        ("uint64_t f(uint64_t a) { return a; }", [2**64 - 1], 2**64 - 1),
        ("int rotate(vector<int>& v, int k) { return max(k, 1) + v.size(); }", [[1], 2], 3),
    ],
)  # fmt: skip
def test_values(mode: Mode, source: str, arguments: list[object], expected: object) -> None:
    assert answer(CPP_NAME, source, mode, *arguments) == expected


def test_names_of_the_user_do_not_collide(mode: Mode) -> None:
    source = """#include <bits/stdc++.h>\r
using namespace std;\r
#define int long long\r
#define f first\r
#define abs(x) ((x) < 0 ? -(x) : (x))\r
#define min(a, b) ((a) < (b) ? (a) : (b))\r
#define all(v) (v).begin(), (v).end()\r
typedef vector<int> vi;\r
int mod = 1e9 + 7, g, hp, status, entry, call, names, codec;\r
struct Node { int a; } judge;\r
class Solution { public: int go(vi& a) { sort(all(a)); return abs(a[0]) % mod + min(1, 2); } };\r
signed main() { return 0; }"""
    assert answer(CPP_NAME, source, mode, [5, -(2**33)], entry="go") == 2**33 % (10**9 + 7) + 1


def test_a_file_that_spells_std_keeps_its_own_names(mode: Mode) -> None:
    source = """#include <vector>
int data[3] = {1, 2, 3}; int prev = 4; int count(int x) { return x; }
int solve(const std::vector<int>& v) { return data[0] + prev + count(v[0]); }"""
    assert answer(CPP_NAME, source, mode, [5], entry="solve") == 10


def test_seldom_used_headers_are_there(mode: Mode) -> None:
    source = """
class Solution { public: int f(string s) {
    static const regex words("[a-z]+"); complex<double> z(1, 2); valarray<int> a{1, 2};
    mt19937 rng(chrono::steady_clock::now().time_since_epoch().count() * 0 + 1);
    return distance(sregex_iterator(s.begin(), s.end(), words), sregex_iterator()) + (int)z.real()
        + a.sum() + (rng() > 0) + ranges::max(vector{1, 2});
} };"""
    assert answer(CPP_NAME, source, mode, "ab cd 12") == 9


def test_overloads_are_told_apart(mode: Mode) -> None:
    source = """class Solution { public:
        int f(int x) { return x; }
        string f(const string& s, int n = 2) { return s + to_string(n); } };"""
    first, second = outline(CPP_NAME, source).candidates
    assert answer(CPP_NAME, source, mode, 7, at=first) == 7
    # What has a default is the solution's own business: cases do not give it.
    assert answer(CPP_NAME, source, mode, "a", at=second) == "a2"


def test_the_entry_owns_a_fresh_object_and_globals_live_on(mode: Mode) -> None:
    source = """int calls = 0;
class Solution { vector<int> seen; public:
    int f(int x) { seen.push_back(x); return ++calls * 10 + seen.size(); } };"""
    run = call(built(CPP_NAME, source, mode), [[1], [1]])
    assert [c.value for c in run.calls] == [11, 21]


def test_what_is_printed_is_written_out_before_the_call_ends(mode: Mode) -> None:
    source = """static const int fast = [] {
    ios::sync_with_stdio(false); cin.tie(nullptr); return 0; }();
class Solution { public:
    int f(int x) { cout << "out" << x; printf("-c"); cerr << "err"; return x; } };"""
    run = call(built(CPP_NAME, source, mode), [[1]])
    assert sorted(run.stdout) == sorted("out1-c")
    assert run.stderr == "err"


def test_deep_recursion_works(mode: Mode) -> None:
    source = """class Solution { public: int depth(int n) {
        volatile int pad[16]; pad[n % 16] = n;
        return n == 0 ? 0 : 1 + depth(n - 1) + (pad[n % 16] - n); } };"""
    assert answer(CPP_NAME, source, mode, 100_000) == 100_000


BAD_INPUTS = [
    ("92c0c0", "expected 1 arguments, found 2"),
    ("91a161", "argument 1 (v): expected an array, found a string"),
    ("9191a161", "argument 1 (v): expected an integer, found a string"),
    ("9191ce80000000", "argument 1 (v): expected an integer from -2147483648 to 2147483647"),
    ("91", "the arguments: expected an array"),
    ("", "the arguments: expected an array, found the end of the input"),
    ("91dd7fffffff01", "argument 1 (v): expected an array, found an array"),
    ("9191ce0000", "argument 1 (v): expected an integer, found an integer"),
    ("919101c0", "argument 1 (v): expected nothing more after the last argument, found null"),
]


def test_bad_bytes_are_refused_in_words(mode: Mode) -> None:
    source = "int f(vector<int>& v) { return v.size(); }"
    run = call(built(CPP_NAME, source, mode), [raw for raw, _ in BAD_INPUTS])
    assert [c.status for c in run.calls] == [2] * len(BAD_INPUTS)
    for called, (_, message) in zip(run.calls, BAD_INPUTS, strict=True):
        assert called.message.startswith(message)


def test_bench_decodes_afresh_before_each_iteration(mode: Mode) -> None:
    source = """int f(vector<int>& v) {
    if (!is_sorted(v.rbegin(), v.rend())) throw 1;
    sort(v.begin(), v.end()); return v[0]; }"""
    wanted = [{"bench": [20, 3], "arguments": [[3, 2, 1]]}]
    called = call(built(CPP_NAME, source, mode), wanted).calls[0]
    assert called.status == 0
    assert len(called.value) == 20
    assert all(0 <= duration < 10**9 for duration in called.value)


def test_an_empty_function_costs_next_to_nothing(mode: Mode) -> None:
    wanted = [{"bench": [200, 20], "arguments": [1]}]
    called = call(built(CPP_NAME, "int f(int x) { return x; }", mode), wanted).calls[0]
    assert min(called.value) < (5_000 if mode is Mode.WASM else 1_000)


THROWS = """
struct Error : logic_error { using logic_error::logic_error; };
class Solution { public: int f(vector<int>& v, int how) {
    if (how == 1) return v.at(9);
    if (how == 2) throw runtime_error("boom");
    if (how == 3) throw Error("mine");
    if (how == 4) return stoi("x");
    if (how == 5) throw "text";
    if (how == 6) throw 6;
    if (how == 7) return string("ab").substr(9).size();
    if (how == 8) throw string("words");
    return how; } };
"""


@pytest.mark.parametrize(
    ("how", "reason", "line"),
    [
        (1, "std::out_of_range: vector", 4),
        (2, "std::runtime_error: boom", 5),
        (3, "Error: mine", 6),
        (4, "std::invalid_argument: stoi", 7),
        (5, "char const*: text", 8),
        (6, "int: 6", 9),
        (7, "std::out_of_range: basic_string", 0),
        (8, "std::string: words", 11),
    ],
)
def test_an_uncaught_exception_is_named(mode: Mode, how: int, reason: str, line: int) -> None:
    run = call(built(CPP_NAME, THROWS, mode), [[[1], 0], [[1], how]])
    assert run.calls[0].value == 0
    said = run.calls[1].message if mode is Mode.NATIVE else run.stderr
    traceback = Cpp().traceback(said)
    assert traceback is not None
    assert traceback.reason.startswith(f"uncaught exception {reason}")
    if mode is Mode.WASM:
        assert f"solution.cpp:{line}:" in run.calls[1].message or line == 0


def test_no_memory_is_told_apart(mode: Mode) -> None:
    source = "int f(int n) { vector<vector<int>> v; for (;;) v.emplace_back(n, 1); }"
    if mode is Mode.NATIVE:
        source = "int f(int n) { unique_ptr<char[]> p(new char[size_t(1) << 46]); return p[n]; }"
    run = call(built(CPP_NAME, source, mode), [[10_000_000]])
    said = run.calls[0].message if mode is Mode.NATIVE else run.stderr
    traceback = Cpp().traceback(said)
    assert traceback is not None
    assert traceback.reason == "out of memory: std::bad_alloc"
    assert mode is Mode.WASM or run.calls[0].status == 3


def test_a_trap_names_line_and_column(mode: Mode) -> None:
    source = "class Solution { public:\n  int f(int a, int b) {\n    return a / b;\n  }\n};"
    run = call(built(CPP_NAME, source, mode), [[1, 0]])
    if mode is Mode.NATIVE:
        assert run.exit_status < 0
    else:
        assert "solution.cpp:3:14" in run.calls[0].message
        assert "divide by zero" in run.calls[0].message


def test_an_assertion_is_read(mode: Mode) -> None:
    source = "int f(int x) {\n  assert(x == 3);\n  return x; }"
    run = call(built(CPP_NAME, source, mode), [[1]])
    traceback = Cpp().traceback(run.stderr)
    assert traceback is not None
    assert traceback.reason == "assertion failed: x == 3"
    assert [(f.file, f.line) for f in traceback.frames] == [("solution.cpp", 2)]


def test_an_edit_builds_again_and_an_unchanged_file_does_not(mode: Mode) -> None:
    source = "int f(int x) { return x; }"
    built(CPP_NAME, source, mode)
    again = build(CPP_NAME, source, mode)
    assert isinstance(again, Artifact)
    assert again.cached


@pytest.mark.parametrize(
    "source",
    [
        "#include <iostream>\r\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b; }",
        "#include <bits/stdc++.h>\nusing namespace std;\n#define int long long\n"
        "signed main() { ios::sync_with_stdio(false);\n"
        "int a, b; cin >> a >> b; cout << a + b << '\\n'; }",
        'int main() { int a, b; scanf("%d%d", &a, &b); printf("%d", a + b); return 0; }',
    ],
)
def test_programs_read_and_print(mode: Mode, source: str) -> None:
    run = run_program(built(CPP_NAME, source, mode, shape=Shape.STDIO), b"2 3\n")
    assert (run.stdout.strip(), run.stderr, run.exit_status) == ("5", "", 0)


def test_a_program_that_throws_says_what(mode: Mode) -> None:
    source = "int main() { vector<int> v; return v.at(3); }"
    run = run_program(built(CPP_NAME, source, mode, shape=Shape.STDIO), b"")
    traceback = Cpp().traceback(run.stderr)
    assert run.exit_status != 0
    assert traceback is not None
    assert traceback.reason.startswith("uncaught exception std::out_of_range: vector")


def test_the_chosen_method_need_not_be_the_first(mode: Mode) -> None:
    source = """class Helper { public: int x = 1; };
class Solution { int hidden() { return 1; }
public: int one(int a) { return a; } static int two(int a) { return a + Helper().x; } };"""
    assert answer(CPP_NAME, source, mode, 1, entry="two") == 2
    assert candidate(CPP_NAME, source, "two").entry.owner == "Solution"


CATCHES = """
struct Guard { int& n; ~Guard() { n++; } };
class Solution { public: vector<string> f(int how) {
    int n = 0; vector<string> out;
    auto go = [&](int i) -> int {
        Guard guard{n};
        switch (i) {
        case 0: return stoi("abc");
        case 1: return string("a").at(9);
        case 2: return vector<int>(1).at(9);
        case 3: throw 5;
        case 4: throw "s"s;
        default: return i; } };
    for (int i = 0; i < 6; i++) {
        try {
            try { out.push_back(to_string(go(i))); }
            catch (const out_of_range&) { out.push_back("range"); throw; } }
        catch (const exception& error) { out.push_back("error"); }
        catch (int value) { out.push_back("int"); }
        catch (...) { out.push_back("..."); } }
    out.push_back(to_string(n));
    if (how == 1) throw runtime_error("last");
    if (how == 2) throw bad_alloc();
    return out; } };
"""


def test_exceptions_are_caught_and_destructors_run(mode: Mode) -> None:
    run = call(built(CPP_NAME, CATCHES, mode), [[0], [1], [2], [0]])
    expected = ["error", "range", "error", "range", "error", "int", "...", "5", "6"]
    assert run.calls[0].value == run.calls[3].value == expected
    assert run.calls[1].message == "uncaught exception std::runtime_error: last"
    assert [c.status for c in run.calls] == [0, 1, 3, 0]


def test_a_program_catches(mode: Mode) -> None:
    source = (
        'int main() { try { vector<int> v; v.at(3) = 1; } catch (exception&) { cout << "ok"; } }'
    )
    run = run_program(built(CPP_NAME, source, mode, shape=Shape.STDIO), b"")
    assert (run.stdout, run.exit_status) == ("ok", 0)


def test_this_as_a_parameter_works_or_is_explained(mode: Mode) -> None:
    source = """int f(int n) {
  auto go = [](this auto&& go, int i) -> int { return i ? go(i - 1) : 7; };
  return go(n); }"""
    made = build(CPP_NAME, source, mode)
    if isinstance(made, Artifact):
        assert call(made, [[3]]).calls[0].value == 7
    else:
        assert mode is Mode.NATIVE
        assert isinstance(made, SourceMessage)
        assert "does not know 'this' as a parameter" in made.text
        assert made.span == Span(Position(1, 15), Position(1, 19))
