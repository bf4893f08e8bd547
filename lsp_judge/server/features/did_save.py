"""textDocument/didSave: judge the text as the editor holds it."""

from lsprotocol import types

from lsp_judge.server import runs
from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        session = server.session(params.text_document.uri)
        if session is not None and server.settings.judge_on_save:
            runs.judge(server, session, server.settings.mode)
