"""Calls built artifacts through the ABI, in a process of its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from lsp_judge.model.build import Artifact


class Called(Struct, frozen=True):
    """What one call through the ABI gave; status -1: a trap, whose text is the message."""

    status: int
    duration_ns: int
    value: Any
    message: str


class Run(Struct, frozen=True):
    """All calls of one process (none where it died), and what was printed."""

    calls: tuple[Called, ...]
    stdout: str
    stderr: str
    exit_status: int


def call(artifact: Artifact, calls: Sequence[Any], *options: str) -> Run:
    """Call an artifact once for each list of arguments (see abi_caller.py for the other forms)."""
    caller = str(Path(__file__).with_name("abi_caller.py"))
    with tempfile.TemporaryFile() as answer:
        done = subprocess.run(
            [sys.executable, caller, artifact.path, str(answer.fileno()), *options],
            input=json.dumps(calls),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            pass_fds=(answer.fileno(),),
        )
        answer.seek(0)
        said = answer.read()
    found = tuple(Called(*each) for each in json.loads(said)) if said else ()
    return Run(found, done.stdout, done.stderr, done.returncode)
