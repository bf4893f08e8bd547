"""Inside of wasm: the loop over the cases of a job."""

from __future__ import annotations

import json
import sys

from lsp_judge.worker.guest import prelude, values
from lsp_judge.worker.guest.door import Door
from lsp_judge.worker.guest.script import Script

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_encoder = json.JSONEncoder(default=values.plain, check_circular=False, separators=(",", ":"))


class Loop:
    """One job: `load` before the first case, `run` for all of them."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._job = door.job()

    def load(self) -> None:
        self._script = Script(self._job["source"], self._job["entry"])
        for name in self._script.imports:
            prelude.load(name)
        if "threading" in sys.modules:
            _run_threads_at_once()
        self._script.settle()

    def run(self) -> None:
        while (case := self._door.next()) is not None:
            ended = self._one(case[0])
            self._door.finish(ended, self._script.encoded(ended, _encode))

    def _one(self, arguments: list[Any] | None) -> Any:
        if arguments is None:
            return self._script.program()
        if self._job["iterations"]:
            return self._script.bench(arguments, self._job["iterations"], self._job["warmup"])
        return self._script.call(arguments)


def _encode(value: Any) -> bytes:
    return _encoder.encode(value).encode()


def _run_threads_at_once() -> None:
    """WASI has no threads: one runs to its end when it is started. Enough for programs that
    start a single one to get a bigger stack."""
    import threading

    threading.Thread.start = threading.Thread.run  # type: ignore[method-assign]
    threading.Thread.join = lambda self, timeout=None: None  # type: ignore[method-assign]
    threading.stack_size = lambda size=0: 0
