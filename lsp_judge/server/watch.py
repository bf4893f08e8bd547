"""Who wants to know what happens to the documents: the status and the tests.

A watcher hears of every step and decides by itself what its client wants to be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsp_judge.model.listing import Listing
    from lsp_judge.model.report import Report
    from lsp_judge.model.verdict import Mode
    from lsp_judge.server.session import Run, Session


class Watcher:
    """Does nothing by itself: a watcher overrides what it wants to hear of."""

    def opened(self, session: Session) -> None:
        """The document is open; nothing is known of it yet."""

    def edited(self, session: Session) -> None:
        """It has another text."""

    def closed(self, session: Session) -> None:
        """It is not open any more."""

    def began(self, session: Session, run: Run) -> None:
        """A run was asked for; it may have to wait for its turn."""

    def planned(self, session: Session, run: Run, listing: Listing) -> None:
        """A run knows what it will judge."""

    def building(self, session: Session, run: Run, mode: Mode) -> None:
        """A run has begun with a mode."""

    def judged(self, session: Session, run: Run, report: Report) -> None:
        """What a run has found so far: it comes again as modes finish."""

    def changed(self, session: Session) -> None:
        """Anything that is shown of the document may have changed."""

    def over(self, session: Session) -> None:
        """Nothing runs for the document any more."""
