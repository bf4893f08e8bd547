"""What the outline of a Rust file says of its functions and classes."""

from __future__ import annotations

import pytest
from outline_kit import spelled

from lsp_judge.languages.base import Outline
from lsp_judge.languages.rust.language import Rust
from lsp_judge.model.source import Document, Shape


def outline(source: str) -> Outline:
    return Rust().outline(Document("/solutions/solution.rs", source.encode()))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("fn two_sum(nums: Vec<i32>, target: i32) -> Vec<i32>",
         "two_sum(nums: integer[], target: integer) integer[]"),
        ("fn f(mut s: String, c: char) -> bool", "f(s: string, c: character) boolean"),
        ("fn f(board: &mut Vec<Vec<char>>)", "f(board: character[][]) void"),
        ("fn f(a: i64, b: u64, x: f64) -> Vec<Vec<String>>",
         "f(a: long, b: unsigned, x: double) string[][]"),
        ("fn f(head: Option<Box<ListNode>>) -> Option<Box<ListNode>>",
         "f(head: ListNode) ListNode"),
        ("fn f(lists: Vec<Option<Box<ListNode>>>) -> i32", "f(lists: ListNode[]) integer"),
        ("fn f(root: Option<Rc<RefCell<TreeNode>>>) -> i32", "f(root: TreeNode) integer"),
    ],
)  # fmt: skip
def test_signatures(header: str, expected: str) -> None:
    found = outline(f"impl Solution {{ pub {header} {{ todo!() }} }}")
    (candidate,) = found.candidates
    assert spelled(candidate) == expected
    assert candidate.entry.owner == "Solution"


@pytest.mark.parametrize(
    ("header", "type_"),
    [
        ("fn f(m: HashMap<i32, i32>) -> i32", "HashMap<i32, i32>"),
        ("fn f<T>(a: Vec<T>) -> i32", "Vec<T>"),
        ("fn f(a: i32) -> (i32, i32)", "(i32, i32)"),
    ],
)
def test_types_that_no_case_fills_are_named_at_their_place(header: str, type_: str) -> None:
    source = f"impl Solution {{ pub {header} {{ todo!() }} }}"
    (candidate,) = outline(source).candidates
    assert candidate.signature is None
    assert candidate.problem is not None
    assert candidate.problem.text == f"the type `{type_}` cannot be filled from a case"
    assert candidate.problem.span is not None
    assert candidate.problem.span.start.column == source.index(type_)


def test_public_functions_of_solution_leave_no_doubt() -> None:
    found = outline("fn helper(a: i32) -> i32 { a }\nimpl Solution { pub fn f(a: i32) {} }\n")
    assert [each.entry.name for each in found.candidates] == ["f"]


def test_a_name_that_is_a_keyword_is_what_the_case_calls_it() -> None:
    (candidate,) = outline("impl Solution { pub fn r#type(a: i32) -> i32 { a } }").candidates
    assert candidate.entry.name == "type"


def test_a_struct_with_new_and_methods_is_a_class() -> None:
    source = """struct Counter { n: i32 }
impl Counter {
    fn new(start: i32) -> Self { Counter { n: start } }
    fn add(&mut self, by: i32) -> i32 { self.n += by; self.n }
    fn count(&self) -> i32 { self.n }
    fn helper(a: i32) -> i32 { a }
}
"""
    (found,) = outline(source).classes
    assert found.entry.name == "Counter"
    assert found.entry.shape is Shape.CLASS
    assert found.entry.span.start.line == 0
    assert found.constructor_names == ("start",)
    assert [spelled(each) for each in found.methods] == [
        "add(by: integer) integer",
        "count() integer",
    ]


def test_traits_and_what_sites_supply_are_no_classes() -> None:
    source = """struct Solution;
impl Default for Counter { fn default() -> Self { todo!() } }
impl ListNode { fn new(val: i32) -> Self { todo!() } fn len(&self) -> i32 { 0 } }
"""
    assert outline(source).classes == ()


def test_main_is_the_entry_of_a_program_alone() -> None:
    assert outline("fn main() {}").main is not None
    submission = "// @leet start\nimpl Solution { fn f(a: i32) {} }\n// @leet end\n"
    found = outline(f"{submission}fn g(a: i32) {{}}\nfn main() {{}}\n")
    assert found.main is None
    assert [each.entry.name for each in found.candidates] == ["f"]


def test_a_broken_file_keeps_what_can_be_read() -> None:
    found = outline("impl Solution { pub fn f(a: i32) -> i32 { a } }\nfn broken(\n")
    assert found.syntax_error
    assert [each.entry.name for each in found.candidates][:1] == ["f"]
