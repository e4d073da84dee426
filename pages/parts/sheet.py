"""The case sheet to take away: first hours and steps, ticked or open, in the reader's language."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import sheet
from pages.parts.downloads import DOCX
from pages.parts.words import lang, t


def sheet_downloads(case: Case) -> None:
    """Two buttons: Word, and plain text."""
    language = lang()  # a download is built outside the page's run
    st.caption(
        t("To print, or to send to whoever helps you: what was understood, and every step with its tick.")
    )
    with st.container(horizontal=True):
        st.download_button(
            t("First hours and steps (.docx)"), data=lambda: sheet.sheet_docx(case, language),
            file_name="first-hours.docx", mime=DOCX, on_click="ignore", icon=":material/print:",
        )  # fmt: skip
        st.download_button(
            t("As text (.txt)"), data=lambda: sheet.sheet_text(case, language),
            file_name="first-hours.txt", mime="text/plain", on_click="ignore", icon=":material/notes:",
        )  # fmt: skip
