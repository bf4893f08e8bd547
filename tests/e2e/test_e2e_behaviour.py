"""What an editor's user meets beside the straight way."""

import asyncio
import uuid
from pathlib import Path

import pytest
from editor import Editor, Start, neovim_capabilities
from lsprotocol import types

CASE = "// Input: n = 3\n// Output: 9\n"
RIGHT = CASE + "func square(n int) int {\n\treturn n * n\n}\n"
WRONG = CASE + "func square(n int) int {\n\treturn n + n\n}\n"
ENDLESS = CASE + "func square(n int) int {\n\tfor n < 9 {\n\t\tn = n - n%2\n\t}\n\treturn n\n}\n"
BOTH = "lsp-judge (wasm, native)"


def fresh(text: str) -> str:
    """The text with a remark that no other run of this test had, so that nothing is stored."""
    return f"{text}// {uuid.uuid4()}\n"


async def test_a_newer_save_replaces_the_running_one_and_nothing_stale_is_shown(
    editor: Editor,
) -> None:
    document = editor.open("square.go", ENDLESS)
    document.save()
    first = await editor.progress()
    await document.lenses(lambda titles: any("…" in each for each in titles))
    document.save(RIGHT)
    await document.judged()
    assert await document.diagnostics() == ()
    assert [(each.version, each.diagnostics) for each in editor.published] == [
        (2, ()) for _ in editor.published
    ]
    assert await editor.until(lambda: editor.ended.get(first), "its end") == "cancelled"


async def test_many_saves_in_a_row_end_with_the_last(editor: Editor) -> None:
    document = editor.open("square.go", WRONG)
    for number in range(6):
        document.save((WRONG, RIGHT)[number % 2] + f"// {number}\n")
    wasm, native, *_ = await document.judged()
    assert wasm.startswith("wasm ✓ 1/1")
    assert native.startswith("native ✓ 1/1")
    assert (await document.diagnostics()) == ()


async def test_a_time_limit_is_kept_in_both_modes(editor: Editor) -> None:
    document = editor.open("square.go", ENDLESS)
    document.save()
    [found] = await document.diagnostics(lambda found: found and found[0].source == BOTH)
    assert found.code == "TLE"
    assert found.range.start.line == 0
    assert (await document.judged())[:2] == ["wasm ✗ TLE 0/1", "native ✗ TLE 0/1"]
    assert await document.hints() == [(0, "✗ TLE")]


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 12), ("utf-8", 14), ("utf-32", 11)])
async def test_columns_count_in_the_clients_unit(start: Start, encoding: str, column: int) -> None:
    editor = await start(capabilities=neovim_capabilities([encoding]))
    text = CASE + 'func square(n int) int {\n\t_ = "🙂" + undefinedName\n\treturn n\n}\n'
    document = editor.open("square.go", text)
    document.save()
    found = await document.diagnostics(lambda found: found and found[0].source == BOTH)
    assert [each.range.start for each in found] == [types.Position(3, column)]
    await document.judged()
    await editor.end()


async def test_bad_settings_are_named_and_their_defaults_used(start: Start) -> None:
    editor = await start(options={"mode": "fast", "judgeOnSave": "yes", "colour": 1})
    message = await editor.told("lspJudge.mode")
    assert message.type == types.MessageType.Warning
    assert "'fast'" in message.message
    assert 'using "both"' in message.message
    assert "using true" in (await editor.told("lspJudge.judgeOnSave")).message
    assert "is no setting; known are mode" in (await editor.told("lspJudge.colour")).message
    document = editor.open("square.go", RIGHT)
    document.save()
    wasm, native, *_ = await document.judged()
    assert (wasm[:10], native[:12]) == ("wasm ✓ 1/1", "native ✓ 1/1")
    await editor.end()


