"""The shared memory between server and worker: what fits, what does not, what is not believed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack

import msgspec
import pytest

from lsp_judge.worker import region
from lsp_judge.worker.region import Inputs, OutputReader, OutputWriter
from lsp_judge.worker.wire import Code, Record


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[OutputWriter, OutputReader]]:
    """A region of 4 KiB, from both ends."""
    monkeypatch.setattr(region, "OUTPUT_CAPACITY", 4096)
    with ExitStack() as stack:
        file = region.create_outputs()
        stack.callback(os.close, file)
        reader = OutputReader(file)
        stack.callback(reader.close)
        yield OutputWriter(file), reader


def test_inputs_come_out_as_they_went_in() -> None:
    given = [b"one", b"", b"three" * 10_000]
    file = region.create_inputs(given)
    inputs = Inputs(file)
    os.close(file)
    assert [bytes(inputs[index]) for index in range(3)] == given


def test_inputs_cannot_be_changed() -> None:
    file = region.create_inputs([b"one"])
    with pytest.raises(PermissionError):
        os.pwrite(file, b"x", 0)
    os.close(file)


def test_the_case_that_runs_is_seen(small: tuple[OutputWriter, OutputReader]) -> None:
    writer, reader = small
    assert reader.running() is None
    writer.begin(7)
    seen = reader.running()
    assert seen is not None
    assert seen[0] == 7
    assert writer.finish(Record(7, Code.RETURNED, output=b"yes"))
    assert reader.running() is None
    assert [(record.index, record.output) for record in reader.records()] == [(7, b"yes")]
    assert list(reader.records()) == []


def test_what_does_not_fit_is_no_death_of_the_case(
    small: tuple[OutputWriter, OutputReader],
) -> None:
    """The next worker runs it again: the server must not take the worker's end for the case's."""
    writer, reader = small
    writer.begin(0)
    assert writer.finish(Record(0, Code.RETURNED, output=b"x" * 3000))
    writer.begin(1)
    assert not writer.finish(Record(1, Code.RETURNED, output=b"x" * 3000))
    assert reader.running() is None
    assert [record.index for record in reader.records()] == [0]


def test_a_forged_length_is_an_error(small: tuple[OutputWriter, OutputReader]) -> None:
    writer, reader = small
    writer.finish(Record(0, Code.RETURNED))
    writer._map[64:72] = (1 << 40).to_bytes(8, "little")
    with pytest.raises(msgspec.DecodeError):
        list(reader.records())
