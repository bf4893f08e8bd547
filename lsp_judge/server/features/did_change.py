"""textDocument/didChange: take the text. Diagnostics stay until the next judgement."""

from lsprotocol import types

from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        session = server.session(params.text_document.uri)
        if session is not None and params.content_changes:
            session.text = params.content_changes[-1].text
            session.version = params.text_document.version
            server.watch(lambda each: each.edited(session))
