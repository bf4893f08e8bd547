"""The demonstration: the real server, a wrong solution, a save, its repair, a save."""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

from rich.console import Console

from lsp_judge.cli.render_editor import EditorView
from lsp_judge.model.errors import WorkerLost

NAME = "two_sum.go"
PATIENCE = 180.0
_LOST = "The server ended, or said nothing for minutes."


def run_demo(server_command: Sequence[str], console: Console) -> int:
    """Show what an editor would show after each of two saves; 0 where both went as they should.

    Raises WorkerLost where the server ends or says nothing for minutes.
    """
    wrong, right = (_bundled(f"two_sum_{which}.go") for which in ("wrong", "right"))
    with tempfile.TemporaryDirectory(prefix="lsp-judge-demo-") as folder:
        path = Path(folder) / NAME
        with _Client(server_command, path) as client:
            console.print("[bold]$ lsp-judge serve[/]   (the real server, over stdio)")
            client.open(wrong)
            failed = _save(client, console, "A solution with a mistake is saved", wrong)
            left = _save(client, console, "It is repaired and saved again", right)
    return 0 if failed and not left else 1


def _bundled(name: str) -> str:
    return files("lsp_judge").joinpath("demo", name).read_text("utf-8")


def _save(client: _Client, console: Console, heading: str, text: str) -> list[dict[str, Any]]:
    """Save, show the editor, say how long it took; the diagnostics."""
    console.print(f"\n[bold]{heading}:[/]")
    first, last = client.save(text)
    view = EditorView(NAME, text, client.diagnostics, client.lenses, client.hints())
    console.print(view.render())
    console.print(
        f"from the save to the first verdict [bold]{first:.2f} s[/],"
        f" to both modes with their timings [bold]{last:.2f} s[/]"
    )
    return client.diagnostics


class _Client:
    """As much of an LSP client as one file needs; one thread, messages in turn."""

    def __init__(self, command: Sequence[str], path: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._watchdog = threading.Timer(PATIENCE, self._process.kill)
        self._watchdog.daemon = True
        self._path = path
        self._document = {"uri": path.as_uri()}
        self._count = 0
        self._version = 1
        self._refreshed = False
        self._published = 0
        self._first = 0.0
        self.diagnostics: list[dict[str, Any]] = []
        self.lenses: list[tuple[int, str]] = []

    def __enter__(self) -> _Client:
        self._watchdog.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._request("shutdown", None)
                self._notify("exit", None)
                self._process.wait(10)
        finally:
            self._watchdog.cancel()
            self._process.kill()
            with suppress(BrokenPipeError):
                self._process.__exit__(None, None, None)

    def open(self, text: str) -> None:
        refresh = {"refreshSupport": True}
        capabilities = {
            "general": {"positionEncodings": ["utf-32"]},
            "workspace": {"codeLens": refresh, "inlayHint": refresh},
        }
        start = {"processId": None, "rootUri": None, "capabilities": capabilities}
        self._request("initialize", start)
        self._notify("initialized", {})
        self._path.write_text(text, "utf-8")
        item = {"languageId": "go", "version": self._version, "text": text}
        self._notify("textDocument/didOpen", {"textDocument": self._document | item})

    def save(self, text: str) -> tuple[float, float]:
        """Seconds from the save to the first diagnostics, and until nothing runs any more."""
        self._version += 1
        self._path.write_text(text, "utf-8")
        document = self._document | {"version": self._version}
        changes = {"textDocument": document, "contentChanges": [{"text": text}]}
        self._notify("textDocument/didChange", changes)
        self._published, self._first = 0, 0.0
        start = time.perf_counter()
        self._notify("textDocument/didSave", {"textDocument": self._document})
        while not (self._published and self._settled()):
            self._refreshed = False
            self._until(lambda: self._refreshed)
        return self._first - start, time.perf_counter() - start

    def hints(self) -> list[dict[str, Any]]:
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 10_000, "character": 0}}
        where = {"textDocument": self._document, "range": whole}
        return list(self._request("textDocument/inlayHint", where))

    def _settled(self) -> bool:
        found = self._request("textDocument/codeLens", {"textDocument": self._document})
        self.lenses = [(each["range"]["start"]["line"], each["command"]["title"]) for each in found]
        titles = [title for _, title in self.lenses]
        return "Benchmark" in titles and not any("…" in title for title in titles)

    def _request(self, method: str, params: object) -> Any:
        self._count += 1
        answers: list[Any] = []
        self._send({"id": self._count, "method": method, "params": params})
        self._until(lambda: bool(answers), answers)
        return answers[0]

    def _notify(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise WorkerLost(_LOST) from error

    def _until(self, done: Callable[[], bool], answers: list[Any] | None = None) -> None:
        while not done():
            message = self._receive()
            if "method" not in message:
                if answers is not None and message["id"] == self._count:
                    answers.append(message["result"])
                continue
            self._heard(message["method"], message.get("params"))
            if "id" in message:
                self._send({"id": message["id"], "result": None})

    def _heard(self, method: str, params: Any) -> None:
        if method == "textDocument/publishDiagnostics":
            self._published += 1
            self._first = self._first or time.perf_counter()
            self.diagnostics = params["diagnostics"]
        elif method == "workspace/codeLens/refresh":
            self._refreshed = True

    def _receive(self) -> Any:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (header := stream.readline()).strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise WorkerLost(_LOST)
        return json.loads(stream.read(length))
