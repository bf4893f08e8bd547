"""What a server holds after many judgements: memory, descriptors, processes, files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fire_client import Client
from fire_texts import square, square_py


@dataclass(frozen=True)
class Held:
    """Bytes are of private memory: what is shared is counted by nobody twice."""

    server_bytes: int
    zygote_bytes: int
    server_files: int
    zygote_files: int
    processes: int
    scratch: int
    shared: int

    @staticmethod
    def by(client: Client, root: Path) -> Held:
        family = client.family()
        server = family[0]
        zygote = next(each for each in family if "lsp_judge.worker.zygote" in each.cmdline())
        work = root / "work"
        return Held(
            server.memory_full_info().uss,
            zygote.memory_full_info().uss,
            server.num_fds(),
            zygote.num_fds(),
            len(family),
            len(list(work.iterdir())) if work.exists() else 0,
            len(os.listdir("/dev/shm")),
        )


def judge_many(client: Client, folder: Path, count: int, *, fresh: float = 1.0) -> None:
    """`count` saves in native mode, of C and Python, right and wrong in turn; `fresh` of them
    are new texts, the others are taken from the store."""
    uris = {
        "c": client.open(folder / "many.c", ""),
        "py": client.open(folder / "many.py", "", "python"),
    }
    kept = {"c": square(), "py": square_py()}
    for number in range(count):
        kind = "c" if number % 4 == 0 else "py"
        make = square if kind == "c" else square_py
        wrong = number % 3 == 0
        if number % 100 < fresh * 100:
            text = make("n + n" if wrong else "n * n")
        else:
            text, wrong = kept[kind], False
        assert client.verdicts(uris[kind], text) == {"native": "WA" if wrong else "AC"}
        for published in client.published.values():
            del published[:-1]
        client.answers.clear()
