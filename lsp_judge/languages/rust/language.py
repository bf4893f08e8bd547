"""Rust: the language's face towards the rest."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.languages.rust.messages import messages
from lsp_judge.languages.rust.outline import read_outline
from lsp_judge.languages.rust.plan import plan, tool_name
from lsp_judge.languages.rust.syntax import Source
from lsp_judge.languages.rust.traceback import read_traceback
from lsp_judge.model.build import BuildPlan, BuildRequest, Options
from lsp_judge.model.source import CommentSyntax, Document, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.verdict import Mode


class Rust:
    """Rust 2021 on the standard library; files as practice sites have them."""

    id = "rust"
    title = "Rust"
    extensions: tuple[str, ...] = (".rs",)
    comments = CommentSyntax(line=("///", "//!", "//"), block=(("/*", "*/"),))

    def outline(self, document: Document) -> Outline:
        return read_outline(Source(document))

    def tools(self, mode: Mode, target: Target = HERE) -> tuple[str, ...]:
        return (tool_name(mode),)

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        return ()

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        return "yes, but no `Node`" if shape is not Shape.STDIO else None

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        return plan(request)

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        return messages(text, document)

    def traceback(self, text: str) -> Traceback | None:
        return read_traceback(text)
