"""An invoice is older than the notice allows.

What it looks for
    An exhibit of the kind invoice that was issued more than 365 days before the notice came.
Why Amazon cares
    It asks for invoices of the last 365 days before the notice; an older one does not count.
Example
    An invoice of October 2025 for a notice of November 2026.
Write instead
    An invoice inside the span that the notice names.
Sources
    Amazon help G201623610 (invoices of the last 365 days before the notice).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from appeal_core.case import Case, Diagnosis, Exhibit, Notice
from appeal_core.language import message
from appeal_core.review.context import Context
from appeal_core.review.draft import Draft
from appeal_core.review.rule import Example, Hit, Rule

_DAYS = 365


def _check(draft: Draft) -> Iterator[Hit]:
    case = draft.context.case
    came = case.notices[-1].received_at if case and case.notices else None
    if case is None or came is None:
        return
    for key, exhibit in case.exhibits.items():
        if "invoice" in exhibit.kind and exhibit.issued_on and (came.date() - exhibit.issued_on).days > _DAYS:
            letter = case.exhibit_letter(key)
            text = message(
                "Exhibit {letter} is of {day}, more than 365 days before the notice.",
                letter=letter,
                day=exhibit.issued_on,
            )
            yield Hit(text, page="evidence", path=f"exhibits.{key}.issued_on")


RULE = Rule(
    id="exhibit-too-old",
    severity="warning",
    why=message(
        "Amazon asks for invoices of the last 365 days before the notice. An older one does not count."
    ),
    source="Amazon help G201623610",
    check=_check,
    family="truth",
    about="whole",
)


def _case(day: dt.date) -> Context:
    notice = Notice(text="x", received_at=dt.datetime(2026, 11, 3), diagnosis=Diagnosis(text="x"))
    exhibits = {"e": Exhibit(kind="supplier_invoice", issued_on=day)}
    return Context(
        case=Case(id="c", created_at=dt.datetime(2026, 11, 3), notices=(notice,), exhibits=exhibits)
    )


EXAMPLES = (
    Example("fires", "See Exhibit A.", _case(dt.date(2025, 10, 1))),
    Example("quiet", "See Exhibit A.", _case(dt.date(2026, 6, 30))),
    Example("near", "The invoice of October 1, 2025 is not sent."),
)
