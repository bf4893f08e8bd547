"""The ids of test items: opaque to clients, and the same for a file whether it is open or not."""

from __future__ import annotations

from urllib.parse import quote, unquote

from msgspec import Struct

from lsp_judge.model.verdict import Mode


class Leaf(Struct, frozen=True):
    """A place in the tree below a problem: a solution; one of its modes; a case of a mode."""

    path: str
    mode: Mode | None = None
    case: str | None = None

    @property
    def id(self) -> str:
        if self.mode is None:
            return f"solution:{self.path}"
        if self.case is None:
            return f"mode:{self.mode}:{self.path}"
        return f"case:{self.mode}:{quote(self.case, safe='')}:{self.path}"

    @property
    def ancestors(self) -> tuple[str, ...]:
        """The ids of all that holds it but the problem, itself included."""
        own = (self.id,)
        if self.case is not None:
            return own + Leaf(self.path, self.mode).ancestors
        return own + Leaf(self.path).ancestors if self.mode is not None else own


def problem_id(problem: str) -> str:
    return f"problem:{problem}"


def parse(text: str) -> Leaf | None:
    """The item of an id, None where it is a problem's or none of ours."""
    kind, _, rest = text.partition(":")
    if kind == "solution":
        return Leaf(rest)
    mode, _, rest = rest.partition(":")
    if mode not in tuple(Mode):
        return None
    if kind == "mode":
        return Leaf(rest, Mode(mode))
    case, _, path = rest.partition(":")
    return Leaf(path, Mode(mode), unquote(case)) if kind == "case" else None
