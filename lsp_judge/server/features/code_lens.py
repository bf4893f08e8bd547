"""textDocument/codeLens: verdict and time per mode over the entry, and what can be run."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from lsprotocol import types

from lsp_judge.server.lenses import lenses
from lsp_judge.server.server import JudgeServer

# The judge is opened by then, which takes half a second after the editor's start.
LOOK_SECONDS = 5.0


def register(server: JudgeServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    async def code_lens(params: types.CodeLensParams) -> Sequence[types.CodeLens]:
        session = server.session(params.text_document.uri)
        if session is None or not server.settings.code_lens:
            return []
        # Editors ask right after opening, and those that know no refresh do not ask again.
        with suppress(TimeoutError):
            await asyncio.wait_for(session.looked.wait(), LOOK_SECONDS)
        entry = session.entry
        if entry is None and not session.running and not session.cancelled:
            return []
        return server.converter(session).code_lenses(
            lenses(session, trusted=server.settings.trusted), entry
        )
