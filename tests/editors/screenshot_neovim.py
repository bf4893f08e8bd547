"""Makes docs/images/neovim.svg: a wrong solution in the real Neovim, judged.

python tests/editors/screenshot_neovim.py
"""

import asyncio
import tempfile
from pathlib import Path

from tests.editors.neovim_kit import neovim
from tests.editors.neovim_svg import svg

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "neovim.svg"

SOLUTION = """\
// Input: prices = [7,1,5,3,6,4]
// Output: 5
// Input: prices = [7,6,4,3,1]
// Output: 0
// Input: prices = [1]
// Output: 0

func maxProfit(prices []int) int {
	lowest, best := prices[0], prices[1]-prices[0]
	for _, price := range prices[1:] {
		best = max(best, price-lowest)
		lowest = min(lowest, price)
	}
	return best
}
"""

INIT = """
vim.o.number = true
vim.o.tabstop = 4
vim.o.signcolumn = "yes:1"
vim.o.ruler = false
vim.o.cursorline = true
vim.o.shortmess = vim.o.shortmess .. "FW"
vim.o.fillchars = "eob: "
vim.o.cmdheight = 0
for _, name in ipairs({ "LspInlayHint", "LspCodeLens", "LspCodeLensSeparator" }) do
  vim.api.nvim_set_hl(0, name, { link = "Comment" })
end
vim.o.statusline = " %f%m%=%{v:lua.require'judge'.statusline()}  %l:%c "
"""


async def take() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "max_profit.go"
        file.write_text(SOLUTION)
        async with neovim(Path(folder), init=INIT, columns=130, lines=18) as editor:
            await editor.command("edit max_profit.go")
            await editor.sees("func maxProfit", "Benchmark")
            await editor.command("write")
            await editor.settled("wasm ✗ ", "native ✗ ")
            await editor.sees("[7,1,5,3,6,4]", "✓ 5 · wasm ")
            await editor.keys("9G")
            await editor.misses("1:1")
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            PICTURE.write_text(svg(editor.screen), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(take())
