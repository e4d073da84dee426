"""The fields of the draft page: the draft, the notice that it answers, the reports behind it."""

import datetime as dt
import secrets
from typing import Any

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import begin
from appeal_core.journey.draft import Checked, Draft, checked
from appeal_core.journey.reports import Upload
from appeal_core.language import BadInput
from pages.parts.current import change, store
from pages.parts.files import ENDINGS, unread
from pages.parts.words import lang, read, t


def pasted(case: Case | None, name: str, label: str, height: int) -> str:
    """A field whose words are kept in the case's drafts."""
    key = f"{name}|{case.id if case else ''}"
    st.session_state.setdefault(key, case.drafts.get(name, "") if case else "")
    return st.text_area(label, height=height, key=key, on_change=_keep, args=(case, key, name))


def report_files(case: Case | None) -> list[Any]:
    """The uploader of reports: they stay in this session until the draft becomes an appeal."""
    files = st.file_uploader(
        t("Reports from Seller Central that the draft's figures come from (optional), several at once"),
        type=ENDINGS, accept_multiple_files=True, key="draft_reports",
    )  # fmt: skip
    st.caption(
        t(
            "They are read for this check alone and kept only when you make an appeal of the draft. Buyers' names, "
            "addresses, phone numbers, e-mail addresses and comments are dropped while reading."
        )
    )
    return files or []


def check(case: Case | None, draft: Draft) -> None:
    """Checks, and keeps what was found for this session."""
    bar = st.progress(0.0, text=t("Reading the files …")) if draft.uploads else None

    def progress(share: float, name: str) -> None:
        if bar is not None:
            bar.progress(share, text=t("Reading {file} …", file=name))

    try:
        found = checked(draft, case, dt.datetime.now(dt.UTC), store().file, store().mapping, progress)
    except BadInput as problem:
        forget(case)
        st.error(read(problem.message))
    else:
        st.session_state[_kept(case)] = found
    if bar is not None:
        bar.empty()


def last_checked(case: Case | None) -> Checked | None:
    """What the last check of this session found, of the open case alone."""
    return st.session_state.get(_kept(case))


def forget(case: Case | None) -> None:
    """Drops what the last check found, the reports read for it included."""
    st.session_state.pop(_kept(case), None)


def _kept(case: Case | None) -> str:
    return f"draft_checked|{case.id if case else ''}"


def unread_reports(case: Case | None, found: Checked, files: list[Any]) -> Upload | None:
    """Those that were not recognised; one again where the seller says which column is which."""
    beside = case or begin.new_case("draft", dt.datetime.now(dt.UTC))
    given = [unread(beside, summary, files) for summary in found.unread]
    return next((upload for upload in given if upload), None)


def _keep(case: Case | None, field: str, name: str) -> None:
    """Keeps what was pasted; without an open case a new one is begun for it."""
    text = st.session_state[field]
    if case is not None:
        change(lambda c: c.replace(drafts={**c.drafts, name: text}))
        return
    new = begin.new_case(secrets.token_urlsafe(9), dt.datetime.now(dt.UTC), lang())
    try:
        store().add(new.replace(drafts={name: text}))
    except BadInput as problem:
        st.session_state.problem = problem.message
        return
    st.session_state.case_id = st.query_params["case"] = new.id
