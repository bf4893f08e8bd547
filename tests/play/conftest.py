"""A page that plays a solution, and a browser to look at it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.play.chromium import Tab, chromium

ROOT = Path(__file__).parents[2]
Playing = Callable[[Path], AbstractContextManager[str]]


@pytest.fixture(scope="session")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with chromium(tmp_path_factory.mktemp("browser") / "profile") as tab:
        yield tab
        assert tab.complaints == []


@pytest.fixture
def playing() -> Playing:
    return _playing


@contextmanager
def _playing(file: Path) -> Iterator[str]:
    """The address of `lsp-judge play FILE`, which has ended when this is left."""
    command = [sys.executable, "-m", "lsp_judge.cli.main", "play", str(file), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            assert " at http://127.0.0.1:" in line, line
            yield line.split(" at ")[1].split()[0]
            assert process.poll() is None, "the server ended"
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    assert found, "Node is missing: apt-get install nodejs"
    return found


def accepted(problem: str, ending: str) -> Path:
    """An accepted submission of the catalogue."""
    return next(sorted_files(problem, ending))


def sorted_files(problem: str, ending: str) -> Iterator[Path]:
    folder = ROOT / "problems" / problem / "submissions" / "accepted"
    return iter(sorted(folder.glob(f"*.{ending}")))
