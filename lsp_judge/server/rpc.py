"""JSON-RPC as we answer it: pygls' protocol, made to survive whatever a client sends.

What is malformed is answered with an error where it was a request, and ignored where it was a
notification. None of it is a mistake of ours, so none of it is logged as one.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInternalError, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.protocol.json_rpc import (
    JsonRPCNotification,
    JsonRPCRequestMessage,
    JsonRPCResponseMessage,
)

from lsp_judge.server.convert import path_of, uri_of
from lsp_judge.server.json_text import read_json

if TYPE_CHECKING:
    from lsp_judge.server.server import JudgeServer

logger = logging.getLogger(__name__)


class JudgeProtocol(LanguageServerProtocol):
    """Answers what is malformed with an error, ends work at `shutdown` and the loop at `exit`."""

    _initialized = False
    _ending = False

    def receive(self, body: bytes) -> None:
        """Handle one message; never raises."""
        try:
            data = read_json(body)
        except (ValueError, RecursionError) as error:
            self.refuse(None, types.ErrorCodes.ParseError, f"not JSON: {error}")
            return
        if not isinstance(data, dict) or data.get("jsonrpc") != self.VERSION:
            answer_to = data.get("id") if isinstance(data, dict) else None
            self.refuse(answer_to, types.ErrorCodes.InvalidRequest, "not a JSON-RPC 2.0 message")
            return
        try:
            self._dispatch(data)
        except Exception:
            logger.exception("a message could not be handled")

    def _dispatch(self, data: dict[str, Any]) -> None:
        if "method" not in data:
            self._answered(data)
            return
        refusal = self._refusal(data)
        if refusal is None:
            try:
                message = self.structure_message(data)
            except JsonRpcInvalidParams as error:
                refusal = (types.ErrorCodes.InvalidParams, str(error))
            else:
                # From here on, and not from the handler's first step, which may be cancelled.
                self._ending = self._ending or data["method"] == types.SHUTDOWN
                self.handle_message(message)
                return
        if "id" in data:
            self.refuse(data["id"], *refusal)
        else:
            logger.warning("ignored a notification: %s", refusal[1])

    def _refusal(self, data: dict[str, Any]) -> tuple[types.ErrorCodes, str] | None:
        """Why a request or notification is not taken as it stands, None where it is."""
        method, codes = data["method"], types.ErrorCodes
        if "id" in data and not _is_identity(data["id"]):
            return codes.InvalidRequest, "an id is a number or a string"
        if not isinstance(method, str):
            return codes.InvalidRequest, "a method is a string"
        if "id" in data and data["id"] in self._request_futures:
            return codes.InvalidRequest, f"the id {data['id']!r} is taken by another request"
        if method == types.EXIT:
            return None
        if self._ending:
            return codes.InvalidRequest, "the server is shut down"
        if self._initialized == (method == types.INITIALIZE):
            if self._initialized:
                return codes.InvalidRequest, "the server is initialized already"
            return codes.ServerNotInitialized, "the server is not initialized yet"
        if not self._knows(method):
            return codes.MethodNotFound, f"no such method: {method!r}"
        return None

    def _knows(self, method: str) -> bool:
        return (
            method == types.CANCEL_REQUEST
            or method in self.fm.builtin_features
            or method in self.fm.features
        )

    def _answered(self, data: dict[str, Any]) -> None:
        """The client's answer to a request of ours; any other has nobody who waits for it."""
        identity = data.get("id")
        if not _is_identity(identity) or identity not in self._result_types:
            logger.warning("ignored an answer to %r, which was not asked", identity)
            return
        try:
            self.handle_message(self.structure_message(data))
        except JsonRpcInvalidParams as error:
            waiting = self._request_futures.pop(identity, None)
            if waiting is not None and not waiting.done():
                waiting.set_exception(error)

    def structure_message(self, data: dict[str, Any]) -> Any:
        """As the base does, but what does not fit is no failure of ours to be logged."""
        try:
            return self._converter.structure(data, self._type_of(data))
        except Exception as error:  # the converter's hooks raise whatever they like
            raise JsonRpcInvalidParams("the parameters are not as the protocol has them") from error

    def _type_of(self, data: dict[str, Any]) -> Any:
        if "method" not in data:
            known = self._result_types.pop(data["id"], None)
            return types.ResponseErrorMessage if "error" in data else known or _ANSWER
        other = JsonRPCRequestMessage if "id" in data else JsonRPCNotification
        return self.get_message_type(data["method"]) or other

    def _handle_cancel_notification(self, msg_id: int | str) -> None:
        """Cancel a request of the client's; `shutdown`, once begun, is not undone."""
        # The union of the identities' types lets everything else through, lists as well.
        future = self._request_futures.get(msg_id) if _is_identity(msg_id) else None
        if future is None or msg_id in self._result_types or self._ending:
            logger.info("nothing to cancel for %r", msg_id)
        else:
            future.cancel()

    def _execute_handler(self, msg_id: int | str, *args: Any, **kwargs: Any) -> None:
        """pygls files the future of a notification too, under an id that nobody knows, and keeps
        it for ever: some kilobytes a save."""
        super()._execute_handler(msg_id, *args, **kwargs)
        future = self._request_futures.get(msg_id)
        if future is not None:
            future.add_done_callback(lambda _: self._request_futures.pop(msg_id, None))

    def _send_handler_result(self, future: Future[Any], *, msg_id: int | str) -> None:
        """A handler that refuses its parameters has made no mistake."""
        error = None if future.cancelled() else future.exception()
        if isinstance(error, JsonRpcException) and not isinstance(error, JsonRpcInternalError):
            self._request_futures.pop(msg_id, None)
            self.refuse(msg_id, error.code, error.message)
            return
        super()._send_handler_result(future, msg_id=msg_id)

    def refuse(self, answer_to: Any, code: int, reason: str) -> None:
        """Answer with an error; `answer_to` is the request's id, None where it is unknown."""
        logger.warning("refused a message: %s", reason)
        identity = answer_to if _is_identity(answer_to) else None
        # pygls' own path drops a null id, which the specification wants here.
        error = {"code": int(code), "message": reason}
        self._send_data({"jsonrpc": self.VERSION, "id": identity, "error": error})

    @property
    def _judge_server(self) -> JudgeServer:
        return cast("JudgeServer", self._server)

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Without the workspace's folders: what pygls makes of an odd one is an exception."""
        self._judge_server.folders = _folders(params)
        params.root_uri = params.root_path = params.workspace_folders = None
        result = yield from super().lsp_initialize(params)
        self._initialized = True
        return result

    @lsp_method(types.SHUTDOWN)
    async def lsp_shutdown(self, *_: Any) -> None:  # type: ignore[override]
        """End all work; answered when every worker and compiler has ended."""
        await self._judge_server.end()
        self._shutdown = True

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]
        """End the loop; the exit status says whether `shutdown` came first (specification)."""
        self._judge_server.stop(0 if self._shutdown else 1)

    # Sessions hold the texts. pygls would keep them a second time, and look at the disk for
    # documents that were never opened.

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> Generator[Any, Any, None]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> Generator[Any, Any, None]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> Generator[Any, Any, None]:
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    @lsp_method(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def lsp_workspace__did_change_workspace_folders(
        self, params: types.DidChangeWorkspaceFoldersParams
    ) -> None:
        folders = self._judge_server.folders
        for folder in params.event.removed:
            folders.pop(folder.uri, None)
        folders.update(_paths(folder.uri for folder in params.event.added))

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: Any) -> Generator[Any, Any, None]:
        """pygls would look among bars of its own, which we have none of."""
        yield self.fm.features[types.WINDOW_WORK_DONE_PROGRESS_CANCEL], (params,), None


def _folders(params: types.InitializeParams) -> dict[str, str]:
    """The workspace's folders, or in an older client the one that it was started in."""
    if params.workspace_folders:
        return _paths(folder.uri for folder in params.workspace_folders)
    root = params.root_uri or (uri_of(params.root_path) if params.root_path else None)
    return _paths([root]) if root else {}


def _paths(uris: Iterable[str]) -> dict[str, str]:
    """Those that are folders of this machine, by URI."""
    return {uri: path_of(uri, "") for uri in uris if uri.startswith("file:")}


_ANSWER = JsonRPCResponseMessage


def _is_identity(value: object) -> bool:
    """What the specification allows as a request's id ("Request Message")."""
    return isinstance(value, int | str) and not isinstance(value, bool)
