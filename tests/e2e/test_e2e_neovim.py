"""A person's session, from the first wrong answer to the repaired solution."""

from editor import Editor
from lsprotocol import types

HEAD = """\
// Example 1:
// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
//
// Example 2:
// Input: nums = [3,2,4], target = 6
// Output: [1,2]

func twoSum(nums []int, target int) []int {
"""
WRONG = HEAD + "\treturn []int{0, 1}\n}\n"
BROKEN = HEAD + "\tanswer := 7\n\treturn []int{0, undefinedName}\n}\n"
CRASHES = HEAD + "\tempty := []int{}\n\treturn []int{0, nums[len(empty)+99]}\n}\n"
ENDLESS = HEAD + "\tfor {\n\t\tif target == -1 {\n\t\t\treturn nil\n\t\t}\n\t}\n}\n"
RIGHT = HEAD + (
    "\tfor i := range nums {\n\t\tfor j := i + 1; j < len(nums); j++ {\n"
    "\t\t\tif nums[i]+nums[j] == target {\n\t\t\t\treturn []int{i, j}\n\t\t\t}\n\t\t}\n\t}\n"
    "\treturn nil\n}\n"
)
BOTH = "lsp-judge (wasm, native)"


async def test_a_session(editor: Editor) -> None:
    document = editor.open("two_sum.go", WRONG)

    document.save()
    await editor.progress()
    [wrong] = await document.diagnostics(lambda found: found and found[0].source == BOTH)
    assert wrong.code == "WA"
    assert wrong.severity == types.DiagnosticSeverity.Error
    assert wrong.message == "case 2: expected [1,2], got [0,1]"
    assert wrong.range.start.line == document.line("nums = [3,2,4]")
    related = {each.message for each in wrong.related_information or ()}
    assert {"case 2, expected: [1,2]", "case 2, got: [0,1]"} <= related
    wasm, native, *actions = await document.judged()
    assert wasm.startswith("wasm ✗ WA 1/2 ")
    assert native.startswith("native ✗ WA 1/2 ")
    assert actions == ["Run in WASM", "Run natively", "Benchmark"]
    offered = [
        *actions,
        "Run the failing case under sanitizers",
        "Accept the output as expected",
        "Add a case",
    ]
    assert await document.actions() == [f"{each} (source)" for each in offered]
    assert await document.actions([wrong]) == [f"{each} (quickfix)" for each in offered]
    hover = await document.hover("twoSum")
    assert "| mode | verdict | cases passed |" in hover
    assert "| wasm | ✗ WA | 1/2 |" in hover
    assert "| native | ✗ WA | 1/2 |" in hover
    first, second = await document.hints()
    assert first[0] == document.line("nums = [2,7")
    assert first[1].startswith("✓ [0,1] · wasm ")
    assert " · native " in first[1]
    assert second[1].startswith("✗ got [0,1] · wasm ")

    document.save(BROKEN)
    await editor.progress()
    found = await document.diagnostics(
        lambda found: {each.source for each in found} == {BOTH} and len(found) == 2
    )
    by_line = {each.range.start.line: each for each in found}
    undefined = by_line[document.line("undefinedName")]
    assert undefined.code == "CE"
    assert undefined.range.start == document.place("undefinedName")
    assert "undefinedName" in undefined.message
    assert "answer" in by_line[document.line("answer := 7")].message
    assert (await document.judged())[:2] == ["wasm ✗ CE 0/2", "native ✗ CE 0/2"]

    document.save(CRASHES)
    await editor.progress()
    found = await document.diagnostics(
        lambda found: {each.source for each in found} == {BOTH} and len(found) == 2
    )
    for each in found:
        assert each.code == "RE"
        assert each.range.start == document.place("return []int{0, nums")
        assert "index out of range" in each.message
    assert (await document.judged())[0] == "wasm ✗ RE 0/2"

    document.save(ENDLESS)
    token = await editor.progress()
    running = await document.lenses(lambda titles: any("…" in each for each in titles))
    assert running[-1] == "Cancel"
    assert len(editor.processes()) > 1
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
    stopped = await document.lenses(lambda titles: "cancelled" in titles)
    assert stopped[0] == "wasm ✗ RE 0/2 (before the edit)"
    await editor.until(lambda: editor.ended.get(token), "the end of the progress")
    assert editor.ended[token] == "cancelled"
    assert document.publications() == []

    document.save(RIGHT)
    await editor.progress()
    await document.diagnostics(lambda found: not found)
    wasm, native, *_ = await document.judged()
    assert wasm.startswith("wasm ✓ 2/2 ")
    assert native.startswith("native ✓ 2/2 ")
    assert [text.split(" · ")[0] for _, text in await document.hints()] == ["✓ [0,1]", "✓ [1,2]"]

    await document.command("bench")
    await editor.progress()
    message = await editor.told("Benchmark of case")
    assert "wasm " in message.message
    assert "native " in message.message
    await document.judged()
    hover = await document.hover("twoSum")
    assert "| mode | min | median | mean | p95 | max |" in hover
    assert "█" in hover
