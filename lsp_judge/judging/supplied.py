"""Functions and classes that only a site can answer for. Pure."""

from __future__ import annotations

import re

from lsp_judge.judging.settle import refusal
from lsp_judge.model.source import SourceMessage

_NAMES = (
    "isBadVersion is_bad_version guess rand7 Rand7 knows read4 MountainArray HtmlParser"
    " CustomFunction GridMaster ArrayReader BinaryMatrix CategoryHandler"
).split()
_CALLED = re.compile(rf"\b(?P<name>{'|'.join(_NAMES)})\b\s*[(*.&>\s]")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|#[^\n]*|\"\"\".*?\"\"\"", re.DOTALL)


def only_a_site_has_it(text: str) -> SourceMessage | None:
    """A message where a source uses such a name without defining it; None else."""
    code = _COMMENT.sub(" ", text)
    for found in _CALLED.finditer(code):
        name = found["name"]
        defined = rf"\b(?:class|struct|type|fn|func|def|int|bool|void|const|interface)\s+{name}\b"
        if re.search(defined, code) is None and _is_used(name, code):
            return refusal(
                f"`{name}` is supplied by the site that has this problem, which answers the calls;"
                " there is nothing here to answer them, so it cannot be judged."
            )
    return None


def _is_used(name: str, code: str) -> bool:
    """A function is called; a class stands where a type does."""
    if name[0].islower() or name == "Rand7":
        return re.search(rf"(?<![\w.>]){name}\s*\(", code) is not None
    return re.search(rf"(?:[(,:*&]\s*|\b){name}\s*[*&]?\s*\w*", code) is not None
