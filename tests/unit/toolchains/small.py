"""A language small enough to read at once, built by the real C compiler."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Options, Step
from lsp_judge.model.source import (
    CommentSyntax,
    Document,
    Entry,
    Position,
    Severity,
    Shape,
    SourceMessage,
    Span,
)
from lsp_judge.model.verdict import Mode

_MESSAGE = re.compile(r"^solution\.c:(\d+):(\d+): (error|warning): (.*)$", re.MULTILINE)
HERE = Span(Position(0), Position(0))
ENTRY = Entry("answer", Shape.FUNCTION, HERE)


def document(text: str) -> Document:
    return Document("/solutions/solution.c", text.encode())


class SmallC:
    """C whose solutions may call `helper` of a support object, which is a shared step."""

    id = "small-c"
    title = "Small C"
    extensions = (".c",)
    comments = CommentSyntax(("//",))

    def __init__(
        self,
        flags: tuple[str, ...] = (),
        support: str = "int helper(void) { return 41; }\n",
        environment: tuple[tuple[str, str], ...] = (),
    ) -> None:
        self.flags = flags
        self.support = support
        self.environment = environment

    def outline(self, document: Document) -> Outline:
        return Outline(())

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        return ()

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        return None

    def tools(self, mode: Mode) -> tuple[str, ...]:
        return ("cc",)

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        if b"refuse" in request.document.text:
            return SourceMessage(Severity.ERROR, "not like this")
        files = {"solution.c": request.document.text, "support.c": self.support.encode()}
        support = Step(
            name="support",
            tool="cc",
            arguments=("-c", "-fPIC", "-o", "support.o", "support.c"),
            inputs=("support.c",),
            outputs=("support.o",),
            shared=True,
        )
        own = Step(
            name="link",
            tool="cc",
            arguments=(
                *("-shared", "-fPIC", "-Wall", "-o", "solution.so"),
                *self.flags,
                *("solution.c", "{step:support}/support.o"),
            ),
            inputs=("solution.c",),
            outputs=("solution.so",),
            needs=("support",),
            environment=self.environment,
        )
        return BuildPlan(ArtifactKind.PLUGIN, files, (support, own), "solution.so")

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        return [
            SourceMessage(
                Severity(found[3]),
                found[4],
                Span(
                    Position(int(found[1]) - 1, int(found[2]) - 1),
                    Position(int(found[1]) - 1, int(found[2])),
                ),
            )
            for found in _MESSAGE.finditer(text)
        ]

    def traceback(self, text: str) -> Traceback | None:
        return None
