"""VS Code's workbench as a person sees it: what is on the screen, and what can be clicked.

Everything waits for a state of the screen; nothing sleeps.
"""

from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
# The first build of a language, on a machine that is busy with other things as well.
PATIENCE = 120_000
# How a lens ends when nothing is measured any more.
TIME = r"[\d.]+ (ns|µs|ms)$"


class Workbench:
    """One window on one folder."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.folder = folder

    # What is on the screen.

    @property
    def lenses(self) -> Locator:
        """The lenses that can be clicked, and those that only say something."""
        return self.page.locator(".codelens-decoration a")

    @property
    def squiggles(self) -> Locator:
        return self.page.locator(".editor-instance .squiggly-error")

    @property
    def toasts(self) -> Locator:
        return self.page.locator(".notification-toast")

    @property
    def status(self) -> Locator:
        return self.page.locator("[id='lsp-judge.lsp-judge.lspJudge.status']")

    def lens(self, text: str | re.Pattern[str]) -> Locator:
        return self.lenses.filter(has_text=text)

    def judged(self, verdict: str) -> None:
        """Waits until both modes say so, with their final times, and nothing runs any more."""
        for mode in ("wasm", "native"):
            expect(self.lens(re.compile(f"^{mode} {verdict} {TIME}"))).to_be_visible()
        expect(self.lens("Benchmark")).to_be_visible()

    def text(self, part: str) -> Locator:
        """The lines of the editor with this in them."""
        spaced = re.compile(re.escape(part).replace("\\ ", "\\s"))
        return self.page.locator(".editor-instance .view-line", has_text=spaced)

    def line_of(self, squiggle: Locator) -> str:
        """The text of the line that the squiggle is under."""
        box = squiggle.bounding_box()
        assert box is not None
        middle = box["y"] + box["height"] / 2
        for line in self.page.locator(".editor-instance .view-line").all():
            at = line.bounding_box()
            if at is not None and at["y"] <= middle <= at["y"] + at["height"]:
                return plain(line.inner_text())
        raise AssertionError("the squiggle is on no line")

    # What a person does.

    def write(self, name: str, text: str) -> None:
        """A file that is there before it is opened."""
        (self.folder / name).write_text(text)

    def open(self, name: str) -> None:
        """By a double click on the file in the Explorer."""
        self.page.keyboard.press("Control+Shift+E")
        # Files are not watched: that part of VS Code is compiled when it is installed.
        self.page.get_by_role("button", name="Refresh Explorer").click()
        row = self.page.locator(f".explorer-folders-view .monaco-list-row[aria-label^='{name}']")
        row.dblclick()
        tab = self.page.locator(f".tab.active[data-resource-name='{name}']")
        expect(tab).to_be_visible()
        expect(self.page.locator(".editor-instance .view-line").first).to_be_visible()

    def command(self, title: str) -> None:
        """Choose a command in the palette."""
        self.page.keyboard.press("F1")
        box = self.page.locator(".quick-input-widget input[type=text]").first
        expect(box).to_be_visible()
        box.fill(f">{title}")
        row = self.page.locator(".quick-input-list .monaco-list-row").first
        expect(row).to_contain_text(title)
        self.page.keyboard.press("Enter")

    def pick(self, label: str) -> None:
        """Choose in a list that a command has opened."""
        self.page.locator(".quick-input-list .monaco-list-row", has_text=label).first.click()

    def focus(self) -> None:
        self.page.keyboard.press("Control+1")

    def replace(self, text: str) -> None:
        """Replace the whole text of the editor, as if it were pasted."""
        self.focus()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        expect(self.page.locator(".tab.active.dirty")).to_be_visible()

    def save(self) -> None:
        self.page.keyboard.press("Control+s")
        expect(self.page.locator(".tab.active:not(.dirty)")).to_be_visible()

    def click_lens(self, text: str, seen: Locator) -> None:
        """Clicks until its effect is seen: a click on a lens that is being drawn anew can miss."""
        deadline = time.monotonic() + PATIENCE / 1000
        while not seen.first.is_visible():
            assert time.monotonic() < deadline, f"{text} had no effect"
            with suppress(TimeoutError):
                self.lens(text).first.click(timeout=2_000)
            with suppress(TimeoutError):
                seen.first.wait_for(timeout=3_000)

    def quick_fix(self, title: str) -> None:
        """Choose an action in the menu at the squiggle."""
        self.squiggles.first.click(force=True)
        self.page.keyboard.press("Control+.")
        row = self.page.locator(".action-widget .monaco-list-row", has_text=title).first
        expect(row).to_be_visible()
        row.click(force=True)
        expect(row).to_be_hidden()

    def hover(self, word: str) -> str:
        """Points at the word; the hover's text."""
        self.point_away()
        place = self.page.locator(".editor-instance .view-line span span", has_text=word).first
        box = place.bounding_box()
        assert box is not None
        inside = place.inner_text().replace("\u00a0", " ").index(word) + 1
        step = box["width"] / len(place.inner_text())
        self.page.mouse.move(box["x"] + inside * step, box["y"] + box["height"] / 2, steps=4)
        shown = self.page.locator(".monaco-hover:not(.hidden) .hover-contents", has_text="mode")
        expect(shown.first).to_be_visible(timeout=10_000)
        return plain(shown.first.inner_text())

    def point_away(self) -> None:
        """So that no hover covers what is clicked next."""
        self.page.mouse.move(5, 5)
        expect(self.page.locator(".monaco-hover:not(.hidden) .hover-contents")).to_have_count(0)

    def shot(self, name: str) -> None:
        SHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SHOTS / f"{name}.png")


def plain(text: str) -> str:
    """Without the kinds of space that an editor draws with."""
    return text.replace("\u00a0", " ").replace("\u200a", " ")
