"""Walks through every page with a cause that only the knowledge files of CANDOR_CATALOG know; prints what was seen.

Run by `test_invented_cause.py` in a process of its own: the folder is read once, when the catalogue is loaded.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from appeal_core.case import ActionAnswer, Case, Exhibit, Words
from appeal_core.journey import begin, composing, exporting, notices, sending, sheet
from appeal_core.store import Store, open_store

PAPER = b"%PDF-1.4 an invoice"
CODE, CASE = "parcel_sleeves", "walk"
NOW = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
NOTICE = """Hello,
Your Amazon.com selling account was deactivated because you sent orders in reused parcel sleeves.
To reactivate it, please submit the root cause, the actions you have taken, the steps that prevent it,
and invoices for new sleeves of the last 365 days.
"""


class Walk:
    """The wizard over one stored case, driven by its widgets."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.app = AppTest.from_file(str(Path(__file__).resolve().parents[3] / "app.py"), default_timeout=60)
        self.app.query_params["case"] = CASE
        self.app.query_params["lang"] = "en"
        self.app.run()

    @property
    def case(self) -> Case:
        """The case as it is stored."""
        return self.store.load(CASE)

    def open(self, page: str) -> str:
        """All words of a page; its faults are raised."""
        self.app.switch_page(f"pages/{page}.py").run()
        assert not self.app.exception, (page, [e.value for e in self.app.exception])
        kinds = (
            "title",
            "header",
            "subheader",
            "markdown",
            "caption",
            "checkbox",
            "radio",
            "expander",
            "info",
        )
        return "\n".join(
            str(getattr(e, "value", "")) + str(getattr(e, "label", ""))
            for k in kinds
            for e in self.app.get(k)
        )

    def widget(self, kind: str, path: str) -> Any:
        """The widget of a field."""
        return next(w for w in self.app.get(kind) if (w.key or "").startswith(f"{CASE}|{path}"))


def walked(store: Store) -> dict[str, Any]:
    """What each page says, what the letter says, and what was kept."""
    store.add(notices.with_notice_text(begin.new_case(CASE, NOW), NOTICE, NOW), {})
    walk, seen = Walk(store), {}
    seen["notice"] = walk.open("notice")
    walk.widget("radio", "understanding.door").set_value("acknowledge").run()
    walk.widget("text_input", "seller.store_name").set_value("Alder & Pine").run()
    walk.widget("text_input", "seller.signatory").set_value("Lin Hua").run()
    walk.widget("checkbox", f"tick|cause:{CODE}:count_sleeves").check().run()
    seen["causes"] = walk.open("causes")
    walk.widget("radio", "root_causes.shared_bin.check").set_value("yes").run()
    walk.widget("checkbox", "root_causes.shared_bin.chosen").check().run()
    walk.widget("text_input", "root_causes.shared_bin.slots.desk").set_value("packing desk 2").run()
    seen["actions"] = walk.open("actions")
    walk.widget("checkbox", "actions.discarded.chosen").check().run()
    walk.widget("text_input", "actions.discarded.slots.count").set_value("40").run()
    walk.widget("checkbox", "measures.bin_check.chosen").check().run()
    seen["evidence"] = walk.open("evidence")
    store.change(CASE, _with_paper)
    for page in ("reports", "letter", "submit"):
        seen[page] = walk.open(page)
    letter = composing.letter(walk.case)
    store.change(CASE, _sent)
    seen["follow_up"] = walk.open("follow_up")
    return {
        "causes": list(walk.case.causes), "seen": seen, "ticks": list(walk.case.ticks),
        "letter": composing.plain(letter, "en"), "gaps": [g.message.in_("en") for g in letter.gaps()],
        "blockers": [f.rule for f in composing.findings(walk.case, letter) if f.severity == "blocker"],
        "sheet": sheet.sheet_text(walk.case, "zh").decode(),
    }  # fmt: skip


def _with_paper(case: Case) -> Case:
    """An uploaded invoice, and the day and proof of the action (a browser's own widgets)."""
    paper = Exhibit(
        kind="invoice",
        title=Words(en="Invoice for new sleeves"),
        sha256=hashlib.sha256(PAPER).hexdigest(),
        size=len(PAPER),
        file_name="a.pdf",
    )
    done: ActionAnswer = case.actions["discarded"].model_copy(
        update={"done_on": dt.date(2026, 11, 18), "exhibit": "e1"}
    )
    return case.replace(exhibits={"e1": paper}, actions={**case.actions, "discarded": done})


def _sent(case: Case) -> Case:
    package = exporting.package(case, lambda sha: PAPER)
    return sending.with_attempt(case, package, "plan_of_action", NOW, "account_health")


if __name__ == "__main__":
    print("\n" + json.dumps(walked(open_store()), ensure_ascii=False))
