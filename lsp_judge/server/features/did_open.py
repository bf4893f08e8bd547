"""textDocument/didOpen: show what is stored of exactly this text. Nothing is run."""

from lsprotocol import types

from lsp_judge.server.convert import path_of
from lsp_judge.server.recall import recall
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.session import Session


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        path = path_of(document.uri, document.language_id)
        session = Session(document.uri, path, document.text, document.version)
        server.sessions[document.uri] = session
        server.watch(lambda each: each.opened(session))
        # Beside, not in the handler: a save may be the next message.
        server.spawn(recall(server, session), f"recall {session.path}")
