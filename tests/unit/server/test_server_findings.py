"""What a report says, at which place, and in whose name."""

from talk import INPUT, PATH, case, judgement, report

from lsp_judge.model.report import Disagreement
from lsp_judge.model.source import Location, Position, Severity, SourceMessage, Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server.findings import MOST_CASES, Weight, findings

ENTRY_SPAN = Span(Position(2, 5), Position(2, 11))
TRAP = Span(Position(7, 4), Position(7, 20))


def message(text: str, severity: Severity = Severity.ERROR, column: int = 4) -> SourceMessage:
    return SourceMessage(severity, text, Span(Position(5, column), Position(5, 9)))


def ce(mode: Mode, *messages: SourceMessage, **fields: str) -> object:
    return judgement(mode, Verdict.CE, cases=(), messages=messages, **fields)


def test_the_same_finding_in_both_modes_is_one_in_the_name_of_both() -> None:
    wrong = [judgement(mode, Verdict.WA) for mode in Mode]
    [found] = findings(report(*wrong))
    assert found.source == "lsp-judge (wasm, native)"
    assert found.span == INPUT.span
    assert [each.text for each in found.related] == [
        "case 1, expected: [0,1]",
        "case 1, got: [1,0]",
    ]
    assert {(each.path, each.line) for each in found.related} == {(PATH, 0)}


def test_different_answers_are_two_findings() -> None:
    one = judgement(Mode.WASM, Verdict.WA)
    other = judgement(Mode.NATIVE, Verdict.WA, cases=(case(Verdict.WA, message="case 1: other"),))
    assert [each.source for each in findings(report(one, other))] == [
        "lsp-judge (wasm)",
        "lsp-judge (native)",
    ]


def test_a_trap_stands_at_its_line_with_its_full_text() -> None:
    trapped = case(
        Verdict.RE,
        message="case 1: index out of range",
        actual=None,
        at=Location(PATH, TRAP),
        detail="goroutine 1\n\tsolution.go:8",
    )
    [found] = findings(report(judgement(Mode.WASM, Verdict.RE, cases=(trapped,))))
    assert (found.code, found.span) == ("RE", TRAP)
    assert found.related[-1].text == "case 1, in full: goroutine 1\n\tsolution.go:8"


def test_a_mode_that_cannot_name_the_line_borrows_it() -> None:
    trapped = case(Verdict.RE, message="case 1: wasm trap", at=Location(PATH, TRAP))
    killed = case(Verdict.RE, message="case 1: SIGILL")
    wasm = judgement(Mode.WASM, Verdict.RE, cases=(trapped,))
    [found] = findings(report(wasm, judgement(Mode.NATIVE, Verdict.RE, cases=(killed,))))
    assert (found.span, found.source) == (TRAP, "lsp-judge (wasm, native)")
    assert found.related[-1].text == "native: case 1: SIGILL"


def test_a_case_of_a_package_stands_at_the_entry_and_points_at_its_file() -> None:
    elsewhere = Location("/problems/two-sum/data/1.in", Span(Position(0), Position(0)))
    wrong = case(Verdict.WA, location=elsewhere, file=elsewhere.path, line=1, stdout="hello\n")
    [found] = findings(report(judgement(Mode.NATIVE, Verdict.WA, cases=(wrong,))))
    assert found.span == ENTRY_SPAN
    assert {each.path for each in found.related} == {elsewhere.path}
    assert found.related[-1].text == "case 1, it printed: hello"


def test_two_compilers_words_for_one_mistake_are_one_finding() -> None:
    gcc, clang = message("'x' was not declared"), message("use of undeclared identifier 'x'")
    warned = message("unused variable 'y'", Severity.WARNING, 1)
    built = report(ce(Mode.WASM, clang, warned), ce(Mode.NATIVE, gcc))  # type: ignore[arg-type]
    error, warning = findings(built)
    assert (error.code, error.source) == ("CE", "lsp-judge (wasm, native)")
    assert error.text == "use of undeclared identifier 'x'"
    assert [each.text for each in error.related] == ["native: 'x' was not declared"]
    assert (warning.weight, warning.source) == (Weight.WARNING, "lsp-judge (wasm)")


def test_a_failure_of_ours_and_a_mode_that_took_over_are_said_at_the_entry() -> None:
    broken = judgement(Mode.WASM, Verdict.IE, cases=(), error="No zig. Install it.")
    instead = judgement(Mode.NATIVE, degraded_from=Mode.WASM, degraded_why="it does not link")
    failed, degraded = findings(report(broken, instead))
    assert (failed.code, failed.text, failed.span) == ("IE", "No zig. Install it.", ENTRY_SPAN)
    assert degraded.weight is Weight.INFORMATION
    assert degraded.text == "judged in native instead of wasm: it does not link"


def test_modes_that_disagree_are_an_error_at_the_case() -> None:
    differs = Disagreement(case="1", wasm="4", native="8", message="case 1: wasm 4, native 8")
    whole = report(judgement(Mode.WASM), judgement(Mode.NATIVE), disagreements=(differs,))
    [found] = findings(whole)
    assert (found.code, found.weight, found.span) == ("DIFF", Weight.ERROR, INPUT.span)
    assert [each.text for each in found.related] == ["wasm: 4", "native: 8"]


def test_many_failures_are_counted_not_dropped() -> None:
    many = tuple(
        case(Verdict.WA, id=str(each), message=f"case {each}: wrong", location=None)
        for each in range(100)
    )
    found = findings(report(judgement(Mode.WASM, Verdict.WA, cases=many)))
    assert len(found) == MOST_CASES + 1
    assert found[-1].text == "80 more cases fail, 20 the first of them"


def test_long_values_are_capped_and_say_so() -> None:
    long = case(Verdict.WA, actual=list(range(100_000)))
    [found] = findings(report(judgement(Mode.WASM, Verdict.WA, cases=(long,))))
    assert found.related[1].text.endswith("more characters)")


def test_what_belongs_to_no_mode_is_in_our_own_name() -> None:
    note = SourceMessage(Severity.NOTE, "No cases found.")
    [found] = findings(report(messages=(note,), entry_at=None))
    assert (found.source, found.weight, found.span) == ("lsp-judge", Weight.HINT, None)
