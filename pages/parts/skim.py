"""The letter as a hurried reviewer sees it."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey.coverage import Coverage
from appeal_core.journey.skim import Skim
from pages.parts.coverage import ask_line
from pages.parts.fold import fold
from pages.parts.words import lang, read, safe, t


def skim_fold(case: Case, seen: Skim, found: Coverage) -> None:
    """First lines, reading time, demands; completeness in words."""
    with fold(f"{case.id}|skim", t("As a hurried reviewer sees it: about {n} seconds", n=seen.seconds)):
        st.caption(
            t(
                "The first line of each part, at an ordinary reading pace. Would somebody who reads only this know what "
                "happened, what was done and what runs now?"
            )
        )
        for line in seen.firsts:
            head = f"{safe(read(line.head))} " if line.head.en and line.section == "root_cause" else ""
            english = f"{head}{safe(line.text.en)}"
            chinese = f"  \n:gray[{safe(line.text.in_('zh'))}]" if lang() == "zh" else ""
            st.markdown(f"**{safe(read(line.part))}**  \n{english}{chinese}")
        for ask in found.asks:
            st.markdown(ask_line(ask))
        completeness(seen)


def completeness(seen: Skim) -> None:
    """What keeps the letter from being complete, or that it is; complete is not certain to succeed."""
    if not seen.opens:
        st.markdown(f":material/check_circle: {t('Complete: every demand and every root cause is answered, and no gap is open. Complete means complete, not certain to succeed.')}")  # fmt: skip
        return
    st.markdown(f"**{t('Not complete yet')}**\n\n" + "\n".join(f"- {safe(read(o))}" for o in seen.opens))
