"""How long the letter is, how much of it is the case's own, and what may go first."""

import streamlit as st

from appeal_core.case import Letter
from appeal_core.journey import reworking
from pages.parts.current import change
from pages.parts.words import read, safe, t


def length(letter: Letter) -> None:
    """One line; where the letter is long, the sentences that it can do without."""
    own = reworking.own_words(letter, letter.language)
    if not own.words:
        return
    st.caption(
        t(
            "{words} words, {own} of them your own facts and words. Aim for 250 to 700.",
            words=own.words,
            own=own.own,
        )
    )
    plan = reworking.shorter(letter)
    if plan is None:
        return
    with st.expander(t("Too long: what may go first"), icon=":material/content_cut:"):
        chosen = []
        for cut in plan.cuts:
            if st.checkbox(safe(cut.sentence), key=f"cut|{cut.key}"):
                chosen.append(cut.key)
            st.caption(safe(read(cut.why)))
        if not plan.cuts:
            st.caption(
                t("Every sentence carries a fact that stands nowhere else. The facts need this length.")
            )
        elif st.button(t("Leave these out"), disabled=not chosen) and change(
            lambda c: reworking.with_cuts(c, letter, letter.language, plan, chosen)
        ):
            st.rerun()
