"""What judging knows of building."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from lsp_judge.languages.base import Language
from lsp_judge.model.build import Artifact, BuildRequest, CompileFailed
from lsp_judge.model.source import SourceMessage


class Builder(Protocol):
    """Turns a document into an artifact. Cancelling the awaiting task ends the compilers."""

    async def build(
        self,
        language: Language,
        request: BuildRequest,
        say: Callable[[str], None] = lambda text: None,
    ) -> Artifact | CompileFailed | SourceMessage:
        """Build, or take from the store. A SourceMessage is the language's own refusal.

        The request's tools and options are the builder's to fill in. `say` hears of what
        takes long and is done once on a machine.

        Raises ToolMissing and ToolFailed.
        """
        ...
