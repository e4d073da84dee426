"""Guides and a cause's own steps as lists: things to do (ticked), never to do, to know; each with its reason."""

import datetime as dt
from collections.abc import Iterable

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause, evidence_kinds
from appeal_core.catalog.cause_entries import Cause, ChecklistStep, Fact
from appeal_core.catalog.guides import GuideItem, guides
from pages.parts.current import change
from pages.parts.fold import fold
from pages.parts.slots import certainty
from pages.parts.words import labelled, read, safe, sentences, t


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
        keys = [f"{code}:{i.id}" for i in items if i.kind == "do"]
        with fold(f"{case.id}|{code}", f"**{read(found.name)}**{_count(case, keys)}"):
            guide(case, code)


def cause_steps(case: Case) -> None:
    """The steps that the case's causes take beside a letter, or in place of one."""
    entries = [e for e in map(cause, case.causes) if e.checklist]
    for entry in entries:
        if len(entries) > 1:
            st.markdown(f"**{read(entry.name)}**")
        for step in entry.checklist:
            _step(case, entry, step)


def cause_steps_box(case: Case, *, expanded: bool = False) -> None:
    """The same, folded away under the cause's name."""
    for entry in map(cause, case.causes):
        if not entry.checklist:
            continue
        keys = [f"cause:{entry.code}:{step.id}" for step in entry.checklist]
        name = t("Steps for: {cause}", cause=entry.name)
        with fold(f"{case.id}|steps|{entry.code}", f"**{name}**{_count(case, keys)}", expanded=expanded):
            for step in entry.checklist:
                _step(case, entry, step)


def told_of_cause(case: Case) -> None:
    """What to do first for these causes, and what is known of them, folded away."""
    for entry in map(cause, case.causes):
        behind = " · " + read(entry.name) if len(case.causes) > 1 else ""
        _facts(f"{case.id}|moves|{entry.code}", t("First, for this cause") + behind, entry.first_moves)
        _facts(f"{case.id}|facts|{entry.code}", t("What is known about it") + behind, entry.facts)


def never_write_box(case: Case) -> None:
    """What must not stand in a letter about these causes, folded away."""
    for entry in map(cause, case.causes):
        if not entry.never_write:
            continue
        with fold(
            f"{case.id}|never|{entry.code}", "**" + t("Never in a letter: {cause}", cause=entry.name) + "**"
        ):
            for never in entry.never_write:
                st.markdown(f":material/block: {safe(read(never.text))}")
                st.caption(safe(read(never.why)))


def _count(case: Case, keys: list[str]) -> str:
    done = sum(1 for key in keys if key in case.ticks)
    return " · " + t("{done} of {all} done", done=done, all=len(keys)) if keys else ""


def _facts(key: str, name: str, facts: Iterable[Fact]) -> None:
    if not facts:
        return
    with fold(key, f"**{name}**"):
        for fact in facts:
            _fact(fact)


def first_moves(case: Case) -> None:
    """What to do first for these causes, open to the eye."""
    for entry in map(cause, case.causes):
        for fact in entry.first_moves:
            _fact(fact)


def _fact(fact: Fact) -> None:
    words = f":material/info: {safe(read(fact.text))}{_doubt(fact.status)}"
    st.markdown(words, help=_sure(fact.status, fact.source))


def _doubt(status: str) -> str:
    """What is not verified says so beside its words."""
    return f" :gray[· {certainty(status)}]" if status == "unverified" else ""


def _step(case: Case, entry: Cause, step: ChecklistStep) -> None:
    paper = evidence_kinds()[step.paper].name if step.paper else None
    why = sentences(read(step.why), labelled(t("Gives"), read(paper)) if paper else "")
    key = f"cause:{entry.code}:{step.id}"
    _ticked(case, key, read(step.text), safe(why) + _doubt(step.status), _sure(step.status, step.source))


def _item(case: Case, code: str, item: GuideItem) -> None:
    text, hint = safe(read(item.text)), _sure(item.status, item.source)
    if item.kind == "do":
        _ticked(case, f"{code}:{item.id}", read(item.text), safe(read(item.why)) + _doubt(item.status), hint)
        return
    icon = ":material/block:" if item.kind == "never" else ":material/info:"
    words = labelled(f"**{t('Never')}**", text) if item.kind == "never" else text
    st.markdown(f"{icon} {words}", help=hint)
    st.caption(safe(read(item.why)) + _doubt(item.status))


def _sure(status: str, source: str) -> str:
    return f"{certainty(status)} · {source}"


def _ticked(case: Case, key: str, text: str, why: str, hint: str) -> None:
    """A box that stays ticked, with the day on which it was. `why` is Markdown, `text` is not."""
    box, kept = f"{case.id}|tick|{key}", f"{case.id}|kept|{key}"
    ticked = key in case.ticks
    if st.session_state.get(kept) != ticked:  # also where another page or tab ticked it
        st.session_state[box] = st.session_state[kept] = ticked
    st.checkbox(safe(text), key=box, on_change=_tick, args=(key, box, kept), help=hint)
    day = f" · {case.ticks[key].astimezone():%Y-%m-%d}" if ticked else ""
    st.caption(why + day)


def _tick(key: str, box: str, kept: str) -> None:
    ticked = bool(st.session_state[box])
    now = dt.datetime.now(dt.UTC)

    def how(case: Case) -> Case:
        ticks = {k: v for k, v in case.ticks.items() if k != key}
        return case.replace(ticks={**ticks, key: now} if ticked else ticks)

    if change(how):
        st.session_state[kept] = ticked
