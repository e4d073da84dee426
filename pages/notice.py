from pages.parts.guard import enter

enter("notice")

import datetime as dt
from zoneinfo import ZoneInfo

import streamlit as st

from appeal_core.catalog import cause, causes, marketplaces, routes, vocabulary
from appeal_core.journey import notices, tasks
from appeal_core.language import BadInput
from pages.parts import saved
from pages.parts.checklist import first_hours
from pages.parts.current import change, go, required_case, show_problem
from pages.parts.marked import marks, numbers_of, show_marked
from pages.parts.no_notice import without_notice
from pages.parts.words import lang, read, safe, t

KINDS = ["txt", "eml", "msg", "html", "htm", "pdf", "docx"]


def give_notice(case):
    """The three ways in: paste, upload, or none at hand."""
    st.write(t("Paste the notice, from its first line to its last. Nothing leaves this computer."))
    paste, upload, none = st.tabs([t("Paste"), t("Upload"), t("I have no notice")])
    with paste:
        st.text_area(t("The notice, as Amazon wrote it"), height=260, key="pasted")
        if st.button(t("Read the notice"), type="primary", icon=":material/search:"):
            add(lambda c: notices.with_notice_text(c, st.session_state.pasted or ""))
    with upload:
        file = st.file_uploader(t("The notice as a file: mail, PDF, web page, Word or text"), type=KINDS)
        if file and st.button(t("Read the file"), type="primary", icon=":material/search:"):
            add(lambda c: notices.with_notice_file(c, file.getvalue(), file.name))
        with st.expander(t("I have only a screenshot")):
            st.write(
                t(
                    "On a phone: open the picture, press on the text, choose Copy text (iPhone: Live Text; "
                    "Android: Lens). In WeChat: open the picture, press and hold, choose Extract text. "
                    "Then paste the text here."
                )
            )
    with none:
        without_notice(case)


def add(how):
    """Reads a notice into the case; a fault is shown and nothing is lost."""
    if change(how):
        st.session_state.pop("replacing", None)
    st.rerun()


def understood(case, diagnosis, found):
    """What was read, a card each, to confirm or correct."""
    st.header(t("What we understood"), anchor=False)
    for warning in diagnosis.warnings:
        st.warning(read(warning.text), icon=":material/warning:")
    cause_card(case, diagnosis, found)
    vocabulary_card(case, "scope", t("What is switched off"), "scopes", case.scope)
    vocabulary_card(case, "stage", t("How far it has gone"), "stages", case.stage)
    route_card(case)
    asks_card(diagnosis, found)
    deadline_card(case, diagnosis)
    if diagnosis.asins or diagnosis.order_ids:
        with st.container(border=True):
            st.caption(t("Named in the notice"))
            st.markdown(safe(", ".join((*diagnosis.asins, *diagnosis.order_ids)[:40])))


def cause_card(case, diagnosis, found):
    """The cause, its sentence, and the way to correct it."""
    with st.container(border=True):
        st.caption(t("Cause"))
        for code in case.causes:
            entry = cause(code)
            spoken = f"（{entry.spoken_zh}）" if lang() == "zh" and entry.spoken_zh else ""
            st.markdown(f"**{read(entry.name)}{spoken}**")
            sentences = [n for c in diagnosis.causes if c.code == code for e in c.evidence
                         for n in numbers_of(found, e.start, e.end)]
            if sentences:
                st.caption(t("Sentence {numbers}", numbers=", ".join(map(str, dict.fromkeys(sentences)))))
            st.caption(read(entry.in_brief))
        if not case.causes:
            st.markdown(f"**{t('Not sure')}**")
            st.write(t("The notice does not state a cause. That is common. These questions would settle it:"))
            for question in diagnosis.questions:
                st.markdown(f"- {safe(read(question.text))}  \n  {safe(read(question.why))}")
        with st.popover(t("Change"), icon=":material/edit:"):
            choose_causes(case)


def choose_causes(case):
    """Correcting the cause; several are possible."""
    key = f"{case.id}|understanding.causes"
    st.session_state.setdefault(key, list(case.causes))

    def commit():
        chosen = tuple(st.session_state[key])
        change(lambda c: c.replace(understanding=c.understanding.model_copy(update={"causes": chosen})))

    st.multiselect(
        t("The cause that the notice states, in Amazon's words"), list(causes()), key=key,
        format_func=lambda c: read(causes()[c].name), placeholder=t("Choose"), on_change=commit,
    )  # fmt: skip


def vocabulary_card(case, field, label, name, value):
    """A decision out of a small vocabulary."""
    words = vocabulary(name)
    with st.container(border=True):
        st.caption(label)
        st.markdown(f"**{read(words[value].name)}**")
        if words[value].meaning.en:
            st.caption(read(words[value].meaning))
        with st.popover(t("Change"), icon=":material/edit:"):
            saved.choice(case, f"understanding.{field}", label, list(words), lambda c: read(words[c].name), wide=True)


