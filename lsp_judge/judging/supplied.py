"""Functions and classes that only a site can answer for. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsp_judge.judging.settle import refusal
from lsp_judge.model.source import SourceMessage

_FUNCTIONS = (
    "isBadVersion is_bad_version guess rand7 Rand7 knows read4 commonSetBits common_set_bits"
).split()
_CLASSES = (
    "MountainArray HtmlParser CustomFunction GridMaster ArrayReader BinaryMatrix CategoryHandler"
    " Master Robot Sea FontInfo ImmutableListNode BigArray InfiniteStream Street"
).split()
# What the judge supplies itself, though pages say the same of it.
_OURS = ("NestedInteger", "ListNode", "TreeNode", "Node")
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/|#[^\n]*|\"\"\".*?\"\"\"", re.DOTALL)
# What a page says over an interface of its own: "You should not implement it".
_NOT_YOURS = re.compile(
    r"should not implement it|(?:is|are) already defined for you|\bAPI interface\b", re.IGNORECASE
)
_DECLARED = re.compile(
    r"\b(?:class|struct|type)\s+([A-Z]\w*)\b(?=\s*(?:[{:(]|struct\b|interface\b))"
)
# A method that is handed what it has to call, as problems of several threads have it.
_CALLBACK = re.compile(
    r"\bdef \w+\(self,[^)]*:\s*[\"']?(?:typing\.)?Callable\["
    r"|\bvoid \w+\([^){}]*\b(?:std::)?function\s*<\s*void\s*\([^)]*\)\s*>\s*&?\s*\w+[^){}]*\)"
)


def only_a_site_has_it(text: str) -> SourceMessage | None:
    """A message where a source needs what it has not and what no case can give; None else."""
    code = _COMMENT.sub(" ", text)
    for name in _used(text, code):
        return refusal(
            f"`{name}` is supplied by the site that has this problem, which answers the calls;"
            " there is nothing here to answer them, so it cannot be judged."
        )
    if "Solution" not in code and _CALLBACK.search(code):
        return refusal(
            "The methods of this class are called from several threads at once, and are handed"
            " what they have to call; only the site that has this problem can do that, so it"
            " cannot be judged."
        )
    return None


def _used(text: str, code: str) -> Iterator[str]:
    """The names of others that the code uses without defining them."""
    for name in _FUNCTIONS:
        if re.search(rf"(?:(?<![\w.>:])|self\.|Self::){name}\s*\(", code) and not _defines(
            name, code
        ):
            yield name
    for name in (*_CLASSES, *_declared(text)):
        if name in text and _names_type(name, code, text) and not _defines(name, code):
            yield name


def _declared(text: str) -> list[str]:
    """The classes that comments declare as not to be implemented."""
    comments = "\n".join(_COMMENT.findall(text))
    if not _NOT_YOURS.search(comments):
        return []
    return [name for name in _DECLARED.findall(comments) if name not in _OURS]


def _names_type(name: str, code: str, text: str) -> bool:
    """Whether a class stands where a type does: in an annotation (also of a docstring), before a
    variable, as a base."""
    used = (
        rf"(?:[(,:*&<\[]\s*[\"']?|->\s*[\"']?|\b){name}\b[\"']?(?:\s*[*&]*\s*\w|[)\]>,])"
        rf"|\bpublic\s+{name}\b"
    )
    return bool(re.search(used, code) or re.search(rf":type \w+: {name}\b", text))


def _defines(name: str, code: str) -> bool:
    defined = (
        rf"\b(?:class|struct|type|fn|func|def|int|bool|void|const|interface)\s+{name}\b"
        rf"|\}}\s*{name}\s*;|\b{name}\s*:?=(?!=)"
    )
    return re.search(defined, code) is not None
