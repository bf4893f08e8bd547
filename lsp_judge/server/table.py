"""The hover over the entry: a Markdown table of both modes, in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from lsp_judge.model.report import BenchResult, CaseVerdict, Judgement, Report
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server import words
from lsp_judge.server.session import Session

MOST_CASES = 8
_BARS = "▁▂▃▄▅▆▇█"
_COLUMNS = 24


def table(session: Session) -> str:
    """The hover's text, empty where nothing was judged yet."""
    shown = session.shown
    if shown is None or not (shown.report.judgements or shown.bench):
        return ""
    report = shown.report
    lines = [_title(report), ""]
    if shown.text != session.text:
        lines += ["*Of the text before the edit.*", ""]
    if not report.trusted:
        lines += [f"*{words.NO_TRUST}*", ""]
    if report.judgements:
        lines += _judgements(report.judgements)
    failures = [f"- ✗ **DIFF** {_code(each.message)}" for each in report.disagreements]
    failures += _failures(report.judgements)
    lines += [*failures, ""] if failures else []
    lines += _isolation(report.judgements)
    if shown.bench:
        lines += ["", *_bench(shown.bench)]
    return "\n".join(lines)


def _title(report: Report) -> str:
    problem = f" · {_inline(report.problem)}" if report.problem else ""
    return f"**{_inline(report.entry)}**{problem}"


def _judgements(judgements: Sequence[Judgement]) -> Iterator[str]:
    yield "| mode | verdict | cases passed | min / median / max | memory | build |"
    yield "|---|---|---|---|---|---|"
    for judgement in judgements:
        yield _row(_cells(judgement))
    yield ""


def _isolation(judgements: Sequence[Judgement]) -> Iterator[str]:
    """Too long for a column: it would push the others out of a terminal's window. Below what
    fails, which is what people look for."""
    for judgement in judgements:
        if judgement.isolation:
            yield f"*{judgement.mode}: isolated by* {_inline(judgement.isolation)}  "


def _cells(judgement: Judgement) -> list[str]:
    timed = judgement.cases if judgement.final else ()
    durations = [case.duration_ns for case in timed if case.duration_ns]
    memory = max((case.memory_bytes for case in judgement.cases), default=0)
    mode = str(judgement.mode)
    if judgement.degraded_from is not None:
        mode += f" (instead of {judgement.degraded_from}: {judgement.degraded_why or ''})"
    return [
        mode,
        f"{words.mark(judgement.verdict)} {judgement.verdict}",
        f"{judgement.passed}/{judgement.total}",
        _spread(durations),
        words.size(memory) if memory else "–",
        words.milliseconds(judgement.build_ms) + (", kept" if judgement.cached_build else ""),
    ]


def _spread(durations: list[int]) -> str:
    if not durations:
        return "–"
    figures = (min(durations), round(median(durations)), max(durations))
    return " / ".join(words.duration(figure) for figure in figures)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(_inline(cell).replace("|", "\\|") for cell in cells) + " |"


def _failures(judgements: Sequence[Judgement]) -> list[str]:
    """One line a failing case; the modes that say the same share it."""
    modes: dict[str, list[Mode]] = {}
    for judgement in judgements:
        if judgement.error:
            modes.setdefault(f"**IE** {_code(judgement.error)}", []).append(judgement.mode)
        for case in judgement.cases:
            if case.verdict is not Verdict.AC:
                modes.setdefault(_failure(case), []).append(judgement.mode)
    lines = [f"- ✗ {text} ({words.modes(tuple(names))})" for text, names in modes.items()]
    more = len(lines) - MOST_CASES
    return lines if more <= 0 else [*lines[:MOST_CASES], f"- … and {more} more"]


def _failure(case: CaseVerdict) -> str:
    text = case.message or f"case {case.id}"
    return f"**{case.verdict}** {_code(words.brief(text, 160))}"


def _bench(results: Sequence[BenchResult]) -> Iterator[str]:
    yield f"**Benchmark** of case {_inline(results[0].case)}"
    yield ""
    yield "| mode | min | median | mean | p95 | max | calls | distribution |"
    yield "|---|---|---|---|---|---|---|---|"
    for result in results:
        figures = (result.min_ns, result.median_ns, result.mean_ns, result.p95_ns, result.max_ns)
        times = [words.duration(figure) for figure in figures]
        yield _row([str(result.mode), *times, str(result.iterations), histogram(result.samples)])


def histogram(samples: Sequence[int]) -> str:
    """How often which duration came, from the fastest to the 95th percentile, as bars."""
    if not samples:
        return "–"
    ordered = sorted(samples)
    low, high = ordered[0], ordered[(len(ordered) - 1) * 95 // 100]
    width = max(high - low, 1)
    counts = [0] * min(_COLUMNS, width)
    for sample in ordered:
        if sample <= high:
            counts[min((sample - low) * len(counts) // width, len(counts) - 1)] += 1
    top = max(counts)
    return "".join("·" if not count else _BARS[(count * 8 - 1) // top] for count in counts)


def _code(text: str) -> str:
    """Text from a solution or a compiler, in which nothing is markup, on one line."""
    return "`" + " ".join(text.split()).replace("`", "'") + "`"


def _inline(text: str) -> str:
    """Words of ours on one line; escaped as little as will do, for editors that show escapes."""
    line = " ".join(text.split())
    for character in "\\`*<":
        line = line.replace(character, "\\" + character)
    return line.replace("](", "]\\(")
