"""What is said before anything is built: no entry, several, cases that do not fit."""

from __future__ import annotations

from lsp_judge.judging.bind import KeptBound
from lsp_judge.judging.plan import Plan, Planner
from lsp_judge.languages.cpp.language import Cpp
from lsp_judge.languages.go.language import Go
from lsp_judge.languages.registry import Languages
from lsp_judge.model.report import Report
from lsp_judge.model.source import Document
from lsp_judge.problems.locate import sources

CASES = "// Input: nums = [2,7], target = 9\n// Output: [0,1]\n"


def plan(text: str, name: str = "solution.go", case: str | None = None) -> Plan | Report:
    planner = Planner(Languages([Go(), Cpp()]), lambda explicit: sources([], explicit))
    return planner.plan(Document(f"/somewhere/{name}", text.encode()), None, case)


def said(text: str, name: str = "solution.go") -> str:
    report = plan(text, name)
    messages = report.messages if isinstance(report, Report) else report.blank.messages
    return "\n".join(message.text for message in messages)


def test_the_function_whose_parameters_are_named_in_the_input_is_the_entry() -> None:
    found = plan(
        CASES
        + "func helper(a int) int { return a }\n"
        + "func twoSum(nums []int, target int) []int { return nil }\n"
        + "func other(x []int, y int) []int { return nil }\n"
    )
    assert isinstance(found, Plan)
    assert found.blank.entry == "twoSum"


def test_of_two_that_would_fit_the_one_that_nothing_calls_is_the_entry() -> None:
    cases = "// Input: a = 1, b = 2\n// Output: 3\n"
    entry = "func answer(x, y int) int { return add(x, y) }\n"
    helper = "func add(p, q int) int { return p + q }\n"
    for text in (cases + entry + helper, cases + helper + entry):
        found = plan(text)
        assert isinstance(found, Plan)
        assert found.blank.entry == "answer"


def test_names_that_differ_are_bound_by_position() -> None:
    found = plan(CASES + "func twoSum(values []int, goal int) []int { return nil }\n")
    assert isinstance(found, Plan)
    assert len(found.bound.cases) == 1


def test_no_function_says_so() -> None:
    assert "No function found" in said(CASES + "package main\n")


def test_an_unknown_type_is_told_at_its_place() -> None:
    report = plan(CASES + "func twoSum(nums []int, target chan int) []int { return nil }\n")
    assert isinstance(report, Report)
    (message,) = report.messages
    assert "chan int" in message.text
    assert message.span is not None
    assert message.span.start.line == 2


def test_a_case_that_does_not_fit_is_told_at_its_input() -> None:
    text = (
        "// Input: nums = [2,7], target = 9\n// Output: [0,1]\n"
        "// Input: nums = [2,true], target = 9\n// Output: [0,1]\n"
        "// Input: nums = [2,7]\n// Output: [0,1]\n"
        "func twoSum(nums []int, target int) []int { return nil }\n"
    )
    found = plan(text)
    assert isinstance(found, Plan)
    assert [case.id for case in found.bound.cases] == ["1"]
    second, third = found.blank.messages
    assert "`nums` should be integer[]" in second.text
    assert second.span is not None
    assert second.span.start.line == 2
    assert "gives 1 argument, but `twoSum` takes 2" in third.text


def test_nodes_that_no_case_writes_are_told_to_be_the_sites() -> None:
    text = (
        "// Input: root = [2,1]\n// Output: true\n"
        "func shared(root *TreeNode, twin *TreeNode) bool { return root == twin }\n"
    )
    assert "but `shared` takes 2; nodes that a case does not write" in said(text)


def test_a_file_without_cases_is_told_how_to_write_them() -> None:
    assert "// Input: nums = [2,7], target = 9" in said("func f(a int) int { return a }\n")


def test_an_unknown_ending_names_the_known_languages() -> None:
    assert "known are C++, Go" in said("x", "solution.xyz")


def test_a_number_alone_is_stdin_for_a_program_and_an_argument_for_a_function() -> None:
    cases = "// Input: 5\n// Output: 25\n"
    program = plan(cases + "int main() { int n; cin >> n; cout << n * n; }\n", "solution.cpp")
    function = plan(cases + "int square(int n) { return n * n; }\n", "solution.cpp")
    assert isinstance(program, Plan)
    assert program.bound.inputs[0].strip() == b"5"
    assert isinstance(function, Plan)
    assert function.bound.inputs == (b"\x91\x05",)


def test_a_node_of_no_known_kind_is_told() -> None:
    text = "// Input: n = 1\n// Output: [1]\n"
    assert "no structure like this `Node`" in said(text + "func f(n int) *Node { return nil }\n")
    cpp = "class Solution { public: Node* f(int n) { return nullptr; } };\n"
    assert "no structure like this `Node`" in said(text + cpp, "solution.cpp")


def test_a_class_alone_is_told_how_its_calls_are_written() -> None:
    cases = "// Input: n = 1\n// Output: [1]\n"
    text = cases + "class Steps { public: Steps(int n) {} int next(); bool more(); };\n"
    assert '["Counter", "add"]' in said(text, "solution.cpp")


def test_what_only_a_site_has_is_told_before_an_answer_that_is_no_value() -> None:
    text = (
        "// Input: k = 1\n// Output: You guessed it.\nfunc find(k int, m *Master) { m.Guess(k) }\n"
    )
    assert said(text).startswith("`Master` is supplied by the site")


def test_circular_lists_are_told() -> None:
    text = "// A sorted circular linked list.\n// Input: head = [1]\n// Output: [1]\n"
    entry = (
        "type Node struct {\n\tVal int\n\tNext *Node\n}\nfunc f(head *Node) *Node { return head }\n"
    )
    assert "no circular lists" in said(text + entry)


def test_what_was_bound_is_bound_anew_for_another_problem_entry_or_file() -> None:
    first = plan("// Input: a = 1\n// Output: 1\nfunc f(a int) int { return a }")
    second = plan('// Input: a = "x"\n// Output: 1\nfunc g(a string) int { return 1 }')
    assert isinstance(first, Plan)
    assert isinstance(second, Plan)
    problem, chosen = first.context.problem, first.context.chosen
    kept = KeptBound()
    bound = kept.bind(problem, chosen, "solution.go")
    assert bound.cases
    assert kept.bind(problem, chosen, "solution.go") is bound
    assert kept.bind(problem, second.context.chosen, "solution.go").messages
    assert kept.bind(problem, chosen, "solution.go") == bound
    assert kept.bind(second.context.problem, chosen, "solution.go") is not bound
    assert kept.bind(problem, chosen, "other.go") is not bound
