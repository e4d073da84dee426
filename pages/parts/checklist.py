"""Guides of the catalogue as lists: things to do (ticked), never to do, to know; each with its reason."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog.guides import GuideItem, guides
from pages.parts.current import change
from pages.parts.fold import fold
from pages.parts.slots import certainty
from pages.parts.words import labelled, read, safe, t


def guide(case: Case, code: str) -> None:
    """The items of one guide that are meant for this case."""
    found = guides()[code]
    if read(found.meaning):
        st.caption(read(found.meaning))
    for item in found.items_for(case.scope, case.stage, case.route, case.causes):
        _item(case, code, item)


def guide_box(case: Case, *codes: str) -> None:
    """Guides folded away under their names, where there is anything for this case."""
    for code in codes:
        found = guides()[code]
        items = found.items_for(case.scope, case.stage, case.route, case.causes)
        if not items:
            continue
        done = sum(1 for i in items if f"{code}:{i.id}" in case.ticks)
        to_do = sum(1 for i in items if i.kind == "do")
        count = " · " + t("{done} of {all} done", done=done, all=to_do) if to_do else ""
        with fold(f"{case.id}|{code}", f"**{read(found.name)}**{count}"):
            guide(case, code)


def _item(case: Case, code: str, item: GuideItem) -> None:
    text, why = safe(read(item.text)), safe(read(item.why))
    hint = f"{certainty(item.status)} · {item.source}"
    if item.kind == "do":
        key = f"{code}:{item.id}"
        box = f"{case.id}|tick|{key}"
        st.session_state.setdefault(box, key in case.ticks)
        st.checkbox(text, key=box, on_change=_tick, args=(key, box), help=hint)
        st.caption(why)
        return
    icon = ":material/block:" if item.kind == "never" else ":material/info:"
    words = labelled(f"**{t('Never')}**", text) if item.kind == "never" else text
    st.markdown(f"{icon} {words}", help=hint)
    st.caption(why)


def _tick(key: str, box: str) -> None:
    ticked = bool(st.session_state[box])
    now = dt.datetime.now(dt.UTC)

    def how(case: Case) -> Case:
        ticks = {k: v for k, v in case.ticks.items() if k != key}
        return case.replace(ticks={**ticks, key: now} if ticked else ticks)

    change(how)
