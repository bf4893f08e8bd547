"""textDocument/didClose: stop what runs for the document and forget it."""

from lsprotocol import types

from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        session = server.sessions.pop(uri, None)
        if session is not None:
            session.end()
            server.scheduler.cancel(uri)
            server.watch(lambda each: each.over(session))
            server.watch(lambda each: each.closed(session))
            server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))
