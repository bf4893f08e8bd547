"""Asks a tool once who it is and whether it works, and remembers the answer.

Asking costs from 10 ms (`go version`) to 400 ms (a first C++ compilation), so the answers are
kept in the cache folder by the tool's path, size and time of change: the start of a server
then costs a `stat`.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from lsp_judge.model.errors import disk_failures
from lsp_judge.toolchains.folders import tool_environment

_LIMIT_S = 60.0
_FILE = "tools.json"
# Raise it when the questions change, so that old answers are not believed.
_QUESTIONS = 2

# What a compiler has to manage before it is believed: a compiler may be there without the
# headers of its C library (Debian without libc6-dev, macOS without the command line tools).
_TRIAL = {
    "cc": ("c", '#include <stdio.h>\nint judge_trial(void) { return puts(""); }\n'),
    "c++": (
        "c++",
        "#include <vector>\nint judge_trial() { return (int)std::vector<int>(3).size(); }\n",
    ),
}
_MINIMUM = {"go": ((1, 24), "1.24"), "zig": ((0, 16), "0.16"), "rustc": ((1, 60), "1.60")}
# The first with -buildmode=c-shared for WASI.
_MINIMUM["tinygo"] = ((0, 35), "0.35")
_ASKED_BY_WORD = ("go", "tinygo", "zig")
# rustc's name of the target, by its version: it was renamed in 1.78 (and kept both until 1.84).
_WASI_TARGETS = ("wasm32-wasip1", "wasm32-wasi")


class Answer(Struct, frozen=True):
    """What a tool said. `refusal` says why it cannot be used, empty where it can."""

    stamp: tuple[int, ...]
    version: str = ""
    flavour: str = ""
    refusal: str = ""


class Prober:
    """Asks tools, at most once each as long as their files do not change."""

    def __init__(self, root: Path, environment: Mapping[str, str]) -> None:
        self._root = root
        self._environment = environment
        self._answers: dict[str, Answer] | None = None

    def ask(self, name: str, executable: str, command: tuple[str, ...]) -> Answer:
        """The answer of the tool `name` (`go`, `zig`, `cc`, `c++`) at `executable`.

        `command` starts it (for `zig cc`, more than the executable). Never raises for a tool
        that does not work: that is a refusal.
        """
        try:
            status = os.stat(executable)
        except OSError as error:
            return Answer(stamp=(), refusal=f"cannot be read: {error.strerror}")
        except ValueError as error:
            return Answer(stamp=(), refusal=f"cannot be a path: {error}")
        stamp = (_QUESTIONS, status.st_mtime_ns, status.st_size, *self._libraries(name))
        known = self._load()
        key = "\0".join((name, *command))
        if key not in known or known[key].stamp != stamp:
            with disk_failures():
                known[key] = self._question(name, command, stamp)
            # What cannot be remembered is asked again by the next server.
            with suppress(OSError):
                self._save(known)
        return known[key]

    def _libraries(self, name: str) -> tuple[int, ...]:
        """When rustc's folders of standard libraries changed: one that is added later (`rustup
        target add`) changes no byte of the compiler."""
        if name != "rustc-wasi":
            return ()
        home = self._environment.get("RUSTUP_HOME") or f"{self._environment.get('HOME')}/.rustup"
        folders = [*Path(home).glob("toolchains/*/lib/rustlib"), Path("/usr/lib/rustlib")]
        return tuple(f.stat().st_mtime_ns for f in sorted(folders) if f.is_dir())

    def _question(self, name: str, command: tuple[str, ...], stamp: tuple[int, ...]) -> Answer:
        zig = command[1:] in {("cc",), ("c++",)}
        question = "version" if name in _ASKED_BY_WORD else "--version"
        self._root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self._root) as folder:
            status, said = self._run((*command, question), Path(folder))
            version = said.strip().splitlines()[0].strip() if said.strip() else ""
            if status != 0 or not version:
                return Answer(stamp, refusal=f"does not work: {version or f'exit status {status}'}")
            if refusal := too_old(name, version):
                return Answer(stamp, version, name, refusal)
            if name == "rustc-wasi":
                return self._wasi(command, stamp, version, Path(folder))
            # zig's C library is built from source for a minute at first use: not for a trial.
            if name in _TRIAL and not zig and (broken := self._trial(name, command, Path(folder))):
                return Answer(stamp, version, flavour(name, said), broken)
        return Answer(stamp, version, "zig" if zig else flavour(name, said))

    def _wasi(
        self, command: tuple[str, ...], stamp: tuple[int, ...], version: str, folder: Path
    ) -> Answer:
        """A rustc that makes wasm has a standard library for it; the flavour names the target."""
        (folder / "trial.rs").write_text('#[no_mangle] pub extern "C" fn judge_trial() {}\n')
        said = ""
        for target in _WASI_TARGETS:
            arguments = ("--target", target, "--crate-type", "cdylib", "-o", "t.wasm", "trial.rs")
            status, said = self._run((*command, *arguments), folder)
            if status == 0:
                return Answer(stamp, version, target)
        if "linker" in said:
            return Answer(stamp, version, refusal="finds no linker for wasm (lld)")
        return Answer(stamp, version, refusal="has no standard library for wasm32-wasip1")

    def _trial(self, name: str, command: tuple[str, ...], folder: Path) -> str:
        language, source = _TRIAL[name]
        (folder / "trial").write_text(source)
        arguments = ("-shared", "-fPIC", "-o", "trial.so", "-x", language, "trial")
        status, said = self._run((*command, *arguments), folder)
        first = next((line for line in said.splitlines() if "error" in line), "")
        return "" if status == 0 else f"cannot build a shared library: {first or status}"

    def _run(self, command: tuple[str, ...], folder: Path) -> tuple[int, str]:
        environment = tool_environment(self._environment, self._root, folder)
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=_LIMIT_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return -1, f"no answer in {_LIMIT_S:.0f} s"
        except OSError as error:
            return -1, str(error)
        return done.returncode, done.stdout.decode(errors="replace")

    def _load(self) -> dict[str, Answer]:
        if self._answers is None:
            try:
                text = (self._root / _FILE).read_bytes()
                self._answers = msgspec.json.decode(text, type=dict[str, Answer])
            except (OSError, msgspec.MsgspecError):
                self._answers = {}
        return self._answers

    def _save(self, answers: dict[str, Answer]) -> None:
        file = tempfile.NamedTemporaryFile(dir=self._root, delete=False)  # noqa: SIM115
        try:
            with file:
                file.write(msgspec.json.format(msgspec.json.encode(answers)))
            os.replace(file.name, self._root / _FILE)
        except OSError:
            os.unlink(file.name)
            raise


def flavour(name: str, said: str) -> str:
    """What a C compiler is, from what it says of itself; other tools are what they are named."""
    if name not in _TRIAL:
        return name
    if "clang" in said:
        return "clang"
    return "gcc" if "Free Software Foundation" in said else "unknown"


def too_old(name: str, version: str) -> str:
    """Why this version cannot be used, empty where it can.

    Go before 1.24 has no `//go:wasmexport`; zig before 0.16 is not what the flags are made for.
    """
    if name not in _MINIMUM:
        return ""
    minimum, text = _MINIMUM[name]
    numbers = re.search(r"(\d+)\.(\d+)", version)
    if numbers is not None and (int(numbers[1]), int(numbers[2])) >= minimum:
        return ""
    return f"is too old ({version}); {text} or newer is needed"
