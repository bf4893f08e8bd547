"""One source for all platforms: what is built, by what a library reads of it, and packed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from lsp_judge.model.errors import ArtifactRejected, PackExportsRefused
from lsp_judge.model.target import NATIVE_TARGETS, TARGET_NAMES, Target
from lsp_judge.packs.archive import extract, open_pack
from lsp_judge.packs.judged import target_here
from lsp_judge.packs.symbols import check_library, exports_digest, read_library
from lsp_judge.toolchains.store import Store

C_SOURCE = "int fastPower(int x, int n) { int r = 1; while (n-- > 0) r *= x; return r; }\n"
GO_SOURCE = "func fastPower(x int, n int) int {\n\treturn len(fmt.Sprint(x)) * n\n}\n"
ABI = {"judge_abi_v1", "judge_abi_version", "judge_bench", "judge_call", "judge_input"}


def lsp_judge(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lsp_judge.cli.main", *map(str, arguments)],
        env={**os.environ, "NO_COLOR": "1", "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("targets")


@pytest.fixture(scope="module")
def pack(folder: Path) -> Path:
    """A C solution, packed for all platforms."""
    source = folder / "fast_power.c"
    source.write_text(C_SOURCE)
    done = lsp_judge("pack", source, "-o", folder / "p.zip", "--licence", "MIT")
    assert done.returncode == 0, done.stderr
    for name in TARGET_NAMES:
        assert name in done.stdout
    assert "not built" not in done.stdout
    return folder / "p.zip"


def test_the_manifest_says_what_is_in_it(pack: Path) -> None:
    manifest = open_pack(pack).manifest
    assert set(manifest.targets) == set(TARGET_NAMES)
    assert (manifest.language, manifest.licence, manifest.abi) == ("c", "MIT", "1.1")
    assert (manifest.problem, manifest.id) == ("fast_power", "fast_power-c")
    assert manifest.called is not None
    assert manifest.called.name == "fastPower"
    for name, target in manifest.targets.items():
        assert target.toolchain == "zig"
        assert target.file.startswith(f"{name}/solution.")
        assert (target.exports is None) is (name == "wasm")


@pytest.mark.parametrize("target", NATIVE_TARGETS, ids=lambda target: target.name)
def test_each_plugin_is_for_its_platform_and_exports_the_abi(pack: Path, target: Target) -> None:
    opened = open_pack(pack)
    library = read_library(opened.read(target.name))
    assert library.target == target
    assert set(library.names) >= ABI
    assert not any("fastPower" in name for name in library.names)
    assert opened.target(target.name).exports == exports_digest(library.names)


def test_the_small_ones_are_small(pack: Path) -> None:
    targets = open_pack(pack).manifest.targets
    assert targets["wasm"].size < 5_500
    assert targets["linux-x64"].size < 24_000


def test_the_same_source_gives_the_same_bytes_in_another_cache(folder: Path, pack: Path) -> None:
    """Artifacts are built anew, elsewhere; only the compilers' own caches are the same."""
    source = folder / "elsewhere" / "fast_power.c"
    source.parent.mkdir()
    source.write_text(C_SOURCE)
    cache = folder / "another cache"
    cache.mkdir()
    real = Path(lsp_judge("cache", "show").stdout.splitlines()[0])
    for name in ("zig", "home"):
        (cache / name).symlink_to(real / name)
    done = lsp_judge(
        "pack", source, "-o", folder / "q.zip", "--licence", "MIT", LSP_JUDGE_CACHE_DIR=str(cache)
    )
    assert done.returncode == 0, done.stderr
    assert "kept" not in done.stdout
    assert (folder / "q.zip").read_bytes() == pack.read_bytes()


def test_lief_and_elftools_read_the_same_of_elf(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = open_pack(pack).read("linux-arm64")
    by_lief = read_library(data)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert read_library(data) == by_lief


def test_what_is_no_library_or_for_another_platform_is_rejected(pack: Path) -> None:
    with pytest.raises(ArtifactRejected, match="no shared library"):
        read_library(b"MZ" + bytes(100))
    library = read_library(open_pack(pack).read("win-x64"))
    with pytest.raises(ArtifactRejected, match=r"for linux-x64 is one for win-x64"):
        check_library(library, Target("linux", "x64"))


def test_a_plugin_with_other_exports_than_allowed_is_refused(pack: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(pack) as whole, zipfile.ZipFile(changed, "w") as archive:
        about = json.loads(whole.read("manifest.json"))
        about["targets"]["linux-x64"]["exports"] = exports_digest(sorted(ABI))
        archive.writestr("manifest.json", json.dumps(about))
        for target in about["targets"].values():
            archive.writestr(target["file"], whole.read(target["file"]))
    with pytest.raises(PackExportsRefused, match="other names than its manifest allows"):
        extract(open_pack(changed), "linux-x64", Store(tmp_path / "cache"))


@pytest.mark.parametrize("target", ["win-x64", "darwin-arm64"])
def test_go_is_built_for_other_platforms(folder: Path, target: str) -> None:
    source = folder / "fast_power.go"
    source.write_text(GO_SOURCE)
    done = lsp_judge("build", source, "-o", folder / "go", "--targets", target)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = (folder / "go" / target).iterdir()
    library = read_library(built.read_bytes())
    assert library.target.name == target
    assert set(library.names) >= ABI


def test_what_cannot_be_built_is_said_target_by_target(folder: Path) -> None:
    source = folder / "power.rs"
    source.write_text("impl Solution { pub fn power(x: i32) -> i32 { x } }\n")
    here = target_here()
    assert here is not None
    names = f"{here.name},win-x64,darwin-arm64"
    done = lsp_judge("build", source, "-o", folder / "rust", "--targets", names)
    assert done.returncode == 1
    assert done.stdout.count("for this machine alone") == 2
    assert (folder / "rust" / here.name / "solution.so").exists()


def test_python_is_said_to_have_no_artifact(folder: Path) -> None:
    source = folder / "power.py"
    source.write_text("class Solution:\n    def power(self, x: int) -> int:\n        return x\n")
    done = lsp_judge("pack", source, "-o", folder / "py.zip", "--targets", "linux-x64,win-x64")
    assert done.returncode == 2
    assert "Python has no artifact" in done.stdout
    assert not (folder / "py.zip").exists()


def test_the_schema_is_printed(folder: Path) -> None:
    done = lsp_judge("pack", "--schema")
    assert done.returncode == 0
    assert json.loads(done.stdout)["$defs"]["Manifest"]["properties"]["format"]["default"] == 1


def test_an_unknown_target_is_named_beside_those_that_there_are(folder: Path) -> None:
    source = folder / "x.c"
    source.write_text(C_SOURCE)
    done = lsp_judge("build", source, "-o", folder, "--targets", "linux-x86")
    assert done.returncode == 2
    assert "no target 'linux-x86'; there are wasm, linux-x64" in done.stderr
