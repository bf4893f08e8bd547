"""Prints a report for people: a table of cases by modes, and the source where it went wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lsp_judge.model.report import CaseVerdict, Judgement, Report
from lsp_judge.model.source import Document, Severity, SourceMessage, Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server.words import NO_TRUST, brief, duration, milliseconds

_COLOURS = {Verdict.AC: "green", Verdict.CE: "yellow", Verdict.IE: "magenta"}
_SEVERITIES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
# A package may hold a thousand cases: then the failing ones, and a count of the rest.
_MOST_ROWS = 30
_MOST_FAILURES = 5
_HANDLING_SHOWN_NS = 1_000_000


def show_report(report: Report, document: Document, console: Console) -> None:
    """Print one file's report."""
    lines = document.text.decode(errors="replace").replace("\r\n", "\n").split("\n")
    name = os.path.relpath(report.file)
    about = " · ".join(filter(None, (report.problem, report.entry)))
    console.print(Text.assemble((name, "bold"), f"  {about}" if about else ""))
    if not report.trusted:
        console.print(Text(f"  {NO_TRUST}", "yellow"))
    for message in report.messages:
        _message(console, name, message, lines)
    for message, modes in _compiler_messages(report):
        _message(console, name, message, lines, modes)
    if any(judgement.cases for judgement in report.judgements):
        console.print(Padding(_table(report), (0, 0, 0, 2)))
    for judgement in report.judgements:
        _summary(console, judgement)
    for case, modes in _failures(report)[:_MOST_FAILURES]:
        _failure(console, name, case, modes, lines)
    for disagreement in report.disagreements:
        console.print(Text.assemble(("  DIFF ", "bold red"), disagreement.message))
    console.print()


def _table(report: Report) -> Table:
    """One row a case, one column a mode."""
    table = Table("case", *(str(judgement.mode) for judgement in report.judgements), box=None)
    by_mode = [{case.id: case for case in each.cases} for each in report.judgements]
    ids = list(dict.fromkeys(case.id for each in report.judgements for case in each.cases))
    failing = [case for case in ids if any(_is_bad(cases.get(case)) for cases in by_mode)]
    shown = ids if len(ids) <= _MOST_ROWS else failing[:_MOST_ROWS]
    for case in shown:
        table.add_row(case, *(_cell(cases.get(case)) for cases in by_mode))
    if len(shown) < len(ids):
        table.add_row(f"… {len(ids) - len(shown)} more", style="dim")
    return table


def _is_bad(case: CaseVerdict | None) -> bool:
    return case is not None and case.verdict is not Verdict.AC


def _cell(case: CaseVerdict | None) -> Text:
    if case is None:
        return Text("-", style="dim")
    time = f" {duration(case.duration_ns)}" if case.duration_ns else ""
    return Text.assemble((case.verdict, _colour(case.verdict)), (time, "dim"))


def _summary(console: Console, judgement: Judgement) -> None:
    build = (
        "kept build" if judgement.cached_build else f"built in {milliseconds(judgement.build_ms)}"
    )
    text = Text.assemble(
        f"  {judgement.mode:<6} ",
        (judgement.verdict, f"bold {_colour(judgement.verdict)}"),
        f"  {judgement.passed}/{judgement.total}  ",
        (f"{build}, ran {milliseconds(judgement.run_ms)}{_handling(judgement)}", "dim"),
        ("" if judgement.final else ", quickly compiled: runs at half its speed", "dim"),
    )
    console.print(text)
    if judgement.degraded_from is not None:
        console.print(f"         instead of {judgement.degraded_from}: {judgement.degraded_why}")
    if judgement.error:
        console.print(Padding(Text(judgement.error, style="magenta"), (0, 0, 0, 9)))


def _handling(judgement: Judgement) -> str:
    """What passing values cost, where it is long enough to be wondered about: a case of a
    million numbers takes longer to hand over than to solve."""
    total = sum(case.handling_ns for case in judgement.cases)
    return f", {duration(total)} to pass values" if total >= _HANDLING_SHOWN_NS else ""


def _failures(report: Report) -> list[tuple[CaseVerdict, list[Mode]]]:
    """What went wrong, each once, with the modes in which it did."""
    found: dict[tuple[str, str], tuple[CaseVerdict, list[Mode]]] = {}
    for judgement in report.judgements:
        for case in judgement.cases:
            if case.verdict is not Verdict.AC:
                key = (case.id, case.message)
                found.setdefault(key, (case, []))[1].append(judgement.mode)
    return list(found.values())


def _failure(
    console: Console, name: str, case: CaseVerdict, modes: list[Mode], lines: list[str]
) -> None:
    place = case.at or case.location
    inside = place is not None and os.path.basename(place.path) == os.path.basename(name)
    span = place.span if place is not None and inside else None
    severity = Severity.WARNING if case.unsure else Severity.ERROR
    _message(console, name, SourceMessage(severity, case.message, span), lines, modes)
    if case.file and (case.at is not None or not inside):
        console.print(
            Text(f"      the case: {os.path.relpath(case.file)}:{case.line}", style="dim")
        )
    if case.stdout:
        console.print(Text(f"      printed: {brief(case.stdout, 200)}", style="dim"))


def _compiler_messages(report: Report) -> Iterator[tuple[SourceMessage, list[Mode]]]:
    """What the compilers said, each message once with its modes."""
    found: dict[SourceMessage, list[Mode]] = {}
    for judgement in report.judgements:
        for message in judgement.messages:
            found.setdefault(message, []).append(judgement.mode)
    yield from found.items()


def _message(
    console: Console,
    name: str,
    message: SourceMessage,
    lines: list[str],
    modes: list[Mode] | None = None,
) -> None:
    """`file:line:column: severity: text`, which editors and terminals make a link of."""
    place = name
    if message.span is not None:
        place += f":{message.span.start.line + 1}:{message.span.start.column + 1}"
    suffix = f" ({', '.join(modes)})" if modes else ""
    colour = _SEVERITIES[message.severity]
    console.print(
        Text.assemble(
            f"  {place}: ",
            (message.severity, f"bold {colour}"),
            f": {message.text}",
            (suffix, "dim"),
        ),
        soft_wrap=True,
    )
    if message.span is not None:
        _excerpt(console, message.span, lines, colour)
    for note in message.notes:
        console.print(Text(f"      {note}", style="dim"), soft_wrap=True)


def _excerpt(console: Console, span: Span, lines: list[str], colour: str) -> None:
    """The source line with the range marked below it."""
    if span.start.line >= len(lines):
        return
    line = lines[span.start.line]
    number = f"{span.start.line + 1:>6} | "
    console.print(Text.assemble((number, "dim"), _flat(line)), no_wrap=True, overflow="ellipsis")
    end = span.end.column if span.end.line == span.start.line else len(line)
    before = cell_len(_flat(line[: span.start.column]))
    marks = "^" * max(1, cell_len(_flat(line[span.start.column : end])))
    indent = " " * (len(number) + before)
    console.print(Text.assemble(indent, (marks, colour)), no_wrap=True, overflow="crop")


def _flat(text: str) -> str:
    """Without tabs, whose width depends on where they stand."""
    return text.replace("\t", "    ")


def _colour(verdict: Verdict) -> str:
    return _COLOURS.get(verdict, "red")
