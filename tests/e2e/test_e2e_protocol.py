"""Clients that misbehave, and ends of sessions: the server survives the first, leaves nothing
behind after the second."""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest
from editor import PATIENCE, SERVER, Editor, Start
from test_e2e_behaviour import ENDLESS, RIGHT
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


class Wire:
    """The server's standard input and output, byte by byte."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    def send(self, *bodies: bytes) -> None:
        for body in bodies:
            self._writer.write(framed(body))

    def raw(self, data: bytes) -> None:
        self._writer.write(data)

    async def receive(self) -> Any:
        async with asyncio.timeout(PATIENCE):
            head = await self._reader.readuntil(b"\r\n\r\n")
            length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
            return json.loads(await self._reader.readexactly(length))

    async def answer(self, identity: int) -> Any:
        while True:
            message = await self.receive()
            if message.get("id") == identity and "method" not in message:
                return message


INITIALIZE = json.dumps(
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {"processId": None, "rootUri": None, "capabilities": {}},
    }
).encode()
HOVER = (
    b'{"jsonrpc": "2.0", "id": %d, "method": "textDocument/hover", "params":'
    b' {"textDocument": {"uri": "file:///none.go"}, "position": {"line": 0, "character": 0}}}'
)

BROKEN = [
    (b'{"jsonrpc": "2.0", "id": 7, "method"', None, -32700),
    (b"\xff\xfe not UTF-8", None, -32700),
    (b"[" * 100_000, None, -32700),
    (b'["a", "batch"]', None, -32600),
    (b'{"id": 7, "method": "textDocument/hover"}', 7, -32600),
    (b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": 3}', 7, -32602),
    (b'{"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": {}}', 7, -32602),
    (b'{"jsonrpc": "2.0", "id": 7, "method": "no/such"}', 7, -32601),
    (
        b'{"jsonrpc": "2.0", "id": 7, "method": "workspace/executeCommand",'
        b' "params": {"command": "lspJudge.run", "arguments": [{"uri": 3}]}}',
        7,
        -32602,
    ),
]


@pytest.mark.parametrize(("body", "identity", "code"), BROKEN)
async def test_a_broken_message_is_answered_and_the_next_one_works(
    body: bytes, identity: int | None, code: int
) -> None:
    server = await asyncio.create_subprocess_exec(
        *SERVER,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    wire = Wire(server.stdout, server.stdin)
    wire.send(INITIALIZE)
    await wire.answer(1)
    wire.send(body)
    answer = await wire.receive()
    assert (answer["id"], answer["error"]["code"]) == (identity, code)
    wire.raw(b"Content-Length: many\r\nGarbage\r\n\r\n")
    assert (await wire.receive())["error"]["code"] == -32700
    wire.send(b'{"jsonrpc": "2.0", "method": "no/such", "params": [1]}', HOVER % 8)
    assert (await wire.answer(8))["result"] is None
    server.stdin.close()
    await asyncio.wait_for(server.wait(), 10)


async def test_broken_messages_do_not_disturb_a_session(editor: Editor) -> None:
    document = editor.open("square.go", RIGHT)
    await document.lenses()
    process = editor.client._server
    assert process is not None
    assert process.stdin is not None
    process.stdin.write(framed(b'{"jsonrpc": "2.0", "method": "textDocument/didSave"}'))
    process.stdin.write(
        framed(b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": 1}')
    )
    document.save()
    assert (await document.judged())[0].startswith("wasm ✓ 1/1")


@pytest.mark.parametrize("way", ["end of input", "exit without shutdown"])
async def test_whatever_way_the_editor_goes_nothing_is_left(start: Start, way: str) -> None:
    editor = await start()
    document = editor.open("square.go", ENDLESS)
    document.save()
    await document.lenses(lambda titles: any("…" in each for each in titles))
    family = editor.processes()
    server = editor.client._server
    assert server is not None
    assert server.stdin is not None
    if way == "end of input":
        server.stdin.close()
    else:
        editor.client.exit(None)
    assert await asyncio.wait_for(server.wait(), 20) == 1
    _, alive = psutil.wait_procs(family, timeout=5)
    assert not alive


async def test_tcp_serves_an_editor_and_refuses_a_browser(tmp_path: Path) -> None:
    server = await asyncio.create_subprocess_exec(
        *SERVER, "--tcp", "0", stderr=asyncio.subprocess.PIPE
    )
    assert server.stderr is not None
    said = (await asyncio.wait_for(server.stderr.readline(), 20)).decode()
    assert said.startswith("lsp-judge listens on tcp://127.0.0.1:")
    port = int(said.rpartition(":")[2])

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n\r\n" % len(INITIALIZE)
    writer.write(head + INITIALIZE)
    answer = await asyncio.wait_for(reader.read(), 20)
    assert b'"error"' in answer
    assert b'"result"' not in answer
    writer.close()

    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    wire = Wire(reader, writer)
    wire.send(INITIALIZE)
    assert (await wire.answer(1))["result"]["serverInfo"]["name"] == "lsp-judge"
    wire.send(b'{"jsonrpc": "2.0", "id": 2, "method": "shutdown"}')
    assert (await wire.answer(2))["result"] is None
    wire.send(b'{"jsonrpc": "2.0", "method": "exit"}')
    assert await asyncio.wait_for(reader.read(), 20) == b""
    writer.close()

    server.terminate()
    await asyncio.wait_for(server.wait(), 20)


async def test_the_server_starts_before_it_imports_what_judges() -> None:
    """Compilers' stores, parsers and wasmtime come after the answer to `initialize`."""
    code = (
        "import sys; import lsp_judge.server.app, lsp_judge.cli.serve;"
        "heavy = {'typer', 'rich', 'wasmtime', 'cffi', 'tree_sitter', 'yaml', 'psutil'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert out.decode().strip() == "[]"


async def test_websocket_serves_pages_of_this_machine_only() -> None:
    server = await asyncio.create_subprocess_exec(
        *SERVER, "--ws", "0", stderr=asyncio.subprocess.PIPE
    )
    assert server.stderr is not None
    said = (await asyncio.wait_for(server.stderr.readline(), 20)).decode()
    assert said.startswith("lsp-judge listens on ws://127.0.0.1:")
    url = said.rpartition(" ")[2].strip()

    async with connect(url, origin=Origin("https://example.org")) as socket:
        with pytest.raises(ConnectionClosed):
            await asyncio.wait_for(socket.recv(), 20)
    assert socket.close_code == 1008

    async with connect(url, origin=Origin("http://localhost:3000")) as socket:
        await socket.send(INITIALIZE)
        answer = json.loads(await asyncio.wait_for(socket.recv(), 20))
        assert answer["result"]["serverInfo"]["name"] == "lsp-judge"
        await socket.send("{broken")
        assert json.loads(await socket.recv())["error"]["code"] == -32700
        await socket.send('{"jsonrpc": "2.0", "id": 2, "method": "shutdown"}')
        assert json.loads(await socket.recv()) == {"jsonrpc": "2.0", "id": 2, "result": None}
        await socket.send('{"jsonrpc": "2.0", "method": "exit"}')
        with pytest.raises(ConnectionClosed):
            await asyncio.wait_for(socket.recv(), 20)

    server.terminate()
    await asyncio.wait_for(server.wait(), 20)
