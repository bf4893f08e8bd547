"""kill -9 of the zygote, of workers and of compilers at random moments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fire_client import Client, connected
from fire_kills import Killing
from fire_store import OwnStore


@pytest.fixture
def client(tmp_path: Path) -> Iterator[Client]:
    store = OwnStore(tmp_path / "cache")
    with connected(tmp_path / "log", environment=store.environment) as client:
        client.initialize()
        yield client
        client.end()
        assert client.mistakes() == []
    store.remove()


@pytest.mark.parametrize("kind", ["zygote", "worker", "compiler"])
def test_whoever_is_killed_no_verdict_is_wrong(client: Client, tmp_path: Path, kind: str) -> None:
    killing = Killing(client, tmp_path, kind, rounds=6)
    killing.run()
    assert killing.killed >= 3
