"""Python: one solution, two interpreters."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

import msgspec

from lsp_judge.languages.base import Outline, Traceback
from lsp_judge.languages.python.outline import read_outline
from lsp_judge.languages.python.texts import FILE, read_messages, read_traceback
from lsp_judge.model.build import ArtifactKind, BuildPlan, BuildRequest, Step
from lsp_judge.model.source import CommentSyntax, Document, SourceMessage
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

    def tools(self, mode: Mode) -> tuple[str, ...]:
        return ("python", "python-wasi") if mode is Mode.WASM else ("python",)

    def plan(self, request: BuildRequest) -> BuildPlan | SourceMessage:
        """One step, which compiles and runs nothing: its errors are the solution's CE."""
        script = {
            f"{_FOLDER}/{FILE}": request.document.text,
            f"{_FOLDER}/entry.json": _entry(request),
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


def _entry(request: BuildRequest) -> bytes:
    """What the worker has to call. `parameters` and `returns` are for people and packs."""
    signature = request.signature
    fields = {
        "shape": request.shape.value,
        "owner": request.entry.owner,
        "name": request.entry.name,
        "parameters": len(signature.parameters) if signature is not None else None,
        "returns": str(signature.returns) if signature is not None else None,
    }
    return msgspec.json.encode(fields)
