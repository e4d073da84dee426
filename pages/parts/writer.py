"""Who writes, and by which door: acknowledge or dispute."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause, marketplaces
from appeal_core.journey import doors
from pages.parts import saved
from pages.parts.current import link_params
from pages.parts.fold import fold
from pages.parts.words import listed, read, safe, t


def door(case: Case) -> None:
    """Acknowledge or dispute, with what each means for this cause; what can be contested beside it."""
    found = doors.doors(case)
    if len(found) < 2:
        _consequences_folded(case)
        return
    st.header(t("Is the notice right?"), anchor=False)
    st.write(
        t("Amazon's form asks this first. A letter that admits and denies at once is refused, so choose one.")
    )
    names = {"acknowledge": _owning(case), "dispute": t("No: it is wrong, and I can prove it")}
    saved.choice(case, "understanding.door", t("Which is true?"), list(names), names.__getitem__)
    if case.understanding.door == "acknowledge" and doors.route_without_door(case) == "dispute":
        st.warning(
            t("The notice itself offers only the dispute. Read what owning it means before you write, and have it read by a lawyer."),
            icon=":material/gavel:",
        )  # fmt: skip
    _consequences(case)
    _contests(case)


def _owning(case: Case) -> str:
    """The first door in the words of what the route takes."""
    route = doors.route_without_door(case)
    if route == "documents":
        return t("I answer with what it asks for: papers")
    if route == "legal":
        return t("I leave it to those who decide: the steps, with a lawyer")
    return t("Yes: it happened. I will say why and what I changed")


def _consequences(case: Case) -> None:
    for entry in map(cause, case.causes):
        if len(case.causes) > 1:
            st.markdown(f"**{read(entry.name)}**")
        left, right = st.columns(2)
        with left, st.container(border=True):
            st.markdown(f"**{t('If you acknowledge')}**")
            st.write(safe(read(entry.acknowledge)))
        with right, st.container(border=True):
            st.markdown(f"**{t('If you dispute')}**")
            st.write(safe(read(entry.dispute)))


def _consequences_folded(case: Case) -> None:
    if any(read(cause(c).acknowledge) for c in case.causes):
        with fold(f"{case.id}|doors", f"**{t('Acknowledge or dispute: what each would mean')}**"):
            _consequences(case)


def _contests(case: Case) -> None:
    """Single wrong defects are contested beside the letter, in Amazon's own ways."""
    ways = doors.contest_ways(case)
    if not ways:
        return
    with st.container(border=True):
        st.markdown(f":material/rule: **{t('Contest single wrong defects first, beside the letter')}**")
        st.write(
            t(
                "They have ways and deadlines of their own, and leave the rate when Amazon agrees. Do not wait for the results under a short clock."
            )
        )
        st.caption(safe(listed(read(way.name) for way in ways)))
        st.page_link("pages/reports.py", label=t("To the list of defects"), icon=":material/arrow_forward:",
                     query_params=link_params())  # fmt: skip


def who_writes(case: Case) -> None:
    """The names that the letter bears."""
    st.header(t("Who writes?"), anchor=False)
    st.write(t("These stand in the letter's head and under it."))
    left, right = st.columns(2)
    with left:
        saved.text(case, "seller.store_name", t("Store name, as Amazon shows it"))
        saved.text(case, "seller.signatory", t("Who signs (name in Latin letters)"))
        if not case.notices:  # else it is one of the things read
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
