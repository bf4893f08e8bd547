"""The store on disk: whole entries or none, bounded, shared by several servers."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_judge.toolchains.keys import key_of
from lsp_judge.toolchains.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def age(store: Store, namespace: str, key: str, hours: float) -> None:
    then = time.time() - hours * 3600
    os.utime(store.folder(namespace, key), (then, then))


def test_bytes_come_back_by_their_key(store: Store) -> None:
    path = store.put_bytes("modules", "k", b"\0wasm")
    assert path.read_bytes() == b"\0wasm"
    assert store.get_path("modules", "k") == path
    assert store.get_path("modules", "other") is None
    assert store.get_path("reports", "k") is None


def test_the_first_entry_of_a_key_stays(store: Store) -> None:
    store.put_bytes("modules", "k", b"first")
    assert store.put_bytes("modules", "k", b"second").read_bytes() == b"first"


def test_an_entry_can_be_replaced(store: Store) -> None:
    store.put_bytes("reports", "k", b"first")
    store.put_bytes("reports", "k", b"second, longer", replace=True)
    path = Store(store.root).get_path("reports", "k")
    assert path is not None
    assert path.read_bytes() == b"second, longer"


def test_many_writers_of_one_key_leave_one_whole_entry(tmp_path: Path) -> None:
    data = os.urandom(200_000)
    stores = [Store(tmp_path) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda store: store.put_bytes("modules", "k", data), stores))
    assert {path.read_bytes() for path in paths} == {data}
    assert not list((tmp_path / "work").iterdir())


def test_a_shortened_file_is_as_good_as_none(tmp_path: Path) -> None:
    path = Store(tmp_path).put_bytes("modules", "k", b"0123456789")
    path.write_bytes(b"0123")
    assert Store(tmp_path).get_path("modules", "k") is None
    assert Store(tmp_path).put_bytes("modules", "k", b"new").read_bytes() == b"new"


def test_an_entry_made_in_its_place_counts_when_it_is_complete(store: Store) -> None:
    folder = store.folder("shared", "k")
    folder.mkdir(parents=True)
    (folder / "header.pch").write_bytes(b"compiled")
    assert store.get("shared", "k") is None
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "header.pch").write_bytes(b"compiled")
    store.complete("shared", "k")
    assert store.get("shared", "k") is not None
    (folder / "header.pch").write_bytes(b"")
    assert store.get("shared", "k") is None


def test_pruning_takes_what_was_unused_for_longest(store: Store) -> None:
    for hours, key in enumerate(("new", "older", "oldest"), start=1):
        store.put_bytes("modules", key, bytes(10_000))
        age(store, "modules", key, hours)
    freed = store.prune(limit_bytes=15_000)
    assert freed >= 20_000
    assert store.get_path("modules", "new") is not None
    assert store.get_path("modules", "older") is None
    assert store.get_path("modules", "oldest") is None


def test_what_was_made_once_for_the_machine_stays_a_month_longer(store: Store) -> None:
    for namespace, days in (("shared", 14), ("modules", 1), ("warm", 40)):
        store.put_bytes(namespace, "k", bytes(10_000))
        age(store, namespace, "k", 24 * days)
    store.prune(limit_bytes=0)
    assert store.get_path("shared", "k") is not None
    assert store.get_path("modules", "k") is None
    assert store.get_path("warm", "k") is None


def test_use_keeps_an_entry_young(store: Store) -> None:
    for key in ("used", "unused"):
        store.put_bytes("modules", key, bytes(10_000))
        age(store, "modules", key, 5)
    age(store, "modules", "used", 9)
    assert store.get_path("modules", "used") is not None
    store.prune(limit_bytes=15_000)
    assert store.get_path("modules", "used") is not None
    assert store.get_path("modules", "unused") is None


def test_what_another_server_may_be_reading_is_never_pruned(store: Store) -> None:
    store.put_bytes("modules", "k", bytes(10_000))
    assert store.prune(limit_bytes=0) == 0
    assert store.get_path("modules", "k") is not None


def test_pruning_takes_single_files_too(store: Store) -> None:
    folder = store.root / "store" / "modules"
    folder.mkdir(parents=True)
    (folder / "a.cwasm").write_bytes(bytes(10_000))
    os.utime(folder / "a.cwasm", (0, 0))
    assert store.prune(limit_bytes=0) == 10_000
    assert not (folder / "a.cwasm").exists()


def test_work_left_by_a_dead_server_is_removed(store: Store) -> None:
    left = store.root / "work" / "left"
    left.mkdir(parents=True)
    os.utime(left, (0, 0))
    with store.scratch() as current:
        store.prune()
        assert current.exists()
    assert not left.exists()


def test_pruning_is_due_once_a_day(store: Store) -> None:
    store.put_bytes("modules", "k", bytes(100))
    small = Store(store.root, limit_bytes=10)
    age(store, "modules", "k", 2)
    assert small.prune_if_due() > 0
    store.put_bytes("modules", "k", bytes(100))
    age(store, "modules", "k", 2)
    assert small.prune_if_due() == 0


def test_usage_and_clear_count_everything(store: Store) -> None:
    store.put_bytes("modules", "k", bytes(1000))
    (store.root / "zig").mkdir()
    (store.root / "zig" / "libc.a").write_bytes(bytes(500))
    usage = {part.namespace: part for part in store.usage()}
    assert usage["modules"].entries == 1
    assert usage["modules"].bytes >= 1000
    assert usage["zig/"].bytes == 500
    assert store.clear() >= 1500
    assert not store.root.exists()
    assert store.get_path("modules", "k") is None


texts = st.lists(st.text(max_size=8), max_size=5)


@given(texts, texts)
def test_keys_tell_every_two_tuples_apart(one: list[str], other: list[str]) -> None:
    assert (key_of(*one) == key_of(*other)) == (one == other)


def test_keys_tell_types_and_nesting_apart() -> None:
    parts: list[tuple[object, ...]] = [("1",), (1,), (b"1",), (["1"],), ("1", None), (True,)]
    assert len({key_of(*each) for each in parts}) == len(parts)
    assert key_of({"a": 1, "b": 2}) == key_of({"b": 2, "a": 1})
