"""The hand-written Go files of the harness, which lie beside this module in `support/`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_FILES = {
    "judge_support": ("call.go", "failure.go", "nodes.go", "reader.go", "writer.go"),
    "judge_limits": ("limits.go", "tinygo.go"),
    "judge_native": ("abi.go", "threads.c"),
    "judge_wasm": ("abi.go",),
    "judge_step": ("step.go",),
    "judge_given": ("given.go",),
}


NESTED = "judge_nested.go"


@cache
def nested_file() -> bytes:
    """NestedInteger, for solutions that are given it: a file of the user's own package."""
    return files("lsp_judge.languages.go").joinpath("support", NESTED).read_bytes()


@cache
def package_files(package: str) -> dict[str, bytes]:
    """The files of one package of the harness, by their paths in a build."""
    folder = files("lsp_judge.languages.go").joinpath("support", package)
    return {f"{package}/{name}": folder.joinpath(name).read_bytes() for name in _FILES[package]}
