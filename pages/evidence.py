from pages.parts.guard import enter

enter("evidence")

import secrets

import streamlit as st

from appeal_core.catalog import evidence_kinds, vocabulary
from appeal_core.journey import exhibits, tasks
from pages.parts import saved
from pages.parts.checklist import cause_steps_box
from pages.parts.current import change, go, required_case, show_problem, store
from pages.parts.demands import demanded
from pages.parts.fold import fold
from pages.parts.route_form import route_form
from pages.parts.slots import words
from pages.parts.words import lang, listed, own, read, safe, t

KINDS = ["pdf", "jpg", "jpeg", "png", "gif", "tiff", "docx", "xlsx", "txt", "csv"]


def needed(case):
    """What this case needs, and what is there."""
    if not (found := exhibits.needed(case)):
        return
    st.header(t("Papers that this cause is usually decided on"), anchor=False)
    for need in found:
        there = listed(t("Exhibit {letter}", letter=letter) for letter in need.there)
        icon = ":material/check_circle:" if there else ":material/radio_button_unchecked:"
        word = there or (t("required, not there yet") if need.required else t("helpful, not there yet"))
        st.markdown(f"{icon} **{safe(read(need.name))}** · {safe(word)}  \n{safe(read(need.why))}")


def add(case):
    """A new exhibit: its file and its kind."""
    with st.container(border=True):
        file = st.file_uploader(
            t("Add a file (PDF or picture). It is kept untouched."), type=KINDS, key="exhibit_file"
        )
        kind = st.selectbox(
            t("What is it?"),
            list(evidence_kinds()),
            index=None,
            placeholder=t("Choose"),
            format_func=lambda k: read(evidence_kinds()[k].name),
            key=f"exhibit_kind|{lang()}",
        )
        if st.button(t("Add it"), icon=":material/add:", disabled=not (file and kind)) and file and kind:
            data = file.getvalue()
            new = f"e_{secrets.token_hex(4)}"
            change(lambda c: exhibits.with_exhibit(c, new, kind, data, file.name), [data])
            st.rerun()


def card(case, key):
    """One exhibit: what it is, where to look, and the rules that it must meet."""
    exhibit, base = case.exhibits[key], f"exhibits.{key}"
    title = own(exhibit.title) or exhibit.file_name
    letter = t("Exhibit {letter}", letter=case.exhibit_letter(key))
    with fold(f"{case.id}|{key}", f"**{letter}** · {safe(title)}"):
        words(case, f"{base}.title", t("Its name in the list of exhibits"))
        words(case, f"{base}.where_to_look", t("Where to look in it (page, line)"))
        saved.date(case, f"{base}.issued_on", t("Day on the document"))
        asks = exhibits.asked(case)
        if asks:
            names = vocabulary("asks")
            saved.choice(
                case,
                f"{base}.answers",
                t("Which demand it meets"),
                list(asks),
                lambda a: read(names[a].name) if a in names else a,
                wide=True,
            )
        for check in exhibits.checks(case, key):
            rule(case, check)
        left, right = st.columns(2)
        if exhibit.sha256:
            left.download_button(
                t("Open the file"),
                data=lambda: store().file(exhibit.sha256),
                file_name=exhibit.file_name,
                key=f"get-{key}",
                on_click="ignore",
            )
        right.button(t("Remove"), key=f"remove-{key}", on_click=remove, args=(key,))


def remove(key):
    """Takes an exhibit out of the case."""
    change(lambda c: exhibits.without(c, key))


def rule(case, check):
    """A rule of the paper: computed, or asked with yes and no."""
    icon = {"met": ":material/check:", "failed": ":material/error:"}.get(check.state, ":material/help:")
    st.markdown(f"{icon} {safe(read(check.text))}  \n:gray[{safe(read(check.found))}]")
    if ".fields." in check.path and check.rule != "units":
        answers = {"yes": t("Yes"), "no": t("No")}
        saved.choice(
            case,
            check.path,
            read(check.text),
            list(answers),
            answers.__getitem__,
            horizontal=True,
            label_visibility="collapsed",
        )


case = required_case()
st.title(t("What proves it?"), anchor=False)
show_problem()
st.write(
    t(
        "Originals stay as issued: nothing is marked, joined or stamped, here or by you. The letter says where to look."
    )
)
demanded(case)
needed(case)
cause_steps_box(case, expanded=case.route in ("documents", "legal"))
add(case)
for key in case.exhibits:
    card(case, key)
if case.route == "documents":
    route_form(case)
if st.button(t("Go on"), type="primary", icon=":material/arrow_forward:"):
    go(tasks.next_page(case, "evidence"))
