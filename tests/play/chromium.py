"""Chromium without a screen, driven over its DevTools protocol."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PATIENCE = 30.0
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
)


def executable() -> str:
    """Raises AssertionError with the command that installs it."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    assert found, "Chromium is missing: apt-get install chromium"
    return found


class Tab:
    """One page. What it says wrong (exceptions, errors of the console) is kept in `complaints`."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._count = 0
        self.complaints: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> Any:
        self._count += 1
        request = {"id": self._count, "method": method, "params": parameters}
        self._socket.send(json.dumps(request))
        while True:
            message = json.loads(self._socket.recv(timeout=PATIENCE))
            if message.get("id") == self._count:
                assert "error" not in message, message["error"]
                return message["result"]
            self._hear(message)

    def _hear(self, message: dict[str, Any]) -> None:
        details = message.get("params", {})
        if message.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(details["exceptionDetails"]))
        elif message.get("method") == "Log.entryAdded" and details["entry"]["level"] == "error":
            text = str(details["entry"]["text"])
            # An input that is refused is a person's mistake and no error of the page.
            self.complaints += [text] if "status of 422" not in text else []

    def open(self, url: str) -> None:
        self.send("Page.navigate", url=url)
        self.wait("document.body?.dataset.ready === 'yes'")

    def js(self, expression: str) -> Any:
        """The value of an expression in the page (a promise's, once it is there)."""
        answer = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def wait(self, condition: str, patience: float = PATIENCE) -> Any:
        """Until the expression is true; its value."""
        end = time.monotonic() + patience
        while not (value := self.js(condition)):
            assert time.monotonic() < end, (
                f"never: {condition}\n{self.js('document.body.innerText')}"
            )
            time.sleep(0.02)
        return value

    def click(self, selector: str) -> None:
        """With the mouse, at its middle: what a person cannot click fails."""
        self.wait(f"!document.querySelector({selector!r}).disabled")
        place = self.js(
            f"(() => {{ const e = document.querySelector({selector!r});"
            " e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
            " return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def write(self, selector: str, text: str) -> None:
        """Select what is there and type over it."""
        self.js(f"document.querySelector({selector!r}).focus()")
        self.js(f"document.querySelector({selector!r}).select()")
        self.send("Input.insertText", text=text)

    def choose(self, selector: str, value: str) -> None:
        self.js(
            f"(() => {{ const e = document.querySelector({selector!r}); e.value = {value!r};"
            " e.dispatchEvent(new Event('change', {bubbles: true})); })()"
        )

    def picture(
        self, path: Path, *, dark: bool = False, width: int = 1200, height: int = 800
    ) -> None:
        scheme = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.send("Emulation.setEmulatedMedia", features=scheme)
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        data = self.send("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))


@contextmanager
def chromium(profile: Path) -> Iterator[Tab]:
    """A browser of its own on a fresh profile; it has ended when this is left."""
    command = [executable(), *_FLAGS, f"--user-data-dir={profile}", "about:blank"]
    with (profile.with_suffix(".log")).open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        url = _first_page(profile, process)
        with connect(url, max_size=None, open_timeout=PATIENCE, proxy=None) as socket:
            yield Tab(socket)
            socket.send(json.dumps({"id": 0, "method": "Browser.close"}))
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()


def _first_page(profile: Path, process: subprocess.Popen[bytes]) -> str:
    """The socket of the first tab. Chromium writes its port to a file when it is ready."""
    end = time.monotonic() + PATIENCE
    port = profile / "DevToolsActivePort"
    while not (port.exists() and port.read_text().count("\n") == 1):
        assert process.poll() is None, "chromium ended at once"
        assert time.monotonic() < end, "chromium did not start"
        time.sleep(0.02)
    number = int(port.read_text().split()[0])
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    while time.monotonic() < end:
        with opener.open(f"http://127.0.0.1:{number}/json/list", timeout=PATIENCE) as answer:
            pages = [each for each in json.load(answer) if each["type"] == "page"]
        if pages:
            return str(pages[0]["webSocketDebuggerUrl"])
        time.sleep(0.02)
    raise AssertionError("chromium has no page")
