"""All cases: the overdue on top, each with its stage, its next clock and who works on it."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import vocabulary
from appeal_core.journey import agency, waiting
from pages.parts import saved
from pages.parts.current import link_params, store
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, read, safe, t

_FILTERED_FROM = 4  # cases; fewer are seen at a glance


def list_of_cases() -> None:
    """The list with its filters; nothing where no case is kept."""
    overview = store().overview()
    kept = {one.id: store().load(one.id) for one in overview}
    if not kept:
        return
    now = dt.datetime.now(dt.UTC)
    lines = [
        agency.line(kept[one.id], one.updated_at.replace(tzinfo=one.updated_at.tzinfo or dt.UTC), now)
        for one in overview
    ]
    st.header(t("Your appeals"), anchor=False)
    shown = _filtered(lines) if len(lines) >= _FILTERED_FROM else lines
    for one in agency.in_order(shown):
        _card(kept[one.id], one)
    if len(kept) > 1:
        _shared(list(kept.values()))


def _filtered(lines: list[agency.CaseLine]) -> list[agency.CaseLine]:
    stages = vocabulary("stages")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        workers = sorted({one.worker for one in lines if one.worker})
        worker = st.selectbox(
            t("Who works on it"), workers, index=None, placeholder=t("Everybody"), key="only_worker"
        )
        found = sorted({one.stage for one in lines})
        stage = st.selectbox(
            t("Stage"),
            found,
            index=None,
            format_func=lambda code: read(stages[code].name),
            placeholder=t("Every stage"),
            key=f"only_stage|{lang()}",
        )
        overdue = st.checkbox(t("Only overdue ones"), key="only_overdue")
    return agency.filtered(lines, worker, stage, overdue=overdue)


def _card(case: Case, one: agency.CaseLine) -> None:
    with st.container(border=True):
        name = safe(one.title) if one.title else t("Without a name yet")
        when = one.changed.astimezone()
        changed = t("changed {day}, {time}", day=when.date(), time=when.strftime("%H:%M"))
        st.markdown("  \n".join(filter(None, (f"**{name}**", _state(case, one), changed))))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                "pages/notice.py",
                label=t("Open"),
                icon=":material/arrow_forward:",
                query_params=link_params(case=one.id),
            )
            with st.popover(safe(one.worker) or t("Assign"), icon=":material/person:"):
                saved.text(case, "worker", t("Who works on it"))
            with st.popover(t("Delete"), icon=":material/delete:"):
                _delete(one.id)


def _state(case: Case, one: agency.CaseLine) -> str:
    """Stage and next clock in a line."""
    stage = vocabulary("stages").get(one.stage)
    parts = [t("Reinstated")] if one.back else [safe(read(stage.name))] if stage and case.notices else []
    if one.clock:
        due = safe(waiting.due_texts(one.clock, case, lang())[0])
        clock = labelled(safe(read(one.clock.name)), due)
        parts.append(f":material/schedule: **{t('Overdue')}** {clock}" if one.overdue else clock)
    return " · ".join(parts)


def _delete(case_id: str) -> None:
    st.write(t("This removes the appeal and its files from this computer. It cannot be undone."))
    if st.button(t("Delete for good"), key=f"delete-{case_id}"):
        store().delete(case_id)
        if st.session_state.get("case_id") == case_id:
            st.session_state.pop("case_id")
            st.query_params.pop("case", None)
        st.rerun()


def _shared(cases: list[Case]) -> None:
    """Sentences that two letters have in common; a case's own pages never show another's."""
    with fold("shared", t("Sentences that two letters share")):
        st.caption(
            t(
                "Letters of different accounts that read alike can look like one hand. Change what stands in both."
            )
        )
        if st.button(t("Compare the letters")):
            names = {c.id: c.seller.store_name or c.seller.store_name_zh or c.id for c in cases}
            found = agency.shared_sentences(cases)
            if not found:
                st.write(t("No sentence stands in two letters."))
            for pair in found:
                st.markdown(f"**{safe(names[pair.one])}** · **{safe(names[pair.other])}**")
                st.markdown("\n".join("- " + safe(" ".join(s.split())) for s in pair.sentences[:20]))
