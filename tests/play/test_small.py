"""Small modules: what they weigh, what the report says of it, and that they still answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lsp_judge.runtimes.sections import parts_of
from tests.play.conftest import accepted

_JUDGE = [sys.executable, "-m", "lsp_judge.cli.main"]


def _small(source: Path, folder: Path) -> tuple[Path, str]:
    command = [*_JUDGE, "build", str(source), "-o", str(folder), "--mode", "wasm", "--small"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return folder / f"{source.stem}.wasm", done.stdout


def _node(node: str, module: Path, given: str) -> str:
    script = Path(__file__).parents[2] / "lsp_judge/packs/play/node.mjs"
    command = [node, str(script), str(module), given]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_a_fast_power_module_in_c_is_below_4_kb(node: str, tmp_path: Path) -> None:
    module, said = _small(accepted("fast-power", "c"), tmp_path)
    assert module.stat().st_size < 4096
    parts = parts_of(module.read_bytes())
    assert (parts["names"], parts["debug"]) == (0, 0)
    assert "code 3." in said
    assert _node(node, module, "[2.0,-2]") == "0.25\n"


# What each toolchain can do: docs/play.md names the figures, with room for a newer compiler.
@pytest.mark.parametrize(
    ("ending", "most"), [("cpp", 32_000), ("zig", 20_000), ("rs", 110_000), ("go", 2_200_000)]
)
def test_other_languages_are_as_small_as_their_toolchain_allows(
    node: str, tmp_path: Path, ending: str, most: int
) -> None:
    module, _ = _small(accepted("fast-power", ending), tmp_path)
    assert module.stat().st_size < most
    assert _node(node, module, "[2.0,10]") == "1024\n"


def test_the_small_allocator_gives_back_what_it_was_given(node: str, tmp_path: Path) -> None:
    path = tmp_path / "churn.c"
    path.write_text(
        "// Input: n = 1\n// Output: 0\n"
        "int churn(int n) {\n"
        "    char* kept[64] = {0};\n    size_t sizes[64] = {0};\n    unsigned state = 1;\n"
        "    for (int i = 0; i < n; i++) {\n"
        "        state = state * 1664525u + 1013904223u;\n"
        "        int at = state >> 26;\n        size_t size = (state >> 8) % 300000 + 1;\n"
        "        for (size_t k = 0; k < sizes[at]; k += 997)\n"
        "            if (kept[at][k] != (char)at) return 1;\n"
        "        if (i % 3 == 0) {\n"
        "            free(kept[at]);\n            kept[at] = calloc(size, 1);\n"
        "            for (size_t k = 0; k < size; k++) if (kept[at][k]) return 2;\n"
        "        } else {\n            kept[at] = realloc(kept[at], size);\n        }\n"
        "        if (!kept[at] || (unsigned long)kept[at] % 16) return 3;\n"
        "        memset(kept[at], at, size);\n        sizes[at] = size;\n"
        "    }\n"
        "    void* volatile all = malloc(3000000000u);\n    return all ? 4 : 0;\n}\n"
    )
    module, _ = _small(path, tmp_path)
    assert _node(node, module, "[3000]") == "0\n"
    assert module.stat().st_size < 6_000
