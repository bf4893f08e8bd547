"""Where attacks happen: everything that they could reach is the test's own, and is looked at
afterwards."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import psutil

from lsp_judge.model.report import Report, RunOutput

HERE = Path(__file__).parent
COMMAND = str(Path(sys.executable).with_name("lsp-judge"))
WITNESS = "what was here before\n"
_PACKAGE = """problem_format_version: 2025-09
name: Attack
uuid: 3e8b40b6-0f9e-4e4f-9c55-8b39d3f7a0c1
type: pass-fail
license: cc0
limits:
  time_limit: 0.5
  memory: 64
  output: 1
"""
_SIGNATURE = b"""{"name": "attack", "params": [{"name": "n", "type": "integer"}],
 "return": {"type": "integer"}}"""
# Notes every signal that it gets, until its standard input is closed.
_VICTIM = """
import signal, sys
for number in signal.valid_signals():
    if number not in (signal.SIGKILL, signal.SIGSTOP, signal.SIGCHLD):
        signal.signal(number, lambda number, frame: print(number, flush=True))
print("ready", flush=True)
sys.stdin.read()
"""
_SET_CHILD_SUBREAPER = 36
_ENDS_S = 10.0


def run_command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`lsp-judge run --format json`; its standard input stays empty and open."""
    command = [COMMAND, "run", "--format", "json", *arguments]
    reading, writing = os.pipe()
    try:
        return subprocess.run(
            command, stdin=reading, capture_output=True, text=True, timeout=500, check=False
        )
    finally:
        os.close(reading)
        os.close(writing)


class Scene:
    """The attacked: a home, a listener, a process; and a package for each form of solution."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.home.mkdir()
        (self.home / "witness.txt").write_text(WITNESS)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.victim = subprocess.Popen(
            [sys.executable, "-I", "-c", _VICTIM],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.victim.stdout is not None
        assert self.victim.stdout.readline() == "ready\n"
        self.packages = {form: self._package(form) for form in ("function", "program", "compile")}

    def _package(self, form: str) -> Path:
        package = self.folder / form
        secret = package / "data" / "secret"
        secret.mkdir(parents=True)
        (package / "problem.yaml").write_text(_PACKAGE)
        if form != "program":
            (package / "signature.json").write_bytes(_SIGNATURE)
        for name, given in (("1-attack", "1\n"), ("2-harmless", "0\n")):
            (secret / f"{name}.in").write_text(given)
            (secret / f"{name}.ans").write_text("0\n")
        return package

    def copy(self, source: Path) -> Path:
        """The attack with this scene's places in it."""
        form, language = source.relative_to(HERE).parts[:2]
        package = self.packages[form]
        text = source.read_text()
        for name, value in (
            ("@PORT@", self.listener.getsockname()[1]),
            ("@HOME@", self.home),
            ("@ANSWER@", package / "data" / "secret" / "1-attack.ans"),
            ("@VICTIM@", self.victim.pid),
        ):
            text = text.replace(name, str(value))
        target = package / language / source.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text)
        return target

    def judge(self, form: str, files: Sequence[Path], *arguments: str) -> list[Report]:
        """All `files` in one call, in both modes."""
        package = ("--problem", str(self.packages[form]))
        done = run_command(*package, *arguments, *map(str, files))
        assert done.stdout, done.stderr
        assert done.stderr == "", done.stderr
        return list(msgspec.json.decode(done.stdout, type=RunOutput).reports)

    def harm(self) -> list[str]:
        """What is not as it was."""
        found = []
        if sorted(path.name for path in self.home.iterdir()) != ["witness.txt"]:
            found.append("files in the home")
        elif (self.home / "witness.txt").read_text() != WITNESS:
            found.append("the witness' text")
        self.listener.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            self.listener.accept()[0].close()
            found.append("a connection arrived")
        # It leaves when its input ends, and has then said which signals it got.
        said, _ = self.victim.communicate()
        if said or self.victim.returncode != 0:
            found.append(f"the process got signals: {said} {self.victim.returncode}")
        return found

    def close(self) -> None:
        self.listener.close()
        self.victim.kill()
        self.victim.communicate()


@contextlib.contextmanager
def scene(folder: Path) -> Iterator[Scene]:
    made = Scene(folder)
    try:
        yield made
    finally:
        made.close()


@contextlib.contextmanager
def no_process_is_left() -> Iterator[None]:
    """Processes whose parents end become this process' children: none may be there afterwards."""
    library = ctypes.CDLL(None)
    library.prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before = set(psutil.Process().children(recursive=True))
    try:
        yield
        end = time.monotonic() + _ENDS_S
        while left := _ours(before):
            assert time.monotonic() < end, f"left: {left}"
            psutil.wait_procs(left, timeout=0.1)
    finally:
        library.prctl(_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
        for process in _ours(before):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)


def _ours(before: set[psutil.Process]) -> list[psutil.Process]:
    return [each for each in psutil.Process().children(recursive=True) if each not in before]
