"""Uploading reports: several at once, each recognised or asked about."""

import streamlit as st

from appeal_core.case import Case, ReportSummary
from appeal_core.journey import reports
from appeal_core.language import BadInput
from pages.parts.account import account, encoding_box
from pages.parts.current import change, store
from pages.parts.mapper import mapper
from pages.parts.words import listed, read, safe, t

ENDINGS = ["txt", "csv", "tsv", "xlsx", "json", "xml", "gz", "zip"]


def upload(case: Case, wanted: list[str]) -> None:
    """The uploader, what could not be recognised, and an account of every file of the case."""
    with st.container(border=True):
        advice = reports.useful_reports(wanted)
        if advice:
            st.caption(t("Most useful here: {reports}", reports=listed(read(a) for a in advice)))
        files = st.file_uploader(
            t("Reports from Seller Central, several at once"),
            type=ENDINGS,
            accept_multiple_files=True,
            key="reports_upload",
        )
        if files and st.button(t("Read the files"), icon=":material/table_view:", type="secondary"):
            _read(case, [reports.Upload(f.name, f.getvalue()) for f in files])
            st.rerun()
        for summary in st.session_state.get(f"unread|{case.id}", []):
            if given := unread(case, summary, files or []):
                _read(case, [given])
                st.rerun()
    for report in case.reports:
        if given := account(case, report, files or []):
            _read(case, [given])
            st.rerun()


def _read(case: Case, given: list[reports.Upload]) -> None:
    """Reads with a bar that shows how far it is."""
    bar = st.progress(0.0, text=t("Reading the files …"))
    try:
        found = reports.read_uploads(
            case, given, store().file, store().mapping,
            lambda share, name: bar.progress(share, text=t("Reading {file} …", file=name)),
        )  # fmt: skip
    except BadInput as problem:
        st.session_state.problem = problem.message
        return
    st.session_state[f"unread|{case.id}"] = found.unread
    change(lambda c: reports.merged(c, found), found.files)


def unread(case: Case, summary: ReportSummary, files: list) -> reports.Upload | None:
    """Why a file was not recognised; the upload again where the seller says how it is to be read."""
    st.warning(
        safe(read(summary.problem)) if summary.problem else safe(summary.file) + " " + t("not recognised")
    )
    file = next((f for f in files if f.name == summary.file), None)
    if file is None:
        return None
    given = mapper(summary, file) if summary.columns else None
    if given is None and not file.name.lower().endswith((".xlsx", ".json", ".xml")):
        given = encoding_box(case, summary, file)
    return given
