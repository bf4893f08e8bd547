"""Answers are read as deep as people write them, and no deeper."""

from __future__ import annotations

import msgspec
import pytest

from lsp_judge.judging.answer import _decoded


@pytest.mark.parametrize("head", [b"\x91", b"\x81\xa1k", b"\xdc\x00\x01"])
@pytest.mark.parametrize("depth", [201, 900, 100_000])
def test_too_deep(head: bytes, depth: int) -> None:
    with pytest.raises(msgspec.DecodeError, match="nested deeper than 200 levels"):
        _decoded(head * depth + b"\x01")


def test_deep_enough() -> None:
    value = _decoded(b"\x91" * 150 + b"\x01")
    for _ in range(150):
        (value,) = value
    assert value == 1
