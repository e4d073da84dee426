"""From a notice's text to a Diagnosis, each decision with its sentence."""

from __future__ import annotations

import datetime as dt

from appeal_core.case import Diagnosis
from appeal_core.catalog import cause as catalogue_cause
from appeal_core.notice import particulars
from appeal_core.notice.ask_back import find_questions
from appeal_core.notice.asks import deciding, find_asks, find_bullets, find_route
from appeal_core.notice.causes import find_causes
from appeal_core.notice.caution import find_warnings
from appeal_core.notice.deadline import find_deadline
from appeal_core.notice.figures import find_figures
from appeal_core.notice.reading import Reading
from appeal_core.notice.state import find_scope, find_stage
from appeal_core.text.document import read_text


def diagnose(
    text: str, marketplace: str | None = None, *, sender: str = "", received: dt.date | None = None
) -> Diagnosis:
    """What a notice says: cause, stage, scope, route, demands, clock, identifiers.

    `marketplace` (two letters) is used where the notice names no store; `sender` is the address of
    the mail it came in, `received` its day, for a deadline that names no year. Offsets count characters of the diagnosis' own `text`. Raises `BadInput` for
    an empty text.
    """
    text = read_text(text).text
    reading = Reading(text)
    causes = find_causes(reading)
    asks = find_asks(reading)
    codes, wanted = tuple(c.code for c in causes), deciding(reading, asks)
    stage = find_stage(reading, codes, wanted)
    if stage == "not_enforcement":
        causes = tuple(c for c in causes if c.code == "funds_reserve")
        codes, asks, wanted = tuple(c.code for c in causes), (), ()
    route, scope = _usual(codes[0] if codes else None)
    scope = find_scope(reading, stage, scope)
    enforced = stage != "not_enforcement"
    store = particulars.marketplace(reading.newest.text, particulars.marketplace(text, marketplace))
    return Diagnosis(
        text=text,
        language=reading.tongues[0] if reading.tongues else "unknown",
        stage=stage,
        scope=scope,
        marketplace=store,
        causes=causes,
        route=find_route(stage, route, wanted),
        asks=asks,
        asins=particulars.asins(text),
        order_ids=particulars.order_ids(text),
        complaint_ids=particulars.complaint_ids(text),
        emails=particulars.emails(text),
        accounts=particulars.accounts(text),
        deadline=find_deadline(reading, store, received) if enforced else None,
        accepted_files=particulars.accepted_files(reading),
        plan_languages=particulars.plan_languages(reading),
        windows=particulars.document_windows(reading) if enforced else (),
        bullets=find_bullets(reading) if asks else (),
        details=particulars.details(reading) if stage == "more_information" else (),
        figures=find_figures(reading) if enforced else (),
        questions=find_questions(stage, scope, causes),
        warnings=find_warnings(reading, sender),
    )


def _usual(code: str | None) -> tuple[str | None, str | None]:
    """A cause's usual route and scope, where the catalogue has it."""
    if code is None:
        return None, None
    try:
        entry = catalogue_cause(code)
    except KeyError:
        return None, None
    return entry.route, entry.scope
