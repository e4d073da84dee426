"""A call with Account Health Support: what to have at hand, what to ask, and its log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from appeal_core.case import Call, Case
from appeal_core.catalog.guides import GuideItem, guides
from appeal_core.journey.standing import as_it_stands
from appeal_core.language import Message, date_text, message


@dataclass(frozen=True)
class Script:
    """What a call is made with. `at_hand`: label and value; `ask` and `mind`: items of the phone guide."""

    at_hand: tuple[tuple[Message, str], ...]
    ask: tuple[GuideItem, ...]
    mind: tuple[GuideItem, ...]


def script(case: Case) -> Script:
    """The script for the case as it stands now, after its last answer."""
    now = as_it_stands(case)
    items = guides()["phone_script"].items_for(now.scope, now.stage, now.route, now.causes)
    return Script(
        at_hand=tuple(pair for pair in _at_hand(case) if pair[1]),
        ask=tuple(i for i in items if i.kind == "do"),
        mind=tuple(i for i in items if i.kind != "do"),
    )


def _at_hand(case: Case) -> list[tuple[Message, str]]:
    diagnosis, seller = case.diagnosis, case.seller
    sent = max((a.sent_at for a in case.attempts.values()), default=None)
    arrived = case.notices[-1].received_at if case.notices else None
    day = {k: date_text(v.date(), case.language, marketplace=case.marketplace) if v else "" for k, v in (("sent", sent), ("arrived", arrived))}  # fmt: skip
    return [
        (message("Store"), seller.store_name),
        (message("Merchant token"), seller.merchant_token),
        (message("Amazon's case number"), seller.case_id),
        (message("Notice received on"), day["arrived"]),
        (message("ASINs of the notice"), ", ".join(diagnosis.asins[:10]) if diagnosis else ""),
        (message("Orders of the notice"), ", ".join(diagnosis.order_ids[:10]) if diagnosis else ""),
        (message("Last sending on"), day["sent"]),
    ]


def with_call(case: Case, at: dt.datetime, who: str, answers: Mapping[str, str], note: str) -> Case:
    """The case with a call in its log; `at` knows its zone."""
    number = len(case.calls) + 1
    while f"call_{number}" in case.calls:
        number += 1
    kept = {key: words.strip() for key, words in answers.items() if words.strip()}
    call = Call(at=at, who=who.strip(), answers=kept, note=note.strip())
    return case.replace(calls={**case.calls, f"call_{number}": call})
