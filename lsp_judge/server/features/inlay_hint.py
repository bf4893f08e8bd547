"""textDocument/inlayHint: what came out, beside the inline cases."""

from collections.abc import Sequence

from lsprotocol import types

from lsp_judge.server.hints import hints
from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    options = types.InlayHintOptions(resolve_provider=False)

    @server.feature(types.TEXT_DOCUMENT_INLAY_HINT, options)
    def inlay_hint(params: types.InlayHintParams) -> Sequence[types.InlayHint]:
        """None of an edited text: it would come out differently."""
        session = server.session(params.text_document.uri)
        if session is None or session.shown is None or not server.settings.inlay_hints:
            return []
        if session.shown.text != session.text:
            return []
        found = hints(session.shown.report)
        return server.converter(session).inlay_hints(found, params.range)
