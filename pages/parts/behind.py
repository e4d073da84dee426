"""The way back to the rows: the orders behind a figure, and the defect list as a workbook."""

import datetime as dt

import pandas as pd
import streamlit as st

from appeal_core.case import Case, Measurement
from appeal_core.catalog import metrics
from appeal_core.journey import autopsy, reports
from appeal_core.language import BadInput, Message, number_text
from pages.parts.current import change, store
from pages.parts.drivers import driver_names
from pages.parts.words import lang, read, safe, t

SHOWN = 300  # rows on the page; the download holds all
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rows_view(case: Case, main: Measurement) -> None:
    """The rows of any figure, chosen from a list."""
    measured = case.measurements.metrics if case.measurements else ()
    names = {m.id: _name(m) for m in measured}
    chosen = st.selectbox(
        t("Which figure"), list(names), index=list(names).index(main.id), format_func=names.__getitem__,
        key="rows_of", placeholder=t("Choose"),
    )  # fmt: skip
    rows_of(case, next(m for m in measured if m.id == chosen), "view")


def rows_dialog(case: Case, measurement: Measurement) -> None:
    """The rows of one figure over the page."""
    st.dialog(t("The orders behind the figure"), width="large")(rows_of)(case, measurement, "dialog")


def rows_of(case: Case, measurement: Measurement, place: str) -> None:
    """Numerator and denominator, order by order; never a person. Opened only when asked for."""
    st.markdown(f"**{safe(_name(measurement))}**")
    files = tuple(r.sha256 for r in case.reports)
    with st.spinner(t("Looking up the orders …")):
        frame, said = _looked_up(case.id, files, measurement.model_dump_json(), case, measurement)
    for text in said:
        st.caption(safe(read(text)))
    if frame.empty:
        st.info(t("No file lists these orders, so there are none to show."))
        return
    if len(frame) > SHOWN:
        rows, shown = number_text(len(frame), lang()), number_text(SHOWN, lang())
        st.caption(t("The first {shown} of {rows} rows; the download holds all.", shown=shown, rows=rows))
    st.dataframe(_in_words(frame.head(SHOWN)), hide_index=True)
    st.download_button(
        t("Download all rows (CSV)"), data=lambda: reports.rows_csv(frame), file_name=f"{measurement.code}-rows.csv",
        mime="text/csv", on_click="ignore", icon=":material/download:", key=f"rows|{place}|{measurement.id}",
    )  # fmt: skip


@st.cache_data(scope="session", max_entries=2, show_spinner=False)
def _looked_up(
    case_id: str, files: tuple[str, ...], figure: str, _case: Case, _measurement: Measurement
) -> tuple[pd.DataFrame, tuple[Message, ...]]:
    """The rows, kept for the next rerun: what they depend on is named by the first three arguments."""
    return autopsy.rows(_case, _measurement, store().file)


def _in_words(frame: pd.DataFrame) -> pd.DataFrame:
    """The columns that hold something, under the names that people use, the telling ones first."""
    names = {
        "order_id": t("Order ID"), "day": t("Day"), "defect": t("Defect"), "in_numerator": t("In the numerator"),
        "in_denominator": t("In the denominator"), "fulfilment": t("Orders of"), **driver_names(),
    }  # fmt: skip
    kept = frame[[c for c in frame if c != "weight" or (frame[c] != 1).any()]]
    kept = kept[[c for c in kept if not (kept[c].astype("str") == "").all()]]
    if "day" in kept:
        kept = kept.assign(day=kept["day"].dt.strftime("%Y-%m-%d"))
    if "fulfilment" in kept:
        whose = {"seller": t("seller-fulfilled"), "amazon": t("Fulfillment by Amazon"), "": ""}
        kept = kept.assign(fulfilment=kept["fulfilment"].map(lambda side: whose.get(side, side)))
    return kept.rename(columns=names)


def _name(m: Measurement) -> str:
    days = m.window.days if m.window else 0
    return t("{metric}, {days} days", metric=metrics()[m.code].name, days=days)


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
