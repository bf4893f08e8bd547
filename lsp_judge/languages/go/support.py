"""The hand-written Go files of the harness, which lie beside this module in `support/`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FILES = {
    "judge_support": ("call.go", "failure.go", "reader.go", "writer.go"),
    "judge_limits": ("limits.go",),
    "judge_native": ("abi.go", "threads.c"),
    "judge_wasm": ("abi.go",),
}


@cache
def package_files(package: str) -> dict[str, bytes]:
    """The files of one package of the harness, by their paths in a build."""
    folder = files("lsp_judge.languages.go").joinpath("support", package)
    return {f"{package}/{name}": folder.joinpath(name).read_bytes() for name in _FILES[package]}
