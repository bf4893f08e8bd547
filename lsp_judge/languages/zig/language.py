"""Zig: the language's face towards the rest."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.languages.zig.messages import messages
from lsp_judge.languages.zig.outline import read_outline
from lsp_judge.languages.zig.plan import plan
from lsp_judge.languages.zig.syntax import Source
from lsp_judge.languages.zig.traceback import read_traceback
from lsp_judge.model.build import BuildPlan, BuildRequest, Options
from lsp_judge.model.source import CommentSyntax, Document, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.verdict import Mode


class Zig:
    """Zig as the `ziglang` wheel has it; conventions are described in docs/zig.md."""

    id = "zig"
    title = "Zig"
    extensions: tuple[str, ...] = (".zig",)
    comments = CommentSyntax(line=("///", "//!", "//"))

    def outline(self, document: Document) -> Outline:
        return read_outline(Source(document))

    def tools(self, mode: Mode, target: Target = HERE) -> tuple[str, ...]:
        return ("zig",)

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        return ()

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        return None

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        return plan(request)

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        return messages(text, document)

    def traceback(self, text: str) -> Traceback | None:
        return read_traceback(text)
