"""Tracking IDs against their carriers, before Amazon reads them."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import autopsy, reports
from appeal_core.language import number_text
from pages.parts.current import store
from pages.parts.words import labelled, lang, listed, read, safe, t

SHOWN = 200  # rows on the page; the download holds all


def tracking_view(case: Case) -> None:
    """By fault: how many, what to do, which orders."""
    found = autopsy.tracking(case, store().file)
    if not found.rows:
        st.info(
            t(
                "These files hold no tracking IDs. A shipping confirmation file or your own shipment list does."
            )
        )
        return
    rows, clean = number_text(found.rows, lang()), number_text(found.clean, lang())
    st.write(
        t("{rows} shipments looked at; in {clean} the tracking ID shows no fault.", rows=rows, clean=clean)
    )
    st.caption(
        t(
            "Looked at: blanks, repeated IDs, damage by Excel, and the shape that each carrier's numbers have. Whether "
            "a carrier scanned a parcel is not known here, because nothing leaves this computer; a right shape is no "
            "proof of a scan."
        )
    )
    if found.unknown_carriers:
        names = safe(listed(found.unknown_carriers[:20]))
        st.info(
            t(
                "The shape of these carriers' numbers is not known here, so it was not judged: {names}",
                names=names,
            )
        )
    for code, count in found.counts().items():
        fault = next(f.fault for f in found.findings if f.fault.code == code)
        with st.container(border=True):
            st.markdown(f"**{safe(read(fault.name))}** · {number_text(count, lang())}")
            st.markdown(labelled(t("What to do"), safe(read(fault.todo))))
    if not found.findings:
        return
    table = autopsy.tracking_table(found, lang())
    with st.expander(t("Show the shipments"), expanded=len(table) <= 10):
        names = (
            t("Order ID"),
            t("Carrier"),
            t("Tracking ID"),
            t("Fault"),
            t("Its shape fits"),
            t("What to do"),
        )
        st.dataframe(table.head(SHOWN).set_axis(list(names), axis=1), hide_index=True)
        st.download_button(
            t("Download all rows (CSV)"), data=lambda: reports.rows_csv(table), file_name="tracking.csv",
            mime="text/csv", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
