"""How figures and values read in an editor, where there is little room."""

from __future__ import annotations

import msgspec

from lsp_judge.model.types import JsonValue
from lsp_judge.model.verdict import Mode, Verdict

NO_TRUST = (
    "This folder is not trusted: WebAssembly alone, without the package's own validators and"
    " without compilers and flags that the folder asks for."
)

# A value of a million numbers would make the editor crawl; the report on disk has it whole.
FULL_LIMIT = 20_000


def mark(verdict: Verdict) -> str:
    return "✓" if verdict is Verdict.AC else "✗"


def duration(ns: int) -> str:
    """Three digits and a unit: `850 ns`, `12.3 µs`, `4 ms`, `1.25 s`."""
    value, unit = float(ns), "ns"
    for larger in ("µs", "ms", "s"):
        if value < 999.5:
            break
        value, unit = value / 1000, larger
    return f"{_digits(value)} {unit}"


def milliseconds(value: float) -> str:
    return duration(round(value * 1_000_000))


def size(count: int) -> str:
    """Bytes with a unit: `512 B`, `1.2 MiB`."""
    value, unit = float(count), "B"
    for larger in ("KiB", "MiB", "GiB"):
        if value < 1000:
            break
        value, unit = value / 1024, larger
    return f"{_digits(value)} {unit}"


def _digits(value: float) -> str:
    decimals = 0 if value >= 99.95 else 1 if value >= 9.995 else 2
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_text(value: JsonValue, *, raw: bool) -> str:
    """A value in full: compact JSON, or the text itself (`raw`) for what was printed."""
    if raw and isinstance(value, str):
        return value
    return msgspec.json.encode(value).decode()


def full(text: str) -> str:
    """The text, capped where an editor could not show it, saying so."""
    if len(text) <= FULL_LIMIT:
        return text
    return f"{text[:FULL_LIMIT]}… ({len(text) - FULL_LIMIT} more characters)"


def brief(text: str, limit: int = 40) -> str:
    """One line of at most `limit` characters, shortened in the middle."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = (limit - 1) * 2 // 3
    return f"{line[:head]}…{line[len(line) - (limit - 1 - head) :]}"


def modes(names: tuple[Mode, ...]) -> str:
    return ", ".join(names)
