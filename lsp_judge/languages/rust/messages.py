"""What rustc says, one JSON object a line (`--error-format=json`), at the user's own places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec

from lsp_judge.languages.rust.plan import SOLUTION
from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.source import Document, Position, Severity, SourceMessage, Span

_LEVELS = {"error": Severity.ERROR, "warning": Severity.WARNING}
_USELESS = re.compile(r"aborting due to|\d+ warnings? emitted|For more information about")
_CRATE = re.compile(
    r"(?:unresolved import|undeclared (?:crate or )?module|can't find crate for"
    r"|unresolved module or unlinked crate) `(?P<name>\w+)"
)
_OWN_CRATES = ("std", "core", "alloc", "crate", "self", "super", "judge_support")
_STANDARD_ONLY = (
    "Builds are offline and know Rust's standard library alone: write the part yourself."
)
_ELSEWHERE = re.compile(
    r"unresolved import `crate::|could not find `\w+` in the crate root"
    r"|cannot find `\w+` in `crate`|too many leading `super` keywords"
)
_ALONE = "A solution is judged by itself: write into this file what it needs of others."
_OLD = (
    "The compiler that makes wasm here may be older than the file:"
    " `rustup target add wasm32-wasip1` gives a newer one."
)


def messages(text: str, document: Document) -> Sequence[SourceMessage]:
    """The messages in the compiler's order."""
    source = Source(document)
    found = (_message(line, source) for line in text.splitlines() if line.startswith("{"))
    return [each for each in found if each is not None]


def _message(line: str, source: Source) -> SourceMessage | None:
    try:
        said: dict[str, Any] = msgspec.json.decode(line)
    except msgspec.DecodeError:
        return None
    severity = _LEVELS.get(str(said.get("level", "")).partition(":")[0])
    text = str(said.get("message", ""))
    if severity is None or _USELESS.match(text):
        return None
    span = _span(said.get("spans") or [], source)
    if span is None and severity is Severity.WARNING:
        return None  # about our own part of the file
    return _worded(said, severity, text, span)


def _worded(
    said: dict[str, Any], severity: Severity, text: str, span: Span | None
) -> SourceMessage:
    crate = _CRATE.search(text)
    if severity is Severity.ERROR and crate is not None and crate["name"] not in _OWN_CRATES:
        missing = f"the crate `{crate['name']}` is not available here"
        return SourceMessage(severity, missing, span, (_STANDARD_ONLY,))
    if severity is Severity.ERROR and _ELSEWHERE.search(text):
        return SourceMessage(severity, f"this is not in the file: {text}", span, (_ALONE,))
    notes = [str(child.get("message", "")) for child in said.get("children") or []]
    label = next((s.get("label") for s in said.get("spans") or [] if s.get("is_primary")), None)
    code = (said.get("code") or {}).get("code")
    if label and label not in text:
        text = f"{text}: {label}"
    if severity is Severity.ERROR and code == "E0658":
        notes.append(_OLD)
    return SourceMessage(severity, text, span, tuple(note for note in notes if note))


def _span(spans: Sequence[dict[str, Any]], source: Source) -> Span | None:
    """The primary place in the user's part of the file; of a macro, where it is used."""
    for span in spans:
        if span.get("is_primary"):
            return _in_file(span, source)
    return None


def _in_file(span: dict[str, Any] | None, source: Source) -> Span | None:
    while span is not None and not str(span.get("file_name", "")).endswith(SOLUTION):
        span = (span.get("expansion") or {}).get("span")
    if span is None or span["line_start"] > source.line_count:
        return None
    start = Position(span["line_start"] - 1, span["column_start"] - 1)
    end = Position(span["line_end"] - 1, span["column_end"] - 1)
    return Span(start, max(start, end))
