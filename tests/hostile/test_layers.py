"""Every layer of the sandbox is worth something without the others: the same doors, tried where
the kernel tells nobody of refused calls, where it has no Landlock, and where it has neither."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec
import pytest
from hostile_runs import Make
from hostile_runs import run

from lsp_judge.model.outcome import Returned
from lsp_judge.model.verdict import Mode
from lsp_judge.runtimes.zygote import Zygote
from lsp_judge.worker.landlock import open_landlock

HERE = Path(__file__).parent
THREAD, READ_EARLY = 0, 1
DOORS = range(10)
NAMES = "names of refused system calls"


@pytest.fixture(params=["", "watcher", "landlock", "watcher landlock"])
async def lacking(request: pytest.FixtureRequest) -> AsyncIterator[tuple[set[str], Zygote]]:
    lacks = set(request.param.split())
    zygote = Zygote((str(HERE / "weak_zygote.py"), *sorted(lacks)))
    if not open_landlock().version:
        lacks.add("landlock")
    yield lacks, zygote
    await zygote.close()


async def test_no_door_opens(lacking: tuple[set[str], Zygote], make: Make, tmp_path: Path) -> None:
    lacks, zygote = lacking
    result = await run(zygote, make(Mode.NATIVE, HERE / "doors.c"), tmp_path, DOORS)
    answers = []
    for seen in result.observations:
        assert isinstance(seen.outcome, Returned), seen
        answers += msgspec.msgpack.decode(seen.outcome.output)
    # Threads are what solutions may have. Files are read while an artifact is loaded, by its
    # constructors as well: which ones is for Landlock to say.
    opened = {door for door in DOORS if answers[door]}
    assert opened == ({THREAD, READ_EARLY} if "landlock" in lacks else {THREAD})


async def test_what_holds_is_said(
    lacking: tuple[set[str], Zygote], make: Make, tmp_path: Path
) -> None:
    lacks, zygote = lacking
    result = await run(zygote, make(Mode.NATIVE, HERE / "doors.c"), tmp_path, [THREAD, 4])
    holds, _, missing = result.isolation.partition("; missing: ")
    assert ("Landlock" in missing) == ("Landlock" not in holds) == ("landlock" in lacks)
    assert (NAMES in missing) == ("watcher" in lacks)
    assert "seccomp" in holds
    names = () if "watcher" in lacks else ("socket",)
    assert [seen.refused for seen in result.observations] == [(), names]
