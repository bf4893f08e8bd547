"""Panics and fatal errors as the Go runtime prints them: one line, and the user's frames."""

from __future__ import annotations

import re

from lsp_judge.languages.base import Traceback
from lsp_judge.languages.go.glue import GLUE, MODULE
from lsp_judge.languages.go.unit import SOLUTION
from lsp_judge.model.outcome import Frame

_HEAD = re.compile(r"^(?P<kind>panic|fatal error): (?P<what>.*)$", re.M)
_GOROUTINE = re.compile(r"^goroutine \d+.*:$", re.M)
# Two lines a frame: `main.twoSum(...)`, then a tab, the file, the line and perhaps ` +0x1d`.
_FRAME = re.compile(r"^(?P<function>\S.*)\n\t(?P<file>.+?):(?P<line>\d+)(?: \+0x\S*.*)?$", re.M)
_ARGUMENTS = re.compile(r"\([^()]*\)$")
_OURS = ("judge_support/", "judge_native/", "judge_wasm/", "judge_limits/")
_SUPPLIED = "github.com/emirpasic/gods"
_MOST_FRAMES = 64


def read_traceback(text: str) -> Traceback | None:
    """The last panic or fatal error in a text, None where there is none.

    The frames are those of the goroutine that failed, innermost first, without the runtime's
    and the harness's own.
    """
    text = text.replace("\r\n", "\n")
    heads = list(_HEAD.finditer(text))
    if not heads:
        return None
    head = heads[-1]
    goroutines = list(_GOROUTINE.finditer(text, head.end()))
    if not goroutines and head["kind"] == "panic":
        return None  # Anybody can write the word; the runtime never leaves it at that.
    return Traceback(_reason(head), _first_frames(text, goroutines))


def _reason(head: re.Match[str]) -> str:
    what = re.sub(r" \[recovered.*\]$", "", head["what"])
    if head["kind"] == "panic" and what.startswith("runtime error: "):
        return what
    return f"{head['kind']}: {what}"


def _first_frames(text: str, goroutines: list[re.Match[str]]) -> tuple[Frame, ...]:
    """The frames of the first goroutine that has any: the one that failed comes first."""
    for number, goroutine in enumerate(goroutines):
        following = goroutines[number + 1 : number + 2]
        end = following[0].start() if following else len(text)
        if frames := _frames(text[goroutine.end() : end]):
            return frames
    return ()


def _frames(text: str) -> tuple[Frame, ...]:
    found = []
    for match in _FRAME.finditer(text):
        file = match["file"].removeprefix(f"{MODULE}/")
        function = match["function"]
        if function.startswith(("created by ", "panic(")) or _is_hidden(file):
            continue
        name = _ARGUMENTS.sub("", function).removeprefix("main.")
        found.append(Frame(name, file, int(match["line"])))
    return tuple(found[:_MOST_FRAMES])


def _is_hidden(file: str) -> bool:
    if file == SOLUTION:
        return False
    return file == GLUE or file.startswith((*_OURS, _SUPPLIED, "runtime/", "internal/"))
