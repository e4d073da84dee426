from pages.parts.guard import enter

enter("causes")

import streamlit as st

from appeal_core.catalog import cause, routes
from appeal_core.journey import candidates, hypotheses, tasks
from pages.parts.current import change, go, link_params, required_case, show_problem
from pages.parts.named_points import named_points
from pages.parts.root_cause import own_root_cause, root_cause_card
from pages.parts.route_form import route_form
from pages.parts.words import read, t


def ranked_causes(case, code):
    """The root causes of one cause, by what the files say: those of the letter first."""
    heads = {
        "chosen": t("In your letter"),
        "for": t("Your files point here"),
        "unknown": t("Your files do not say"),
        "against": t("Your files point away"),
    }
    ranked = hypotheses.ranked(case, code)
    told = {one.group for one in ranked} - {"unknown"}
    for group in hypotheses.GROUPS:
        mine = [one for one in ranked if one.group == group]
        if mine and told:
            st.markdown(f"**{heads[group]}** · {len(mine)}")
        for one in mine:
            root_cause_card(case, one)


case = required_case()
plan = case.route in ("plan_of_action", "plan_and_documents", "reactivate_other_account")
title = t("Why is the notice wrong?") if case.route == "dispute" else t("Why did it happen?")
st.title(title, anchor=False)
show_problem()
named_points(case)
if not case.causes:
    st.info(t("The cause of the notice comes first."))
    st.page_link("pages/notice.py", label=t("To the notice"), icon=":material/arrow_back:")
    st.stop()
elif "causes" not in routes()[case.route].tasks:
    st.info(t("What Amazon asks here needs no root causes. Go on with the next step."))
else:
    route_form(case)
    if (
        plan
        and (filled := candidates.with_root_causes(case)) is not case
        and change(candidates.with_root_causes)
    ):
        case = filled
    if plan:
        st.write(
            t(
                "Amazon wants the failure in your own process, found in your own data. Answer each check with what "
                "you can see; choose one to three. Asking why three times usually gets from the event to the cause."
            )
        )
        if not (case.measurements and case.measurements.hypotheses) and any(
            cause(c).metric for c in case.causes
        ):
            st.page_link(
                "pages/reports.py", label=t("With your reports, Candor puts those first that your own rows speak for"),
                icon=":material/query_stats:", query_params=link_params(),
            )  # fmt: skip
    for code in case.causes if plan else ():
        entry = cause(code)
        if not entry.root_causes:
            st.info(t("Candor does not hold root causes for this cause yet. Write your own."))
        if len(case.causes) > 1:
            st.header(read(entry.name), anchor=False)
        ranked_causes(case, code)
        own_root_cause(case, code)
if st.button(t("Go on"), type="primary", icon=":material/arrow_forward:"):
    go(tasks.next_page(case, "causes"))
