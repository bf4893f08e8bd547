"""What people read after `run`: built from reports made by hand."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from lsp_judge.cli.bench import chart
from lsp_judge.cli.run import status_of
from lsp_judge.cli.show_report import show_report
from lsp_judge.model.report import CaseVerdict, Disagreement, Judgement, Report
from lsp_judge.model.source import Document, Location, Position, Severity, SourceMessage, Span
from lsp_judge.model.verdict import Mode, Verdict

PATH = "/solutions/two_sum.go"
TEXT = b"// Input: nums = [3,3]\r\n// Output: [0,1]\r\nfunc twoSum(nums []int) []int {\r\n"
DOCUMENT = Document(PATH, TEXT)


def span(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


def case(verdict: Verdict, **more: object) -> CaseVerdict:
    return CaseVerdict(id="1", verdict=verdict, duration_ns=1500, **more)  # type: ignore[arg-type]


def judgement(mode: Mode, verdict: Verdict, *cases: CaseVerdict, **more: object) -> Judgement:
    return Judgement(mode=mode, verdict=verdict, total=len(cases), cases=cases, **more)  # type: ignore[arg-type]


def report(*judgements: Judgement, **more: object) -> Report:
    return Report(file=PATH, language="go", judgements=judgements, **more)  # type: ignore[arg-type]


def shown(what: Report) -> str:
    text = StringIO()
    show_report(what, DOCUMENT, Console(file=text, width=100))
    return text.getvalue()


def test_every_case_has_its_verdict_and_time_in_each_mode() -> None:
    text = shown(
        report(
            judgement(Mode.WASM, Verdict.AC, case(Verdict.AC)),
            judgement(Mode.NATIVE, Verdict.AC, case(Verdict.AC)),
        )
    )
    (row,) = [line for line in text.splitlines() if line.split()[:1] == ["1"]]
    assert row.split() == ["1", "AC", "1.5", "µs", "AC", "1.5", "µs"]


def test_a_failure_that_both_modes_share_is_told_once_under_its_source_line() -> None:
    wrong = case(
        Verdict.WA,
        message="case 1: expected [0,1], got []",
        location=Location(PATH, span(0, 10, 22)),
    )
    text = shown(
        report(judgement(Mode.WASM, Verdict.WA, wrong), judgement(Mode.NATIVE, Verdict.WA, wrong))
    )
    assert text.count("expected [0,1], got []") == 1
    assert "two_sum.go:1:11: error: case 1: expected [0,1], got [] (wasm, native)" in text
    lines = text.splitlines()
    source = next(index for index, line in enumerate(lines) if "// Input: nums = [3,3]" in line)
    marked = lines[source + 1]
    start = marked.index("^")
    assert lines[source][start : start + marked.count("^")] == "nums = [3,3]"


def test_marks_stand_right_behind_tabs_and_wide_characters() -> None:
    text = StringIO()
    error = SourceMessage(Severity.ERROR, "undefined", span(0, 5, 6))
    source = Document(PATH, '\t"输入"x\n'.encode())
    show_report(report(messages=(error,)), source, Console(file=text, width=100))
    lines = text.getvalue().splitlines()
    marked = next(index for index, line in enumerate(lines) if line.strip() == "^")
    assert lines[marked].index("^") == lines[marked - 1].index("x") + len("输入")


def test_a_case_elsewhere_is_named_by_file_and_line() -> None:
    wrong = case(Verdict.WA, message="case 1: expected 1, got 2", file="/p/data/1.in", line=1)
    assert "p/data/1.in:1" in shown(report(judgement(Mode.WASM, Verdict.WA, wrong)))


def test_compile_errors_show_the_source_once_for_both_modes() -> None:
    error = SourceMessage(Severity.ERROR, "undefined: x", span(2, 5, 11), notes=("declared here",))
    text = shown(
        report(
            judgement(Mode.WASM, Verdict.CE, messages=(error,)),
            judgement(Mode.NATIVE, Verdict.CE, messages=(error,)),
        )
    )
    assert "two_sum.go:3:6: error: undefined: x (wasm, native)" in text
    assert text.count("undefined: x") == 1
    assert "func twoSum(nums []int) []int {" in text
    assert "declared here" in text


def test_who_took_over_and_what_our_environment_lacks_are_said() -> None:
    text = shown(
        report(
            judgement(
                Mode.NATIVE,
                Verdict.IE,
                degraded_from=Mode.WASM,
                degraded_why="no wasm here",
                error="Install it with: pip",
            )
        )
    )
    assert "instead of wasm: no wasm here" in text
    assert "Install it with: pip" in text


def test_disagreements_and_findings_without_a_place_are_shown() -> None:
    differ = Disagreement(case="1", wasm="1", native="2", message="case 1: wasm 1, native 2")
    text = shown(
        report(
            judgement(Mode.WASM, Verdict.AC, case(Verdict.AC)),
            disagreements=(differ,),
            messages=(SourceMessage(Severity.WARNING, "something about the file"),),
        )
    )
    assert "DIFF case 1: wasm 1, native 2" in text
    assert "warning: something about the file" in text


def test_of_a_thousand_cases_the_failing_ones_are_listed() -> None:
    cases = [
        CaseVerdict(id=f"c{number}", verdict=Verdict.WA if number == 777 else Verdict.AC)
        for number in range(1000)
    ]
    text = shown(report(judgement(Mode.WASM, Verdict.WA, *cases)))
    assert "c777" in text
    assert "999 more" in text
    assert len(text.splitlines()) < 20


def test_markup_in_a_message_is_text() -> None:
    error = SourceMessage(Severity.ERROR, "got [red]x[/red] and [0]")
    assert "got [red]x[/red] and [0]" in shown(report(messages=(error,)))


def test_exit_status_of_reports() -> None:
    good = report(judgement(Mode.WASM, Verdict.AC))
    wrong = report(judgement(Mode.WASM, Verdict.AC), judgement(Mode.NATIVE, Verdict.WA))
    differ = report(
        judgement(Mode.WASM, Verdict.AC),
        disagreements=(Disagreement(case="1", wasm="", native="", message=""),),
    )
    ours = report(judgement(Mode.WASM, Verdict.IE))
    assert status_of([good]) == 0
    assert status_of([good, wrong]) == 1
    assert status_of([differ]) == 1
    assert status_of([wrong, ours]) == 2
    assert status_of([good, report()]) == 2


def test_the_chart_counts_every_call() -> None:
    samples = [1000, 1000, 1010, 1020, 1500, 90_000]
    lines = chart(samples)
    assert sum(int(line.split()[-1]) for line in lines) == len(samples)
    assert chart([5, 5, 5]) == [f"{'5 ns':>10} │{'█' * 40} 3"]
