"""A fuzz of the JSON-RPC stream and of every handler's parameters, against a real server.

`LSP_JUDGE_FUZZ` is the number of examples of each fuzz; `make soak` sets a large one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fire_bad import RIGHT, calls, chunks
from fire_client import Client, connected
from fire_texts import square
from hypothesis import HealthCheck, given, settings

EXAMPLES = int(os.environ.get("LSP_JUDGE_FUZZ", "0"))
BOUNDED = settings(
    max_examples=EXAMPLES or 250,
    derandomize=not EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
SETTINGS = {"mode": "both", "toolchain": {}, "languages": {}, "catalogues": [], "judgeOnSave": True}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    with connected(tmp_path / "log") as client:
        yield client


def alive(client: Client) -> None:
    """The server answers a request after the next; a frame that said more than it held may
    swallow the first ones."""
    for _ in range(40):
        identity = client.request("textDocument/hover", RIGHT["textDocument/hover"])
        limit = time.monotonic() + 0.5
        while identity not in client.answers and time.monotonic() < limit:
            assert not client.ended, client.log.read_text()[-4000:]
            with client._news:
                client._news.wait(0.05)
        if identity in client.answers:
            client.answers.clear()
            return
    raise AssertionError("the server answers no more")


def judges_on(client: Client, folder: Path) -> None:
    """After all that, a save has its verdict in both modes, and the log has no mistake of ours."""
    client.notify("workspace/didChangeConfiguration", {"settings": {"lspJudge": SETTINGS}})
    uri = client.open(folder / "after.c", "")
    assert client.verdicts(uri, square()) == {"wasm": "AC", "native": "AC"}
    assert client.verdicts(uri, square("n + n")) == {"wasm": "WA", "native": "WA"}
    client.end()
    assert client.mistakes() == []


def test_no_stream_of_bytes_ends_the_server(client: Client, tmp_path: Path) -> None:
    client.initialize()

    @BOUNDED
    @given(chunks())
    def fuzz(data: bytes) -> None:
        client.raw(data)
        alive(client)

    fuzz()
    judges_on(client, tmp_path)


def test_no_parameters_of_a_handler_end_the_server(client: Client, tmp_path: Path) -> None:
    client.initialize()

    @BOUNDED
    @given(calls())
    def fuzz(message: dict[str, object]) -> None:
        client.send(message)
        alive(client)

    fuzz()
    judges_on(client, tmp_path)


def test_before_initialize_requests_are_refused_and_notifications_dropped(
    client: Client, tmp_path: Path
) -> None:
    for method, params in RIGHT.items():
        if method != "initialize":
            client.notify(method, params)
            refused = client.answer_to(client.request(method, params))
            assert refused["error"]["code"] == -32002, method
    client.initialize()
    again = client.answer_to(client.request("initialize", RIGHT["initialize"]))
    assert again["error"]["code"] == -32600
    judges_on(client, tmp_path)


def test_after_shutdown_nothing_is_done_but_exit(client: Client) -> None:
    client.initialize()
    client.ask("shutdown")
    for method, params in RIGHT.items():
        client.notify(method, params)
        refused = client.answer_to(client.request(method, params))
        assert refused["error"]["code"] == -32600, method
    client.notify("exit")
    assert client.process.wait(30) == 0
    assert client.mistakes() == []


def test_a_shutdown_cannot_be_cancelled_and_ids_belong_to_whoever_asked(client: Client) -> None:
    client.initialize()
    uri = client.open("file:///fire/square.c", square())
    version = client.save(uri, square("n + n"))
    client.send(
        {"id": 7, "method": "textDocument/codeLens", "params": {"textDocument": {"uri": uri}}}
    )
    client.send({"id": 7, "result": ["forged"]})
    client.send({"id": 7, "method": "no/such", "params": None})
    client.judged(uri, version)
    client.send({"id": 8, "method": "shutdown"})
    client.send({"method": "$/cancelRequest", "params": {"id": 8}})
    client.send({"method": "$/cancelRequest", "params": {"id": "unknown"}})
    assert client.until(lambda: client.answers.get(8), "the end")["result"] is None
    client.notify("exit")
    assert client.process.wait(30) == 0
    assert client.mistakes() == []
