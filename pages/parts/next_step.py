"""What to do where no letter is wanted: the route's word, then the steps of the cause."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause, routes
from appeal_core.journey import composing
from pages.parts.checklist import cause_steps, first_moves
from pages.parts.words import read, t

ICONS = {
    "legal": ":material/gavel:",
    "data_entry": ":material/edit_square:",
    "wait": ":material/hourglass_empty:",
    "none": ":material/check_circle:",
}


def steps_alone(case: Case) -> bool:
    """Whether steps, not a letter, answer this notice."""
    return case.route in ICONS and not composing.has_letter(case)


def next_step(case: Case) -> None:
    """The heading, what Amazon wants, and the steps with their ticks."""
    route = routes()[case.route]
    st.header(t("What to do now"), anchor=False)
    with st.container(border=True):
        st.markdown(f"{ICONS[case.route]} **{read(route.name)}**  \n{read(route.meaning)}")
    cause_steps(case)
    if not any(cause(code).checklist for code in case.causes):
        first_moves(case)
