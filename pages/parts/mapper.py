"""Which column is which in a table of the seller's own make: guessed, shown with its first rows, confirmed."""

from typing import Any

import streamlit as st

from appeal_core.case import ReportSummary
from appeal_core.journey import preview, reports
from pages.parts.current import store
from pages.parts.words import lang, listed, read, safe, t


def mapper(summary: ReportSummary, file: Any) -> reports.Upload | None:
    """The form; the upload with its mapping when the seller confirms it. No column of a buyer is shown."""
    with st.expander(t("Say which column is which"), expanded=True):
        st.caption(
            t(
                "The first rows stand under each choice. Columns with buyers' data are left out. The answer is "
                "remembered for files with the same header."
            )
        )
        guess = store().mapping(summary.signature) or reports.guess(summary.columns)
        values = preview.first_values(file.getvalue(), summary)
        columns = st.columns(2)
        chosen = {
            field: value
            for index, (field, label) in enumerate(reports.mappable().items())
            if (
                value := _choice(
                    columns[index % 2], summary, field, read(label), guess.get(field, ""), values
                )
            )
        }
        whats = reports.countable()
        start = guess.get("what", "orders")
        chosen["what"] = st.selectbox(
            t("What are its rows?"), list(whats), index=list(whats).index(start) if start in whats else 0,
            key=f"map|{summary.signature}|what|{lang()}", format_func=lambda c: read(whats[c]),
        )  # fmt: skip
        if not st.button(t("Read it with these columns"), key=f"mapped|{summary.signature}"):
            return None
    store().remember_mapping(summary.signature, chosen)
    return reports.Upload(file.name, file.getvalue(), chosen)


def _choice(
    place: Any, summary: ReportSummary, field: str, label: str, start: str, values: dict[str, tuple[str, ...]]
) -> str:
    """One field's column, with what its first rows hold."""
    options = ["", *summary.columns]
    with place:
        value = st.selectbox(
            label, options, index=options.index(start) if start in options else 0,
            key=f"map|{summary.signature}|{field}", format_func=lambda c: c or t("(not in this file)"),
        )  # fmt: skip
        if value:
            shown = safe(listed(v or "—" for v in values.get(value, ())))
            st.caption(t("First rows: {values}", values=shown) if shown else t("First rows are not shown."))
    return value
