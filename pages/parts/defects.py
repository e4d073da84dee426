"""The defect list, order by order, coded in bulk; Amazon's files say which orders, mostly not why."""

import streamlit as st

from appeal_core.case import OWN, Case, Coding
from appeal_core.catalog import metrics
from appeal_core.journey import reports
from appeal_core.journey.tasks import known_cause
from pages.parts.behind import workbook_box
from pages.parts.current import change, store
from pages.parts.drivers import driver_names
from pages.parts.words import labelled, lang, own, read, safe, t

SHOWN = 300  # rows; the download holds all


def defect_list(case: Case) -> None:
    """Counts, the form for coding in bulk, the codings, and the orders."""
    measured = case.measurements
    if measured is None or not measured.defect_rows:
        return
    st.write(
        t(
            "Each order behind the figure. Say in bulk why it went wrong; the counts go to the root causes and into the "
            "letter. {n} rows.",
            n=measured.defect_rows,
        )
    )
    _code_form(case)
    workbook_box(case)
    for index, coding in enumerate(case.codings):
        with st.container(horizontal=True, vertical_alignment="center"):
            which = f"{driver_names().get(coding.by, coding.by)} {coding.value}"
            what = labelled(which, _root_name(case, coding.root_cause))
            st.markdown(safe(" · ".join(p for p in (what, coding.reason, coding.remedy) if p)))
            st.button(t("Remove"), key=f"coding|{index}", on_click=_uncode, args=(index,))
    for code, count in case.defect_counts.items():
        st.caption(t("{cause}: {n} orders", cause=_root_name(case, code), n=count))
    if st.toggle(t("Show the orders"), key="show_defects"):
        frame = reports.defects(case, store().file)
        st.dataframe(frame.head(SHOWN), hide_index=True)
        st.download_button(
            t("Download the list (CSV)"),
            data=lambda: reports.defects_csv(case, store().file),
            file_name="defects.csv",
            mime="text/csv",
            on_click="ignore",
        )


def _roots(case: Case) -> dict[str, str]:
    found = {r.id: read(r.name) for code in case.causes for r in known_cause(code).root_causes}
    return found | {k: own(a.name) or k for k, a in case.root_causes.items() if k.startswith(OWN)}


def _root_name(case: Case, code: str) -> str:
    return _roots(case).get(code, code)


def _code_form(case: Case) -> None:
    values = reports.codable(case)
    if not values:
        return
    with st.expander(t("Code orders in bulk")):
        codes = list(dict.fromkeys(m for m, _ in values))
        metric = st.selectbox(
            t("Rate"),
            codes,
            placeholder=t("Choose"),
            format_func=lambda m: read(metrics()[m].name),
            key=f"code_metric|{lang()}",
        )
        kinds = [by for m, by in values if m == metric]
        by = st.selectbox(
            t("All orders with this"),
            kinds,
            format_func=lambda b: driver_names().get(b, b),
            key=f"code_by|{lang()}",
            placeholder=t("Choose"),
        )
        given = values.get((metric, by), [])
        if by == "order":
            value = st.text_input(t("Order ID"), key="code_order").strip()
        else:
            value = st.selectbox(t("Value"), given, key="code_value", placeholder=t("Choose"))
        roots = _roots(case)
        root = st.selectbox(
            t("Root cause"),
            list(roots),
            format_func=roots.__getitem__,
            key=f"code_root|{lang()}",
            placeholder=t("Choose"),
        )
        reason = st.text_input(t("What happened (optional)"), key="code_reason")
        remedy = st.text_input(t("What was done for these buyers (optional)"), key="code_remedy")
        if st.button(t("Code these orders")) and value and root:
            coding = Coding(metric=metric, by=by, value=value, root_cause=root, reason=reason, remedy=remedy)
            change(lambda c: reports.with_codings(c, (*c.codings, coding), store().file))
            st.rerun()


def _uncode(index: int) -> None:
    def how(case: Case) -> Case:
        kept = case.codings[:index] + case.codings[index + 1 :]
        return reports.with_codings(case, kept, store().file)

    change(how)
