"""VS Code's Testing view."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.editors.workbench import Workbench


class Explorer:
    """The Testing view."""

    def __init__(self, workbench: Workbench) -> None:
        self.workbench = workbench
        self.page = workbench.page

    def show(self) -> None:
        self.workbench.command("Testing: Focus on Test Explorer View")

    def row(self, label: str | re.Pattern[str]) -> Locator:
        return self.page.locator(".test-explorer .monaco-list-row", has_text=label)

    def expand_all(self, last: str) -> None:
        """Opens rows until the one with this label is there."""
        rows = self.page.locator(".test-explorer .monaco-list-row")
        while not self.row(last).count():
            before = rows.count()
            self.page.locator(
                ".test-explorer .monaco-list-row[aria-expanded=false] .monaco-tl-twistie"
            ).last.click()
            expect(rows.nth(before)).to_be_visible()

    def state(self, label: str, state: str) -> Locator:
        """Rows with this label in this state."""
        return self.page.locator(
            f".test-explorer .monaco-list-row[aria-label*='({state})']", has_text=label
        )

    def run(self, row: Locator) -> None:
        self._press(row, "Run Test")

    def debug(self, row: Locator) -> None:
        self._press(row, "Debug Test")

    @staticmethod
    def _press(row: Locator, button: str) -> None:
        row.hover()
        row.get_by_role("button", name=button).click()
