"""The gallery: a letter of each sample and of each kind, from the catalogue as it is. All of it is invented."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache

from appeal_core.case import ActionAnswer, Attempt, Case, Exhibit, Letter, Reply, Span, Words
from appeal_core.journey.samples import open_sample, overview
from appeal_core.letter import compose, plain_text
from tests.journey.answered import answered

SAMPLES = tuple(s.name for s in overview())
ANSWERED = {  # kind -> cause and door of an answered case
    "document_cover": ("inauthentic", "acknowledge"),
    "dispute": ("inauthentic", "dispute"),
    "intellectual_property": ("trademark", "acknowledge"),
    "listing_appeal": ("detail_page_abuse", "acknowledge"),
    "compliance_evidence": ("product_safety", "acknowledge"),
    "funds_request": ("funds_reserve", None),
}
LATER = ("supplement", "implementation_proof", "status_request", "escalation")
NAMES = (*SAMPLES, *ANSWERED, *LATER)


@cache
def letter_named(name: str) -> Letter:
    """One letter of the gallery."""
    return compose(case_named(name))


@cache
def case_named(name: str) -> Case:
    """The case behind it."""
    if name in SAMPLES:
        case = open_sample(name, "en", f"sample-{name}").case
        return case.replace(wishes=case.wishes.model_copy(update={"annex": name == "shipped_late"}))
    if name in ANSWERED:
        code, door = ANSWERED[name]
        return _wishing(answered(code, door=door), name)
    return _wishing(_sent(), name)


def _path(point: str) -> str:
    return f"named_{hashlib.sha256(point.encode()).hexdigest()[:8]}"


def _wishing(case: Case, kind: str) -> Case:
    return case.replace(wishes=case.wishes.model_copy(update={"kind": kind}))


def _sent() -> Case:
    """The late shipments of the sample, sent once without its last action, and answered by Amazon."""
    case = case_named("shipped_late")
    case = case.replace(wishes=case.wishes.model_copy(update={"annex": False}))
    *early, last = case.actions
    before = case.replace(actions={key: case.actions[key] for key in early})
    attempt = Attempt(
        sent_at=dt.datetime(2026, 11, 17, 18, tzinfo=dt.UTC), kind="plan_of_action", door="view_appeal",
        text=plain_text(compose(before), "en"), files={"appeal.pdf": "aa"},
    )  # fmt: skip
    answer = (
        "Your plan is not complete. Please explain collections by your carrier and buyers who were not told."
    )
    points = ("collections by your carrier", "buyers who were not told")
    named = tuple(Span(start=answer.index(p), end=answer.index(p) + len(p), text=p) for p in points)
    reply = Reply(text=answer, received_on=dt.date(2026, 11, 19), outcome="plan_incomplete", named=named)
    told = Words(
        en="All 14 buyers of the open orders were told the delivery date on November 13",
        zh="11 月 13 日已告知未完结订单的全部 14 位买家送达日期",
    )
    paper = Exhibit(
        kind="screenshot", title=Words(en="Second week of scans", zh="第二周的扫描记录"), file_name="scans.pdf",
        sha256="bb", issued_on=dt.date(2026, 11, 18), where_to_look=Words(en="both columns", zh="两列"),
    )  # fmt: skip
    done: ActionAnswer = case.actions[last].model_copy(update={"exhibit": "second_week"})
    return case.replace(
        attempts={"one": attempt}, replies={"one": reply}, exhibits={**case.exhibits, "second_week": paper},
        actions={**case.actions, last: done}, answers={**case.answers, _path("buyers who were not told"): told},
    )  # fmt: skip
