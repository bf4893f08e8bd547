"""A solution begun from a problem that the server knows, and the state in the status line."""

from pathlib import Path

from tests.editors.neovim_kit import neovim

INIT = """
vim.o.cmdheight = 2
vim.o.statusline = "%f [%{v:lua.require'judge'.statusline()}]"
"""


async def test_a_solution_is_begun_and_judged(tmp_path: Path) -> None:
    async with neovim(tmp_path, init=INIT) as editor:
        await editor.command("Judge new two-sum")
        await editor.sees("Two Sum in")
        choice = await editor.sees(": go")
        await editor.keys(f"{choice.split(':')[0].strip()}<CR>")
        await editor.sees("func twoSum(nums []int, target int) []int {")
        await editor.sees("func twoSum", "Benchmark")
        assert await editor.lua("return #vim.lsp.get_clients()") == 1
        assert list(tmp_path.glob("*.go")) == []  # Nothing is written before it is saved.
        await editor.command("write")
        await editor.settled("wasm ✗ ", "native ✗ ")
        await editor.sees(".go [✗ WA ")
        [file] = tmp_path.glob("*.go")
        await editor.command("bdelete | Judge new two-sum go")
        await editor.sees(f"judge: {file.name} is there already")


async def test_what_is_not_given_is_asked_for_and_completed(tmp_path: Path) -> None:
    async with neovim(tmp_path, init=INIT, lines=90) as editor:
        await editor.command("Judge new")
        problem = await editor.sees("Two Sum (two-sum)")
        await editor.keys(f"{problem.split(':')[0].strip()}<CR>")
        language = await editor.sees(": python")
        await editor.keys(f"{language.split(':')[0].strip()}<CR>")
        await editor.sees("def twoSum(self")
        offered = await editor.lua("return vim.fn.getcompletion('Judge new two-', 'cmdline')")
        assert "two-sum" in offered
        offered = await editor.lua("return vim.fn.getcompletion('Judge new two-sum p', 'cmdline')")
        assert offered == ["python"]
        await editor.command("Judge new no-such-problem")
        await editor.sees("judge: no problem no-such-problem")
