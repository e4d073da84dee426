from pages.parts.guard import enter

enter("reports")

import streamlit as st

from appeal_core.catalog import cause, marketplaces, metrics
from appeal_core.journey import reports, tasks
from pages.parts.behind import rows_view
from pages.parts.chart import rate_chart
from pages.parts.contest import contest_view
from pages.parts.current import go, required_case, show_problem
from pages.parts.defects import defect_list
from pages.parts.drivers import drivers_view
from pages.parts.figures import rates
from pages.parts.files import upload
from pages.parts.fix import fix_view
from pages.parts.recovery import recovery_view
from pages.parts.tracking import tracking_view
from pages.parts.typed import typed_figures
from pages.parts.words import listed, read, t


def deeper(case, main):
    """One question at a time about the main rate; only the one asked is computed."""
    views = {
        "drivers": t("What drives it"),
        "defects": t("Order by order"),
        "rows": t("The rows behind it"),
        "contest": t("What can be contested"),
        "recovery": t("When it recovers"),
        "fix": t("Does the fix work"),
    }
    if any(r.kind in ("ship_confirm", "mapped", "valid_tracking_report") for r in case.reports):
        views["tracking"] = t("Check tracking IDs")
    view = st.segmented_control(
        t("Look closer"),
        list(views),
        default="drivers",
        required=True,
        format_func=views.__getitem__,
        key="deeper",
    )
    if view == "defects":
        defect_list(case)
    elif view == "rows":
        rows_view(case, main)
    elif view == "tracking":
        tracking_view(case)
    elif view == "contest":
        contest_view(case)
    elif view == "recovery":
        recovery_view(case, main)
    elif view == "fix":
        fix_view(case, main)
    else:
        drivers_view(main)


case = required_case()
st.title(t("What do the numbers say?"), anchor=False)
show_problem()
wanted = [m for m in dict.fromkeys(cause(c).metric for c in case.causes) if m]
if wanted:
    names = listed(read(metrics()[m].name) for m in wanted)
    st.write(
        t(
            "Amazon decides this case on: {metrics}. Upload the reports, or type the figures that the notice or "
            "Account Health shows; either is enough.",
            metrics=names,
        )
    )
else:
    st.write(
        t(
            "This cause is not decided on a rate. Reports can still show how many orders or listings are concerned; "
            "you can also go on without."
        )
    )
st.caption(
    t(
        "Store: {store}. Days are counted in its own time zone ({zone}). Buyers' names, addresses, phone numbers, "
        "e-mail addresses and comments are dropped while reading.",
        store=marketplaces()[case.marketplace].domain,
        zone=marketplaces()[case.marketplace].zone,
    )
)
upload(case, wanted)
typed_figures(case, wanted)
measured = case.measurements
if measured and measured.metrics:
    st.header(t("The rates"), anchor=False)
    rates(case, reports.in_order(measured.metrics, wanted), wanted)
    if main := reports.main_measurement(case):
        rate_chart(case, reports.charted(case) or main)
        deeper(case, main)
    else:
        defect_list(case)
elif wanted:
    st.info(
        t("No figure yet. In Seller Central: Performance, Account Health, View details, Download report.")
    )
if st.button(t("Go on"), type="primary", icon=":material/arrow_forward:"):
    go(tasks.next_page(case, "reports"))
