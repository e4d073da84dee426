"""The one next step of a notice, in a line at the head of its page."""

import streamlit as st

from appeal_core.case import Case, Diagnosis
from appeal_core.catalog import routes
from appeal_core.journey import tasks
from pages.parts.next_step import steps_alone
from pages.parts.words import listed, read, t


def at_once(case: Case, diagnosis: Diagnosis) -> None:
    """What to do first, until the reading is confirmed."""
    if not case.understanding.confirmed:
        st.info(_words(case, diagnosis), icon=":material/signpost:")


def _words(case: Case, diagnosis: Diagnosis) -> str:
    if diagnosis.warnings:
        return t(
            "**Next:** answer nothing and click nothing. Open Seller Central by typing its address, and see whether "
            "the same notice stands there."
        )
    if steps_alone(case):
        step = read(routes()[case.route].name)
        return t("**Next:** {step}. The steps stand at the end of this page.", step=step)
    if not case.causes:
        return t(
            "**Next:** find out the cause before anything is written. Look at Account Health, and for the first "
            "notice about this; then name the cause under “What we understood”."
        )
    missing = missing_here(case)
    if missing:
        return t("**Next:** check what was understood, then fill in below: {what}.", what=missing)
    return t("**Next:** check what was understood, and go on.")


def missing_here(case: Case) -> str:
    """What this page still lacks, listed; empty when nothing."""
    found = (
        r
        for r in tasks.required(case)
        if r.page == "notice" and not r.answered and r.path != "understanding.confirmed"
    )
    return listed(read(r.what) for r in found)
