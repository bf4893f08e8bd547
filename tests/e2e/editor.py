"""An editor for tests: the real server over stdio, driven as Neovim's client drives it.

Nothing sleeps: a test waits for a state, and every message that comes wakes it. What is shown
to a person (message boxes) has to be taken by the test; what is left at the end fails it.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast

import psutil
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client

SERVER = [sys.executable, "-m", "lsp_judge.cli.main", "serve"]
RECORDED = Path(__file__).with_name("neovim_capabilities.json")
# Long enough for a first build on a busy machine; a test that waits so long has failed.
PATIENCE = 60.0

Value = TypeVar("Value")


def neovim_capabilities(encodings: Sequence[str] | None = None) -> types.ClientCapabilities:
    """What Neovim said of itself; `encodings` in place of its own position encodings."""
    recorded = json.loads(RECORDED.read_text())["capabilities"]
    if encodings is not None:
        recorded["general"]["positionEncodings"] = list(encodings)
    capabilities: types.ClientCapabilities = default_converter().structure(
        recorded, types.ClientCapabilities
    )
    return capabilities


class Editor:
    """One session with one server process."""

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self.client = LanguageClient(converter_factory=default_converter)
        self.documents: dict[str, Document] = {}
        # Of every publication: the URI, and what was published.
        self.published: list[types.PublishDiagnosticsParams] = []
        self.begun: list[str] = []
        self.ended: dict[str, str] = {}
        self._progress_seen = 0
        self._news = asyncio.Event()
        self._heard = 0
        self._family: list[psutil.Process] = []
        self._register()

    def _register(self) -> None:
        features = dict(client.DEFAULT_CLIENT_FEATURES)
        features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = partial(Editor._published, self)
        features[types.PROGRESS] = partial(Editor._progress, self)
        features[types.WORKSPACE_INLAY_HINT_REFRESH] = lambda params: None
        client.register_lsp_features(self.client, features)
        handle = self.client.protocol.handle_message

        def handled(message: Any) -> None:
            handle(message)
            self._heard += hasattr(message, "method")
            self._news.set()

        self.client.protocol.handle_message = handled  # type: ignore[method-assign]
        result_type = self.client.protocol.get_result_type

        def known(method: str) -> Any:
            # lsprotocol reads every action that has a command as a bare command.
            return None if method == types.TEXT_DOCUMENT_CODE_ACTION else result_type(method)

        self.client.protocol.get_result_type = known  # type: ignore[method-assign]

    def _published(self, params: types.PublishDiagnosticsParams) -> None:
        self.published.append(params)

    def _progress(self, params: types.ProgressParams) -> None:
        value = params.value
        if value["kind"] == "begin":
            assert value["cancellable"]
            self.begun.append(str(params.token))
        elif value["kind"] == "end":
            self.ended[str(params.token)] = value["message"]

    async def start(
        self,
        capabilities: types.ClientCapabilities,
        options: Any = None,
        environment: dict[str, str] | None = None,
    ) -> types.InitializeResult:
        await self.client.start_io(*SERVER, env=environment)
        return await self.client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities,
                root_uri=self.workspace.as_uri(),
                initialization_options=options,
            )
        )

    async def until(self, found: Callable[[], Value | None], what: str) -> Value:
        """What `found` gives, as soon as it gives something."""
        try:
            async with asyncio.timeout(PATIENCE):
                while (value := found()) is None:
                    await self._next_message()
        except TimeoutError:
            raise AssertionError(f"never came: {what}; the last: {self.published[-1:]}") from None
        return value

    async def asked(self, ask: Callable[[], Any], wanted: Callable[[Any], Any], what: str) -> Any:
        """Ask again after everything the server says, until the answer is as wanted."""
        answer: Any = None
        try:
            async with asyncio.timeout(PATIENCE):
                while True:
                    heard = self._heard
                    if wanted(answer := await ask()):
                        break
                    while self._heard == heard:
                        await self._next_message()
        except TimeoutError:
            raise AssertionError(f"never came: {what}; the last answer: {answer}") from None
        return answer

    async def _next_message(self) -> None:
        self._news.clear()
        await self._news.wait()

    def open(self, name: str, text: str, language: str = "go") -> Document:
        """Write the file and open it."""
        document = Document(self, self.workspace / name, text)
        document.path.write_text(text)
        self.documents[document.uri] = document
        item = types.TextDocumentItem(document.uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return document

    async def told(self, part: str) -> types.ShowMessageParams:
        """Take the message box that contains `part`."""

        def found() -> types.ShowMessageParams | None:
            return next((each for each in self.client.messages if part in each.message), None)

        message = await self.until(found, f"a message with {part!r}")
        self.client.messages.remove(message)
        return message

    async def progress(self) -> str:
        """Take the next progress bar that begins; its token."""
        seen = self._progress_seen
        token = await self.until(
            lambda: self.begun[seen] if len(self.begun) > seen else None, "a progress bar"
        )
        self._progress_seen += 1
        return token

    def processes(self) -> list[psutil.Process]:
        """The server and all that it started, alive now; remembered until `end`."""
        server = psutil.Process(self.client._server.pid)  # type: ignore[union-attr]
        family = [server, *server.children(recursive=True)]
        self._family += [each for each in family if each not in self._family]
        return family

    async def end(self) -> None:
        """Shut down; assert that everything was consumed and that no process is left."""
        self.processes()
        await self.client.shutdown_session()
        assert self.client.error is None, self.client.error
        assert self.client.messages == [], "message boxes that no test expected"
        assert self.client.log_messages == []
        assert set(self.begun) == set(self.ended), "progress bars that never ended"
        assert not self.client.protocol._request_futures, "requests without an answer"
        assert self.client._server is not None
        assert self.client._server.returncode == 0
        _, alive = psutil.wait_procs(self._family, timeout=5)
        assert not alive, f"processes are left: {alive}"
        await self.client.stop()

    async def kill(self) -> None:
        """End without ceremony, after a test that failed or that has ended the server itself."""
        server = self.client._server
        if server is not None and server.returncode is None:
            server.kill()
            await server.wait()
        await self.client.stop()


class Document:
    """One open file."""

    def __init__(self, editor: Editor, path: Path, text: str) -> None:
        self.editor = editor
        self.path = path
        self.uri = path.as_uri()
        self.text = text
        self.version = 1
        # Publications before this one belong to an earlier step of the test.
        self._step = 0

    @property
    def _identifier(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def change(self, text: str) -> None:
        self.version += 1
        self.text = text
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.editor.client.text_document_did_change(
            types.DidChangeTextDocumentParams(document, [whole])
        )

    def save(self, text: str | None = None) -> None:
        """Save; `text` is typed before. Only what is published from now on counts."""
        if text is not None:
            self.change(text)
        self.path.write_text(self.text)
        self._step = len(self.editor.published)
        self.editor.client.text_document_did_save(types.DidSaveTextDocumentParams(self._identifier))

    def close(self) -> None:
        self._step = len(self.editor.published)
        self.editor.client.text_document_did_close(
            types.DidCloseTextDocumentParams(self._identifier)
        )

    def publications(self) -> list[types.PublishDiagnosticsParams]:
        """What was published of this file since the last save."""
        return [each for each in self.editor.published[self._step :] if each.uri == self.uri]

    async def diagnostics(
        self, wanted: Callable[[Sequence[types.Diagnostic]], Any] = lambda found: True
    ) -> Sequence[types.Diagnostic]:
        """The newest diagnostics since the last save, as soon as they are as wanted."""

        def found() -> Sequence[types.Diagnostic] | None:
            mine = self.publications()
            return mine[-1].diagnostics if mine and wanted(mine[-1].diagnostics) else None

        return await self.editor.until(found, f"diagnostics of {self.path.name}")

    async def lenses(self, wanted: Callable[[list[str]], Any] = bool) -> list[str]:
        async def ask() -> list[str]:
            params = types.CodeLensParams(self._identifier)
            found = await self.editor.client.text_document_code_lens_async(params)
            return [each.command.title for each in found or () if each.command is not None]

        titles: list[str] = await self.editor.asked(ask, wanted, f"lenses of {self.path.name}")
        return titles

    async def judged(self) -> list[str]:
        """The lenses when nothing runs any more and every timing is final."""
        return await self.lenses(
            lambda titles: "Benchmark" in titles and not any("…" in each for each in titles)
        )

    async def hover(self, word: str) -> str:
        place = self.place(word)
        answer = await self.editor.client.text_document_hover_async(
            types.HoverParams(self._identifier, place)
        )
        assert answer is not None
        assert isinstance(answer.contents, types.MarkupContent)
        assert answer.contents.kind == types.MarkupKind.Markdown
        return answer.contents.value

    async def hints(self) -> list[tuple[int, str]]:
        end = types.Position(self.text.count("\n") + 1, 0)
        params = types.InlayHintParams(self._identifier, types.Range(types.Position(0, 0), end))
        found = await self.editor.client.text_document_inlay_hint_async(params)
        return [(each.position.line, str(each.label)) for each in found or ()]

    async def actions(self, diagnostics: Sequence[types.Diagnostic] = ()) -> list[str]:
        place = types.Range(types.Position(0, 0), types.Position(0, 0))
        found = await self.editor.client.text_document_code_action_async(
            types.CodeActionParams(
                self._identifier, place, types.CodeActionContext(list(diagnostics))
            )
        )
        return [f"{each['title']} ({each['kind']})" for each in cast(list[Any], found)]

    async def command(self, name: str, **arguments: Any) -> Any:
        params = types.ExecuteCommandParams(f"lspJudge.{name}", [{"uri": self.uri, **arguments}])
        return await self.editor.client.workspace_execute_command_async(params)

    def place(self, word: str) -> types.Position:
        """Where `word` stands first, in ASCII lines."""
        before = self.text[: self.text.index(word)]
        return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)

    def line(self, part: str) -> int:
        return self.place(part).line


# What the fixture `start` gives: options, capabilities and environment in, an editor out.
Start = Callable[..., Awaitable[Editor]]
