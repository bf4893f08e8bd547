"""Python: one solution, two interpreters."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.languages.python.entry import entry_file
from lsp_judge.languages.python.outline import read_outline
from lsp_judge.languages.python.texts import FILE, read_messages, read_traceback
from lsp_judge.languages.python.unit import unit
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Options, Step
from lsp_judge.model.source import CommentSyntax, Document, Shape, SourceMessage
from lsp_judge.model.target import HERE, Target
from lsp_judge.model.verdict import Mode

_FOLDER = "script"
_CHECK = "check.py"


class Python:
    """See `languages.base.Language`. The artifact is a folder: the solution and `entry.json`."""

    id = "python"
    title = "Python"
    extensions = (".py",)
    comments = CommentSyntax(line=("#",), block=(('"""', '"""'), ("'''", "'''")))

    def outline(self, document: Document) -> Outline:
        return read_outline(document)

    def tools(self, mode: Mode, target: Target = HERE) -> tuple[str, ...]:
        return ("python", "python-wasi") if mode is Mode.WASM else ("python",)

    def welcome(self, mode: Mode, options: Options) -> tuple[str, ...]:
        return ()

    def gap(self, mode: Mode, shape: Shape) -> str | None:
        return None

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        """One step, which compiles and runs nothing: its errors are the solution's CE."""
        script = {
            f"{_FOLDER}/{FILE}": unit(request.document.text),
            f"{_FOLDER}/entry.json": entry_file(request),
        }
        check = files(__package__ or "").joinpath("support", _CHECK).read_bytes()
        step = Step(
            "check",
            "python",
            ("-I", "-S", _CHECK, f"{_FOLDER}/{FILE}"),
            inputs=(*script, _CHECK),
            outputs=tuple(script),
        )
        return BuildPlan(ArtifactKind.SCRIPT, {**script, _CHECK: check}, (step,), _FOLDER)

    def messages(self, text: str, document: Document) -> Sequence[SourceMessage]:
        return [*read_messages(text, document)]

    def traceback(self, text: str) -> Traceback | None:
        return read_traceback(text)
