"""Uploading reports: each recognised, read, and shown with what was used, refused and set aside."""

import streamlit as st

from appeal_core.case import Case, ReportSummary
from appeal_core.journey import autopsy, reports
from appeal_core.language import BadInput
from pages.parts.current import change, store
from pages.parts.words import lang, listed, read, safe, t

ENDINGS = ["txt", "csv", "tsv", "xlsx", "json", "xml", "gz", "zip"]


def upload(case: Case, wanted: list[str]) -> None:
    """Several files at once; a long read shows how far it is."""
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
            given = [reports.Upload(f.name, f.getvalue()) for f in files]
            _read(case, given)
            st.rerun()
        for summary in st.session_state.get(f"unread|{case.id}", []):
            _unread(case, summary, files or [])


def _read(case: Case, given: list[reports.Upload]) -> None:
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


def _unread(case: Case, summary: ReportSummary, files: list) -> None:
    st.warning(
        safe(read(summary.problem)) if summary.problem else safe(summary.file) + " " + t("not recognised")
    )
    file = next((f for f in files if f.name == summary.file), None)
    if file is None or not summary.columns:
        return
    with st.expander(t("Say which column is which"), expanded=True):
        guess = store().mapping(summary.signature) or reports.guess(summary.columns)
        chosen: dict[str, str] = {}
        columns = st.columns(2)
        for index, (field, label) in enumerate(reports.mappable().items()):
            options = ["", *summary.columns]
            start = guess.get(field, "")
            value = columns[index % 2].selectbox(
                read(label), options, index=options.index(start) if start in options else 0,
                key=f"map|{summary.signature}|{field}", format_func=lambda c: c or t("(not in this file)"),
            )  # fmt: skip
            if value:
                chosen[field] = value
        whats = reports.countable()
        start = guess.get("what", "orders")
        chosen["what"] = st.selectbox(
            t("What are its rows?"), list(whats), index=list(whats).index(start) if start in whats else 0,
            key=f"map|{summary.signature}|what|{lang()}", format_func=lambda c: read(whats[c]),
        )  # fmt: skip
        if st.button(t("Read it with these columns"), key=f"mapped|{summary.signature}"):
            store().remember_mapping(summary.signature, chosen)
            _read(case, [reports.Upload(file.name, file.getvalue(), chosen)])
            st.rerun()


def file_list(case: Case) -> None:
    """What was read, file by file."""
    for report in case.reports:
        aside = sum(s.rows for s in report.set_aside)
        counts = t(
            "{used} used, {refused} refused, {aside} set aside",
            used=report.used,
            refused=report.rejected_rows,
            aside=aside,
        )
        with st.expander(f"**{safe(report.file)}** · {read(reports.kind_name(report.kind))} · {counts}"):
            st.write(t("{rows} rows, {encoding}", rows=report.rows, encoding=report.encoding or ""))
            if report.first and report.last:
                st.write(t("Days {first} to {last}", first=report.first, last=report.last))
            if report.dropped_columns:
                st.write(t("Dropped while reading: {columns}", columns=listed(report.dropped_columns)))
            for row in report.rejected[:10]:
                st.write(t("Line {line}: {reason}", line=str(row.line), reason=row.reason))
            for note in report.notes:
                st.write(safe(read(note)))
            if report.sha256:
                st.download_button(
                    t("Download it cleaned (CSV)"),
                    data=lambda sha=report.sha256: autopsy.cleaned_report(case, sha, store().file),
                    file_name=f"clean-{report.file.rsplit('.', 1)[0]}.csv", mime="text/csv", on_click="ignore",
                    key=f"clean|{report.sha256}", icon=":material/download:",
                )  # fmt: skip
            st.button(
                t("Remove this file"), key=f"drop|{report.sha256}", on_click=_drop, args=(report.sha256,)
            )


def _drop(sha256: str) -> None:
    change(lambda c: reports.without(c, sha256, store().file))
