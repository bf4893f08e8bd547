"""Our plain data as LSP types. The only module that builds positions and items of LSP.

Positions count in the unit that was agreed on at `initialize`: UTF-16 where the client says
nothing (specification, "Position Encoding Kind").
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, assert_never
from urllib.parse import unquote, urlsplit

from lsprotocol import types

from lsp_judge.model.source import Position, Span
from lsp_judge.server.explorer.states import Failed, Passed, Simple, State
from lsp_judge.server.explorer.tree import Item
from lsp_judge.server.findings import Finding, Related, Weight
from lsp_judge.server.hints import Hint
from lsp_judge.server.lenses import RUN, Lens
from lsp_judge.server.places import Places

_SEVERITIES = {
    Weight.ERROR: types.DiagnosticSeverity.Error,
    Weight.WARNING: types.DiagnosticSeverity.Warning,
    Weight.INFORMATION: types.DiagnosticSeverity.Information,
    Weight.HINT: types.DiagnosticSeverity.Hint,
}
_EXTENSIONS = {
    "c": ".c",
    "cpp": ".cpp",
    "go": ".go",
    "python": ".py",
    "rust": ".rs",
    "zig": ".zig",
}


def path_of(uri: str, language_id: str) -> str:
    """The path that a document is judged under.

    A document that was never saved gets a name of its own: judging only looks at the ending.
    So does one whose URI cannot be read, or names what no file can be called.
    """
    try:
        parts = urlsplit(uri)
    except ValueError:
        return f"/untitled/untitled{_EXTENSIONS.get(language_id, '')}"
    path = unquote(parts.path)
    if parts.scheme != "file" or "\0" in path:
        name = PurePath(path.replace("\0", "")).name or "untitled"
        return f"/untitled/{name}{_EXTENSIONS.get(language_id, '')}"
    if parts.netloc and parts.netloc != "localhost":
        return f"//{parts.netloc}{path}"
    return path[1:] if path[2:3] == ":" else path


def uri_of(path: str) -> str:
    """The URI of an absolute path; a relative one is left as it is."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else path


def units(text: str, encoding: str) -> int:
    """The length of `text` in the client's units."""
    if encoding == types.PositionEncodingKind.Utf8:
        return len(text.encode("utf-8", "surrogatepass"))
    if encoding == types.PositionEncodingKind.Utf32:
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)


class Converter:
    """Converts for one client and one document; `places` is None before anything was judged."""

    def __init__(self, uri: str, path: str, encoding: str, places: Places) -> None:
        self._uri = uri
        self._path = path
        self._encoding = encoding
        self._places = places

    def position(self, position: Position) -> types.Position:
        """A place in the current text."""
        line = self._places.current[position.line]
        return types.Position(position.line, units(line[: position.column], self._encoding))

    def range(self, span: Span | None) -> types.Range:
        """A range of the judged text, where it is now; None is the first line."""
        now = self._places.whole_line(0) if span is None else self._places.span(span)
        return types.Range(self.position(now.start), self.position(now.end))

    def diagnostics(self, found: Sequence[Finding]) -> list[types.Diagnostic]:
        return [self._diagnostic(each) for each in found]

    def _diagnostic(self, finding: Finding) -> types.Diagnostic:
        return types.Diagnostic(
            range=self.range(finding.span),
            message=finding.text,
            severity=_SEVERITIES[finding.weight],
            code=finding.code or None,
            source=finding.source,
            related_information=[self._related(each) for each in finding.related] or None,
        )

    def _related(self, related: Related) -> types.DiagnosticRelatedInformation:
        here = not related.path or related.path == self._path
        location = types.Location(
            self._uri if here else uri_of(related.path),
            self._related_range(related) if here else _line_start(related.line),
        )
        return types.DiagnosticRelatedInformation(location, related.text)

    def _related_range(self, related: Related) -> types.Range:
        if related.location is not None:
            return self.range(related.location.span)
        line = min(related.line, len(self._places.judged) - 1)
        return self.range(Span(Position(line), Position(line)))

    def place(self, failed: Failed) -> types.Location | None:
        """What a failure is about; None: the item itself says it all."""
        if failed.at is not None and failed.at.path == self._path:
            return types.Location(self._uri, self.range(failed.at.span))
        if not failed.file or failed.file == self._path:
            return None
        return types.Location(uri_of(failed.file), _line_start(max(failed.line - 1, 0)))

    def within(self, span: Span | None) -> tuple[types.TextDocumentIdentifier, types.Range]:
        return types.TextDocumentIdentifier(self._uri), self.range(span)

    def edit(self, span: Span, text: str, version: int, *, whole: bool) -> types.WorkspaceEdit:
        """One change of the current text; `whole`: with the version that it is meant for."""
        change = types.TextEdit(
            types.Range(self.position(span.start), self.position(span.end)), text
        )
        if not whole:
            return types.WorkspaceEdit(changes={self._uri: [change]})
        document = types.OptionalVersionedTextDocumentIdentifier(self._uri, version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [change])])

    def code_lenses(self, lenses: Sequence[Lens], entry: Span | None) -> list[types.CodeLens]:
        """Each a column further than the one before: editors sort the lenses of a line by column,
        and Neovim shuffles those of the same."""
        line, first = self.range(entry).start.line, self.range(entry).start.character
        places = (types.Position(line, first + index) for index in range(len(lenses)))
        return [
            types.CodeLens(types.Range(place, place), command=command(each, self._uri))
            for place, each in zip(places, lenses, strict=True)
        ]

    def inlay_hints(self, hints: Sequence[Hint], asked: types.Range) -> list[types.InlayHint]:
        """The hints within the lines that the client asked for and that were not edited."""
        placed = [(self._places.line(each.line), each) for each in hints]
        return [
            self._inlay_hint(line, hint)
            for line, hint in placed
            if line is not None and asked.start.line <= line <= asked.end.line
        ]

    def _inlay_hint(self, line: int, hint: Hint) -> types.InlayHint:
        end = Position(line, len(self._places.current[line].rstrip()))
        return types.InlayHint(
            self.position(end), hint.text, tooltip=hint.tooltip, padding_left=True
        )

    def hover(self, text: str, span: Span, *, markdown: bool) -> types.Hover:
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        return types.Hover(types.MarkupContent(kind, text), self.range(span))


