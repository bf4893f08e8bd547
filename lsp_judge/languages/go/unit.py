"""The user's file as the compiler gets it: its own lines, with what Go asks for put before them."""

from __future__ import annotations

import re

from lsp_judge.languages.go.syntax import Source
from lsp_judge.model.source import Document

SOLUTION = "solution.go"
HEADER = "judge_header.go"

# LeetCode's own tools mark the submission in files that hold more.
_BEGIN = re.compile(
    rb"^[ \t]*//.*?(?:@lc code=(?:start|begin)|@leet start|leetcode submit region begin).*$", re.M
)
_END = re.compile(rb"^[ \t]*//.*?(?:@lc code=end|@leet end|leetcode submit region end).*$", re.M)
_FOREIGN_IMPORT = re.compile(
    rb'^[ \t]*(?:import[ \t(]*)?[\w.]*[ \t]*"(?!github\.com/emirpasic/gods/)[\w-]+\.[^"\n]*/', re.M
)


def submission(document: Document) -> Document:
    """The document with everything blank outside the marks of its submission, same places.

    Only where the rest imports what cannot be had: generated runners do, and they are no part
    of what is judged. Files with other surroundings, such as type definitions, stay as they are.
    """
    text = document.text
    begin = _BEGIN.search(text)
    end = _END.search(text, begin.end()) if begin is not None else None
    if begin is None or end is None:
        return document
    outside = text[: begin.start()], text[end.end() :]
    if not any(_FOREIGN_IMPORT.search(part) for part in outside):
        return document
    inside = text[begin.start() : end.end()]
    return Document(document.path, blank(outside[0]) + inside + blank(outside[1]))


def compiled(source: Source, imports: list[str], name: str = SOLUTION) -> bytes:
    """The source file for the compiler: header, then the user's own bytes at their own lines.

    A package clause of the user's is blanked, because it may have any name and imports have to
    follow it; a `//line` directive counts lines anew behind the header. `name` is what the
    compiler, and a debugger, takes the file for.
    """
    header = "; ".join(["package main", *(f'import "{path}"' for path in imports)])
    lines = f"//line {HEADER}:1:1\n{header}\n//line {name}:1:1\n"
    return lines.encode() + _without_package_clause(source)


def blank(text: bytes) -> bytes:
    """The same text with spaces for all but its line ends."""
    return re.sub(rb"[^\r\n]", b" ", text)


def _without_package_clause(source: Source) -> bytes:
    text = source.text
    for node in source.root.named_children:
        if node.type == "package_clause":
            rest = text[node.end_byte :]
            if semicolon := re.match(rb"[ \t]*;", rest):
                rest = blank(semicolon[0]) + rest[semicolon.end() :]
            return text[: node.start_byte] + blank(text[node.start_byte : node.end_byte]) + rest
    return text
