"""Bad input for the JSON-RPC stream, as hypothesis strategies."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

URI = "file:///fire/square.c"
TEXT = "// Input: n = 3\n// Output: 9\nint square(int n) { return n * n; }\n"
_PLACE = {"line": 2, "character": 5}
_RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
_DOCUMENT = {"textDocument": {"uri": URI}}
_SETTINGS = {
    "mode": "wasm",
    "trusted": True,
    "toolchain": {"go": "/nowhere/go"},
    "languages": {"c": {"flags": ["-O1"]}},
    "catalogues": ["/nowhere"],
}

# Every method that has a handler, with parameters that are right. `shutdown` and `exit` would
# end the conversation, and have tests of their own.
RIGHT: dict[str, Any] = {
    "initialize": {"processId": None, "rootUri": "file:///fire", "capabilities": {}},
    "initialized": {},
    "textDocument/didOpen": {
        "textDocument": {"uri": URI, "languageId": "c", "version": 1, "text": TEXT}
    },
    "textDocument/didChange": {
        "textDocument": {"uri": URI, "version": 2},
        "contentChanges": [{"text": TEXT}],
    },
    "textDocument/didSave": _DOCUMENT,
    "textDocument/didClose": _DOCUMENT,
    "textDocument/codeLens": _DOCUMENT,
    "textDocument/codeAction": {
        **_DOCUMENT,
        "range": _RANGE,
        "context": {
            "diagnostics": [{"range": _RANGE, "message": "x", "source": "lsp-judge (wasm)"}],
            "only": ["source"],
        },
    },
    "textDocument/hover": {**_DOCUMENT, "position": _PLACE},
    "textDocument/inlayHint": {**_DOCUMENT, "range": _RANGE},
    "workspace/executeCommand": {
        "command": "lspJudge.run",
        "arguments": [{"uri": URI, "mode": "wasm"}],
    },
    "workspace/didChangeConfiguration": {"settings": {"lspJudge": _SETTINGS}},
    "workspace/didChangeWorkspaceFolders": {
        "event": {"added": [{"uri": "file:///fire", "name": "fire"}], "removed": []}
    },
    "window/workDoneProgress/cancel": {"token": "lsp-judge/1"},
    "$/setTrace": {"value": "verbose"},
    "$/cancelRequest": {"id": 1},
    "notebookDocument/didOpen": {
        "notebookDocument": {"uri": URI, "notebookType": "x", "version": 1, "cells": []},
        "cellTextDocuments": [],
    },
    "no/such": {"any": ["thing"]},
}
COMMANDS = ("run", "bench", "cancel", "report", "sanitize", "nothing")
_URIS = (
    *("", "x", "file://", "file:///", "file://[", "untitled:a", "file:///a%00b.c", "file:///%ff.c"),
    *(f"file:///{'long/' * 900}x.c", "file:///dev/zero", "file:///fire/x.go", "http://[::1", URI),
)

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.sampled_from([2**31, 2**32, -1, 10**300, 1e308, -0.0]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(_URIS),
    st.sampled_from(["\ud800", "\0", "é🙂", "lspJudge.run", "both"]),
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=8,
)
identities = st.one_of(st.integers(-5, 40), st.text(max_size=4), values)


@st.composite
def changed(draw: st.DrawFn, value: Any) -> Any:
    """The value with one place in it, anywhere, replaced, removed or added to."""
    if isinstance(value, dict) and value and draw(st.integers(0, 4)):
        name = draw(st.sampled_from(sorted(value)))
        if not draw(st.integers(0, 6)):
            return {key: kept for key, kept in value.items() if key != name}
        return {**value, name: draw(changed(value[name]))}
    if isinstance(value, list) and value and draw(st.integers(0, 3)):
        place = draw(st.integers(0, len(value) - 1))
        return [*value[:place], draw(changed(value[place])), *value[place + 1 :]]
    return draw(values)


@st.composite
def calls(draw: st.DrawFn) -> dict[str, Any]:
    """A request or notification to a handler: right parameters, or nearly right ones."""
    method = draw(st.sampled_from(sorted(RIGHT)))
    params = RIGHT[method]
    if method == "workspace/executeCommand":
        command = f"lspJudge.{draw(st.sampled_from(COMMANDS))}"
        params = {**params, "command": command}
    if draw(st.integers(0, 3)):
        params = draw(changed(params))
    message = {"jsonrpc": "2.0", "method": method, "params": params}
    if draw(st.booleans()):
        message["id"] = draw(identities)
    return message


@st.composite
def messages(draw: st.DrawFn) -> bytes:
    """The body of a message: a call, an answer nobody asked for, or hardly a message at all."""
    kind = draw(st.integers(0, 9))
    if kind <= 5:
        return json.dumps(draw(calls())).encode()
    if kind == 6:
        answer = {"jsonrpc": "2.0", "id": draw(identities)}
        part = draw(st.sampled_from(["result", "error", "nothing"]))
        return json.dumps({**answer, part: draw(values)}).encode()
    if kind == 7:
        return json.dumps(draw(changed(draw(calls())))).encode()
    if kind == 8:
        depth = draw(st.sampled_from([10, 900, 1_500, 200_000]))
        nested = b"[" * depth + b"]" * depth
        call = b'{"jsonrpc":"2.0","id":3,"method":"workspace/executeCommand","params":'
        return call + b'{"command":"lspJudge.run","arguments":%b}}' % nested
    return draw(st.binary(max_size=60))


@st.composite
def chunks(draw: st.DrawFn) -> bytes:
    """Bytes of the stream: a message in a frame that may be broken, cut short or too long."""
    body = draw(messages())
    kind = draw(st.integers(0, 11))
    if kind <= 6:
        return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
    if kind == 7:
        body = body[:2_000]
        length = max(0, len(body) + draw(st.integers(-20, 60)))
        return b"Content-Length: %d\r\n\r\n%b" % (length, body)
    if kind == 8:
        header = draw(st.sampled_from(_HEADERS))
        return header + b"\r\n\r\n" + body[:200]
    if kind == 9:
        return b"content-type: x\r\ncontent-length:%d\r\n\r\n%b" % (len(body), body)
    if kind == 10:
        return body[:100]
    return draw(st.binary(max_size=80))


_HEADERS = (
    b"",
    b"Content-Length: many",
    b"Content-Length: -1",
    b"Content-Length: " + b"9" * 5_000,
    b"Content-Length: 999999999999",
    b"Content-Length: 3\r\nContent-Length: 4",
    b"GET / HTTP/1.1\r\nHost: x",
    b"\xff\xfe\0: 1",
    b"x" * 20_000,
)
