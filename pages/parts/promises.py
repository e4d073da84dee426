"""Keeping the promises: the papers, the calendar, and the record of 30, 60 and 90 days, folded away."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import promises
from appeal_core.language import percent_text
from pages.parts import saved
from pages.parts.current import change, link_params
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, read, safe, sentences, t


def kept_promises(case: Case, now: dt.datetime, *, expanded: bool) -> None:
    """Each preventive measure as work, with its proof."""
    mine = promises.promises(case)
    if not mine:
        return
    head = "**" + t("Keep what the plan promised") + f"** · {len(mine)}"
    with fold(f"{case.id}|promises|{expanded}", head, expanded=expanded):
        st.write(
            t(
                "Each measure as work: a procedure, a training sheet, a checklist, a log, and days in the calendar. This record is what the next review is shown."
            )
        )
        saved.date(case, "back_on", t("First day on which the offers were on again"))
        _downloads(case, now)
        for place, promise in enumerate(mine):
            with st.container(border=True):
                # the same count under each measure would only repeat itself
                _measure(case, promise, now.date(), counted=not place or promise.limit is not None)
        st.page_link(
            "pages/reports.py",
            label=t("Upload new reports"),
            icon=":material/upload:",
            query_params=link_params(),
        )
        _record(case)


def _downloads(case: Case, now: dt.datetime) -> None:
    names = {
        "procedures.docx": t("Procedures (Word)"),
        "training.docx": t("Training sheet (Word)"),
        "checklist.docx": t("Checklist (Word)"),
        "capa_log.docx": t("Log of actions (Word)"),
        "promises.xlsx": t("All of it (Excel)"),
    }
    day, tongue = now.date(), lang()
    with st.container(horizontal=True):
        for file, label in names.items():
            st.download_button(
                label,
                data=lambda file=file: promises.papers(case, tongue, day)[file],
                file_name=file,
                on_click="ignore",
                key=f"paper-{file}",
            )
        st.download_button(
            t("Calendar of the measures (.ics)"),
            promises.calendar(case, lang(), now),
            "promises.ics",
            "text/calendar",
            icon=":material/event:",
        )


def _measure(case: Case, promise: promises.Promise, today: dt.date, *, counted: bool) -> None:
    st.markdown(f"**{safe(read(promise.name))}**")
    st.caption(safe(read(promise.owner)) + " · " + safe(read(promise.cadence)))
    count = promises.count_since(case, promise) if counted else None
    if count:
        _count(case, promise, count, today)
    with st.form(f"proof|{promise.id}|{len(case.proofs)}", border=False):
        note = st.text_input(t("Proof that it runs (log, file, day)"))
        if st.form_submit_button(t("Keep the proof")) and note.strip():
            change(lambda c: promises.with_note(c, promise.id, today, note))
            st.rerun()


def _count(case: Case, promise: promises.Promise, count: promises.Count, today: dt.date) -> None:
    limit = percent_text(count.limit, lang()) if count.limit is not None else ""
    words = {True: t("within {limit}", limit=limit), False: t("above {limit}: act as the measure says", limit=limit)}  # fmt: skip
    said = read(promises.count_text(count, promises.defects_name(promise)))
    st.markdown(safe(said) + (f" · **{safe(words[count.kept])}**" if count.kept is not None else ""))
    st.caption(t("From {first} to {last}, as far as the reports reach", first=count.first, last=count.last))
    if st.button(t("Keep this count"), key=f"count-{promise.id}"):
        change(lambda c: promises.with_count(c, promise, today))
        st.rerun()


def _record(case: Case) -> None:
    names = {p.id: read(p.name) for p in promises.promises(case)}
    for days, proofs in promises.record(case).items():
        if not proofs:
            continue
        st.markdown("**" + t("First {days} days", days=days) + "**")
        for proof in proofs:
            said = read(promises.proof_said(case, proof))
            st.markdown(f"- {proof.on} · " + safe(labelled(names.get(proof.measure, proof.measure), said)))
    if not case.proofs:
        st.caption(sentences(t("Nothing is noted yet.")))
