"""Artifacts that are built by hand, each from one C file."""

from __future__ import annotations

import subprocess
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from hostile_runs import Make, artifact_at

from lsp_judge.model.build import Artifact
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.zygote import Zygote

@pytest.fixture(scope="session")
def make(
    tmp_path_factory: pytest.TempPathFactory, zig: Sequence[str], cc: Sequence[str]
) -> Make:
    """`make(mode, source, *flags)`"""
    folder = tmp_path_factory.mktemp("made")
    commands = {
        Mode.WASM: (*zig, "cc", "-target", "wasm32-wasi", "-mexec-model=reactor"),
        Mode.NATIVE: (*cc, "-shared", "-fPIC"),
    }

    def make(mode: Mode, source: Path, *flags: str) -> Artifact:
        name = "-".join((mode, source.stem, *flags)).replace("/", "_")
        path = folder / name
        if not path.exists():
            command = [*commands[mode], "-O1", *flags, str(source), "-o", str(path)]
            subprocess.run(command, check=True, timeout=300)
        return artifact_at(mode, path)

    return make


@pytest.fixture
async def zygote() -> AsyncIterator[Zygote]:
    made = Zygote()
    yield made
    await made.close()
