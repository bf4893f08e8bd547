"""A person's session in the real Neovim, from the wrong answer to the repaired solution."""

from pathlib import Path
from uuid import uuid4

from tests.editors.neovim_kit import neovim

HEAD = """\
// Input: nums = [2,7,11,15], target = 9
// Output: [0,1]
// Input: nums = [3,2,4], target = 6
// Output: [1,2]
func twoSum(nums []int, target int) []int {
"""
WRONG = HEAD + "\treturn []int{0, 1}\n}\n"
RIGHT = HEAD + (
    "\tfor i := range nums {\n\t\tfor j := i + 1; j < len(nums); j++ {\n"
    "\t\t\tif nums[i]+nums[j] == target {\n\t\t\t\treturn []int{i, j}\n\t\t\t}\n\t\t}\n\t}\n"
    "\treturn nil\n}\n"
)


def fresh(text: str) -> str:
    """The text with a remark that no other run had, so that nothing is stored."""
    return f"{text}// {uuid4()}\n"


async def test_a_session(tmp_path: Path) -> None:
    file = tmp_path / "two_sum.go"
    file.write_text(fresh(WRONG))
    async with neovim(tmp_path) as editor:
        await editor.open(file)
        await editor.sees("func twoSum", "Run in WASM | Run natively | Benchmark")

        await editor.command("Judge wasm")
        assert "native ✗" not in await editor.settled("wasm ✗ WA 1/2 ")

        await editor.command("write")
        lenses = await editor.settled("wasm ✗ WA 1/2 ", "native ✗ WA 1/2 ")
        assert "func twoSum" in lenses
        failing = await editor.sees("target = 6", "✗ got [0,1] · wasm ", " · native ")
        assert failing.startswith("✗")  # The sign.
        await editor.sees("nums = [2,7,11,15], target = 9", "✓ [0,1] · wasm ")
        shown = editor.screen.lines()
        below = shown[shown.index(failing) + 1]
        assert "└──── WA: case 2: expected [1,2], got [0,1]" in below
        [found] = await editor.lua("return vim.diagnostic.get(0)")
        assert (found["lnum"], found["code"]) == (2, "WA")
        assert found["source"] == "lsp-judge (wasm, native)"

        await editor.keys("/twoSum(<CR>K")
        await editor.sees("mode", "verdict", "cases passed")
        await editor.sees("native", "✗ WA", "1/2")
        await editor.keys("l")
        await editor.misses("cases passed")
        await editor.command("Judge bench")
        await editor.sees("Benchmark of case 1, median: wasm ", "native ")
        await editor.settled()
        await editor.keys("K")
        await editor.sees("mode", "median", "p95")
        await editor.keys("l")
        await editor.misses("p95")

        await editor.type_over(fresh(RIGHT))
        await editor.sees("wasm ✗ WA 1/2 ", "(before the edit)")
        await editor.keys("gra")
        await editor.sees("Code actions:")
        await editor.keys("1<CR>")
        await editor.settled("wasm ✓ 2/2 ")
        await editor.command("write")
        await editor.settled("wasm ✓ 2/2 ", "native ✓ 2/2 ")
        await editor.misses("└────")
        await editor.sees("target = 6", "✓ [1,2] · wasm ")
        assert await editor.lua("return vim.diagnostic.get(0)") == []
