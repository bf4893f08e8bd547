"""On open: what is stored of exactly this text. Nothing is run."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from msgspec.structs import replace

from lsp_judge.model.errors import JudgeError
from lsp_judge.server.runs import document_of, options_of
from lsp_judge.server.session import Session, Shown

if TYPE_CHECKING:
    from lsp_judge.server.server import JudgeServer

logger = logging.getLogger(__name__)


async def recall(server: JudgeServer, session: Session) -> None:
    """Show the stored report of exactly this text, or else the entry with what can be run.

    Never runs anything, and never complains: a file that is only read has done nothing wrong.
    """
    try:
        await _recall(server, session)
    finally:
        session.looked.set()


async def _recall(server: JudgeServer, session: Session) -> None:
    text, generation = session.text, session.generation
    try:
        judge = await server.opened.judge()
        options = options_of(server, server.settings.mode)
        document = document_of(session.path, text)
        stored = await asyncio.to_thread(judge.recall, document, options)
        seen = stored
        if seen is None:
            seen = await asyncio.to_thread(judge.look, document, options)
    except Exception as error:
        logger.warning("nothing recalled: %s", error, exc_info=not isinstance(error, JudgeError))
        return
    if (session.text, session.generation) != (text, generation):
        return
    if stored is not None:
        session.shown = Shown(text, stored)
        server.publish(session)
    else:
        session.shown = Shown(text, replace(seen, messages=()))
        server.changed(session)
