"""C: the language's face towards the rest."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.languages.c.outline import read_outline
from lsp_judge.languages.c.plan import plan
from lsp_judge.languages.cfamily.diagnostics import compiler_messages
from lsp_judge.languages.cfamily.platforms import compiler
from lsp_judge.languages.cfamily.traceback import program_traceback
from lsp_judge.model.build import BuildPlan, BuildRequest, Options
from lsp_judge.model.source import CommentSyntax, Document, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.verdict import Mode


class C:
    """C17 with GNU extensions; files without includes are the normal case."""

    id = "c"
    title = "C"
    extensions: tuple[str, ...] = (".c",)
    comments = CommentSyntax(line=("//",), block=(("/*", "*/"),))

    def outline(self, document: Document) -> Outline:
        return read_outline(document)

    def tools(self, mode: Mode, target: Target = HERE) -> tuple[str, ...]:
        return (compiler(mode, target, "cc"),)

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        return ()

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        return None

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        return plan(request)

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        return compiler_messages(text, document.text)

    def traceback(self, text: str) -> Traceback | None:
        return program_traceback(text)
