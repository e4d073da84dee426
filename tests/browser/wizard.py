"""Driving the wizard as a person does: by the words on the screen, in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from appeal_core.language import Bilingual, Lang, Message, say

WAIT = 30_000  # milliseconds; two cores are shared with the server and the browser
expect.set_options(timeout=WAIT)

# Counts finished script runs, so that a test can wait for the run that its own action caused.
COUNT_RUNS = """
window.finishedRuns = 0;
window.idleSince = Infinity;
let state = null;
new MutationObserver(() => {
  const app = document.querySelector('[data-testid=stApp]');
  const now = app && app.dataset.testScriptState;
  if (now === state) return;
  state = now;
  window.idleSince = now === 'notRunning' ? performance.now() : Infinity;
  if (now === 'notRunning') window.finishedRuns += 1;
}).observe(document, {subtree: true, childList: true, attributes: true,
                      attributeFilter: ['data-test-script-state']});
"""
# A card unfolds with a motion: a click on what still moves under the mouse is lost.
UNFOLDED = """card => Promise.all(card.getAnimations({subtree: true})
  .filter(motion => motion.effect.getTiming().iterations !== Infinity)
  .map(motion => motion.finished.catch(() => null)))"""
# A run that asks for another one is idle for a moment between the two.
IDLE = (
    "performance.now() - window.idleSince > 120 && !document.querySelector('[data-testid=stSkeleton]')"
    " && !document.querySelector('[data-testid=stApp][data-test-connection-state]:not("
    "[data-test-connection-state=CONNECTED])')"
)


class Wizard:
    """One tab of the wizard in one language."""

    def __init__(self, page: Page, lang: Lang) -> None:
        self.page, self.lang = page, lang

    def t(self, text: str, /, **values: Any) -> str:
        """A text of the program (its English msgid) as this tab shows it."""
        return say(text, self.lang, **values)

    def read(self, text: Bilingual | Message) -> str:
        """A catalogue text as this tab shows it."""
        return text.in_(self.lang)

    # Waiting

    def settled(self) -> Wizard:
        """Waits until the page's script has run to its end."""
        self.page.wait_for_function(f"() => {IDLE}")
        return self

    def through_a_restart(self, server: Any) -> Wizard:
        """Kills the server, lets the tab notice, starts it again and waits for the tab's first run."""
        state = "document.querySelector('[data-testid=stApp]').dataset.testConnectionState"
        server.kill()
        self.page.wait_for_function(f"() => {state} !== 'CONNECTED'")
        server.start()
        self.page.wait_for_function(f"() => {state} === 'CONNECTED'")
        return self.settled()

    @contextmanager
    def run(self) -> Iterator[None]:
        """Waits until the script run that the block causes has ended."""
        self.settled()
        before = self.page.evaluate("window.finishedRuns")
        yield
        self.page.wait_for_function(f"n => window.finishedRuns > n && {IDLE}", arg=before)

    def on(self, page: str) -> Wizard:
        """Waits until this is the page, by its address and by a title of its own."""
        self.page.wait_for_url(re.compile(rf"/{page}(\?|$)"))
        self.settled()
        expect(self.main.locator("h1")).to_be_visible()
        return self

    def go_to(self, page: str) -> Wizard:
        """Opens a page by its link in the task list."""
        self.sidebar.locator(f'a[href*="{page}"]').first.click(delay=80)
        return self.on(page)

    # Finding

    @property
    def main(self) -> Locator:
        """The page beside the sidebar."""
        return self.page.get_by_test_id("stMain")

    @property
    def sidebar(self) -> Locator:
        """The task list, the language, 'Saved'."""
        return self.page.get_by_test_id("stSidebar")

    def field(self, label: str) -> Locator:
        """The field of exactly that label."""
        return self.main.get_by_label(label, exact=True).first

    def card(self, name: str) -> Locator:
        """The foldable card of that name, unfolded."""
        found = self.main.get_by_test_id("stExpander").filter(
            has=self.page.locator("summary").filter(has_text=name)
        )
        found = found.last
        if found.locator("details").get_attribute("open") is None:
            found.locator("summary").click()
            expect(found.locator("details")).to_have_attribute("open", "")
            found.evaluate(UNFOLDED)
            self.settled()
        return found

    def findings(self, severity: str) -> Locator:
        """The cards' badges of a severity, named in the program's words: its sign, the number, the words."""
        return self.main.get_by_text(re.compile(rf"^\S \d+ {re.escape(self.t(severity))}$"))

    # Doing

    def press(self, label: str, where: Locator | None = None) -> None:
        """Clicks a button; what it does is the test's to wait for."""
        (where or self.main).get_by_role("button", name=label).first.click(delay=80)

    def type(self, label: str, text: str, where: Locator | None = None) -> None:
        """Types into a field and commits it."""
        found = (where or self.main).get_by_label(label, exact=True).first
        self.commit(found, text)

    def words(self, slot: Any, english: str, chinese: str, where: Locator) -> None:
        """Fills a slot of free words: in Chinese, the Chinese and the English beside it."""
        label = self.read(slot.label)
        if self.lang == "en":
            self.type(label, english, where)
            return
        for beside, text in (("中文", chinese), ("英文", english)):
            found = where.get_by_role("textbox", name=re.compile(rf"^{re.escape(label)}.*{beside}"))
            self.commit(found.first, text)

    def commit(self, found: Locator, text: str) -> None:
        """Types into a field and leaves it."""
        found.fill(text)
        with self.run():
            found.press("Tab")

    def day(self, label: str, day: str, where: Locator | None = None) -> None:
        """Types a day (ISO) into a date field."""
        found = (where or self.main).get_by_test_id("stDateInput").filter(has_text=label).first
        found.get_by_role("spinbutton").first.click()
        self.page.keyboard.type(day.replace("-", ""))
        with self.run():
            self.page.keyboard.press("Tab")  # to the calendar's button
            self.page.keyboard.press("Tab")  # and out of the field

    def choose(self, label: str, option: str, where: Locator | None = None) -> None:
        """Picks from a list; `option` is how the option begins."""
        found = (where or self.main).get_by_role("combobox", name=label).first
        found.click()
        found.fill(option)
        with self.run():
            self.page.get_by_role("option", name=re.compile(rf"^{re.escape(option)}")).first.click()

    def pick(self, option: str, where: Locator | None = None) -> None:
        """Picks a radio button."""
        with self.run():
            (where or self.main).get_by_test_id("stRadioOption").filter(has_text=option).first.click()

    def tick(self, label: str, where: Locator | None = None) -> None:
        """Ticks a box."""
        with self.run():
            (where or self.main).get_by_test_id("stCheckbox").filter(has_text=label).first.locator(
                "label"
            ).click(position={"x": 8, "y": 10})

    def upload(self, files: list[Path], where: Locator | None = None) -> None:
        """Gives files to the uploader."""
        with self.run():
            (where or self.main).locator("input[type=file]").first.set_input_files(files)

    def download(self, label: str) -> bytes:
        """Clicks a download button; the file's bytes."""
        with self.page.expect_download() as caught:
            self.press(label)
        return Path(caught.value.path()).read_bytes()

    def case_id(self) -> str:
        """The case in the address."""
        return self.page.evaluate("new URL(location.href).searchParams.get('case')")
