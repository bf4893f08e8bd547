"""Many saves of many files at once, with cancellations; used by the suite and by the soak."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from fire_client import Client
from fire_texts import square

COMPILERS = ("cc1", "cc1plus", "zig", "compile", "rustc", "gcc", "cc", "c++")


@dataclass
class Storm:
    """`saves` saves over `files` files, spread over `seconds`. Each has an expected answer of its
    own, so that every message says which save it belongs to."""

    client: Client
    folder: Path
    files: int
    saves: int
    seconds: float
    most_compilers: int = 0
    cancelled: int = 0
    newest: dict[str, int] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)

    def run(self) -> None:
        """Save, wait for the last results, and check everything that was shown meanwhile."""
        uris = [self.client.open(self.folder / f"s{n}.c", "") for n in range(self.files)]
        # The first build of a server also asks the compilers who they are.
        self.client.judged(uris[0], self.client.save(uris[0], square()))
        ended = threading.Event()
        watching = threading.Thread(target=self._watch, args=(ended,))
        watching.start()
        try:
            self._save_all(uris)
            for uri in uris:
                self._check_last(uri)
        finally:
            ended.set()
            watching.join()
        for uri in uris:
            self._check_all(uri)

    def _save_all(self, uris: list[str]) -> None:
        chance = random.Random(11)
        begun = time.monotonic()
        for number in range(self.saves):
            uri = uris[number % len(uris)] if number < len(uris) else chance.choice(uris)
            # 9 is what comes out: each save is wrong in its own way.
            expected = 1000 + number
            self.versions[uri] = self.client.save(uri, square(expected=expected))
            self.newest[uri] = expected
            if chance.random() < 0.1:
                self._cancel(uri)
            left = begun + (number + 1) * self.seconds / self.saves - time.monotonic()
            if left > 0:
                time.sleep(left)  # the pace of the load; nothing is hoped for meanwhile
        for uri in uris:
            # What was cancelled last shows nothing: each file is saved once more at the end.
            expected = self.newest[uri] + 100_000
            self.versions[uri] = self.client.save(uri, square(expected=expected))
            self.newest[uri] = expected

    def _cancel(self, uri: str) -> None:
        self.cancelled += 1
        arguments = {"command": "lspJudge.cancel", "arguments": [{"uri": uri}]}
        self.client.request("workspace/executeCommand", arguments)

    def _check_last(self, uri: str) -> None:
        judgements = self.client.judged(uri, self.versions[uri])
        assert judgements, f"nothing was judged of {uri}"
        for each in judgements:
            assert each["verdict"] == "WA", each
            assert each["cases"][0]["expected"] == self.newest[uri]
            assert each["cases"][0]["actual"] == 9

    def _check_all(self, uri: str) -> None:
        """What was shown is of one save each, and never of an older one than before."""
        before = 0
        for each in self.client.published.get(uri, []):
            shown = {message.split("expected ")[1].split(",")[0] for message in
                     (found["message"] for found in each["diagnostics"])}  # fmt: skip
            assert len(shown) <= 1, each
            for expected in map(int, shown):
                assert expected >= before, f"{uri}: {expected} after {before}"
                before = expected
        assert before == self.newest[uri]

    def _watch(self, ended: threading.Event) -> None:
        """Count the compilers that run at the same time: groups of processes, for a compiler is
        a driver with parts."""
        while not ended.wait(0.02):
            self.most_compilers = max(self.most_compilers, len(self._compilers()))

    def _compilers(self) -> set[int]:
        try:
            server = psutil.Process(self.client.process.pid)
            return {
                each.pid
                for each in server.children()
                if each.name() in COMPILERS and each.status() != psutil.STATUS_ZOMBIE
            }
        except psutil.Error:
            return set()
