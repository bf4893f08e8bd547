"""States of tests as they follow from a report."""

from talk import INPUT, PATH, case, judgement, report

from lsp_judge.model.report import Disagreement
from lsp_judge.model.source import Location, Position, Severity, SourceMessage, Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server.explorer.ids import Leaf
from lsp_judge.server.explorer.states import Failed, Passed, changes, states

WASM = Leaf(PATH, Mode.WASM)
CASE = Leaf(PATH, Mode.WASM, "1")
LINE = Span(Position(2, 1), Position(2, 9))


def test_a_case_that_passed_has_its_time() -> None:
    found = states(report(judgement(Mode.WASM)))
    assert found == {WASM: Passed(12_000), CASE: Passed(12_000)}


def test_a_time_that_is_not_final_is_not_told() -> None:
    assert states(report(judgement(Mode.WASM, final=False)))[CASE] == Passed(0)


def test_a_wrong_answer_has_both_texts_to_compare() -> None:
    found = states(report(judgement(Mode.WASM, Verdict.WA)))
    failed = found[CASE]
    assert isinstance(failed, Failed)
    assert (failed.expected, failed.actual) == ("[0,1]", "[1,0]")
    assert failed.at == INPUT
    assert found[WASM] == Failed(Verdict.WA, "1 case fails of 1")


def test_a_trap_is_at_its_line_with_what_was_printed() -> None:
    at = Location(PATH, LINE)
    trapped = case(Verdict.RE, message="case 1: boom", at=at, detail="a stack", stdout="x\n")
    failed = states(report(judgement(Mode.WASM, Verdict.RE, cases=(trapped,))))[CASE]
    assert isinstance(failed, Failed)
    assert failed.at == at
    assert failed.message == "case 1: boom\na stack"
    assert failed.expected is None
    assert failed.output == "x"


def test_what_does_not_compile_fails_as_a_mode() -> None:
    error = SourceMessage(Severity.ERROR, "undeclared name: x", LINE)
    broken = judgement(Mode.WASM, Verdict.CE, cases=(), messages=(error,))
    assert states(report(broken)) == {
        WASM: Failed(Verdict.CE, "undeclared name: x", at=Location(PATH, LINE))
    }


def test_a_case_on_which_the_modes_differ_fails_in_both() -> None:
    differ = Disagreement(case="1", wasm="[0,1]", native="[1,0]", message="case 1: they differ")
    both = report(judgement(Mode.WASM), judgement(Mode.NATIVE), disagreements=(differ,))
    found = states(both)
    assert found[CASE] == Failed(
        Verdict.DIFF, "case 1: they differ", expected="[1,0]", actual="[0,1]"
    )
    assert isinstance(found[Leaf(PATH, Mode.NATIVE, "1")], Failed)


def test_where_nothing_can_be_judged_the_solution_says_why() -> None:
    message = SourceMessage(Severity.ERROR, "No function found here.")
    found = states(report(messages=(message,)))
    assert found == {Leaf(PATH): Failed(Verdict.CE, "No function found here.")}


def test_only_what_is_different_is_told() -> None:
    before = states(report(judgement(Mode.WASM)))
    assert changes(before, before) == {}
    after = states(report(judgement(Mode.WASM, Verdict.WA)))
    assert changes(before, after) == after
