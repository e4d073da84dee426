"""What is the seller's to decide about the letter beyond its facts."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import composing
from pages.parts import saved
from pages.parts.slots import words
from pages.parts.words import read, t


def letter_kind(case: Case) -> None:
    """Which letter; the route and the stage decide unless the seller does."""
    names = composing.kind_names()
    default = read(names[composing.default_kind(case)])
    with st.popover(t("Another kind of letter"), icon=":material/swap_horiz:"):
        st.caption(t("By route and stage: {kind}", kind=default))
        saved.choice(case, "wishes.kind", t("Kind"), list(names), lambda k: read(names[k]), wide=True)


def wishes(case: Case) -> None:
    """What is the seller's to decide beyond the facts."""
    with st.expander(t("Date, plan for the store, chart")):
        saved.date(case, "wishes.day", t("The day that the letter bears"))
        words(
            case,
            "wishes.plan_for_store",
            t("Plan for the store, one or two sentences (optional)"),
            lines=2,
            help=t("Which offers come back first, in quantities that can be kept. No growth figures."),
        )
        saved.tick(case, "wishes.chart", t("Draw the rolling rate as a chart"))
        saved.tick(case, "wishes.annex", t("Add an annex: where each figure comes from"))
