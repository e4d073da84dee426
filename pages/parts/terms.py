"""What this notice says of the answer itself: files, languages, age of papers, an address; and what it names."""

import streamlit as st

from appeal_core.case import Diagnosis
from pages.parts.words import labelled, listed, safe, t


def terms(diagnosis: Diagnosis) -> None:
    """A card with the notice's own terms and names; nothing where it states none."""
    lines = [
        labelled(f"**{name}**", safe(words))
        for name, words in (*_terms(diagnosis), *_named(diagnosis))
        if words
    ]
    if diagnosis.emails:  # as code, so that none of them can be clicked
        codes = listed(f"`{address.replace('`', '')}`" for address in diagnosis.emails)
        lines.append(labelled(f"**{t('Address that it prints')}**", codes))
    if not lines:
        return
    with st.container(border=True):
        st.caption(t("Stated in the notice"))
        for line in lines:
            st.markdown(line)


def _terms(diagnosis: Diagnosis) -> tuple[tuple[str, str], ...]:
    tongues = {"en": t("English"), "zh": t("Chinese")}
    days = dict.fromkeys(t("{n} days", n=window.days) for window in diagnosis.windows)
    return (
        (t("More is wanted of"), listed(" ".join(d.text.split()) for d in diagnosis.details)),
        (t("Files that it takes"), listed(kind.upper() for kind in diagnosis.accepted_files)),
        (t("Languages of the answer"), listed(tongues.get(code, code) for code in diagnosis.plan_languages)),
        (t("Papers at most this old"), listed(days)),
    )


def _named(diagnosis: Diagnosis) -> tuple[tuple[str, str], ...]:
    return (
        ("ASIN", listed(diagnosis.asins[:40])),
        (t("Orders"), listed(diagnosis.order_ids[:40])),
        (t("Complaint IDs"), listed(diagnosis.complaint_ids[:40])),
        (t("Accounts"), listed(diagnosis.accounts)),
    )
