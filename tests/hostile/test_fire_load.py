"""Load: a storm of saves, and many judgements that leave nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fire_client import Client, connected
from fire_many import Held, judge_many
from fire_store import OwnStore
from fire_storm import Storm

# As many compilers as a server runs at once (`StoreBuilder`).
JOBS = 2


@pytest.fixture
def store(tmp_path: Path) -> Iterator[OwnStore]:
    own = OwnStore(tmp_path / "cache")
    yield own
    own.remove()


@pytest.fixture
def client(store: OwnStore, tmp_path: Path) -> Iterator[Client]:
    with connected(tmp_path / "log", environment=store.environment) as client:
        client.initialize({"mode": "native"})
        yield client
        client.end()
        assert client.mistakes() == []


def test_a_thousand_saves_in_ten_seconds_show_the_newest_results_alone(
    client: Client, tmp_path: Path
) -> None:
    storm = Storm(client, tmp_path, files=50, saves=1000, seconds=10)
    storm.run()
    assert 1 <= storm.most_compilers <= JOBS
    assert storm.cancelled > 50


def test_many_judgements_leave_nothing_behind(
    client: Client, store: OwnStore, tmp_path: Path
) -> None:
    judge_many(client, tmp_path, 40)
    before = Held.by(client, store.root)
    judge_many(client, tmp_path, 120)
    after = Held.by(client, store.root)
    assert (after.server_files, after.zygote_files) == (before.server_files, before.zygote_files)
    assert (after.processes, after.scratch, after.shared) == (before.processes, 0, before.shared)
    assert after.zygote_bytes <= before.zygote_bytes * 1.05
    assert after.server_bytes <= before.server_bytes * 1.05
