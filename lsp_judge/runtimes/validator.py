"""Runs a package's own output validator, as Kattis' format describes it ("Output Validators").

`program input answer feedback_dir [flag...] < output`; exit status 42 accepts, 43 rejects, and
everything else is a failure of the validator. Its code is the package's, not the solution's: it
is only run for packages that a person trusts, in a process with limits of its own.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lsp_judge.model.errors import ToolFailed

_ACCEPTED, _REJECTED = 42, 43
_LIMIT_S = 10
_MEMORY_BYTES = 1 << 30
_FEEDBACK = ("judgemessage.txt", "teammessage.txt")
_LONGEST = 300


class PythonValidator:
    """Validators that are one Python file, run by this interpreter in isolated mode."""

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
            (place / "input").write_bytes(given)
            (place / "answer").write_bytes(answer)
            names = (str(place / "input"), str(place / "answer"), str(feedback))
            command = [sys.executable, "-I", program, *names, *flags]
            done = _run(command, output, place)
            if done.returncode == _ACCEPTED:
                return None
            if done.returncode != _REJECTED:
                said = done.stderr.decode("utf-8", "replace").strip().splitlines()
                why = f"exit status {done.returncode}" + (f": {said[-1]}" if said else "")
                raise ToolFailed(f"The validator {program} failed: {why}.")
            return _message(feedback)


def _run(command: list[str], output: bytes, place: Path) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            command,
            input=output,
            cwd=place,
            env={"LC_ALL": "C.UTF-8"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=_LIMIT_S,
            check=False,
            preexec_fn=_limit,
        )
    except subprocess.TimeoutExpired as error:
        raise ToolFailed(f"The validator {command[2]} did not end within {_LIMIT_S} s.") from error


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (_LIMIT_S, _LIMIT_S))
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY_BYTES, _MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _message(feedback: Path) -> str:
    for name in _FEEDBACK:
        file = feedback / name
        if file.is_file() and (text := file.read_text("utf-8", "replace").strip()):
            return text.splitlines()[0][:_LONGEST]
    return "the validator does not accept this answer"
