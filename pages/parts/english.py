"""Chinese that still needs its English: copy it out, paste it back."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import translation
from appeal_core.language import BadInput
from pages.parts.current import change
from pages.parts.words import listed, read, safe, t


def english_wanted(case: Case) -> None:
    """Shown only while something waits."""
    texts = translation.waiting(case)
    if not texts:
        return
    with st.expander(t("Chinese that still needs its English ({n})", n=len(texts)), expanded=True):
        st.write(
            t(
                "Copy these lines, let somebody put them into plain English, and paste the lines back with their "
                "numbers. Numbers, days and codes are compared."
            )
        )
        st.code(translation.copied_out(texts), language=None, wrap_lines=True)
        pasted = st.text_area(t("The English lines, each with its number"), key="pasted_english", height=160)
        if st.button(t("Take the English over"), icon=":material/translate:"):
            try:
                found = translation.read_back(texts, pasted)
            except BadInput as problem:
                st.error(read(problem.message))
                return
            if found.differences:
                for path, marks in found.differences.items():
                    words = found.english[path]
                    st.warning(
                        t("Only one of the two texts has: {marks}", marks=listed(marks))
                        + "  \n"
                        + safe(words)
                    )
                st.caption(t("Mend the line above and take it over again; nothing was changed yet."))
                return
            change(lambda c: translation.with_english(c, found))
            st.rerun()
