"""The real Emacs with the configuration that its README gives."""

import asyncio
import os
import re
import shutil
from pathlib import Path
from uuid import uuid4

from tests.editors.neovim_kit import BIN

README = Path(__file__).parents[2] / "editors" / "emacs" / "README.md"
SESSION = Path(__file__).with_name("emacs_session.el")

TWICE = """\
// Input: n = 1
// Output: 2
// Input: n = 2
// Output: 5
int twice(int n) {
	return 2 * n;
}
"""


def configuration() -> str:
    """The first block of Lisp of the README: what a person copies."""
    block = re.search(r"```elisp\n(.*?)```", README.read_text(), re.DOTALL)
    assert block is not None
    return block.group(1)


async def test_emacs_shows_the_failing_case(tmp_path: Path) -> None:
    emacs = shutil.which("emacs")
    assert emacs is not None, "Emacs is missing: apt-get install emacs-nox elpa-eglot"
    init = tmp_path / "init.el"
    init.write_text(configuration())
    file = tmp_path / "twice.c"
    file.write_text(f"{TWICE}// {uuid4()}\n")
    cache = os.environ.get("XDG_CACHE_HOME") or f"{Path.home()}/.cache"
    judge_cache = os.environ.get("LSP_JUDGE_CACHE_DIR", f"{cache}/lsp-judge")
    process = await asyncio.create_subprocess_exec(
        emacs,
        *("--batch", "--eval", "(package-initialize)", "-l", str(init)),
        *("-l", str(SESSION), str(file)),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "LSP_JUDGE_CACHE_DIR": judge_cache,
        },
    )
    out, error = await asyncio.wait_for(process.communicate(), 100)
    assert process.returncode == 0, error.decode()
    [found] = out.decode().splitlines()
    assert found.startswith("3 ")
    assert "lsp-judge (wasm, native)" in found
    assert "WA" in found
    assert found.endswith("case 2: expected 5, got 4")
