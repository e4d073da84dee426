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
_A_PAGE = 20  # cases
_PAIRS = 20  # of letters that share sentences


@st.cache_resource(show_spinner=False, max_entries=500)
def _case(case_id: str, updated_at: dt.datetime) -> Case:
    """A case as it was kept at that moment: read once, not on every click."""
    return store().load(case_id)


def list_of_cases() -> None:
    """The list with its filters, a page at a time; nothing where no case is kept."""
    overview = store().overview()
    if not overview:
        return
    now = dt.datetime.now(dt.UTC)
    kept = {one.id: _case(one.id, one.updated_at) for one in overview}
    lines = [
        agency.line(kept[one.id], one.updated_at.replace(tzinfo=one.updated_at.tzinfo or dt.UTC), now)
        for one in overview
    ]
    st.header(t("Your appeals"), anchor=False)
    found = agency.in_order(_filtered(lines) if len(lines) >= _FILTERED_FROM else lines)
    for one in _page(found, len(lines)):
        _card(kept[one.id], one)
    if len(found) > 1:
        _shared([kept[one.id] for one in found])


def _page(found: list[agency.CaseLine], of_all: int) -> list[agency.CaseLine]:
    """The page that is looked at, with its pager; the first where the filters leave fewer."""
    if of_all <= _A_PAGE:
        return found
    pages = max(1, -(-len(found) // _A_PAGE))
    overdue = sum(one.overdue for one in found)
    st.caption(t("{n} appeals, {overdue} of them overdue", n=len(found), overdue=overdue))
    number = st.pagination(pages, key=f"case_page|{pages}") if pages > 1 else 1
    return found[(number - 1) * _A_PAGE : number * _A_PAGE]


def _filtered(lines: list[agency.CaseLine]) -> list[agency.CaseLine]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(t("Find by name"), key="only_name")
        workers = sorted({one.worker for one in lines if one.worker})
        worker = st.selectbox(
            t("Who works on it"), workers, index=None, placeholder=t("Everybody"), key="only_worker"
        )
        stage = st.selectbox(
            t("Stage"),
            sorted({agency.shown_stage(one) for one in lines}),
            index=None,
            format_func=_stage_name,
            placeholder=t("Every stage"),
            key=f"only_stage|{lang()}",
        )
    overdue = st.checkbox(t("Only overdue ones"), key="only_overdue")
    return agency.filtered(lines, worker, stage, overdue=overdue, name=name)


def _stage_name(code: str) -> str:
    return t("Reinstated") if code == agency.BACK else read(vocabulary("stages")[code].name)


def _card(case: Case, one: agency.CaseLine) -> None:
    with st.container(border=True):
        name = safe(one.title) if one.title else t("Without a name yet")
        when = one.changed.astimezone()
        changed = t("changed {day}, {time}", day=when.date(), time=when.strftime("%H:%M"))
        sample = f" :gray-badge[{t('Sample')}]" if case.sample else ""
        st.markdown("  \n".join(filter(None, (f"**{name}**{sample}", _state(case, one), changed))))
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
        _case.clear()
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
            with st.spinner(t("Composing and comparing the letters …")):
                found = agency.shared_sentences(cases)
            if not found:
                st.write(t("No sentence stands in two letters."))
            for pair in found[:_PAIRS]:
                st.markdown(f"**{safe(names[pair.one])}** · **{safe(names[pair.other])}**")
                st.markdown("\n".join("- " + safe(" ".join(s.split())) for s in pair.sentences[:20]))
            if len(found) > _PAIRS:
                st.caption(t("{n} more pairs share fewer sentences.", n=len(found) - _PAIRS))
