"""The offer to turn a checked draft into an appeal: what was read, what is missing, the seller's word for it."""

import datetime as dt
import hashlib
import secrets

import streamlit as st

from appeal_core.case import Case
from appeal_core.catalog import cause, causes, marketplaces
from appeal_core.journey import begin, draft, reports, taking_over
from appeal_core.journey.draft import Checked
from appeal_core.journey.taking_over import DraftRead, Taken
from appeal_core.language import BadInput, date_text
from pages.parts.current import change, go, store
from pages.parts.draft_fields import forget
from pages.parts.once import once
from pages.parts.words import labelled, lang, listed, read, safe, t


def take_over(case: Case | None, checked: Checked, notice: str, stated: str) -> None:
    """`notice`: the pasted notice, if any; `stated`: the cause that it, or the open case, states."""
    given = (checked.found.text, dt.date.today())
    found = once("draft_read", given, lambda: taking_over.read_draft(*given))
    if not found.taken:
        return
    st.header(t("Make an appeal of it"), anchor=False)
    st.write(
        t(
            "These sentences are taken over as your own words, each into its part. Nothing is added; what the draft does "
            "not say stays open and is asked for."
        )
    )
    found = found.model_copy(update={"taken": _chosen(found)})
    _marks(found)
    code = stated or _chosen_cause(found)
    if code:
        _what_is_missing(case, found, code, notice)
    sure = st.checkbox(
        t("I have read these sentences. What they say of my shop is true"),
        key=f"true|{case.id if case else ''}",
    )
    label = t("Take this into the open appeal") if case and case.causes else t("Make an appeal of it")
    if st.button(
        label, type="primary", icon=":material/move_to_inbox:", disabled=not (sure and code and found.taken)
    ):
        _turn(case, found, code, notice, checked)


def _chosen(found: DraftRead) -> tuple[Taken, ...]:
    """The sentences by part; one that the seller unticks is left out."""
    names = {
        "root_cause": t("Root cause"),
        "actions": t("Actions taken"),
        "prevention": t("Preventive steps"),
    }
    kept = []
    for part, name in names.items():
        mine = [one for one in found.taken if one.part == part]
        with st.container(border=True):
            st.markdown(f"**{name}**")
            if not mine:
                st.markdown(f":red[{t('Nothing was found for this part.')}]")
            kept += [
                o
                for n, o in enumerate(mine)
                if st.checkbox(_line(o), value=True, key=f"take|{lang()}|{part}|{n}|{o.text}")
            ]
    return tuple(kept)


def _marks(found: DraftRead) -> None:
    """What else was read, and what is left out."""
    marks = [
        (t("Amazon store"), read(marketplaces()[found.marketplace].name) if found.marketplace else ""),
        (t("Order IDs, kept in your sentences"), listed(found.orders[:20])),
        (t("Exhibits named"), listed(found.exhibits)),
    ]
    for name, value in marks:
        if value:
            st.markdown(labelled(f"**{name}**", safe(value)))
    if found.left:
        with st.expander(t("Not taken over: sentences of no part ({n})", n=len(found.left))):
            st.markdown("\n".join(f"- {safe(text[:200])}" for text in found.left[:30]))


def _line(one: Taken) -> str:
    head = f"**{safe(one.name)}** " if one.name else ""
    day = ""
    if one.part == "actions":
        day = f" · {date_text(one.day, lang())}" if one.day else f" · :orange[{t('no single day was read')}]"
    cells = "".join(f" · {safe(value)}" for value in one.cells.values())
    return f"{head}{safe(one.text)}{cells}{day}"


def _chosen_cause(found: DraftRead) -> str:
    """No notice states the cause: the seller chooses it; those of which the draft speaks stand first."""
    order = list(dict.fromkeys([*found.causes, *causes()]))
    chosen = st.selectbox(
        t("What is the notice about?"), order, index=None, placeholder=t("Choose"),
        format_func=lambda code: read(cause(code).name), key=f"draft_cause|{lang()}",
    )  # fmt: skip
    return chosen or ""


def _what_is_missing(case: Case | None, found: DraftRead, code: str, notice: str) -> None:
    """What the appeal will still ask for, so that nobody takes it for whole."""
    before = case or begin.new_case("preview", dt.datetime.now(dt.UTC), lang())
    after = taking_over.with_draft(before, found, code, "" if before.notices else notice)
    lacking = taking_over.missing(after, found)
    if lacking:
        st.markdown(f"**{t('What could not be read and is still missing')}**")
        st.markdown("\n".join(f"- {safe(read(what))}" for what in lacking))


def _turn(case: Case | None, found: DraftRead, code: str, notice: str, checked: Checked) -> None:
    """The case with the draft's sentences and, measured for its store and causes, the draft's reports."""
    text = "" if case and case.notices else notice
    try:
        done = _changed(case, found, code, text, checked) if case else _added(found, code, text, checked)
    except BadInput as problem:
        st.error(read(problem.message))
        return
    if done:
        forget(case)
        go("notice")
    st.error(read(st.session_state.pop("problem")))


def _changed(case: Case, found: DraftRead, code: str, notice: str, checked: Checked) -> bool:
    measured = draft.joined(taking_over.with_draft(case, found, code, notice), checked, store().file)

    def how(stored: Case) -> Case:
        taken = taking_over.with_draft(stored, found, code, notice)
        return reports.merged(taken, measured) if measured else taken

    return change(how, measured.files if measured else ())


def _added(found: DraftRead, code: str, notice: str, checked: Checked) -> bool:
    begun = begin.new_case(secrets.token_urlsafe(9), dt.datetime.now(dt.UTC), lang())
    new = taking_over.with_draft(begun, found, code, notice)
    measured = draft.joined(new, checked, store().file)
    files = {hashlib.sha256(data).hexdigest(): data for data in measured.files} if measured else {}
    store().add(reports.merged(new, measured) if measured else new, files)
    st.session_state.case_id = st.query_params["case"] = new.id
    return True