def route_card(case):
    """What Amazon wants."""
    route = routes()[case.route]
    with st.container(border=True):
        st.caption(t("What Amazon wants"))
        st.markdown(f"**{read(route.name)}**")
        st.caption(read(route.meaning))
        with st.popover(t("Change"), icon=":material/edit:"):
            saved.choice(case, "understanding.route", t("What Amazon wants"), list(routes()),
                         lambda c: read(routes()[c].name), wide=True)


def asks_card(diagnosis, found):
    """Every demand with its sentence."""
    if not diagnosis.asks:
        return
    names = vocabulary("asks")
    with st.container(border=True):
        st.caption(t("What it asks for"))
        for ask in diagnosis.asks:
            numbers = ", ".join(map(str, numbers_of(found, ask.start, ask.end)))
            name = read(names[ask.code].name) if ask.code in names else ask.code
            st.markdown(f"- {safe(name)}" + (f" · {t('sentence {numbers}', numbers=numbers)}" if numbers else ""))


def deadline_card(case, diagnosis):
    """When the notice came, and its clock in both zones."""
    notice = case.notices[-1]
    with st.container(border=True):
        st.caption(t("Deadline"))
        zones = (case.seller.timezone, marketplaces()[case.marketplace].zone)
        if diagnosis.deadline is None:
            st.markdown(f"**{t('The notice sets no deadline')}**")
        elif notice.received_at:
            due = notice.received_at + dt.timedelta(hours=diagnosis.deadline.hours)
            for zone in zones:
                here = due.astimezone(ZoneInfo(zone))
                st.markdown(f"**{here:%Y-%m-%d %H:%M}** {zone.split('/')[-1].replace('_', ' ')}")
        else:
            st.markdown(f"**{t('{hours} hours from the notice', hours=diagnosis.deadline.hours)}**")
        key = f"{case.id}|received"
        if key not in st.session_state and notice.received_at:
            st.session_state[key] = notice.received_at.astimezone(ZoneInfo(zones[0])).replace(tzinfo=None)

        def commit():
            if st.session_state[key]:
                when = st.session_state[key].replace(tzinfo=ZoneInfo(zones[0]))
                change(lambda c: notices.received(c, when))

        options = {} if key in st.session_state else {"value": None}
        st.datetime_input(t("When the notice came, your time"), key=key, on_change=commit, format="YYYY-MM-DD",
                          help=t("Amazon's clock starts here, and the letter names this day."), **options)


def door(case):
    """Acknowledge or dispute, with what each means for this cause."""
    entries = [cause(c) for c in case.causes]
    if not any(len(e.doors) > 1 for e in entries):
        return
    st.header(t("Is the notice right?"), anchor=False)
    st.write(t("Amazon's form asks this first. A letter that admits and denies at once is refused, so choose one."))
    names = {
        "acknowledge": t("Yes: it happened. I will say why and what I changed"),
        "dispute": t("No: it is wrong, and I can prove it"),
    }
    saved.choice(case, "understanding.door", t("Which is true?"), list(names), names.__getitem__)
    for entry in entries:
        left, right = st.columns(2)
        with left, st.container(border=True):
            st.markdown(f"**{t('If you acknowledge')}**")
            st.write(read(entry.acknowledge))
        with right, st.container(border=True):
            st.markdown(f"**{t('If you dispute')}**")
            st.write(read(entry.dispute))


def who_writes(case):
    """The names that the letter bears."""
    st.header(t("Who writes?"), anchor=False)
    st.write(t("These stand in the letter's head and under it."))
    left, right = st.columns(2)
    with left:
        saved.text(case, "seller.store_name", t("Store name, as Amazon shows it"))
        saved.text(case, "seller.signatory", t("Who signs (name in Latin letters)"))
        saved.choice(case, "seller.marketplace", t("Amazon store"), list(marketplaces()),
                     lambda c: f"{read(marketplaces()[c].name)} · {marketplaces()[c].domain}", wide=True)
    with right:
        saved.text(case, "seller.merchant_token", t("Merchant token (optional)"))
        saved.text(case, "seller.case_id", t("Amazon's case number (optional)"))
        saved.text(case, "seller.store_name_zh", t("Store name in Chinese (optional)"))


case = required_case()
st.title(t("What does Amazon say?"), anchor=False)
show_problem()
diagnosis = case.diagnosis
if diagnosis is None and not case.causes:
    give_notice(case)
    st.stop()
if diagnosis is None:
    st.write(t("There is no notice in this case; its cause comes from your answers."))
    left = right = st.container()
    without_notice(case)
else:
    found = marks(diagnosis)
    left, right = st.columns([3, 2], gap="large")
    with left:
        with st.container(border=True):
            show_marked(diagnosis, found)
        with st.expander(t("Replace the notice")):
            give_notice(case)
        first_hours(case)
    with right:
        understood(case, diagnosis, found)
door(case)
who_writes(case)
missing = [r for r in tasks.required(case) if r.page == "notice" and not r.answered
           and r.path != "understanding.confirmed"]  # fmt: skip
if missing:
    st.caption(t("Still missing here: {what}", what=", ".join(read(m.what) for m in missing)))
if st.button(t("This is right, go on"), type="primary", icon=":material/arrow_forward:"):
    change(lambda c: c.replace(understanding=c.understanding.model_copy(update={"confirmed": True})))
    go(tasks.next_page(case, "notice"))
