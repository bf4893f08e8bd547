"""Why the two modes may differ on a case: what is known of the languages, in a sentence. Pure."""

from __future__ import annotations

import re

from lsp_judge.model.report import CaseVerdict
from lsp_judge.model.types import JsonValue
from lsp_judge.model.verdict import Verdict

_WORD = 1 << 32
_C_FAMILY = ("c", "cpp")
_LONG = re.compile(r"\blong\b(?!\s+(?:long|double))|\b(?:size_t|ssize_t|ptrdiff_t|intptr_t)\b")
_USIZE = re.compile(r"\b[iu]size\b")
_STATE = re.compile(
    r"\bstatic\s"
    r"|^[A-Za-z_][\w<>:, ]{0,60}\w\s{0,3}(?:\[[^\]\n]{0,20}\])?\s{0,3}(?:=[^=\n]|;)",
    re.MULTILINE,
)
_PAST_THE_END = ("out of bounds", "segmentation", "SIGSEGV", "unreachable")
_SANITIZE = "Run the failing case under sanitizers to see where."


def explanation(language: str, text: str, wasm: CaseVerdict, native: CaseVerdict) -> str:
    """A sentence for people, empty where nothing is known. `text` is the solution's source."""
    if _wrapped(wasm.actual, native.actual):
        if language in _C_FAMILY and _LONG.search(text):
            return "`long` and `size_t` have 32 bits in wasm and 64 natively: use `long long`."
        if language in ("rust", "zig") and _USIZE.search(text):
            return "`usize` and `isize` have 32 bits in wasm and 64 natively: use `u64` or `i64`."
    if language in _C_FAMILY:
        return _undefined(text, wasm, native)
    if language == "python" and re.search(r"\bset\(|\bhash\(|\bfrozenset\(", text):
        return "Sets of strings have another order in each interpreter, and so has `hash`."
    if language == "go" and "map[" in text:
        return "The order of a map is another one in every run."
    return ""


def _undefined(text: str, wasm: CaseVerdict, native: CaseVerdict) -> str:
    failed = [each for each in (wasm, native) if each.verdict is Verdict.RE]
    if any(word in each.message for each in failed for word in _PAST_THE_END):
        return f"One mode reads or writes where nothing is: past an end, or freed. {_SANITIZE}"
    if native.id not in ("1", "") and wasm.verdict is Verdict.AC and _STATE.search(text):
        return (
            "Natively the cases share the loaded plugin: a global or static variable may keep a"
            f" value of an earlier case. {_SANITIZE}"
        )
    return f"An uninitialised variable or a read past an end gives this. {_SANITIZE}"


def _wrapped(wasm: JsonValue, native: JsonValue) -> bool:
    """Whether the answers are equal but for what does not fit into 32 bits."""
    if isinstance(wasm, list) and isinstance(native, list) and len(wasm) == len(native):
        pairs = list(zip(wasm, native, strict=True))
        unequal = [(one, other) for one, other in pairs if one != other]
        return bool(unequal) and all(_wrapped(one, other) for one, other in unequal)
    numbers = isinstance(wasm, int) and isinstance(native, int)
    return numbers and wasm != native and (wasm - native) % _WORD == 0
