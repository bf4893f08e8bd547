"""A client of a real server process that can also send what no client should.

Blocking: a thread reads what the server says, and a test waits for a state of that. Whatever
was started ends with the test.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import psutil

SERVER = (sys.executable, "-m", "lsp_judge.cli.main", "serve")
# Long enough for a first build on a busy machine; a test that waits so long has failed.
PATIENCE = 90.0
# Hints at a mistake of ours in the server's log. What a client did wrong is logged in a line.
_MISTAKE = re.compile(r"Traceback \(most recent call last\)|ERROR:|never awaited")

CAPABILITIES: dict[str, Any] = {
    "window": {"workDoneProgress": True},
    "workspace": {"configuration": True, "codeLens": {"refreshSupport": True}},
    "textDocument": {"hover": {"contentFormat": ["markdown"]}},
}

Value = TypeVar("Value")


class Client:
    """One connection to one server process. `log` is the file of its standard error."""

    def __init__(
        self,
        log: Path,
        *,
        environment: Mapping[str, str] | None = None,
        before: Sequence[str] = (),
    ) -> None:
        self.log = log
        with log.open("ab") as errors:
            self.process = subprocess.Popen(
                (*before, *SERVER),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **(environment or {})},
            )
        self.answers: dict[Any, dict[str, Any]] = {}
        self.published: dict[str, list[dict[str, Any]]] = {}
        self.told: list[str] = []
        # The texts of the progress bars since the last save.
        self.progress: list[str] = []
        self.configuration: Any = None
        self.ended = False
        self._versions: dict[str, int] = {}
        self._count = 0
        self._news = threading.Condition()
        self._sending = threading.Lock()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    # What the server says.

    def _read(self) -> None:
        try:
            while (message := self._receive()) is not None:
                with self._news:
                    self._hear(message)
                    self._news.notify_all()
        finally:
            with self._news:
                self.ended = True
                self._news.notify_all()

    def _receive(self) -> dict[str, Any] | None:
        assert self.process.stdout is not None
        length = 0
        while (line := self.process.stdout.readline()).strip():
            if line.startswith(b"Content-Length:"):
                length = int(line.split(b":")[1])
        if not line:
            return None
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message

    def _hear(self, message: dict[str, Any]) -> None:
        method, params = message.get("method"), message.get("params")
        if method is None:
            self.answers[message["id"]] = message
        elif "id" in message:
            asked = method == "workspace/configuration"
            self.send({"id": message["id"], "result": [self.configuration] if asked else None})
        elif method == "textDocument/publishDiagnostics":
            self.published.setdefault(params["uri"], []).append(params)
        elif method == "$/progress":
            self.progress.append(params["value"].get("message") or params["value"]["kind"])
        elif method == "window/showMessage":
            self.told.append(params["message"])

    def until(self, found: Callable[[], Value | None], what: str) -> Value:
        """What `found` gives, as soon as it gives something; asked after every message."""
        limit = time.monotonic() + PATIENCE
        with self._news:
            while (value := found()) is None:
                assert not self.ended, f"the server ended: {self.log.read_text()[-4000:]}"
                left = limit - time.monotonic()
                assert left > 0, f"never came: {what}; the log: {self.log.read_text()[-2000:]}"
                self._news.wait(min(left, 1.0))
        return value

    # What we say.

    def raw(self, data: bytes) -> None:
        assert self.process.stdin is not None
        with self._sending:
            self.process.stdin.write(data)
            self.process.stdin.flush()

    def body(self, body: bytes) -> None:
        self.raw(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def send(self, message: Mapping[str, Any]) -> None:
        self.body(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def notify(self, method: str, params: Any = None) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any = None) -> Any:
        """The result; an error fails the test."""
        answer = self.answer_to(self.request(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def request(self, method: str, params: Any = None) -> str:
        """Its id; the answer is taken with `answer_to`."""
        self._count += 1
        identity = f"ours-{self._count}"
        self.send({"id": identity, "method": method, "params": params})
        return identity

    def answer_to(self, identity: str) -> dict[str, Any]:
        self.until(lambda: self.answers.get(identity), f"an answer to {identity}")
        return self.answers.pop(identity)

    def initialize(self, options: Any = None, configuration: Any = None) -> Any:
        self.configuration = configuration
        params = {
            "processId": None,
            "rootUri": None,
            "capabilities": CAPABILITIES,
            "initializationOptions": options,
        }
        result = self.ask("initialize", params)
        self.notify("initialized", {})
        return result

    def set(self, **settings: Any) -> None:
        """Change settings, as an editor does that sends them along."""
        changed = {"settings": {"lspJudge": settings}}
        self.notify("workspace/didChangeConfiguration", changed)

    def open(self, path: Path | str, text: str, language: str = "c") -> str:
        """Open a document; its URI. `path` may be a URI of any kind, as text."""
        uri = path if isinstance(path, str) else path.as_uri()
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self._versions[uri] = 1
        self.notify("textDocument/didOpen", {"textDocument": item})
        return uri

    def save(self, uri: str, text: str) -> int:
        """Change the text and save; the new version."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.progress.clear()
        change = {"textDocument": document, "contentChanges": [{"text": text}]}
        self.notify("textDocument/didChange", change)
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        return self._versions[uri]

    # What came of it.

    def lenses(self, uri: str) -> list[str]:
        found = self.ask("textDocument/codeLens", {"textDocument": {"uri": uri}})
        return [each["command"]["title"] for each in found]

    def shown(self, uri: str, version: int) -> list[dict[str, Any]] | None:
        """The diagnostics that were published last, where they are of this version."""
        published = self.published.get(uri)
        if not published or published[-1].get("version") != version:
            return None
        diagnostics: list[dict[str, Any]] = published[-1]["diagnostics"]
        return diagnostics

    def found(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The first diagnostics of this version."""
        return self.until(lambda: self.shown(uri, version), f"diagnostics of {uri} {version}")

    def judged(self, uri: str, version: int) -> list[dict[str, Any]]:
        """The judgements of the newest text when nothing runs any more: those of the report."""
        self.found(uri, version)
        limit = time.monotonic() + PATIENCE
        while "Cancel" in self.lenses(uri):
            assert time.monotonic() < limit, f"{uri} is judged for ever"
            with self._news:
                self._news.wait(0.05)
        report = self.report(uri)
        return [] if report is None else report["judgements"]

    def report(self, uri: str) -> Any:
        params = {"command": "lspJudge.report", "arguments": [{"uri": uri}]}
        reports = self.ask("workspace/executeCommand", params)["reports"]
        return reports[0] if reports else None

    def verdicts(self, uri: str, text: str) -> dict[str, str]:
        """Save and wait: the verdict of each mode."""
        return {each["mode"]: each["verdict"] for each in self.judged(uri, self.save(uri, text))}

    # The process and its end.

    def family(self) -> list[psutil.Process]:
        """The server and all that it started, alive now."""
        server = psutil.Process(self.process.pid)
        return [server, *server.children(recursive=True)]

    def mistakes(self) -> list[str]:
        """What the log and the message boxes say of mistakes of ours."""
        text = self.log.read_text(errors="replace")
        found = [text[max(0, place.start() - 500) : place.start() + 3000]
                 for place in _MISTAKE.finditer(text)]  # fmt: skip
        return found + [each for each in self.told if "made a mistake" in each]

    def end(self) -> None:
        """Shut down in good order; asserts that no process is left."""
        family = self.family()
        self.ask("shutdown")
        self.notify("exit")
        assert self.process.wait(PATIENCE) == 0
        _, alive = psutil.wait_procs(family, timeout=20)
        assert not alive, f"processes are left: {alive}"

    def close(self) -> None:
        """End without ceremony; harmless after `end`."""
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._reader.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout):
            try:
                stream.close()  # type: ignore[union-attr]
            except OSError:
                continue  # what was never sent cannot be flushed any more


@contextmanager
def connected(
    log: Path, *, environment: Mapping[str, str] | None = None, before: Sequence[str] = ()
) -> Iterator[Client]:
    """A client whose server does not outlive the block."""
    client = Client(log, environment=environment, before=before)
    try:
        yield client
    finally:
        client.close()
