"""Ends processes of a server at moments that nobody chose, and looks what becomes of verdicts.

Only processes that the test's own server has started are ended, by their ids.
"""

from __future__ import annotations

import random
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from fire_client import Client
from fire_texts import square

_ZYGOTE = "lsp_judge.worker.zygote"
# Some 100 ms: long enough to be met while it runs, far below any limit.
_SLOW = "({ volatile long i = 0; while (i < 40000000) i++; n * n; })"


def victims(client: Client, kind: str) -> list[psutil.Process]:
    """The server's processes of a kind, alive now: `zygote`, `worker` or `compiler`."""
    found = []
    for each in client.family()[1:]:
        try:
            parent, line = each.parent(), each.cmdline()
            in_worker = parent is not None and _ZYGOTE in parent.cmdline()
            which = "worker" if in_worker else "zygote" if _ZYGOTE in line else "compiler"
        except psutil.Error:
            continue
        if which == kind:
            found.append(each)
    return found


@dataclass
class Killing:
    """`rounds` saves, in each of which one process of `kind` is ended, if it is met."""

    client: Client
    folder: Path
    kind: str
    rounds: int
    seed: int = 7
    killed: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)

    def run(self) -> None:
        chance = random.Random(self.seed)
        uri = self.client.open(self.folder / f"{self.kind}.c", "")
        for number in range(self.rounds):
            wrong = number % 2 == 0
            expected = "WA" if wrong else "AC"
            answer = f"{_SLOW} + 1" if wrong else _SLOW
            version = self.client.save(uri, square(answer))
            over = threading.Event()
            hunt = threading.Thread(target=self._hunt, args=(over, chance.random() * 0.05))
            hunt.start()
            judgements = self.client.judged(uri, version)
            over.set()
            hunt.join()
            for each in judgements:
                self.verdicts[each["verdict"]] += 1
                assert each["verdict"] in (expected, "IE"), each
                if each["verdict"] == "IE":
                    assert each["error"], each
            # The next save repairs it.
            assert set(self.client.verdicts(uri, square()).values()) == {"AC"}

    def _hunt(self, over: threading.Event, after: float) -> None:
        """End the first of the kind that is met, a moment later."""
        while not over.is_set():
            found = victims(self.client, self.kind)
            if found:
                over.wait(after)
                try:
                    found[-1].kill()
                except psutil.NoSuchProcess:
                    continue
                self.killed += 1
                return
