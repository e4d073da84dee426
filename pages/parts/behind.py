"""The way back to the rows: the orders behind a figure, the defect list as a workbook, tracking IDs."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.catalog import metrics
from appeal_core.journey import autopsy, reports
from appeal_core.language import BadInput
from pages.parts.current import change, store
from pages.parts.words import read, safe, t

SHOWN = 300  # rows on the page; the download holds all
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rows_view(case: Case, main: Measurement) -> None:
    """Numerator and denominator, order by order; never a person."""
    measured = case.measurements.metrics if case.measurements else ()
    names = {
        m.id: t("{metric}, {days} days", metric=metrics()[m.code].name, days=m.window.days if m.window else 0)
        for m in measured
    }
    chosen = st.selectbox(
        t("Which figure"), list(names), index=list(names).index(main.id), format_func=names.__getitem__,
        key="rows_of", placeholder=t("Choose"),
    )  # fmt: skip
    measurement = next(m for m in measured if m.id == chosen)
    frame, said = autopsy.rows(case, measurement, store().file)
    for text in said:
        st.caption(safe(read(text)))
    st.dataframe(frame.head(SHOWN), hide_index=True)
    st.download_button(
        t("Download the rows (CSV)"), data=lambda: reports.rows_csv(frame), file_name=f"{measurement.code}-rows.csv",
        mime="text/csv", on_click="ignore", icon=":material/download:",
    )  # fmt: skip


def workbook_box(case: Case) -> None:
    """The defect list as a workbook: out, coded in Excel, and back."""
    with st.expander(t("Code them in Excel")):
        st.write(
            t(
                "The workbook lists every defective order, with a choice of root causes and the last day to contest. Fill it, save it, and bring it back."
            )
        )
        st.download_button(
            t("Download the workbook (.xlsx)"),
            data=lambda: autopsy.workbook(case, store().file, dt.datetime.now().astimezone().date()),
            file_name="defects.xlsx", mime=XLSX, on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        file = st.file_uploader(t("The filled workbook"), type=["xlsx"], key="workbook")
        if file and st.button(t("Take its codings over")):
            try:
                codings = autopsy.from_workbook(case, file.getvalue())
            except BadInput as problem:
                st.error(safe(read(problem.message)))
                return
            change(lambda c: reports.with_codings(c, codings, store().file))
            st.rerun()


def tracking_view(case: Case) -> None:
    """Tracking IDs against their carriers, before Amazon reads them."""
    found = autopsy.tracking(case, store().file)
    st.write(t("{rows} shipments looked at, {clean} without a fault. Whether a carrier scanned them is not known here: nothing leaves this computer.",
               rows=found.rows, clean=found.clean))  # fmt: skip
    if found.unknown_carriers:
        st.caption(
            t(
                "Carriers whose numbers are not known here, so not judged: {names}",
                names=safe(", ".join(found.unknown_carriers[:20])),
            )
        )
    st.dataframe(
        [
            {t("Order ID"): f.order_id, t("Carrier"): f.carrier, t("Tracking ID"): f.tracking_id,
             t("Fault"): read(f.fault.name), t("What to do"): read(f.fault.todo)}
            for f in found.findings[:SHOWN]
        ],
        hide_index=True,
    )  # fmt: skip