async def test_the_mode_is_a_setting_that_can_change(start: Start) -> None:
    editor = await start(options={"mode": "wasm"})
    document = editor.open("square.go", fresh(RIGHT))
    document.save()
    wasm, *rest = await document.judged()
    assert wasm.startswith("wasm ✓ 1/1")
    assert rest == ["Run in WASM", "Run natively", "Benchmark"]
    editor.client.set_configuration({"mode": "native"}, section="lspJudge")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    document.save(fresh(RIGHT))
    await document.lenses(lambda titles: titles[0].startswith("native ✓ 1/1"))
    await document.judged()
    await editor.end()


async def test_an_untrusted_workspace_runs_wasm_only(start: Start) -> None:
    editor = await start(options={"trusted": False})
    editor.client.set_configuration({"trusted": True, "mode": "both"}, section="lspJudge")
    document = editor.open("square.go", RIGHT)
    document.save()
    wasm, *rest = await document.judged()
    assert wasm.startswith("wasm ✓ 1/1")
    assert rest == ["not trusted: wasm only", "Run in WASM", "Benchmark"]
    await editor.end()


async def test_two_files_at_once(editor: Editor) -> None:
    right = editor.open("right.go", fresh(RIGHT))
    wrong = editor.open("wrong.go", fresh(WRONG))
    right.save()
    wrong.save()
    judged = await asyncio.gather(right.judged(), wrong.judged())
    assert [titles[0][:8] for titles in judged] == ["wasm ✓ 1", "wasm ✗ W"]
    assert await right.diagnostics() == ()
    [found] = await wrong.diagnostics()
    assert (found.code, found.source) == ("WA", BOTH)


async def test_files_that_cannot_be_judged_say_what_to_do(editor: Editor) -> None:
    nothing = editor.open("nothing.go", "package main\n\nfunc helper() {}\n")
    nothing.save()
    [found] = await nothing.diagnostics(len)
    assert "Input:" in found.message
    assert found.severity == types.DiagnosticSeverity.Hint

    no_entry = editor.open("no_entry.go", CASE + "var answer = 9\n")
    no_entry.save()
    [found] = await no_entry.diagnostics(len)
    assert found.message.startswith("No function found")
    assert found.severity == types.DiagnosticSeverity.Error

    unreadable = editor.open("unreadable.go", "// Input: n = [1,,\n// Output: 9\n" + RIGHT[29:])
    unreadable.save()
    assert (await unreadable.diagnostics(len))[0].range.start.line == 0

    fine = editor.open("fine.go", RIGHT)
    fine.save()
    assert (await fine.judged())[0].startswith("wasm ✓ 1/1")


async def test_opening_offers_to_run_and_recalls_but_never_runs(start: Start) -> None:
    text = fresh(WRONG)
    editor = await start()
    document = editor.open("square.go", text)
    offered = await document.lenses()
    assert offered == ["Run in WASM", "Run natively", "Benchmark"]
    assert editor.published == []
    document.save()
    judged = await document.judged()
    await editor.end()

    again = await start()
    document = again.open("square.go", text)
    [found] = await document.diagnostics(len)
    assert (found.code, found.source) == ("WA", BOTH)
    assert await document.lenses() == judged
    assert again.begun == []
    await again.end()


async def test_modes_that_disagree_are_a_finding(editor: Editor) -> None:
    text = "// Input: n = 1\n// Output: 8\nint bytes(int n) {\n\treturn n * (int)sizeof(long);\n}\n"
    document = editor.open("bytes.c", text, "c")
    document.save()
    found = await document.diagnostics(lambda found: len(found) == 2)
    by_code = {each.code: each for each in found}
    assert by_code["WA"].source == "lsp-judge (wasm)"
    differs = by_code["DIFF"]
    assert differs.range.start.line == 0
    assert len(differs.related_information or ()) == 2
    titles = await document.judged()
    assert titles[0].startswith("wasm ✗ WA 0/1")
    assert titles[1].startswith("native ✓ 1/1")
    assert titles[2] == "✗ DIFF: the modes disagree on 1 case"
    [(line, hint)] = await document.hints()
    assert (line, hint) == (0, "wasm ✗ got 4 · native ✓ 8")
    assert "DIFF" in await document.hover("bytes")


