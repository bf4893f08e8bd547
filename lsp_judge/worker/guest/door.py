"""Inside of wasm: the one way to the worker, frames of bytes there and back.

A request is a letter and its text: `M` a module (see `boot.py`), `J` the job, `N` the next
case's input, `R` a record. Answers are `marshal` data or raw bytes; what goes out is JSON and
numbers, because the worker believes nothing that comes from here.
"""

from __future__ import annotations

import marshal
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from lsp_judge.worker.guest.script import Ended

_RECORD = struct.Struct("<BiQI")  # code, status, duration in ns, length of the message


class Door:
    """`call` is `_host.call`: it takes a frame and gives the answer."""

    def __init__(self, call: Any) -> None:
        self._call = call

    def job(self) -> dict[str, Any]:
        found: dict[str, Any] = marshal.loads(self._call(b"J"))
        return found

    def next(self) -> Any:
        """The arguments of the next case in a list of one; None where no case is left."""
        return marshal.loads(self._call(b"N"))

    def finish(self, ended: Ended, output: bytes) -> None:
        message = ended.message.encode("utf-8", "replace")
        head = _RECORD.pack(ended.code, ended.status, ended.duration_ns, len(message))
        self._call(b"R" + head + message + output)
