"""workspace/executeCommand: an empty case, and an output that becomes the expected answer."""

import asyncio
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from msgspec import Struct
from pygls.exceptions import JsonRpcInvalidParams

from lsp_judge.model.errors import BadUsage
from lsp_judge.server.arguments import decoded, for_people, only
from lsp_judge.server.convert import Converter, path_of
from lsp_judge.server.lenses import ACCEPT, ADD_CASE
from lsp_judge.server.places import Places
from lsp_judge.server.runs import document_of
from lsp_judge.server.server import JudgeServer
from lsp_judge.server.session import Session

if TYPE_CHECKING:
    from lsp_judge.problems.edits import TextEdit


class OfDocument(Struct, frozen=True):
    uri: str


class OfCase(Struct, frozen=True):
    uri: str
    case: str


def register(server: JudgeServer) -> None:
    @server.command(ADD_CASE)
    async def add_case(*given: Any) -> None:
        session = _session(server, decoded(only(given), OfDocument).uri)
        document, version = document_of(session.path, session.text), session.version
        with for_people():
            judge = await server.opened.judge()
            edit = await asyncio.to_thread(judge.desk.with_case, document)
            await _apply(server, session, version, edit, "Add a case")

    @server.command(ACCEPT)
    async def accept(*given: Any) -> None:
        wanted = decoded(only(given), OfCase)
        session = _session(server, wanted.uri)
        shown, version = session.shown, session.version
        with for_people():
            if shown is None or not shown.report.judgements:
                raise BadUsage("Nothing was judged yet.")
            if shown.text != session.text:
                raise BadUsage("The file was edited since it was judged: save it first.")
            judge = await server.opened.judge()
            document = document_of(session.path, session.text)
            answer = judge.desk.with_answer
            edit = await asyncio.to_thread(answer, document, shown.report, wanted.case)
            await _apply(server, session, version, edit, "Accept the output as expected")


def _session(server: JudgeServer, uri: str) -> Session:
    session = server.session(uri)
    if session is None:
        raise JsonRpcInvalidParams(f"{path_of(uri, '')} is not open")
    return session


async def _apply(
    server: JudgeServer, session: Session, version: int, edit: "TextEdit", label: str
) -> None:
    """Ask the client to make the edit. Raises BadUsage where it was not made."""
    if session.version != version:
        raise BadUsage("The file was edited in the meantime: try it again.")
    places = Places(session.text, session.text)
    converter = Converter(session.uri, session.path, server.encoding, places)
    changes = converter.edit(edit.span, edit.text, version, whole=_takes_documents(server))
    answer = await server.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(changes, label))
    if not answer.applied:
        raise BadUsage(f"The editor did not make the edit: {answer.failure_reason or 'no reason'}.")


def _takes_documents(server: JudgeServer) -> bool:
    workspace = server.client_capabilities.workspace
    edit = workspace.workspace_edit if workspace is not None else None
    return edit is not None and edit.document_changes is True
