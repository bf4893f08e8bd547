"""Runs a package's own output validator, as Kattis' format describes it ("Output Validators").

`program input answer feedback_dir [flag...] < output`; exit status 42 accepts, 43 rejects, and
everything else is a failure of the validator. Its code is the package's, not the solution's: it
is only run for packages that a person trusts, in a process with limits of its own, which reads
its package and Python alone and writes into its feedback folder (Landlock, where there is one).
"""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

from lsp_judge.model.errors import ToolFailed
from lsp_judge.worker.landlock import Landlock, open_landlock

_ACCEPTED, _REJECTED = 42, 43
_LIMIT_S = 10
_LIMITS = {
    resource.RLIMIT_CPU: _LIMIT_S,
    resource.RLIMIT_DATA: 1 << 30,
    resource.RLIMIT_FSIZE: 16 << 20,
    resource.RLIMIT_CORE: 0,
}
_FEEDBACK = ("judgemessage.txt", "teammessage.txt")
_LONGEST = 300


class PythonValidator:
    """Validators that are one Python file, run by this interpreter in isolated mode. What it needs
    of the kernel is looked for at the first one."""

    def __init__(self) -> None:
        self._landlock: Landlock | None = None

    def check(
        self, program: str, given: bytes, answer: bytes, output: bytes, flags: Sequence[str] = ()
    ) -> str | None:
        """None where `output` is accepted, else why not, in one line.

        Raises ToolFailed where the validator does neither.
        """
        with tempfile.TemporaryDirectory(prefix="judge-") as folder:
            place = Path(folder)
            feedback = place / "feedback"
            feedback.mkdir()
            for name, data in (("input", given), ("answer", answer), ("output", output)):
                (place / name).write_bytes(data)
            names = (str(place / "input"), str(place / "answer"), str(feedback))
            command = [sys.executable, "-I", program, *names, *flags]
            status = _run(command, place, self._confinement())
            if status == _ACCEPTED:
                return None
            if status != _REJECTED:
                said = _text(place / "stderr").strip().splitlines()
                why = f"exit status {status}" + (f": {said[-1]}" if said else "")
                raise ToolFailed(f"The validator {program} failed: {why}.")
            return _message(feedback)

    def _confinement(self) -> Landlock | None:
        if sys.platform == "linux" and self._landlock is None:
            self._landlock = open_landlock()
        return self._landlock


def _run(command: list[str], place: Path, landlock: Landlock | None) -> int:
    """The exit status. Landlock binds a thread and what it starts: hence one of its own."""
    ended: Future[int] = Future()

    def work() -> None:
        try:
            if landlock is not None:
                landlock.restrict([os.path.dirname(command[2])], [str(place), os.devnull])
            ended.set_result(_waited(command, place))
        except BaseException as error:  # it is raised where somebody waits for it
            ended.set_exception(error)

    threading.Thread(target=work, name="validates", daemon=True).start()
    return ended.result()


def _waited(command: list[str], place: Path) -> int:
    with (place / "output").open("rb") as output, (place / "stderr").open("wb") as stderr:
        process = subprocess.Popen(
            command,
            stdin=output,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            cwd=place,
            env={"LC_ALL": "C.UTF-8"},
            start_new_session=True,
        )
    try:
        _limit(process.pid)
        return process.wait(_LIMIT_S)
    except subprocess.TimeoutExpired as error:
        raise ToolFailed(f"The validator {command[2]} did not end within {_LIMIT_S} s.") from error
    finally:
        with suppress(ProcessLookupError):  # what it started ends with it
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _limit(pid: int) -> None:
    """From outside: nothing of ours is to run between fork and exec of a process with threads.
    An interpreter takes longer to start."""
    if sys.platform != "linux":
        return
    with suppress(ProcessLookupError):
        for kind, most in _LIMITS.items():
            resource.prlimit(pid, kind, (most, most))


def _message(feedback: Path) -> str:
    for name in _FEEDBACK:
        if text := _text(feedback / name).strip():
            return text.splitlines()[0][:_LONGEST]
    return "the validator does not accept this answer"


def _text(path: Path) -> str:
    """The beginning of what a validator wrote; a link, or what else is no file, says nothing."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return ""
    with open(handle, "rb") as file:
        regular = stat.S_ISREG(os.fstat(handle).st_mode)
        return file.read(1 << 16).decode("utf-8", "replace") if regular else ""
