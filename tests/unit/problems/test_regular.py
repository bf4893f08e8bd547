"""What lies in a package in the place of a file is neither waited for nor read without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lsp_judge.problems.regular import read_regular


@pytest.mark.parametrize("target", ["/dev/zero", "pipe", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, target: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    link = tmp_path / "1.in"
    link.symlink_to(target)
    with pytest.raises(OSError, match=r"no regular file|Is a directory"):
        read_regular(link)


@pytest.mark.parametrize("size", [0, 5, (1 << 20) + 1])
def test_a_file_is_read_whole(tmp_path: Path, size: int) -> None:
    (tmp_path / "1.in").write_bytes(b"x" * size)
    assert read_regular(tmp_path / "1.in") == b"x" * size
