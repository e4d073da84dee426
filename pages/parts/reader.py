"""Somebody reads the letter: a copy to send, the remarks, and the approval."""

import datetime as dt

import streamlit as st

from appeal_core.case import Case, Letter
from appeal_core.case.reader import ReaderRemark
from appeal_core.journey import reader
from appeal_core.journey.reader_copy import reader_docx
from appeal_core.language import date_text
from pages.parts import saved
from pages.parts.current import change, link_params
from pages.parts.downloads import DOCX
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, read, safe, t


def reader_state(case: Case, letter: Letter) -> str:
    """How far the reading is, in a few words."""
    given = case.approval
    if given is None:
        left = len(reader.unsettled(case))
        return t("remarks open: {n}", n=left) if left else t("nobody has read it yet")
    said = t("approved by {name}, {day}", name=given.by, day=date_text(given.on, lang()))
    if reader.changed_since(case, letter) is None:
        return said
    return f"{said} · {t('the letter has changed since')}"


def reader_fold(case: Case, letter: Letter) -> None:
    """Everything about the reader, folded."""
    name = t("Somebody reads it before you send")
    with fold(f"{case.id}|reader", f"{name} · {safe(reader_state(case, letter))}"):
        st.caption(
            t(
                "Best a native speaker who does not know the case. No check replaces a person. The copy has numbered lines, "
                "questions, and room for remarks."
            )
        )
        _copies(letter)
        _back(case, letter)
        _new_remark(case, letter)
        for key, remark in case.reader_remarks.items():
            _remark(case, letter, key, remark)
        _approval(case, letter)


def approval_line(case: Case, letter: Letter) -> None:
    """The reader's line among the answers to check, with the way back."""
    with st.container(
        border=True, horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(f"**{t('Read by somebody')}** · {safe(reader_state(case, letter))}")
        st.page_link("pages/letter.py", label=t("Change"), icon=":material/edit:", query_params=link_params())


def _copies(letter: Letter) -> None:
    with st.container(horizontal=True):
        for language, name in (("en", t("Copy in English (.docx)")), ("zh", t("Copy in Chinese (.docx)"))):
            st.download_button(
                name, data=lambda language=language: reader_docx(letter, language),
                file_name=f"to-read.{language}.docx", mime=DOCX, on_click="ignore",
                icon=":material/download:", key=f"reader|{language}",
            )  # fmt: skip


def _back(case: Case, letter: Letter) -> None:
    file = st.file_uploader(t("The copy with the reader's remarks"), type=["docx"], key="reader_back")
    if st.button(t("Take the remarks in"), icon=":material/move_to_inbox:", disabled=file is None):
        data = file.getvalue()
        if change(lambda c: reader.with_remarks_of(c, letter, data, dt.date.today())):
            st.rerun()
        st.error(read(st.session_state.pop("problem")), icon=":material/error:")


def _new_remark(case: Case, letter: Letter) -> None:
    left, right = st.columns([1, 3])
    with left:
        saved.text(case, "drafts.reader_line", t("Line"), placeholder="8")
    with right:
        saved.text(case, "drafts.reader_remark", t("A remark of the reader"))
    if st.button(t("Add the remark"), icon=":material/add_comment:"):
        line = case.drafts.get("reader_line", "").strip()
        text, author = case.drafts.get("reader_remark", ""), case.drafts.get("reader_name", "")
        number = int(line) if line.isdecimal() else None
        kept = {k: v for k, v in case.drafts.items() if k not in ("reader_line", "reader_remark")}
        if change(
            lambda c: reader.with_remark(c, letter, text, number, author, dt.date.today()).replace(
                drafts={**kept, "reader_line": "", "reader_remark": ""}
            )
        ):
            st.rerun()
        st.error(read(st.session_state.pop("problem")), icon=":material/error:")


def _remark(case: Case, letter: Letter, key: str, remark: ReaderRemark) -> None:
    base = f"reader_remarks.{key}"
    with st.container(border=True):
        where = t("Line {number}", number=remark.line) if remark.line else t("The whole letter")
        by = f" · {safe(remark.author)}" if remark.author else ""
        st.markdown(f"**{where}**{by}  \n{safe(remark.text)}")
        if remark.words:
            st.caption("“" + safe(remark.words) + "”")
        if reader.moved(letter, remark):
            st.caption(t("This line has changed since the remark."))
        states = {
            "open": t("not settled yet"),
            "settled": t("settled"),
            "refused": t("refused, with a reason"),
        }
        saved.choice(
            case, f"{base}.state", t("What became of it"), list(states), states.__getitem__, horizontal=True
        )
        if remark.state == "refused":
            saved.text(case, f"{base}.reason", t("Why it is refused"))


def _approval(case: Case, letter: Letter) -> None:
    given = case.approval
    if given is None:
        left, right = st.columns(2)
        with left:
            saved.text(case, "drafts.reader_name", t("Who has read it"))
        with right:
            saved.date(case, "drafts.reader_day", t("On which day"))
        open_now = len(reader.unsettled(case))
        if open_now:
            st.caption(t("Settle each remark, or refuse it with a reason; then the reader can approve."))
        if st.button(
            t("The reader approves this wording"), icon=":material/verified:", disabled=bool(open_now)
        ):
            name, day = case.drafts.get("reader_name", ""), case.drafts.get("reader_day", "")
            on = dt.date.fromisoformat(day) if day else dt.date.today()
            if change(lambda c: reader.with_approval(c, letter, name, on)):
                st.rerun()
            st.error(read(st.session_state.pop("problem")), icon=":material/error:")
        return
    said = t("approved by {name}, {day}", name=given.by, day=date_text(given.on, lang()))
    st.markdown(f":material/verified: **{safe(said)}**")
    _since(case, letter)
    if st.button(t("Take the approval back"), icon=":material/undo:"):
        change(lambda c: c.replace(approval=None))
        st.rerun()


def _since(case: Case, letter: Letter) -> None:
    """What the reader has not seen."""
    found = reader.changed_since(case, letter)
    if found is None:
        return
    st.warning(t("The letter has changed since this approval. Have the new lines read, then approve anew."))
    for name, sentences in ((t("New"), found.new), (t("Gone"), found.gone)):
        for text in sentences[:12]:
            st.markdown(labelled(f"**{name}**", safe(" ".join(text.split()))))
