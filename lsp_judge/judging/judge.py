"""The facade that the command line and the server call: a document in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from lsp_judge.judging.events import Event
from lsp_judge.languages.registry import Languages
from lsp_judge.model.report import BenchResult, Report
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode, ModeChoice
from lsp_judge.problems.base import Source
from lsp_judge.runtimes.base import Runtime
from lsp_judge.toolchains.base import Builder


class JudgeOptions(Struct, frozen=True):
    """What a person may choose. `problem` is an id or a package's path, `case` a case's id."""

    mode: ModeChoice = ModeChoice.BOTH
    problem: str | None = None
    case: str | None = None
    trusted: bool = True


class Judge:
    """Judges documents. Knows no editor and no terminal."""

    def __init__(
        self,
        *,
        languages: Languages,
        sources: Callable[[str | None], Sequence[Source]],
        builder: Builder,
        runtimes: Mapping[Mode, Runtime],
    ) -> None:
        """`sources` gives the sources to ask, in order, for an explicit problem or None."""
        raise NotImplementedError

    async def judge(
        self, document: Document, options: JudgeOptions, listener: Callable[[Event], None]
    ) -> Report:
        """Judge in the modes that `options` asks for; both at once. Cancellable at any await.

        Never raises for what a learner did wrong. A JudgeError of the environment ends up in
        the judgement's `error` (verdict IE).
        """
        raise NotImplementedError

    def recall(self, document: Document, options: JudgeOptions) -> Report | None:
        """The stored report of exactly this content, None where it was never judged."""
        raise NotImplementedError

    async def bench(
        self, document: Document, options: JudgeOptions, listener: Callable[[Event], None]
    ) -> Sequence[BenchResult]:
        """Benchmark the largest case (or `options.case`) in each mode, one after the other.

        Raises JudgeError with a sentence for people where there is nothing to benchmark.
        """
        raise NotImplementedError
