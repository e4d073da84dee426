"""What was understood of a notice, a card each, to confirm or correct."""

import datetime as dt
from zoneinfo import ZoneInfo

import streamlit as st

from appeal_core.case import Case, CauseFound, Diagnosis
from appeal_core.catalog import cause, marketplaces, routes, vocabulary
from appeal_core.journey import notices, understanding, waiting
from pages.parts import corrections
from pages.parts.checklist import guide_box
from pages.parts.corrections import correct, head
from pages.parts.current import change
from pages.parts.marked import Mark, numbers_of
from pages.parts.terms import terms
from pages.parts.words import lang, listed, read, safe, t


def understood(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """What was read, a card each. `diagnosis` is as read, without corrections."""
    st.header(t("What we understood"), anchor=False)
    _cause_card(case, diagnosis, found)
    _word_card(case, diagnosis, "scope", t("What is switched off"), "scopes")
    _word_card(case, diagnosis, "stage", t("How far it has gone"), "stages")
    _route_card(case, diagnosis)
    _asks_card(case, diagnosis, found)
    _deadline_card(case, diagnosis)
    _store_card(case, diagnosis)
    terms(diagnosis)


def beware(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """What speaks against the message itself, with its phrases; then what never to do."""
    if not diagnosis.warnings:
        return
    lines = []
    for warning in diagnosis.warnings:
        behind = ""
        if warning.start is not None and warning.end is not None:
            phrase = " ".join(diagnosis.text[warning.start : warning.end].split())
            short = phrase if len(phrase) <= 120 else phrase[:119] + "…"
            numbers = numbers_of(found, warning.start, warning.end)
            short = short.replace("`", "'")  # as code, so that no link in it can be clicked
            behind = f"  \n  `{short}`" + (f" :gray[({listed(map(str, numbers))})]" if numbers else "")
        lines.append(f"- {safe(read(warning.text))}{behind}")
    head_line = f"**{t('Before anything else: is this message from Amazon?')}**"
    st.warning(head_line + "\n\n" + "\n".join(lines), icon=":material/warning:")
    guide_box(case, "scams")


def _cause_card(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """The cause and its sentence; where none is surely stated, what could be, and what would settle it."""
    sure = tuple(c.code for c in diagnosis.causes if c.score >= 0.7)
    corrected = case.understanding.causes not in ((), sure)
    with st.container(border=True):
        head(case, "causes", t("Cause"), corrected, lambda: corrections.choose_causes(case))
        for code in case.causes:
            entry = cause(code)
            spoken = f"（{entry.spoken_zh}）" if lang() == "zh" and entry.spoken_zh else ""
            numbers = _numbers(diagnosis, code, found)
            st.markdown(f"**{read(entry.name)}{spoken}**{_sentences(numbers)}")
            st.caption(read(entry.in_brief))
        if not case.causes:
            _unsure(case, diagnosis, found)


def _unsure(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    if diagnosis.stage == "not_enforcement":
        st.markdown(f"**{t('None: this mail asks for no appeal')}**")
        return
    st.markdown(f"**{t('Not sure')}**")
    maybe = diagnosis.causes[:3]
    if not maybe:
        st.write(t("The notice does not state a cause. That is common. These questions would settle it:"))
    else:
        st.write(t("The notice points to these, and does not say it plainly:"))
    for one in maybe:
        _candidate(diagnosis, one, found)
    for question in diagnosis.questions:
        st.markdown(f"- {safe(read(question.text))}  \n  {safe(read(question.why))}")
    st.caption(t("Once you know it, take Change above and name it; Account Health Support can tell you."))


def _candidate(diagnosis: Diagnosis, one: CauseFound, found: tuple[Mark, ...]) -> None:
    numbers = _numbers(diagnosis, one.code, found)
    st.markdown(f"{safe(read(cause(one.code).name))}{_sentences(numbers)}")
    st.button(
        t("It is this"), key=f"it_is|{one.code}", type="tertiary", icon=":material/check:",
        on_click=lambda: correct(lambda c: understanding.with_causes(c, (one.code,))),
    )  # fmt: skip


def _numbers(diagnosis: Diagnosis, code: str, found: tuple[Mark, ...]) -> list[int]:
    spans = [e for c in diagnosis.causes if c.code == code for e in c.evidence]
    return sorted({n for e in spans for n in numbers_of(found, e.start, e.end)})


def _sentences(numbers: list[int]) -> str:
    if not numbers:
        return ""
    return "  \n:gray[" + t("Sentence {numbers}", numbers=listed(map(str, numbers))) + "]"


def _word_card(case: Case, diagnosis: Diagnosis, field: str, label: str, name: str) -> None:
    """A decision out of a small vocabulary."""
    words = vocabulary(name)
    chosen = words.get(getattr(case, field)) or words["unknown"]
    with st.container(border=True):
        corrected = getattr(case.understanding, field) not in (None, getattr(diagnosis, field))
        head(case, field, label, corrected, lambda: corrections.choose_word(case, field, label, name))
        st.markdown(f"**{read(chosen.name)}**")
        if chosen.meaning.en:
            st.caption(read(chosen.meaning))


def _route_card(case: Case, diagnosis: Diagnosis) -> None:
    """What Amazon wants."""
    route, label = routes()[case.route], t("What Amazon wants")
    with st.container(border=True):
        corrected = case.understanding.route not in (None, diagnosis.route)
        head(case, "route", label, corrected, lambda: corrections.choose_route(case, label))
        st.markdown(f"**{read(route.name)}**")
        st.caption(read(route.meaning))
        if case.understanding.door == "dispute" and case.understanding.route:
            st.caption(t("You chose to dispute the notice, below; that decides."))


def _asks_card(case: Case, diagnosis: Diagnosis, found: tuple[Mark, ...]) -> None:
    """Every demand with its sentence."""
    names, asks = vocabulary("asks"), case.diagnosis.asks if case.diagnosis else ()
    if diagnosis.stage == "not_enforcement" and not asks:
        return
    with st.container(border=True):
        codes = list(dict.fromkeys(a.code for a in asks))
        corrected = case.understanding.asks is not None
        head(case, "asks", t("What it asks for"), corrected, lambda: corrections.choose_asks(case, codes))
        lines = []
        for ask in asks:
            numbers = listed(map(str, numbers_of(found, ask.start, ask.end)))
            name = read(names[ask.code].name) if ask.code in names else ask.code
            behind = " :gray[" + t("sentence {numbers}", numbers=numbers) + "]" if numbers else ""
            lines.append(f"- {safe(name)}{behind}")
        st.markdown("\n".join(lines) or f"**{t('No demand was found')}**")


def _deadline_card(case: Case, diagnosis: Diagnosis) -> None:
    """When the notice came, and its clock in both zones."""
    notice, chosen = case.notices[-1], case.understanding
    clock = waiting.deadline(case, dt.datetime.now(dt.UTC))
    due = clock.due if clock else None
    with st.container(border=True):
        corrected = bool(chosen.deadline or chosen.no_deadline)
        head(case, "deadline", t("Deadline"), corrected, lambda: corrections.choose_deadline(case, due))
        zones = (case.seller.timezone, marketplaces()[case.marketplace].zone)
        if due:
            here = dict.fromkeys((due.astimezone(ZoneInfo(z)), _city(z)) for z in zones)
            st.markdown("  \n".join(f"**{when:%Y-%m-%d %H:%M}** {city}" for when, city in here))
        elif diagnosis.deadline is None or chosen.no_deadline:
            st.markdown(f"**{t('The notice sets no deadline')}**")
        elif diagnosis.deadline.hours is not None:
            st.markdown(f"**{t('{hours} hours from the notice', hours=diagnosis.deadline.hours)}**")
        else:
            st.markdown(f"**{safe(diagnosis.deadline.text)}**")
        _arrival(case, notice.received_at, zones[0])


def _city(zone: str) -> str:
    return zone.split("/")[-1].replace("_", " ")


def _arrival(case: Case, received_at: dt.datetime | None, zone: str) -> None:
    key = f"{case.id}|received"
    if key not in st.session_state and received_at:
        st.session_state[key] = received_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)

    def commit() -> None:
        if st.session_state[key]:
            when = st.session_state[key].replace(tzinfo=ZoneInfo(zone))
            change(lambda c: notices.received(c, when))

    options = {} if key in st.session_state else {"value": None}
    st.datetime_input(
        t("When the notice came, your time"),
        key=key,
        on_change=commit,
        format="YYYY-MM-DD",
        help=t("Amazon's clock starts here, and the letter names this day."),
        **options,
    )


def _store_card(case: Case, diagnosis: Diagnosis) -> None:
    """The store whose dates, clock and rules hold."""
    known = marketplaces()[case.marketplace]
    with st.container(border=True):
        corrected = case.understanding.marketplace not in (None, diagnosis.marketplace)
        head(case, "marketplace", t("Amazon store"), corrected, lambda: corrections.choose_store(case))
        st.markdown(f"**{read(known.name)}** · {safe(known.domain)}")
