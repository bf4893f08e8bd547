"""Where the system has no compiler at all, zig from its wheel builds programs that need no file."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from lsp_judge.languages.c.language import C
from lsp_judge.model.build import Artifact, BuildRequest
from lsp_judge.model.source import Document, Shape
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.launcher import launcher
from lsp_judge.toolchains.store import Store

SUM = b'int main(void) { int a, b; scanf("%d %d", &a, &b); printf("%d\\n", a + b); return 0; }\n'


def builder() -> tuple[StoreBuilder, ToolFinder]:
    root = cache_root(os.environ)
    environment = {"PATH": "", "LSP_JUDGE_CACHE_DIR": str(root)}
    finder = ToolFinder({}, environment)
    return StoreBuilder(finder, Store(root), environment), finder


async def test_a_c_program_is_built_statically_by_zig(tmp_path: Path) -> None:
    language, document = C(), Document(str(tmp_path / "solution.c"), SUM)
    main = language.outline(document).main
    assert main is not None
    made, finder = builder()
    assert finder.find("cc").flavour == "zig"
    built = await made.build(language, BuildRequest(document, Mode.NATIVE, Shape.STDIO, main, None))
    assert isinstance(built, Artifact), built
    # No dynamic loader is named in it: the sandbox would not let it open a library.
    assert b"ld-linux" not in Path(built.path).read_bytes()
    done = subprocess.run([built.path], input=b"2 3\n", capture_output=True, check=True)  # noqa: ASYNC221
    assert done.stdout == b"5\n"


async def test_the_launcher_is_built_by_zig() -> None:
    path = await launcher(*builder())
    assert path is not None
    assert path.stat().st_mode & 0o111
