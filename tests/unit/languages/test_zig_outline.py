"""What the outline of a Zig file says of its functions and classes."""

from __future__ import annotations

import pytest
from outline_kit import spelled

from lsp_judge.languages.base import Outline
from lsp_judge.languages.zig.language import Zig
from lsp_judge.model.source import Document, Shape


def outline(source: str) -> Outline:
    return Zig().outline(Document("/solutions/solution.zig", source.encode()))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("twoSum(nums: []const i32, target: i32) [2]i32",
         "twoSum(nums: integer[], target: integer) integer[]"),
        ("f(nums: []i32, target: i32) []i32", "f(nums: integer[], target: integer) integer[]"),
        ("f(s: []const u8) bool", "f(s: string) boolean"),
        ("f(s: []u8) void", "f(s: character[]) void"),
        ("f(a: i64, b: u64, x: f64) i64", "f(a: long, b: unsigned, x: double) long"),
        ("f(gpa: std.mem.Allocator, words: []const []const u8) ![]i32",
         "f(words: string[]) integer[]"),
        ("f(head: ?*ListNode) ?*ListNode", "f(head: ListNode) ListNode"),
        ("f(root: ?*TreeNode) i32", "f(root: TreeNode) integer"),
    ],
)  # fmt: skip
def test_signatures(header: str, expected: str) -> None:
    (candidate,) = outline(f"pub fn {header} {{ unreachable; }}").candidates
    assert spelled(candidate) == expected


def test_types_that_no_case_fills_are_named_at_their_place() -> None:
    (candidate,) = outline("pub fn f(m: std.AutoHashMap(i32, i32)) i32 { return 0; }").candidates
    assert candidate.problem is not None
    assert "cannot be filled from a case" in candidate.problem.text
    assert candidate.problem.span is not None
    assert candidate.problem.span.start.column == 12


def test_a_struct_with_init_and_methods_is_a_class() -> None:
    source = """const Counter = struct {
    n: i32,
    pub fn init(start: i32) Counter { return .{ .n = start }; }
    pub fn deinit(self: *Counter) void { _ = self; }
    pub fn add(self: *Counter, by: i32) i32 { self.n += by; return self.n; }
    pub fn count(self: *const Counter) i32 { return self.n; }
};
"""
    (found,) = outline(source).classes
    assert found.entry.name == "Counter"
    assert found.entry.shape is Shape.CLASS
    assert found.constructor_names == ("start",)
    assert [spelled(each) for each in found.methods] == [
        "add(by: integer) integer",
        "count() integer",
    ]


def test_functions_of_solution_are_candidates_and_its_methods_are_not() -> None:
    source = """const Solution = struct {
    pub fn f(a: i32) i32 { return a; }
    fn helper(self: *Solution, a: i32) i32 { _ = self; return a; }
};
"""
    found = outline(source)
    assert [(each.entry.name, each.entry.owner) for each in found.candidates] == [("f", "Solution")]
    assert found.classes == ()


def test_main_is_the_entry_of_a_program_alone() -> None:
    assert outline("pub fn main() void {}").main is not None
    submission = "// @leet start\npub fn f(a: i32) void {}\n// @leet end\n"
    found = outline(f"{submission}fn g(a: i32) void {{}}\npub fn main() void {{}}\n")
    assert found.main is None
    assert [each.entry.name for each in found.candidates] == ["f"]
