from pages.parts.guard import enter

enter("follow_up")

import datetime as dt

import streamlit as st

from appeal_core.journey import composing, standing
from appeal_core.language import BadInput
from pages.parts import record, rounds
from pages.parts.checklist import guide, guide_box
from pages.parts.current import required_case, show_problem
from pages.parts.promises import kept_promises
from pages.parts.words import t


def honest_stop(case):
    """When nothing new is left: what remains, and what never to do."""
    st.header(t("Where to stop"), anchor=False)
    st.info(
        t(
            "Amazon has refused, and nothing is here that it has not seen. Another letter would say the same again. What remains stands below, with its sources."
        )
    )
    guide(case, "final_stop")
    guide_box(case, "scams")


def stops(case):
    """Whether to stop, judged by the letter that would come next."""
    try:
        letter = composing.letter(case) if case.causes and composing.has_letter(case) else None
    except BadInput:
        letter = None
    return standing.nothing_left(case, letter)


case = required_case()
now = dt.datetime.now(dt.UTC)
standing_case = standing.as_it_stands(case)
st.title(t("What happens now?"), anchor=False)
show_problem()
rounds.sent(case)
rounds.clocks(case, now)
st.header(t("Has Amazon answered?"), anchor=False)
rounds.replies(case)
rounds.reply_form(case)
stopped = stops(case)
if stopped:
    honest_stop(standing_case)
rounds.next_letter(case, now, stopped=stopped)
back = standing.is_back(case)
st.header(t("From now on") if back else t("Until then"), anchor=False)
if back:
    kept_promises(case, now, expanded=True)
else:
    guide_box(standing_case, "waiting")
    kept_promises(case, now, expanded=False)
record.phone(case)
record.timeline(case, now)
record.another_notice(case)
guide_box(standing_case, "after_refusal", *(() if stopped else ("final_stop", "scams")))
