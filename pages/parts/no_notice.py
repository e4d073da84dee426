"""The way in without a notice: what is switched off, what the page says, which rate is red."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause
from appeal_core.journey import unnoticed
from pages.parts import saved
from pages.parts.current import change
from pages.parts.words import read, safe, t


def without_notice(case: Case) -> None:
    """The questions, then what their answers point to."""
    st.write(
        t(
            "Look at Account Health in Seller Central: the rates, one- and two-star feedback, A-to-z claims. "
            "Answer what you can see; each answer is kept."
        )
    )
    for question in unnoticed.questions():
        names = {c.code: read(c.name) for c in question.choices}
        saved.choice(
            case, f"no_notice.{question.id}", read(question.text), list(names), names.__getitem__, wide=True,
            help=read(question.why),
        )  # fmt: skip
    found = unnoticed.suggestion(case)
    if found is None:
        return
    with st.container(border=True):
        st.caption(t("What this points to"))
        if found.cause:
            st.markdown(f"**{read(cause(found.cause).name)}**")
        st.write(safe(read(found.message)))
        if found.cause and st.button(t("Go on with this cause"), key="take_suggestion"):
            change(unnoticed.answered)
            st.rerun()
