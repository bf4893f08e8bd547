"""JSON-RPC as we answer it: pygls' protocol, made to survive whatever a client sends."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

if TYPE_CHECKING:
    from lsp_judge.server.server import JudgeServer

logger = logging.getLogger(__name__)


class JudgeProtocol(LanguageServerProtocol):
    """Answers what is malformed with an error, ends work at `shutdown` and the loop at `exit`."""

    def receive(self, body: bytes) -> None:
        """Handle one message; never raises."""
        try:
            data = json.loads(body)
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
        is_request = "id" in data and "method" in data
        if self._shutdown and is_request:
            self.refuse(data["id"], types.ErrorCodes.InvalidRequest, "the server is shut down")
            return
        if "method" in data and not self._knows(data["method"]):
            if is_request:
                reason = f"no such method: {data['method']!r}"
                self.refuse(data["id"], types.ErrorCodes.MethodNotFound, reason)
            return
        try:
            message = self.structure_message(data)
        except JsonRpcException as error:
            if is_request:
                self._send_response(data["id"], error=error.to_response_error())
            return
        self.handle_message(message)

    def _knows(self, method: object) -> bool:
        return (
            method == types.CANCEL_REQUEST
            or method in self.fm.builtin_features
            or method in self.fm.features
        )

    def refuse(self, answer_to: Any, code: types.ErrorCodes, reason: str) -> None:
        """Answer with an error; `answer_to` is the request's id, None where it is unknown."""
        logger.warning("refused a message: %s", reason)
        identity = answer_to if isinstance(answer_to, int | str) else None
        # pygls' own path drops a null id, which the specification wants here.
        error = {"code": code.value, "message": reason}
        self._send_data({"jsonrpc": self.VERSION, "id": identity, "error": error})

    @property
    def _judge_server(self) -> JudgeServer:
        return cast("JudgeServer", self._server)

    @lsp_method(types.SHUTDOWN)
    async def lsp_shutdown(self, *_: Any) -> None:  # type: ignore[override]
        """End all work; answered when every worker and compiler has ended."""
        await self._judge_server.end()
        self._shutdown = True

    @lsp_method(types.EXIT)
    def lsp_exit(self, *_: Any) -> None:  # type: ignore[override]
        """End the loop; the exit status says whether `shutdown` came first (specification)."""
        self._judge_server.stop(0 if self._shutdown else 1)
