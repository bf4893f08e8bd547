"""Ours as LSP's: units of columns, paths and URIs, and what a client cannot show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from talk import CAPABILITIES, ENTRY, SOURCE, URI, ScriptedJudge, judgement, talking

from lsp_judge.model.errors import JudgeError
from lsp_judge.model.source import Position, Span
from lsp_judge.model.verdict import Mode, Verdict
from lsp_judge.server.convert import Converter, path_of, units, uri_of
from lsp_judge.server.places import Places

ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


@given(st.text(), st.sampled_from(sorted(ENCODINGS)))
def test_units_are_those_of_the_encoding(text: str, encoding: str) -> None:
    width = int(encoding[4:]) // 8
    assert units(text, encoding) == len(text.encode(ENCODINGS[encoding])) // width


def test_columns_after_an_emoji() -> None:
    text = 's := "🙂é"; bad\n'
    span = Span(Position(0, 11), Position(0, 14))
    for encoding, column in (("utf-8", 15), ("utf-16", 12), ("utf-32", 11)):
        converter = Converter("", "", encoding, Places(text, text))
        assert converter.range(span).start.character == column


@pytest.mark.parametrize(
    ("uri", "language", "path"),
    [
        ("file:///home/ann/a%20b%23c.go", "go", "/home/ann/a b#c.go"),
        ("file:///home/ann/a;b.go", "go", "/home/ann/a;b.go"),
        ("file:///c%3A/Users/ann/a.cpp", "cpp", "c:/Users/ann/a.cpp"),
        ("file://server/share/a.c", "c", "//server/share/a.c"),
        ("untitled:Untitled-1", "python", "/untitled/Untitled-1.py"),
    ],
)
def test_paths_of_uris(uri: str, language: str, path: str) -> None:
    assert path_of(uri, language) == path


def test_a_path_and_its_uri_are_the_same_place() -> None:
    path = "/home/ann/ünï code/a#b?.go"
    assert path_of(uri_of(path), "go") == path


async def test_a_plain_client_gets_plain_answers() -> None:
    """No markup, no action literals, no refresh, no progress where none was offered."""
    judge = ScriptedJudge()
    async with talking(judge, capabilities={}) as talk:
        talk.open()
        talk.save()
        (await judge.called()).finish(judgement(Mode.WASM, Verdict.WA))
        await talk.diagnostics(len)
        hover = await talk.hover(ENTRY.span.start.line, ENTRY.span.start.column)
        assert hover["contents"]["kind"] == "plaintext"
        nowhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
        params = {
            "textDocument": {"uri": URI},
            "range": nowhere,
            "context": {"diagnostics": []},
        }
        actions = await talk.request("textDocument/codeAction", params)
        assert actions[0] == {
            "title": "Run in WASM",
            "command": "lspJudge.run",
            "arguments": [{"uri": URI, "mode": "wasm"}],
        }
        methods = {each.get("method") for each in talk.came}
        assert methods == {None, "textDocument/publishDiagnostics"}


async def test_actions_are_of_the_kind_that_was_asked_for() -> None:
    judge = ScriptedJudge()
    async with talking(judge, capabilities=CAPABILITIES) as talk:
        talk.open()
        nowhere = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
        for only, kinds in (
            (["source"], {"source"}),
            (["quickfix"], {"quickfix"}),
            (["refactor"], set()),
        ):
            params = {
                "textDocument": {"uri": URI},
                "range": nowhere,
                "context": {"diagnostics": [], "only": only},
            }
            actions = await talk.request("textDocument/codeAction", params)
            assert {each["kind"] for each in actions} == kinds


async def test_a_judge_that_cannot_be_opened_is_said_at_every_run() -> None:
    judge = ScriptedJudge()
    judge.broken = JudgeError("The cache cannot be written.", "Set LSP_JUDGE_CACHE_DIR.")
    async with talking(judge) as talk:
        talk.open(SOURCE)
        talk.save()
        [told] = await talk.until(lambda: talk.all("window/showMessage"))
        assert told["message"] == "The cache cannot be written. Set LSP_JUDGE_CACHE_DIR."
        assert await talk.lenses() == []
