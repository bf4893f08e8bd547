"""What `:Judge` and `:checkhealth judge` do, in the real Neovim."""

from pathlib import Path

from tests.editors.neovim_kit import neovim

TWICE = """\
// Input: n = 1
// Output: 2
// Input: n = 2
// Output: 5
// Input: n = 3
// Output: 7
int twice(int n) {
	return 2 * n;
}
"""


async def test_next_and_prev_go_round_the_failing_cases(tmp_path: Path) -> None:
    file = tmp_path / "twice.c"
    file.write_text(TWICE)
    async with neovim(tmp_path) as editor:
        await editor.open(file)
        await editor.sees("int twice", "Benchmark")
        await editor.command("Judge next")
        await editor.sees("judge: no case fails")
        await editor.command("write")
        await editor.settled("wasm ✗ WA 1/3 ", "native ✗ WA 1/3 ")

        visited = []
        for step in ("next", "next", "next", "prev"):
            await editor.command(f"Judge {step}")
            visited.append((await editor.request("nvim_win_get_cursor", 0))[0])
        assert visited == [3, 5, 3, 5]

        await editor.command("Judge report")
        await editor.sees("[Scratch]")
        await editor.keys("G")
        await editor.sees('"version": 1')
        assert await editor.lua("return vim.json.decode(table.concat(vim.fn.getline(1, '$')))")

        await editor.command("Judge wrong")
        await editor.sees("judge: no command wrong")
        offered = await editor.request(
            "nvim_call_function", "getcompletion", ["Judge n", "cmdline"]
        )
        assert offered == ["native", "new", "next"]


async def test_health_names_the_server_and_what_its_doctor_says(tmp_path: Path) -> None:
    file = tmp_path / "twice.c"
    file.write_text(TWICE)
    init = "vim.g.judge = { sings = false }"
    async with neovim(tmp_path, init=init, lines=90) as editor:
        await editor.open(file)
        await editor.sees("int twice", "Benchmark")
        await editor.command("checkhealth judge")
        await editor.sees("OK Neovim 0.")
        await editor.sees("names that mean nothing: sings")
        await editor.sees("OK found: ", "lsp-judge serve")
        await editor.sees("Isolation")
        await editor.sees("lsp-judge 0.", "1 buffers")


async def test_where_the_server_is_missing_a_message_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "twice.c"
    file.write_text(TWICE)
    init = "vim.env.PATH = '/usr/bin:/bin'\nvim.env.HOME = vim.fn.getcwd()"
    async with neovim(tmp_path, init=init) as editor:
        await editor.open(file)
        await editor.sees("lsp-judge was not found: see :checkhealth judge")
        await editor.command("checkhealth judge")
        await editor.sees("ERROR lsp-judge was not found")
        await editor.sees("pip install")
        await editor.command("helptags ALL")
        await editor.command("help judge-install")
        await editor.sees("*judge-install*")


async def test_what_a_person_has_set_for_all_diagnostics_stays(tmp_path: Path) -> None:
    file = tmp_path / "twice.c"
    file.write_text(TWICE)
    init = "vim.diagnostic.config({ virtual_text = true, signs = { text = { 'E!' } } })"
    async with neovim(tmp_path, init=init) as editor:
        await editor.open(file)
        await editor.sees("int twice", "Benchmark")
        await editor.command("write")
        await editor.settled("wasm ✗ WA 1/3 ")
        line = await editor.sees("Input: n = 2", "case 2: expected 5, got 4")
        assert line.startswith("E!")
        assert "└────" not in str(editor.screen)


async def test_what_is_switched_off_is_not_shown(tmp_path: Path) -> None:
    file = tmp_path / "twice.c"
    file.write_text(TWICE)
    init = """
        vim.g.judge = { lenses = false, hints = false, signs = false, virtual_lines = false }
        vim.o.statusline = "[%{v:lua.require'judge'.statusline()}]"
    """
    async with neovim(tmp_path, init=init) as editor:
        await editor.command(f"edit {file}")
        await editor.until(lambda: "int twice" in str(editor.screen), "the file")
        await editor.lua("vim.wait(20000, function() return vim.b.judge ~= nil end)")
        await editor.command("write")
        await editor.sees("[✗ WA 1/3")
        assert await editor.lua("return #vim.diagnostic.get(0)") == 2
        for part in ("Benchmark", "·", "└────", "✗ //"):
            assert part not in str(editor.screen)


async def test_a_file_without_cases_is_left_in_peace(tmp_path: Path) -> None:
    file = tmp_path / "helper.c"
    file.write_text("int helper(int n) {\n\treturn 2 * n;\n}\n")
    async with neovim(tmp_path) as editor:
        await editor.open(file)
        await editor.lua("vim.wait(20000, function() return #vim.lsp.get_clients() > 0 end)")
        await editor.command("write")
        await editor.lua("vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end)")
        await editor.keys("<C-L>")
        assert editor.screen.line_with("int helper").strip() == "int helper(int n) {"
        assert "└────" not in str(editor.screen)
