"""Builds C and C++ sources with the real compilers and runs what came out."""

import asyncio
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import wasmtime
from abi_kit import Run, call

from lsp_judge.languages.base import Candidate, Language, Outline
from lsp_judge.languages.c.language import C
from lsp_judge.languages.cpp.language import Cpp
from lsp_judge.model.build import Artifact, BuildRequest, CompileFailed
from lsp_judge.model.source import Document, Entry, Shape, SourceMessage
from lsp_judge.model.types import Signature
from lsp_judge.model.verdict import Mode
from lsp_judge.toolchains.build import StoreBuilder
from lsp_judge.toolchains.find import ToolFinder
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.store import Store
from lsp_judge.worker.engine import make_engine

C_NAME, CPP_NAME = "solution.c", "solution.cpp"
MODES = (Mode.WASM, Mode.NATIVE)


def language(name: str) -> Language:
    return C() if name.endswith(".c") else Cpp()


def document(name: str, source: str | bytes) -> Document:
    return Document(f"/solutions/{name}", source.encode() if isinstance(source, str) else source)


def outline(name: str, source: str | bytes) -> Outline:
    return language(name).outline(document(name, source))


def candidate(name: str, source: str | bytes, entry: str | None = None) -> Candidate:
    """The function called `entry`, or the first."""
    found = outline(name, source).candidates
    return next(c for c in found if entry in (None, c.entry.name))


def written(found: Candidate) -> str:
    """A signature in one line: `twoSum(nums: integer[], target: integer) -> integer[]`."""
    signature = found.signature
    assert signature is not None, found.problem
    parameters = ", ".join(f"{p.name}: {p.type}" for p in signature.parameters)
    return f"{signature.name}({parameters}) -> {signature.returns}"


def build(
    name: str,
    source: str | bytes,
    mode: Mode,
    entry: str | None = None,
    at: Candidate | None = None,
    shape: Shape = Shape.FUNCTION,
) -> Artifact | CompileFailed | SourceMessage:
    """Build with the compilers of this machine; their caches are the judge's own."""
    file = document(name, source)
    target: Entry | None
    signature: Signature | None = None
    if shape is Shape.STDIO:
        target = outline(name, source).main
    else:
        chosen = at or candidate(name, source, entry)
        target, signature = chosen.entry, chosen.signature
    assert target is not None
    builder = StoreBuilder(ToolFinder({}, os.environ), Store(cache_root(os.environ)), os.environ)
    return asyncio.run(
        builder.build(language(name), BuildRequest(file, mode, shape, target, signature))
    )


def built(name: str, source: str | bytes, mode: Mode, **how: Any) -> Artifact:
    artifact = build(name, source, mode, **how)
    assert isinstance(artifact, Artifact), artifact
    return artifact


def failed(name: str, source: str | bytes, mode: Mode) -> CompileFailed:
    failure = build(name, source, mode)
    assert isinstance(failure, CompileFailed), failure
    return failure


def answer(name: str, source: str | bytes, mode: Mode, *arguments: Any, **how: Any) -> Any:
    """The value that the entry returns."""
    run = call(built(name, source, mode, **how), [list(arguments)])
    assert run.calls, run.stderr
    assert run.calls[0].status == 0, run.calls[0].message
    return run.calls[0].value


def run_program(artifact: Artifact, stdin: bytes) -> Run:
    """Run a stdio solution: the static executable, or the wasm command."""
    if artifact.mode is Mode.NATIVE:
        done = subprocess.run([artifact.path], input=stdin, capture_output=True, check=False)
        return Run((), done.stdout.decode(), done.stderr.decode(), done.returncode)
    engine = make_engine()
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    store = wasmtime.Store(engine)
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(folder, stream)) for stream in ("in", "out", "err")]
        Path(files[0]).write_bytes(stdin)
        wasi = wasmtime.WasiConfig()
        wasi.stdin_file, wasi.stdout_file, wasi.stderr_file = files
        store.set_wasi(wasi)
        status = 0
        instance = linker.instantiate(store, wasmtime.Module.from_file(engine, artifact.path))
        try:
            instance.exports(store)["_start"](store)  # type: ignore[operator]
        except wasmtime.ExitTrap as error:
            status = error.code
        except (wasmtime.Trap, wasmtime.WasmtimeError):
            status = -1
        return Run((), Path(files[1]).read_text(), Path(files[2]).read_text(), status)
