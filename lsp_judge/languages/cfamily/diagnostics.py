"""What gcc, clang, zig and their linkers print, as messages at the user's own lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from msgspec.structs import replace

from lsp_judge.languages.cfamily.text import SourceText
from lsp_judge.model.source import Severity, SourceMessage, Span

_PLACE = re.compile(
    r"^(?P<file>(?:[A-Za-z]:)?[^:\n]+):(?P<line>\d+):(?:(?P<column>\d+):)?\s+"
    r"(?:(?P<kind>fatal error|error|sorry, unimplemented|warning|note):\s+)?(?P<text>.+)$"
)
_SOLUTION = re.compile(r"(?:^|[/\\])solution\.\w+$")
_UNDEFINED = re.compile(
    r"(?:undefined reference to [`'](?P<gnu>.+)'|(?:error: )?undefined symbol: (?P<lld>.+))$"
)
# gcc hands what stands in `asm` to the assembler, in a file of its own.
_ASSEMBLER = re.compile(r"^\S+\.s:\d+: Error: (?P<text>.+)$")
_TWICE = re.compile(r"multiple definition of [`'](?P<gnu>[^']+)'|duplicate symbol: (?P<lld>\S+)")
_GNU_PLACE = re.compile(r"solution\.\w+:(\d+):")
_SORRY = "sorry, unimplemented"
_UNKNOWN = " (gcc cannot do this; clang and zig can: name one of them in the settings' toolchain)"
_KINDS = {
    "fatal error": Severity.ERROR,
    "error": Severity.ERROR,
    _SORRY: Severity.ERROR,
    "warning": Severity.WARNING,
}
_MOST_NOTES = 4
# What stands behind the user's file (see `text.fence`).
_BEHIND = re.compile(r"at the end of the file$|judge_")
_BEFORE_FENCE = re.compile(r"before .(?:namespace|_Static_assert).(?: token)?$")
# What gcc says after a list of its own notes; nothing a learner could act on.
_IDLE = ("each undeclared identifier is reported only once", "in expansion of macro")


@dataclass
class _Draft:
    severity: Severity
    text: str
    span: Span | None
    outside: bool
    notes: list[str] = field(default_factory=list)

    def message(self) -> SourceMessage:
        text = _BEFORE_FENCE.sub("at the end of the file", self.text)
        return SourceMessage(self.severity, text, self.span, tuple(self.notes))


class _Reader:
    """Collects messages line by line; notes belong to the message before them."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._required: Span | None = None
        self.drafts: list[_Draft] = []

    def line(self, line: str) -> None:
        if found := _ASSEMBLER.match(line):
            self._add(Severity.ERROR, found["text"], None, False)
        elif found := _TWICE.search(line):
            self._add(Severity.ERROR, _twice_text(found["gnu"] or found["lld"]), None, False)
        elif found := _PLACE.match(line):
            self._place(found)
        elif found := _UNDEFINED.search(line):
            self._undefined(line, found["gnu"] or found["lld"])

    def _place(self, found: re.Match[str]) -> None:
        inside = bool(_SOLUTION.search(found["file"]))
        span = self._span(found) if inside else None
        kind, text = found["kind"], found["text"]
        if undefined := _UNDEFINED.search(text):
            self._add(Severity.ERROR, _undefined_text(undefined[1] or undefined[2]), span, False)
        elif kind in _KINDS:
            span = span if inside else self._required
            text += _UNKNOWN if kind == _SORRY else ""
            self._add(_KINDS[kind], text, span, not inside)
            self._required = None
        elif kind == "note":
            self._note(text, span)
        elif "required from" in text or "required by" in text:
            # gcc names the user's line before an error inside a header; the last is the nearest.
            self._required = span or self._required

    def _span(self, found: re.Match[str]) -> Span:
        column = int(found["column"] or 1)
        return self._source.word_at(int(found["line"]) - 1, column - 1)

    def _add(self, severity: Severity, text: str, span: Span | None, outside: bool) -> None:
        self.drafts.append(_Draft(severity, text, span, outside))

    def _note(self, text: str, span: Span | None) -> None:
        if not self.drafts or any(idle in text for idle in _IDLE):
            return
        draft = self.drafts[-1]
        # clang names the user's line after an error inside a header.
        if draft.outside and draft.span is None and span is not None:
            draft.span = span
        # Templates bring dozens of candidates; those in the user's file are worth the room.
        if span is None and len(draft.notes) >= _MOST_NOTES:
            return
        draft.notes.append(f"line {span.start.line + 1}: {text}" if span else text)

    def _undefined(self, line: str, symbol: str) -> None:
        place = _GNU_PLACE.search(line)
        span = self._source.word_at(int(place[1]) - 1, 0) if place else None
        self._add(Severity.ERROR, _undefined_text(symbol), span, False)


def _undefined_text(symbol: str) -> str:
    return f"'{symbol}' is declared or used, but defined nowhere"


def _twice_text(symbol: str) -> str:
    if symbol.startswith("judge_"):
        return f"'{symbol}' is a name of the judge's own: call yours something else"
    return f"'{symbol}' is defined twice"


def compiler_messages(text: str, source: bytes) -> list[SourceMessage]:
    """The messages about `solution.*` in `text`, in the compiler's order, without repeats.

    A warning inside a header is dropped; an error there is shown at the user's line that led
    to it, where the compiler names one.
    """
    reader = _Reader(SourceText(source))
    for line in text.splitlines():
        reader.line(line.rstrip())
    kept: list[SourceMessage] = []
    for draft in reader.drafts:
        message = draft.message()
        if draft.outside and draft.severity is not Severity.ERROR:
            continue
        if message not in kept:
            kept.append(message)
    return _unclosed(kept)


def _unclosed(messages: list[SourceMessage]) -> list[SourceMessage]:
    """Where a brace is missing, gcc finds fault with all that stands behind the user's file:
    one message is left of that, at the file's last line."""
    texts = [message.text for message in messages]
    fence = next((i for i, text in enumerate(texts) if _BEHIND.search(text)), None)
    end = next((i for i, text in enumerate(texts) if text.endswith("at end of input")), None)
    if fence is None or end is None:
        return messages
    return [*messages[:fence], replace(messages[end], span=messages[fence].span)]
