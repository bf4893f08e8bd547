"""textDocument/hover on the entry: the table of both modes."""

from lsprotocol import types

from lsp_judge.server.convert import contains
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.table import table


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        session = server.session(params.text_document.uri)
        if session is None or (entry := session.entry) is None:
            return None
        converter = server.converter(session)
        if not contains(converter.range(entry), params.position):
            return None
        text = table(session)
        return converter.hover(text, entry, markdown=_takes_markdown(server)) if text else None


def _takes_markdown(server: JudgeServer) -> bool:
    document = server.client_capabilities.text_document
    hover = document.hover if document is not None else None
    formats = (hover.content_format if hover is not None else None) or []
    return types.MarkupKind.Markdown in formats
