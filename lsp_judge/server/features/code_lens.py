"""textDocument/codeLens: verdict and time per mode over the entry, and what can be run."""

from collections.abc import Sequence

from lsprotocol import types

from lsp_judge.server.lenses import lenses
from lsp_judge.server.server import JudgeServer


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    def code_lens(params: types.CodeLensParams) -> Sequence[types.CodeLens]:
        session = server.session(params.text_document.uri)
        if session is None or not server.settings.code_lens:
            return []
        entry = session.entry
        if entry is None and not session.running and not session.cancelled:
            return []
        return server.converter(session).code_lenses(lenses(session), entry)
