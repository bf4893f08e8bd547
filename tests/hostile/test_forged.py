"""Artifacts that lie in the result struct: no lie is believed, none outlives its case."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hostile_runs import Make
from hostile_runs import run

from lsp_judge.model.outcome import Outcome, OutputTooLong, Returned, Signalled, TimedOut, Trapped
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.zygote import Zygote

SOURCE = Path(__file__).with_name("forged.c")
FAR = (Trapped, Signalled)  # in wasm the range is checked, natively the processor does
LIES: dict[str, tuple[int, type[Outcome] | tuple[type[Outcome], ...]]] = {
    "the longest output": (1, OutputTooLong),
    "an output beyond the limit": (2, OutputTooLong),
    "an output out of range": (3, FAR),
    "an unknown status": (5, Trapped),
    "a status that is a flag elsewhere": (6, Trapped),
    "a message out of range": (7, FAR),
    "the longest message": (8, FAR),
    "a message that is no text": (9, Trapped),
    "a time beyond all limits": (11, (TimedOut, Returned)),
    "another version, after the gate": (12, Returned),
    "no output": (13, Returned),
}


@pytest.mark.parametrize("mode", list(Mode))
async def test_lies_and_the_case_after_each(
    zygote: Zygote, make: Make, tmp_path: Path, mode: Mode
) -> None:
    honest = 0
    behaviours = [each for lie, _ in LIES.values() for each in (lie, honest)]
    result = await run(zygote, make(mode, SOURCE), tmp_path, behaviours)
    for (name, (_, kinds)), seen in zip(LIES.items(), result.observations[::2], strict=True):
        if name == "the longest message" and mode is Mode.WASM:
            kinds = (Trapped,)
        assert isinstance(seen.outcome, kinds), (name, seen.outcome)
    for seen in result.observations[1::2]:
        assert isinstance(seen.outcome, Returned), seen.outcome
        assert msgspec.msgpack.decode(seen.outcome.output) == [honest]
