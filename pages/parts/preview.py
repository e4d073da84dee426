"""The whole letter as running text: with the findings marked, and in both languages to copy."""

from collections.abc import Sequence

import streamlit as st

from appeal_core.case import Case, Finding, Letter
from appeal_core.journey import composing
from pages.parts.fold import fold
from pages.parts.marked_findings import marked_findings
from pages.parts.words import t


def preview(case: Case, letter: Letter, findings: Sequence[Finding]) -> None:
    """`findings` count characters of the plain text in the letter's own language."""
    with fold(f"{case.id}|preview", t("Preview as text")):
        marked, english, chinese = st.tabs([t("With the findings marked"), "English", "中文"])
        with marked:
            marked_findings(case, composing.plain(letter, letter.language), findings, letter.language)
        with english:
            st.code(composing.plain(letter, "en"), language=None, wrap_lines=True)
        with chinese:
            st.code(composing.plain(letter, "zh"), language=None, wrap_lines=True)