async def test_the_failing_case_under_sanitizers(editor: Editor) -> None:
    text = (
        "// Input: n = 3\n// Output: 3\n// Input: n = 4\n// Output: 4\n"
        "int last(int n) {\n"
        "\tvolatile int *values = calloc(4, sizeof *values);\n"
        "\tvalues[n] = 7;\n"
        "\treturn n == 3 ? 3 : 5;\n}\n"
    )
    document = editor.open("last.c", text, "c")
    document.save()
    await document.diagnostics(lambda found: any(each.code == "WA" for each in found))
    await document.judged()
    await document.command("sanitize")
    by_code = {
        each.code: each
        for each in await document.diagnostics(
            lambda found: {each.code for each in found} == {"WA", "RE"}
        )
    }
    assert by_code["WA"].source == "lsp-judge (wasm)"
    found = by_code["RE"]
    assert found.range.start.line == document.line("values[n] = 7")
    assert "a write of 4 bytes past the end of an array" in found.message
    titles = await document.lenses(lambda titles: titles[1].startswith("native under sanitizers"))
    assert titles[1].startswith("native under sanitizers ✗ RE 0/1")


async def test_another_answer_may_be_right_and_is_a_warning(editor: Editor) -> None:
    text = (
        "# Return the longest palindrome. If there are multiple answers, return any of them.\n"
        '# Input: s = "babad"\n# Output: "bab"\n'
        'class Solution:\n    def longest(self, s: str) -> str:\n        return "aba"\n'
    )
    document = editor.open("longest.py", text, "python")
    document.save()
    [found] = await document.diagnostics(lambda found: len(found) == 1)
    assert found.severity == types.DiagnosticSeverity.Warning
    assert "several answers" in found.message


async def test_a_text_that_was_never_saved_is_judged_as_the_editor_holds_it(
    editor: Editor,
) -> None:
    document = editor.open("square.go", WRONG)
    document.change(RIGHT)
    await document.command("run", mode="native")
    await document.lenses(lambda titles: titles[0].startswith("native ✓ 1/1"))
    titles = await document.judged()
    assert titles[1:] == ["Run in WASM", "Run natively", "Benchmark"]
    report = await document.command("report")
    assert report["version"] == 1
    assert [each["verdict"] for each in report["reports"][0]["judgements"]] == ["AC"]


async def test_closing_clears_what_is_shown(editor: Editor) -> None:
    document = editor.open("square.go", WRONG)
    document.save()
    await document.diagnostics(len)
    document.close()
    assert await document.diagnostics() == ()


BROKEN_GO = """\
#!/bin/sh
case "$1" in
  version) echo "go version go1.27.3 linux/amd64" ;;
  env) echo "{}" ;;
  *) echo "internal error: out of luck" >&2; exit 2 ;;
esac
"""


async def test_a_broken_compiler_is_said_and_other_files_go_on(
    start: Start, tmp_path: Path
) -> None:
    broken = tmp_path / "go"
    broken.write_text(BROKEN_GO)
    broken.chmod(0o755)
    editor = await start(options={"toolchain": {"go": str(broken)}})
    document = editor.open("square.go", fresh(RIGHT))
    document.save()
    found = await document.diagnostics(lambda found: found and "native" in found[-1].source)
    assert {each.code for each in found} == {"IE"}
    assert "out of luck" in found[0].message
    assert found[0].range.start.line == document.line("func square")
    await document.judged()
    for message in {each.message for each in found}:
        await editor.told(message)
    other = editor.open(
        "twice.c", "// Input: n = 4\n// Output: 8\nint twice(int n) { return 2 * n; }\n"
    )
    other.save()
    assert (await other.judged())[1].startswith("native ✓ 1/1")
    await editor.end()
