"""textDocument/didSave: judge the text as the editor holds it."""

from lsprotocol import types

from lsp_judge.server import runs
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.solvers import FOLDER


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        if f"/{FOLDER}/" in uri:
            server.spawn(server.solvers.look(), "solvers")
        if server.configured.is_set():
            _judge(server, uri)
        else:
            server.spawn(_when_configured(server, uri), f"save of {uri}")


async def _when_configured(server: JudgeServer, uri: str) -> None:
    """The first save may come before the client has told its settings."""
    await server.configured.wait()
    _judge(server, uri)


def _judge(server: JudgeServer, uri: str) -> None:
    session = server.session(uri)
    if session is not None and server.settings.judge_on_save:
        runs.judge(server, session, server.settings.mode)
