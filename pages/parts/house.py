"""The team's own Word style: letterhead, fonts and margins of a file that is given once."""

import hashlib

import streamlit as st

from appeal_core.case import Case, Letter
from appeal_core.journey import exporting, reworking
from appeal_core.language import BadInput
from pages.parts.current import change, store
from pages.parts.once import once
from pages.parts.words import read, safe, t


def house_style(case: Case, letter: Letter) -> None:
    """The uploader, what the style lacks, and the way back to ours."""
    with st.expander(t("Your own Word style"), icon=":material/style:"):
        st.caption(
            t(
                "Only styles, header, footer and page of the file are used; nothing in it is executed and its words "
                "are left out."
            )
        )
        if case.wishes.house:
            st.markdown(t("In use: {name}", name=safe(case.wishes.house_name)))
            given = (case.wishes.house, letter.paper, letter.spelling)
            for note in once("house", given, lambda: _notes(letter, str(case.wishes.house))):
                st.caption(safe(read(note)))
            st.button(
                t("Back to the plain style"), on_click=lambda: change(lambda c: reworking.with_house(c, None))
            )
        file = st.file_uploader(
            t("A Word file or template in your style"), type=["docx", "dotx"], key="house"
        )
        if file is None or not st.button(t("Use this style"), icon=":material/check:"):
            return
        data = file.getvalue()
        try:
            exporting.house_notes(letter, data)
        except BadInput as problem:
            st.error(read(problem.message), icon=":material/error:")
            return
        sha = hashlib.sha256(data).hexdigest()
        if change(lambda c: reworking.with_house(c, sha, file.name), [data]):
            st.rerun()


def _notes(letter: Letter, sha: str):
    try:
        return exporting.house_notes(letter, store().file(sha))
    except BadInput as problem:
        return (problem.message,)
