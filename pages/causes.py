from pages.parts.guard import enter

enter("causes")

import secrets

import streamlit as st

from appeal_core.case import OWN
from appeal_core.catalog import cause, routes
from appeal_core.journey import candidates, hypotheses, tasks
from pages.parts import saved
from pages.parts.current import change, go, required_case, show_problem
from pages.parts.fold import fold
from pages.parts.route_form import route_form
from pages.parts.slots import slot_fields, sure_badge, words
from pages.parts.words import own, read, safe, t

CHECKS = ("yes", "no", "unknown")


def root_cause_card(case, code, root, hypothesis):
    """One possible root cause: its check first, then, if it holds, what the letter needs."""
    base = f"root_causes.{root.id}"
    answer = case.root_causes[root.id]
    mark = {"yes": t("yes"), "no": t("no"), "unknown": t("not known")}.get(
        answer.check or "", t("not answered")
    )
    chosen = " · " + t("in the letter") if answer.chosen else ""
    with fold(f"{case.id}|{root.id}", f"**{read(root.name)}** · {mark}{chosen}", expanded=answer.chosen):
        st.markdown(f"**{read(root.check.question)}**")
        st.caption(read(root.check.why))
        st.caption(t("Where to look: {place}", place=root.check.look_in))
        if hypothesis and hypothesis.stands != "unknown":
            stands = (
                t("Your files speak for it:")
                if hypothesis.stands == "for"
                else t("Your files speak against it:")
            )
            said = "  \n".join(safe(read(e)) for e in hypothesis.evidence)
            st.info(f"**{stands}**  \n{said}", icon=":material/query_stats:")
        if read(root.caution):
            st.warning(read(root.caution))
        labels = {"yes": t("Yes"), "no": t("No"), "unknown": t("I do not know")}
        saved.choice(case, f"{base}.check", t("Your answer"), CHECKS, labels.__getitem__, horizontal=True)
        if answer.check == "yes":
            chosen_fields(case, base, root)
        elif answer.check == "unknown":
            st.caption(
                t("That is an answer. Look where the line above says; until then it stays out of the letter.")
            )
        sure_badge(root.status, root.source)


def chosen_fields(case, base, root):
    """What the letter says of a root cause whose check holds."""
    saved.tick(
        case,
        f"{base}.chosen",
        t("Name it in the letter"),
        help=t("Only a root cause that your own data shows belongs in the letter."),
    )
    if root.context_only:
        st.caption(t("It can be said as context; it cannot be the only root cause."))
    counted = case.defect_counts.get(root.id)
    hint = t("The coded defect list counts {n}.", n=counted) if counted else None
    saved.number(case, f"{base}.orders", t("How many orders or listings it explains (if counted)"), help=hint)
    slot_fields(case, base, root.slots)
    words(
        case, f"{base}.found", t("What the check showed, in a sentence with its number (optional)"), lines=2
    )


def own_root_cause(case, code):
    """A cause that the catalogue does not hold, in free words."""
    mine = [k for k, a in case.root_causes.items() if k.startswith(OWN) and a.cause == code]
    for key in mine:
        name = own(case.root_causes[key].name) or t("Your own root cause")
        with fold(f"{case.id}|{key}", f"**{safe(name)}**", expanded=True):
            words(case, f"root_causes.{key}.name", t("Name it in a few words"))
            words(
                case,
                f"root_causes.{key}.text",
                t("What your own process lacked, with dates and numbers"),
                lines=3,
            )
            saved.number(
                case, f"root_causes.{key}.orders", t("How many orders or listings it explains (if counted)")
            )
            st.button(
                t("Remove"),
                key=f"remove-{key}",
                on_click=lambda k=key: change(lambda c: c.with_value(f"root_causes.{k}", None)),
            )
    if st.button(t("It is something else: write your own"), key=f"own-{code}", icon=":material/add:"):
        new = f"{OWN}{secrets.token_hex(3)}"
        change(lambda c: c.with_value(f"root_causes.{new}", {"cause": code, "check": "yes", "chosen": True}))
        st.rerun()


case = required_case()
plan = case.route in ("plan_of_action", "plan_and_documents", "reactivate_other_account")
title = t("Why is the notice wrong?") if case.route == "dispute" else t("Why did it happen?")
st.title(title, anchor=False)
show_problem()
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
    for code in case.causes if plan else ():
        entry = cause(code)
        if not entry.root_causes:
            st.info(t("Candor does not hold root causes for this cause yet. Write your own."))
        if len(case.causes) > 1:
            st.header(read(entry.name), anchor=False)
        ranked = hypotheses.ranked(case, code)
        for root, hypothesis in ranked:
            root_cause_card(case, code, root, hypothesis)
        own_root_cause(case, code)
if st.button(t("Go on"), type="primary", icon=":material/arrow_forward:"):
    go(tasks.next_page(case, "causes"))
