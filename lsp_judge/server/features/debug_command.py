"""workspace/executeCommand: what a debugger has to start to stop in one case."""

import asyncio
from pathlib import Path
from typing import Any

from msgspec import Struct, to_builtins

from lsp_judge.model.errors import BadUsage
from lsp_judge.model.source import Document
from lsp_judge.server.arguments import decoded, for_people, only
from lsp_judge.server.convert import path_of
from lsp_judge.server.runs import document_of
from lsp_judge.server.server import JudgeServer


class Wanted(Struct, frozen=True):
    uri: str
    case: str


def register(server: JudgeServer) -> None:
    @server.command("lspJudge.debug")
    async def debug(*given: Any) -> Any:
        wanted = decoded(only(given), Wanted)
        with for_people():
            # Not at the top: a client is answered before the judge is imported.
            from lsp_judge.judging.judge import JudgeOptions

            judge = await server.opened.judge()
            document = await _document(server, wanted.uri)
            options = JudgeOptions(trusted=server.settings.trusted, case=wanted.case)
            return to_builtins(await judge.debug(document, options))


async def _document(server: JudgeServer, uri: str) -> Document:
    """What the editor holds; of a file that is not open, what is on the disk."""
    session = server.session(uri)
    if session is not None:
        return document_of(session.path, session.text)
    path = path_of(uri, "")
    try:
        return Document(path, await asyncio.to_thread(Path(path).read_bytes))
    except (OSError, ValueError) as error:
        raise BadUsage(f"{path} cannot be read.") from error
