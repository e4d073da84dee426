"""Who writes, and by which door: acknowledge or dispute."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause, marketplaces
from pages.parts import saved
from pages.parts.words import read, t


def door(case: Case) -> None:
    """Acknowledge or dispute, with what each means for this cause."""
    entries = [cause(c) for c in case.causes]
    if not any(len(e.doors) > 1 for e in entries):
        return
    st.header(t("Is the notice right?"), anchor=False)
    st.write(
        t("Amazon's form asks this first. A letter that admits and denies at once is refused, so choose one.")
    )
    names = {
        "acknowledge": t("Yes: it happened. I will say why and what I changed"),
        "dispute": t("No: it is wrong, and I can prove it"),
    }
    saved.choice(case, "understanding.door", t("Which is true?"), list(names), names.__getitem__)
    for entry in entries:
        left, right = st.columns(2)
        with left, st.container(border=True):
            st.markdown(f"**{t('If you acknowledge')}**")
            st.write(read(entry.acknowledge))
        with right, st.container(border=True):
            st.markdown(f"**{t('If you dispute')}**")
            st.write(read(entry.dispute))


def who_writes(case: Case) -> None:
    """The names that the letter bears."""
    st.header(t("Who writes?"), anchor=False)
    st.write(t("These stand in the letter's head and under it."))
    left, right = st.columns(2)
    with left:
        saved.text(case, "seller.store_name", t("Store name, as Amazon shows it"))
        saved.text(case, "seller.signatory", t("Who signs (name in Latin letters)"))
        saved.choice(
            case,
            "seller.marketplace",
            t("Amazon store"),
            list(marketplaces()),
            lambda c: f"{read(marketplaces()[c].name)} · {marketplaces()[c].domain}",
            wide=True,
        )
    with right:
        saved.text(case, "seller.merchant_token", t("Merchant token (optional)"))
        saved.text(case, "seller.case_id", t("Amazon's case number (optional)"))
        saved.text(case, "seller.store_name_zh", t("Store name in Chinese (optional)"))
