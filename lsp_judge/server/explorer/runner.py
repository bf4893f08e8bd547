"""Runs that a client asked for, and the states of tests in every run."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lsprotocol import types

from lsp_judge.model.errors import JudgeError
from lsp_judge.model.verdict import Mode, ModeChoice
from lsp_judge.server import runs
from lsp_judge.server.convert import Converter, test_state
from lsp_judge.server.explorer.ids import Leaf, parse
from lsp_judge.server.explorer.states import (
    ENQUEUED,
    SKIPPED,
    STARTED,
    State,
    States,
    changes,
    states,
)
from lsp_judge.server.explorer.story import told_of
from lsp_judge.server.explorer.tree import leaves, selected
from lsp_judge.server.places import Places
from lsp_judge.server.session import Session
from lsp_judge.server.watch import Watcher

if TYPE_CHECKING:
    from lsp_judge.model.listing import Listing
    from lsp_judge.model.report import Report
    from lsp_judge.server.explorer.solutions import Known, Solutions
    from lsp_judge.server.server import JudgeServer
    from lsp_judge.server.session import Run


logger = logging.getLogger(__name__)


@dataclass
class Asked:
    """What a client asked to run of one file, in `session`. `generation` is that of its run, None
    until that has begun; a run with another one was begun by a save."""

    session: Session
    selection: frozenset[Leaf]
    generation: int | None = None
    told: set[Mode] = field(default_factory=set)


class Runner(Watcher):
    def __init__(self, server: JudgeServer, solutions: Solutions) -> None:
        self._server = server
        self._solutions = solutions
        self._asked: dict[str, Asked] = {}
        self._states: dict[Leaf, State] = {}
        # What a run has promised and not yet told, by file.
        self._waiting: dict[str, set[Leaf]] = {}
        self._preparing = 0
        self._aborted = 0

    async def run(self, include: frozenset[str] | None, exclude: frozenset[str]) -> None:
        """Begin what is asked for; `experimental/endRunTest` tells of its end."""
        aborted = self._aborted
        self._preparing += 1
        try:
            chosen = await self._chosen(include)
        except JudgeError as error:
            self._server.tell(types.MessageType.Error, str(error))
        except Exception as error:  # it must not end the server, and somebody waits for it
            logger.exception("the tests could not be run")
            text = f"lsp-judge made a mistake: {error!r}. Its log says where."
            self._server.tell(types.MessageType.Error, text)
        else:
            if aborted == self._aborted:
                for known in chosen:
                    modes = self._solutions.modes
                    if selection := selected(known.listing, modes, include, exclude):
                        self._begin(known, selection)
        finally:
            self._preparing -= 1
            self._end_if_over()

    def abort(self) -> None:
        """Stop every run that was asked for, and a save's that took it over: people see one run.
        What other saves began goes on."""
        self._aborted += 1
        stopped, self._asked = self._asked, {}
        for asked in stopped.values():
            runs.cancel(self._server, asked.session)
        if stopped:
            self._end_if_over()

    async def _chosen(self, include: frozenset[str] | None) -> list[Known]:
        if include is None:
            await self._solutions.scan()
            return list(self._solutions.known.values())
        paths = {leaf.path: None for each in include if (leaf := parse(each)) is not None}
        for each in include:
            paths |= dict.fromkeys(self._solutions.of_problem(each))
        looked = [await self._solutions.look(path) for path in paths]
        return [known for known in looked if known is not None]

    def _begin(self, known: Known, selection: frozenset[Leaf]) -> None:
        path = known.listing.file
        session = self._solutions.opened(path)
        if session is None:
            session = Session(self._solutions.uri(path), path, known.text, 0)
        if path not in self._solutions.whole:
            self._solutions.whole.add(path)
            self._solutions.tell(path)
        self._asked[path] = Asked(session, selection)
        modes = {leaf.mode for leaf in selection}
        cases = {leaf.case for leaf in selection}
        (mode,) = modes if len(modes) == 1 else (None,)
        choice = ModeChoice(mode.value) if mode is not None else ModeChoice.BOTH
        case = next(iter(cases)) if len(cases) == 1 and len(known.listing.cases) > 1 else None
        runs.judge(self._server, session, choice, case)

    def opened(self, session: Session) -> None:
        """A file that was run from the disk is run in the editor from now on."""
        asked = self._asked.get(session.path)
        known = self._solutions.known.get(session.path)
        if asked is not None and known is not None and asked.session is not session:
            asked.session.end()
            self._server.scheduler.cancel(asked.session.uri)
            self._begin(known, asked.selection)

    def began(self, session: Session, run: Run) -> None:
        asked = self._asked.get(session.path)
        if asked is not None and asked.session is session and asked.generation is None:
            asked.generation = run.generation
        known = self._solutions.known.get(session.path)
        if known is not None and not run.bench:
            self._promise(session, run, known.listing)

    def planned(self, session: Session, run: Run, listing: Listing) -> None:
        self._solutions.take(listing, run.text)
        self._promise(session, run, listing)

    def _promise(self, session: Session, run: Run, listing: Listing) -> None:
        """Tell that the cases of a run wait for it."""
        wanted = [*leaves(listing, run.modes), *(Leaf(session.path, mode) for mode in run.modes)]
        waiting = {leaf for leaf in wanted if self._is_wanted(leaf, session, run)}
        before = self._waiting.get(session.path, set())
        self._waiting[session.path] = waiting
        self._tell(session, run.text, {leaf: ENQUEUED for leaf in wanted if leaf in waiting})
        self._tell(session, run.text, dict.fromkeys(before - waiting, SKIPPED))

    def _is_wanted(self, leaf: Leaf, session: Session, run: Run) -> bool:
        if leaf.case is None:
            return True
        if run.case is not None and leaf.case != run.case:
            return False
        asked = self._asked.get(session.path)
        ours = asked is not None and asked.generation == run.generation
        return not ours or asked is None or leaf in asked.selection

    def building(self, session: Session, run: Run, mode: Mode) -> None:
        waiting = self._waiting.get(session.path, ())
        begun = {leaf: STARTED for leaf in sorted(waiting, key=str) if leaf.mode is mode}
        self._tell(session, run.text, begun)

    def judged(self, session: Session, run: Run, report: Report) -> None:
        found = states(report)
        wanted = {leaf: each for leaf, each in found.items() if self._is_wanted(leaf, session, run)}
        self._tell(session, run.text, wanted)
        self._waiting[session.path] = self._waiting.get(session.path, set()) - found.keys()
        asked = self._asked.get(session.path)
        if asked is not None and asked.session is session and not run.bench:
            for text in told_of(report, asked.told):
                self._notify("appendOutputToRunTest", {"message": text})

    def over(self, session: Session) -> None:
        rest = self._waiting.pop(session.path, set())
        self._tell(session, session.text, dict.fromkeys(sorted(rest, key=str), SKIPPED))
        if self._asked.pop(session.path, None) is not None:
            self._end_if_over()

    def _end_if_over(self) -> None:
        if not self._asked and not self._preparing:
            self._notify("endRunTest", {})

    def _tell(self, session: Session, text: str, found: States) -> None:
        places = Places(text, session.text)
        converter = Converter(session.uri, session.path, self._server.encoding, places)
        for leaf, state in changes(self._states, found).items():
            self._states[leaf] = state
            self._notify("changeTestState", test_state(leaf.id, state, converter))

    def _notify(self, method: str, params: object) -> None:
        self._server.protocol.notify(f"experimental/{method}", params)
