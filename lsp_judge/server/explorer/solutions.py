"""The solutions that are known: of open documents, and of the workspace where it was asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from lsp_judge.model.errors import JudgeError
from lsp_judge.model.listing import Listing
from lsp_judge.model.source import Document
from lsp_judge.model.verdict import Mode
from lsp_judge.server.convert import Converter, discovered, test_item, uri_of
from lsp_judge.server.explorer.ids import Leaf, problem_id
from lsp_judge.server.explorer.tree import Item, tree
from lsp_judge.server.explorer.walk import walk
from lsp_judge.server.places import Places

if TYPE_CHECKING:
    from lsp_judge.judging.desk import Desk
    from lsp_judge.server.server import JudgeServer
    from lsp_judge.server.session import Session


@dataclass(frozen=True)
class Known:
    """What was listed of a text."""

    listing: Listing
    text: str


@dataclass
class Solutions:
    """By path. `whole`: the paths of which a client has been told the cases."""

    server: JudgeServer
    known: dict[str, Known] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)

    @property
    def modes(self) -> tuple[Mode, ...]:
        return tuple(Mode) if self.server.settings.trusted else (Mode.WASM,)

    def opened(self, path: str) -> Session | None:
        sessions = self.server.sessions.values()
        return next((each for each in sessions if each.path == path), None)

    async def scan(self) -> None:
        """Look at the open documents and at the files of the workspace's folders."""
        desk = await self._desk()
        texts = {each.path: each.text for each in self.server.sessions.values()}
        folders = list(self.server.folders.values())
        found, complete = await asyncio.to_thread(_scan, desk, texts, folders)
        if not complete:
            text = f"There are many files here: tests are shown of the first {len(found)} solutions"
            self.server.window_log_message(types.LogMessageParams(types.MessageType.Info, text))
        self.known = found
        self.whole &= found.keys()
        self.whole |= texts.keys() & found.keys()

    async def look(self, path: str) -> Known | None:
        """Look at one file as it is now, in the editor or on the disk."""
        desk = await self._desk()
        session = self.opened(path)
        text = session.text if session is not None else await asyncio.to_thread(_read, path)
        listing = None
        if text is not None:
            listing = await asyncio.to_thread(_listed, desk, path, text)
        if listing is None or text is None:
            self.known.pop(path, None)
            return None
        self.known[path] = Known(listing, text)
        return self.known[path]

    async def relook(self, path: str, *, keep: bool = False) -> None:
        """Look again and tell the client what is different; `keep`: a file that cannot be read
        for the moment, because somebody types in it, stays as it was."""
        before = self.known.get(path)
        after = await self.look(path)
        if after is None and keep and before is not None:
            self.known[path] = before
        elif after is None and before is not None:
            self._tell((), gone=before.listing)
        elif after is not None and (before is None or before.listing != after.listing):
            self.whole.add(path)
            self.tell(path, before)

    def take(self, listing: Listing, text: str) -> None:
        """What a run is going to judge, which is newer than what was looked at."""
        before = self.known.get(listing.file)
        self.known[listing.file] = Known(listing, text)
        if before is None or before.listing != listing or listing.file not in self.whole:
            self.whole.add(listing.file)
            self.tell(listing.file, before)

    def tell(self, path: str, before: Known | None = None) -> None:
        """Tell the client what is below a solution."""
        moved = before is not None and before.listing.problem != self.known[path].listing.problem
        self._tell((path,), gone=before.listing if moved and before is not None else None)

    def answer(self, paths: Iterable[str] | None, scope: Sequence[str] | None) -> Any:
        """The items of the solutions (None: all), as a client is told of them."""
        chosen = sorted(self.known if paths is None else paths)
        known = [self.known[path].listing for path in chosen]
        listings = sorted(known, key=lambda each: (each.title or each.problem, each.file))
        items = [self._item(each) for each in tree(listings, self.modes, frozenset(self.whole))]
        files = None if paths is None else [self.uri(path) for path in chosen]
        return discovered(items, scope, files)

    def of_problem(self, problem: str) -> list[str]:
        known = self.known.items()
        return [path for path, each in known if problem_id(each.listing.problem) == problem]

    def uri(self, path: str) -> str:
        session = self.opened(path)
        return session.uri if session is not None else uri_of(path)

    def _tell(self, paths: Sequence[str], gone: Listing | None) -> None:
        """`gone`: what was known and is so no more; its problem goes with its last solution."""
        scope = [Leaf(path).id for path in paths]
        if gone is not None:
            scope = [Leaf(gone.file).id]
            if not self.of_problem(problem := problem_id(gone.problem)):
                scope.append(problem)
        self.server.protocol.notify("experimental/discoveredTests", self.answer(paths, scope))

    def _item(self, item: Item) -> Any:
        if item.path is None:
            return test_item(item, None)
        known, session = self.known[item.path], self.opened(item.path)
        places = Places(known.text, session.text if session is not None else known.text)
        uri = self.uri(item.path)
        return test_item(item, Converter(uri, item.path, self.server.encoding, places))

    async def _desk(self) -> Desk:
        return (await self.server.opened.judge()).desk


def _scan(
    desk: Desk, texts: Mapping[str, str], folders: Sequence[str]
) -> tuple[dict[str, Known], bool]:
    """`texts` are those of open documents: they count, not what is on the disk."""
    walked = walk(folders, desk.knows)
    found: dict[str, Known] = {}
    for path in dict.fromkeys([*texts, *walked.paths]):
        text = texts[path] if path in texts else _read(path)
        if text is not None and (listing := _listed(desk, path, text)) is not None:
            found[path] = Known(listing, text)
    return found, walked.complete


def _listed(desk: Desk, path: str, text: str) -> Listing | None:
    try:
        return desk.listed(Document(path, text.encode("utf-8", "replace")))
    except JudgeError:
        return None  # what is wrong is told when the file itself is judged


def _read(path: str) -> str | None:
    try:
        return Path(path).read_bytes().decode("utf-8", "replace")
    except (OSError, ValueError):  # a name that no file can have, from a client
        return None
