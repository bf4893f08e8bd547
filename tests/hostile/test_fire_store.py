"""The store while servers use it: deleted, read-only, full, damaged, shared."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from fire_client import Client, connected
from fire_store import OwnStore, apart, flip, seen_by, within
from fire_texts import square, square_py

from lsp_judge.toolchains.store import Store

# So many files are damaged at a time; one by one where there is time.
GROUP = 1 if os.environ.get("LSP_JUDGE_SOAK") else 8
BOTH_RIGHT = {"wasm": "AC", "native": "AC"}
BOTH_WRONG = {"wasm": "WA", "native": "WA"}
STDIO = '#include <stdio.h>\nint main(void) { int n; scanf("%d", &n); printf("%d\\n", n * n); }\n'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[OwnStore]:
    own = OwnStore(tmp_path / "cache")
    yield own
    own.remove()


@pytest.fixture
def client(store: OwnStore, tmp_path: Path) -> Iterator[Client]:
    with connected(tmp_path / "log", environment=store.environment) as client:
        client.initialize()
        yield client
        client.end()
        assert client.mistakes() == []


def errors(judgements: list[dict[str, str]]) -> str:
    return " ".join(each["error"] or each["degraded_why"] or "" for each in judgements)


def test_no_wrong_byte_of_an_entry_is_ever_given_out(tmp_path: Path) -> None:
    """Every byte of every file of an entry, one after the other."""
    data = bytes(range(64))
    folder = Store(tmp_path).put_bytes("artifacts", "k", data).parent
    sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    for name, size in sizes.items():
        for place in range(size):
            Store(tmp_path).put_bytes("artifacts", "k", data)
            flip(folder / name, place)
            found = Store(tmp_path).get_path("artifacts", "k")
            assert found is None or found.read_bytes() == data


def test_a_damaged_file_of_any_kind_never_makes_a_wrong_verdict(
    client: Client, store: OwnStore, tmp_path: Path
) -> None:
    """Artifacts, notes, compiled modules, shared steps, reports: one bit of each."""
    (tmp_path / "echo.in").write_text("7\n")
    (tmp_path / "echo.ans").write_text("49\n")
    solutions = {
        "right.c": (square(), BOTH_RIGHT),
        "wrong.c": (square("n + n"), BOTH_WRONG),
        "echo.c": (STDIO, BOTH_RIGHT),
    }
    uris = {name: client.open(tmp_path / name, "") for name in solutions}
    for name, (text, expected) in solutions.items():
        assert client.verdicts(uris[name], text) == expected, name
    files = store.files()
    kinds = {path.relative_to(store.root / "store").parts[0] for path in files}
    assert kinds >= {"artifacts", "modules", "reports", "shared", "warm"}
    chance = random.Random(4)
    chance.shuffle(files)
    for first in range(0, len(files), GROUP):
        damaged = files[first : first + GROUP]
        for path in damaged:
            if path.exists() and (size := path.stat().st_size):
                flip(path, chance.choice((0, size - 1, chance.randrange(size))))
        for name, (text, expected) in solutions.items():
            assert client.verdicts(uris[name], text) == expected, (damaged, name)


def test_damage_that_a_later_server_finds(store: OwnStore, tmp_path: Path) -> None:
    """Of scripts too: with another answer in it the kept file would give another verdict."""
    text = square_py()
    for _ in range(2):
        with connected(tmp_path / "log", environment=store.environment) as client:
            client.initialize({"mode": "native"})
            uri = client.open(tmp_path / "a.py", "", "python")
            assert client.verdicts(uri, text) == {"native": "AC"}
        scripts = [path for path in store.files() if path.suffix == ".py"]
        kept = [path for path in scripts if b"n * n" in path.read_bytes()]
        assert kept
        for path in kept:
            path.write_bytes(path.read_bytes().replace(b"n * n", b"n + n"))


def test_the_folder_is_deleted_while_the_server_runs(
    client: Client, store: OwnStore, tmp_path: Path
) -> None:
    uri = client.open(tmp_path / "a.c", "")
    text = square()
    assert client.verdicts(uri, text) == BOTH_RIGHT
    store.remove()
    store.make()
    assert client.verdicts(uri, text) == BOTH_RIGHT
    # Now while it compiles.
    for round_ in (1, 3, 6):
        version = client.save(uri, square("n + n"))
        client.until(lambda: client.progress or None, "the begin of the build")
        for _ in range(round_):
            store.empty()
        for judgement in client.judged(uri, version):
            assert judgement["verdict"] in ("WA", "IE"), judgement
    assert client.verdicts(uri, square()) == BOTH_RIGHT


def test_a_read_only_store_gives_what_it_has_and_says_what_it_cannot(
    store: OwnStore, tmp_path: Path
) -> None:
    text = square()
    with connected(tmp_path / "log", environment=store.environment) as client:
        client.initialize()
        uri = client.open(tmp_path / "a.c", "")
        assert client.verdicts(uri, text) == BOTH_RIGHT
    root = store.root
    before = apart(f"mount --bind '{root}' '{root}'; mount -o remount,ro,bind '{root}'")
    with connected(tmp_path / "log", environment=store.environment, before=before) as client:
        client.initialize()
        uri = client.open(tmp_path / "a.c", "")
        assert client.verdicts(uri, text) == BOTH_RIGHT
        found = client.judged(uri, client.save(uri, square("n + n")))
        assert {each["verdict"] for each in found} == {"IE"}
        assert "Read-only file system" in errors(found)
        within(client.process.pid, "mount", "-o", "remount,rw,bind", str(root))
        assert client.verdicts(uri, square("n + n")) == BOTH_WRONG
        client.end()
        assert client.mistakes() == []


def test_a_full_disk_is_said_and_a_free_one_is_used_again(store: OwnStore, tmp_path: Path) -> None:
    root, zig = store.root, (store.root / "zig").resolve()
    mount = f"mount -t tmpfs -o size=24m fire '{root}'; ln -s '{zig}' '{root}/zig'"
    with connected(tmp_path / "log", environment=store.environment, before=apart(mount)) as client:
        client.initialize()
        uri = client.open(tmp_path / "a.c", "")
        assert client.verdicts(uri, square()) == BOTH_RIGHT
        heap = seen_by(client.process.pid, root) / "heap"
        _fill(heap)
        for spare in (0, 4096, 40_000, 200_000):
            with heap.open("r+b") as file:
                file.truncate(heap.stat().st_size - spare)
            found = client.judged(uri, client.save(uri, square("n + n")))
            assert {each["verdict"] for each in found} <= {"WA", "IE"}, found
            if any(each["verdict"] == "IE" for each in found):
                assert "No space left" in errors(found) or "NoSpaceLeft" in errors(found)
            _fill(heap)
        heap.unlink()
        assert client.verdicts(uri, square("n + n")) == BOTH_WRONG
        assert client.verdicts(uri, square()) == BOTH_RIGHT
        client.end()
        assert client.mistakes() == []


def _fill(heap: Path) -> None:
    with heap.open("ab", buffering=0) as file:
        for size in (1 << 16, 1 << 10, 1):
            try:
                while file.write(bytes(size)):
                    continue
            except OSError:
                continue


def test_two_servers_on_one_empty_store(store: OwnStore, tmp_path: Path) -> None:
    """Both begin with the same shared steps at the same time, and then share what is kept."""
    text = square()
    with (
        connected(tmp_path / "log1", environment=store.environment) as one,
        connected(tmp_path / "log2", environment=store.environment) as two,
    ):
        pair = (one, two)
        for client in pair:
            client.initialize()
        uris = [client.open(tmp_path / "a.c", "") for client in pair]
        for round_ in range(6):
            own = [text if round_ % 2 else square() for _ in pair]
            answers = ("n * n", "n + n")
            if round_ % 3 == 2:
                own = [square(answer) for answer in answers]
            versions = [c.save(u, t) for c, u, t in zip(pair, uris, own, strict=True)]
            for index, client in enumerate(pair):
                wrong = round_ % 3 == 2 and index == 1
                found = client.judged(uris[index], versions[index])
                verdicts = {each["mode"]: each["verdict"] for each in found}
                assert verdicts == (BOTH_WRONG if wrong else BOTH_RIGHT)
            for path in store.files()[round_::7]:
                if path.stat().st_size:
                    flip(path, path.stat().st_size // 2)
        for client in pair:
            client.end()
            assert client.mistakes() == []
