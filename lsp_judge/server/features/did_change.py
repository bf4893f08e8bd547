"""textDocument/didChange: take the text. Diagnostics stay until the next judgement."""

from lsprotocol import types

from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        """A change of a part is none that we asked for (`TextDocumentSyncKind.Full`)."""
        session = server.session(params.text_document.uri)
        whole = types.TextDocumentContentChangeWholeDocument
        texts = [each.text for each in params.content_changes if isinstance(each, whole)]
        if session is not None and texts:
            session.text = texts[-1]
            session.version = params.text_document.version
            server.watch(lambda each: each.edited(session))
