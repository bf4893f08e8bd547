"""Runs that are replaced or stopped, in the real Neovim."""

from pathlib import Path
from uuid import uuid4

from tests.editors.neovim_kit import neovim

CASE = "// Input: n = 3\n// Output: 9\n"
RIGHT = CASE + "func square(n int) int {\n\treturn n * n\n}\n"
WRONG = CASE + "func square(n int) int {\n\treturn n + n\n}\n"
ENDLESS = CASE + "func square(n int) int {\n\tfor n < 9 {\n\t\tn = n - n%2\n\t}\n\treturn n\n}\n"


async def test_an_endless_loop_is_cancelled_and_many_saves_end_with_the_last(
    tmp_path: Path,
) -> None:
    file = tmp_path / "square.go"
    file.write_text(f"{ENDLESS}// {uuid4()}\n")
    async with neovim(tmp_path) as editor:
        await editor.open(file)
        await editor.sees("func square", "Benchmark")
        await editor.command("write")
        await editor.sees("func square", "… ", "| Cancel")
        await editor.command("Judge cancel")
        await editor.sees("func square", "cancelled | Run in WASM")
        assert await editor.lua("return vim.diagnostic.get(0)") == []

        # Every set of diagnostics that the editor is given from here on.
        await editor.lua(
            "shown = {}; vim.api.nvim_create_autocmd('DiagnosticChanged', { callback ="
            " function(event) table.insert(shown, #event.data.diagnostics) end })"
        )
        for number in range(6):
            await editor.type_over((WRONG, RIGHT)[number % 2] + f"// {number} {uuid4()}\n")
            await editor.lua("vim.cmd.write()")
        await editor.settled("wasm ✓ 1/1 ", "native ✓ 1/1 ")
        await editor.sees("Input: n = 3", "✓ 9 · wasm ")
        assert set(await editor.lua("return shown")) == {0}
        assert "✗" not in str(editor.screen)
