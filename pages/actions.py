from pages.parts.guard import enter

enter("actions")

import secrets

import streamlit as st

from appeal_core.case import OWN
from appeal_core.catalog import cause, evidence_kinds, roles, routes
from appeal_core.journey import candidates, tasks
from pages.parts import saved
from pages.parts.current import change, go, required_case, show_problem
from pages.parts.fold import fold
from pages.parts.own_cells import own_cells
from pages.parts.slots import owner_field, slot_fields, words
from pages.parts.words import own as own_words
from pages.parts.words import read, t


def exhibit_choice(case, base):
    """Which exhibit proves it."""
    ids = list(case.exhibits)
    if ids:
        saved.choice(
            case, f"{base}.exhibit", t("Proof: which exhibit"), ids,
            lambda i: t("Exhibit {letter}", letter=case.exhibit_letter(i)) + f" · {own_words(case.exhibits[i].title) or case.exhibits[i].file_name}",
            wide=True,
        )  # fmt: skip
    else:
        st.caption(t("Its proof is added on the evidence page."))


def action_card(case, entry, key):
    """A thing done: what, when, and its proof."""
    action, answer, base = entry.action(key), case.actions[key], f"actions.{key}"
    state = " · " + t("in the letter") if answer.chosen else ""
    with fold(f"{case.id}|{base}", f"**{read(action.name)}**{state}", expanded=answer.chosen):
        saved.tick(case, f"{base}.chosen", t("We have done this"))
        if answer.chosen:
            saved.date(
                case,
                f"{base}.done_on",
                t("On which day was it done"),
                help=t(
                    "Amazon refuses plans whose actions have not been carried out. Only what is done belongs here."
                ),
            )
            slot_fields(case, base, action.slots)
            exhibit_choice(case, base)
            if action.proof:
                st.caption(t("Usual proof: {paper}", paper=evidence_kinds()[action.proof].name))


def measure_card(case, entry, key):
    """A thing that will run: what, who, how often, with what, and when it acts."""
    measure, answer, base = entry.measure(key), case.measures[key], f"measures.{key}"
    state = " · " + t("in the letter") if answer.chosen else ""
    with fold(f"{case.id}|{base}", f"**{read(measure.name)}**{state}", expanded=answer.chosen):
        st.caption(read_statement(measure.what))
        saved.tick(case, f"{base}.chosen", t("We run this, or start it on the day below"))
        if answer.chosen:
            owner_field(
                case, f"{base}.owner", {c: read(r.name) for c, r in roles().items()}, t("Who is responsible")
            )
            saved.date(case, f"{base}.starts", t("From which day (optional)"))
            slot_fields(case, base, measure.slots)
            own_cells(case, base, answer)
            st.caption(
                t(
                    "How often: {cadence}. With: {tool}. Acts when: {trigger}.",
                    cadence=read_statement(measure.cadence),
                    tool=read_statement(measure.tool),
                    trigger=read_statement(measure.trigger),
                )
            )


def read_statement(statement):
    """A statement with its blanks still open."""
    import re

    from pages.parts.words import lang

    return re.sub(r"\{\w+\}", "…", statement.zh if lang() == "zh" else statement.en)


def remove(base):
    """Takes an answer out of the case."""
    change(lambda c: c.with_value(base, None))


def own(case, code, kind):
    """An action or a measure of the seller's own."""
    answers = case.actions if kind == "actions" else case.measures
    mine = [k for k, a in answers.items() if k.startswith(OWN) and a.cause == code]
    for key in mine:
        base = f"{kind}.{key}"
        with st.expander(f"**{t('Your own')}**", expanded=True):
            if kind == "actions":
                words(case, f"{base}.text", t("What was done, as a fact with its numbers"), lines=2)
                saved.date(case, f"{base}.done_on", t("On which day was it done"))
                exhibit_choice(case, base)
            else:
                words(case, f"{base}.what", t("What is checked or done"))
                owner_field(
                    case,
                    f"{base}.owner",
                    {c: read(r.name) for c, r in roles().items()},
                    t("Who is responsible"),
                )
                words(case, f"{base}.cadence", t("How often"))
                words(case, f"{base}.tool", t("With what tool or report"))
                words(case, f"{base}.trigger", t("When it acts, and what then happens"))
            st.button(
                t("Remove"),
                key=f"remove-{key}-{kind}",
                on_click=remove,
                args=(base,),
            )
    if st.button(t("Add one of your own"), key=f"own-{kind}-{code}", icon=":material/add:"):
        new = f"{OWN}{secrets.token_hex(3)}"
        change(lambda c: c.with_value(f"{kind}.{new}", {"cause": code, "chosen": True}))
        st.rerun()


case = required_case()
st.title(t("What was done, and what will run?"), anchor=False)
show_problem()
if not case.causes:
    st.info(t("The cause of the notice comes first."))
    st.page_link("pages/notice.py", label=t("To the notice"), icon=":material/arrow_back:")
    st.stop()
elif "actions" not in routes()[case.route].tasks:
    st.info(t("What Amazon asks here needs no plan. Go on with the next step."))
else:
    if (filled := candidates.with_actions(case)) is not case and change(candidates.with_actions):
        case = filled
    done, will_run = st.tabs([t("Done"), t("Will run")])
    with done:
        st.write(
            t(
                "Corrective actions: finished, dated, with a proof each. What you have not done yet, do it first; then tick it."
            )
        )
        for code, actions, _ in candidates.offered(case):
            entry = cause(code)
            for key in actions:
                if not key.startswith(OWN):
                    action_card(case, entry, key)
            own(case, code, "actions")
    with will_run:
        st.write(
            t(
                "Preventive measures: somebody, at a set time, with a tool, who acts at a set sign. Two or three that really run are worth more than ten."
            )
        )
        for code, _, measures in candidates.offered(case):
            entry = cause(code)
            for key in measures:
                if not key.startswith(OWN):
                    measure_card(case, entry, key)
            own(case, code, "measures")
if st.button(t("Go on"), type="primary", icon=":material/arrow_forward:"):
    go(tasks.next_page(case, "actions"))
