"""What the outline of a Go file says of its functions."""

import pytest
from go_kit import GO, document

from lsp_judge.languages.base import Candidate, Outline
from lsp_judge.model.source import Entry, Position, Shape, Span


def outline(source: str) -> Outline:
    return GO.outline(document(source))


def only(source: str) -> Candidate:
    (candidate,) = outline(source).candidates
    return candidate


def spelled(source: str) -> str:
    """A signature in one line: `name(a: integer, b: string) integer[]`."""
    signature = only(source).signature
    assert signature is not None
    parameters = ", ".join(f"{each.name}: {each.type}" for each in signature.parameters)
    return f"{signature.name}({parameters}) {signature.returns}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "func twoSum(nums []int, target int) []int { return nil }",
            "twoSum(nums: integer[], target: integer) integer[]",
        ),
        (
            "func f(a, b int, s, t string) (ans [][]int) { return }",
            "f(a: integer, b: integer, s: string, t: string) integer[][]",
        ),
        ("func f(board [][]byte) {}", "f(board: character[][]) void"),
        ("func f(r rune) (byte) { return 0 }", "f(r: character) character"),
        (
            "func f(a int8, b uint16, c int64, d uint64) bool { return true }",
            "f(a: integer, b: integer, c: long, d: unsigned) boolean",
        ),
        ("func f(x float64, n float32) ([]float64) { return nil }", None),
        ("func f() (x string) { return }", "f() string"),
        ("func f(g ([]([]int))) {}", "f(g: integer[][]) void"),
    ],
)
def test_signatures(source: str, expected: str | None) -> None:
    assert spelled(source) == (expected or "f(x: double, n: double) double[]")


@pytest.mark.parametrize(
    ("source", "text", "column"),
    [
        ("func f(root *Treasure) int {}", "the type *Treasure cannot be filled from a case", 12),
        ("func f(a ...int) int {}", "the type a ...int cannot be filled from a case", 7),
        ("func f(m map[string]int) {}", "the type map[string]int cannot be filled from a case", 9),
        ("func f() (int, error) {}", "a function with several results cannot be the entry", 15),
        ("func f[T any](a T) {}", "a generic function cannot be the entry", 6),
    ],
)
def test_a_foreign_type_is_named_at_its_place(source: str, text: str, column: int) -> None:
    candidate = only(source)
    assert candidate.signature is None
    assert candidate.problem is not None
    assert candidate.problem.text == text
    assert candidate.problem.span is not None
    assert candidate.problem.span.start == Position(0, column)
    assert candidate.problem.notes


def test_methods_init_and_main_are_no_candidates_and_names_have_their_places() -> None:
    found = outline(
        "// жук\r\n"
        "type h []int\r\n"
        "func init() {}\r\n"
        "func (v h) Len() int { return len(v) }\r\n"
        "func helper(x int) int { return x }\r\n"
        "/* 本 */ func solve(s string) {}\r\n"
        "func main() { println(1) }"
    )
    assert [candidate.entry.name for candidate in found.candidates] == ["helper", "solve"]
    solve = found.candidates[1].entry
    assert solve == Entry("solve", Shape.FUNCTION, Span(Position(5, 13), Position(5, 18)))
    assert found.main == Entry("main", Shape.STDIO, Span(Position(6, 5), Position(6, 9)))
    assert not found.syntax_error


def test_a_byte_order_mark_shifts_nothing() -> None:
    candidate = GO.outline(document("\ufefffunc f(a int) {}".encode())).candidates[0]
    assert candidate.entry.span.start == Position(0, 5)


def test_broken_text_gives_what_could_be_saved() -> None:
    found = outline("func good(a int) int { return a }\n\nfunc bad(a int) int { return a +\n")
    assert found.syntax_error
    assert found.candidates[0].entry.name == "good"


@pytest.mark.parametrize("noise", [b"", b"\xff\xfe\x00", b"func", b"func (", b"}" * 500, b"\x00"])
def test_noise_never_raises(noise: bytes) -> None:
    assert GO.outline(document(noise)).candidates == ()


def test_only_the_part_between_the_marks_counts_where_the_rest_is_a_tools() -> None:
    found = outline(
        'package main\nimport (\n\t"bufio"\n\t. "github.com/someone/runner/go"\n)\n'
        "// @lc code=begin\n\nfunc twoSum(nums []int) []int { return nums }\n\n// @lc code=end\n"
        "func main() { ReadLine() }\n"
    )
    assert [candidate.entry.name for candidate in found.candidates] == ["twoSum"]
    assert found.candidates[0].entry.span.start.line == 7
    assert found.main is None
