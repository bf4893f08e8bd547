"""The adapter for neotest, in the real Neovim. Neotest itself is no package that can be had
here; `neotest_stand_in` does with the adapter what neotest does, over the same interface.
"""

from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.editors.neovim_kit import Neovim, neovim

STAND_IN = Path(__file__).with_name("neotest_stand_in")
INIT = f"vim.opt.runtimepath:prepend({str(STAND_IN)!r})"

TWICE = """\
// Input: n = 1
// Output: 2
// Input: n = 2
// Output: 5
int twice(int n) {
	return 2 * n;
}
"""


async def judged(editor: Neovim, file: Path, name: str | None = None) -> Any:
    return await editor.lua("return require('stand_in').judged(...)", str(file), name)


async def test_cases_are_tests_with_results_of_both_modes(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    file = tmp_path / "twice.c"
    file.write_text(f"{TWICE}// {uuid4()}\n")
    broken = tmp_path / "broken.c"
    broken.write_text(TWICE.replace("2 * n", "two * n"))
    async with neovim(tmp_path, init=INIT) as editor:
        seen = await judged(editor, file)
        assert [(each["type"], each["name"], each["range"][0]) for each in seen["positions"]] == [
            ("file", "twice.c", 0),
            ("test", "case 1", 0),
            ("test", "case 2", 2),
        ]
        results = seen["results"]
        assert results[f"{file}::1"]["status"] == "passed"
        wrong = results[f"{file}::2"]
        assert wrong["status"] == "failed"
        message = "case 2: expected 5, got 4"
        assert wrong["errors"] == [
            {"message": f"{mode}: {message}", "line": 2} for mode in ("wasm", "native")
        ]
        assert wrong["short"] == wrong["written"] == f"wasm: {message}\nnative: {message}"
        assert results[str(file)]["status"] == "failed"
        assert results[str(file)]["short"] == "wasm: WA 1/2\nnative: WA 1/2"

        alone = await judged(editor, file, "case 1")
        assert list(alone["results"]) == [f"{file}::1"]
        assert alone["results"][f"{file}::1"]["status"] == "passed"

        results = (await judged(editor, broken))["results"]
        assert {each["status"] for each in results.values()} == {"failed"}
        assert "CE 0/2" in results[f"{broken}::1"]["short"]
        errors = results[str(broken)]["errors"]
        assert any("undeclared" in each["message"] and each["line"] == 5 for each in errors)
