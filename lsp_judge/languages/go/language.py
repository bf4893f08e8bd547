"""Go, as the judge knows a language."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.languages.go import tinygo
from lsp_judge.languages.go.messages import messages
from lsp_judge.languages.go.outline import outline
from lsp_judge.languages.go.plan import plan, tools
from lsp_judge.languages.go.syntax import Source
from lsp_judge.languages.go.traceback import read_traceback
from lsp_judge.languages.go.unit import submission
from lsp_judge.model.build import BuildPlan, BuildRequest, Options
from lsp_judge.model.source import CommentSyntax, Document, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.verdict import Mode


class Go:
    """A `Language`; see `lsp_judge.languages.base` for what each method promises."""

    id = "go"
    title = "Go"
    extensions: tuple[str, ...] = (".go",)
    comments = CommentSyntax(line=("//",), block=(("/*", "*/"),))

    def outline(self, document: Document) -> Outline:
        return outline(Source(submission(document)))

    def tools(self, mode: Mode, target: Target = HERE) -> tuple[str, ...]:
        return tools(mode, target)

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        return ("tinygo",) if tinygo.is_chosen(mode, options) else ()

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        return None

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        return plan(request)

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        return messages(text, document)

    def traceback(self, text: str) -> Traceback | None:
        return read_traceback(text)