def _line_start(line: int) -> types.Range:
    return types.Range(types.Position(line, 0), types.Position(line, 0))


def command(lens: Lens, uri: str) -> types.Command:
    arguments: dict[str, Any] = {"uri": uri}
    if lens.command == RUN:
        arguments["mode"] = lens.mode
    if lens.case is not None:
        arguments["case"] = lens.case
    return types.Command(lens.title, lens.command, arguments=[arguments])


def code_action(lens: Lens, uri: str, kind: str) -> types.CodeAction:
    return types.CodeAction(lens.title, kind=kind, command=command(lens, uri))


def test_item(item: Item, converter: Converter | None) -> dict[str, Any]:
    """A test item of `experimental/discoverTest`; a problem is in no document."""
    made: dict[str, Any] = {
        "id": item.id,
        "label": item.label,
        "kind": item.kind.value,
        "canResolveChildren": item.can_resolve_children,
    }
    if item.description:
        made["description"] = item.description
    if item.parent is not None:
        made["parent"] = item.parent
    if item.mode is not None:
        made["mode"] = item.mode.value
    if item.case is not None:
        made["case"] = item.case
    if converter is not None:
        made["textDocument"], made["range"] = converter.within(item.span)
    return made


def discovered(
    items: list[dict[str, Any]], scope: Sequence[str] | None, files: Sequence[str] | None
) -> dict[str, Any]:
    documents = None if files is None else [types.TextDocumentIdentifier(each) for each in files]
    return {"tests": items, "scope": scope, "scopeFile": documents}


def test_state(test: str, state: State, converter: Converter) -> dict[str, Any]:
    """The parameters of `experimental/changeTestState`."""
    match state:
        case Simple(tag=tag):
            told: dict[str, Any] = {"tag": tag}
        case Passed(duration_ns=duration):
            told = {"tag": "passed", "durationNs": duration}
        case Failed():
            told = _failed(state, converter)
        case _:
            assert_never(state)
    return {"testId": test, "state": told}


def _failed(failed: Failed, converter: Converter) -> dict[str, Any]:
    told = {
        "tag": "failed",
        "verdict": failed.verdict.value,
        "message": failed.message,
        "durationNs": failed.duration_ns,
    }
    more = {
        "expected": failed.expected,
        "actual": failed.actual,
        "location": converter.place(failed),
        "output": failed.output or None,
    }
    return told | {name: value for name, value in more.items() if value is not None}


def contains(span: types.Range, position: types.Position) -> bool:
    """Whether a position is in a range, its end included: the cursor stands after a word."""
    start, end = (span.start.line, span.start.character), (span.end.line, span.end.character)
    return start <= (position.line, position.character) <= end
