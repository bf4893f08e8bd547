"""The smallest editor: opens, saves, and notes when diagnostics arrive."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

CAPABILITIES = {"window": {"workDoneProgress": True}}
SERVE = [str(Path(sys.executable).with_name("lsp-judge")), "serve"]


class Editor:
    """A client of one server process. Times are `time.perf_counter` seconds."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.published: list[tuple[float, list[dict[str, Any]]]] = []
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._ended = asyncio.Event()
        self._next = 1
        self._versions: dict[str, int] = {}
        self._reader = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            length = int(line.split(b":")[1])
            while (await self.process.stdout.readline()).strip():
                pass
            self._hear(json.loads(await self.process.stdout.readexactly(length)))

    def _hear(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers.pop(message["id"]).set_result(message.get("result"))
        elif "id" in message:
            self._send({"id": message["id"], "result": None})
        elif method == "textDocument/publishDiagnostics":
            self.published.append((time.perf_counter(), message["params"]["diagnostics"]))
        elif method == "$/progress" and message["params"]["value"]["kind"] == "end":
            self._ended.set()

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    async def ask(self, method: str, params: dict[str, Any] | None = None) -> Any:
        number, self._next = self._next, self._next + 1
        self._answers[number] = asyncio.get_running_loop().create_future()
        self._send({"id": number, "method": method, "params": params})
        return await self._answers[number]

    def open(self, path: Path) -> None:
        item = {"uri": path.as_uri(), "languageId": "x", "version": 1, "text": path.read_text()}
        self._versions[str(path)] = 1
        self.notify("textDocument/didOpen", {"textDocument": item})

    async def save(self, path: Path, text: str | None = None) -> Saved:
        """Change the text (where it is given), save, and wait until the judging is over."""
        if text is not None:
            path.write_text(text)
            self._versions[str(path)] += 1
            document = {"uri": path.as_uri(), "version": self._versions[str(path)]}
            changes = [{"text": text}]
            self.notify(
                "textDocument/didChange", {"textDocument": document, "contentChanges": changes}
            )
        self.published.clear()
        self._ended.clear()
        start = time.perf_counter()
        self.notify("textDocument/didSave", {"textDocument": {"uri": path.as_uri()}})
        await self._ended.wait()
        if not self.published:
            raise RuntimeError(f"nothing was published for {path}")
        return Saved(start, self.published[0][0], self.published[-1][0], self.published[-1][1])


class Saved:
    """Seconds from the save to the first and to the last diagnostics, and those last ones."""

    def __init__(
        self, start: float, first: float, last: float, diagnostics: Sequence[dict[str, Any]]
    ) -> None:
        self.first = first - start
        self.last = last - start
        self.diagnostics = diagnostics

    def accepted(self) -> Saved:
        """Raises where something was found wrong: then the time is not that of a judging."""
        errors = [each["message"] for each in self.diagnostics if each["severity"] == 1]
        if errors:
            raise RuntimeError(f"a benchmark's solution was not accepted: {errors[:3]}")
        return self


@asynccontextmanager
async def editor(mode: str = "both") -> AsyncIterator[Editor]:
    process = await asyncio.create_subprocess_exec(
        *SERVE, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=os.environ
    )
    client = Editor(process)
    await client.ask(
        "initialize",
        {
            "processId": None,
            "rootUri": None,
            "capabilities": CAPABILITIES,
            "initializationOptions": {"mode": mode},
        },
    )
    client.notify("initialized", {})
    try:
        yield client
    finally:
        await client.ask("shutdown")
        client.notify("exit", {})
        await process.wait()
