"""The letter that was edited in Word, given back: each change taken or refused."""

import streamlit as st

from appeal_core.case import BlockChange, Case, EditedDocument, Letter
from appeal_core.journey import reworking
from appeal_core.language import BadInput
from pages.parts.current import change, link_params
from pages.parts.once import once
from pages.parts.words import labelled, read, safe, t


def word_back(case: Case, letter: Letter) -> None:
    """The uploader, and what the file says differently."""
    with st.expander(t("Edited in Word? Bring it back"), icon=":material/upload_file:"):
        st.caption(
            t(
                "Download the letter on the next page, edit it in Word, and give the file back here. You see each "
                "change and take or refuse it; what is then no fact of the case is found by the review."
            )
        )
        file = st.file_uploader(t("The edited Word file"), type=["docx"], key="word_back")
        if file is None:
            return
        try:
            given = (file.file_id, letter)
            edited = once("word_back", given, lambda: reworking.from_word(letter, file.getvalue()))
        except BadInput as problem:
            st.error(read(problem.message), icon=":material/error:")
            return
        for note in edited.notes:
            st.info(read(note), icon=":material/info:")
        _remarks(edited)
        _changes(letter, edited)


def _changes(letter: Letter, edited: EditedDocument) -> None:
    if not edited.changes:
        st.success(t("Nothing is different from the letter here."), icon=":material/check:")
        return
    chosen = []
    for one in edited.changes:
        with st.container(border=True):
            st.badge(_kinds()[one.kind], color="blue" if one.can_be_taken else "gray")
            if one.column or one.row:
                st.caption(safe(" · ".join(filter(None, (one.column, one.row)))))
            _texts(one)
            if one.can_be_taken:
                key = f"word_back|{one.key}"
                if st.checkbox(t("Take this change"), key=key, value=not one.stale):
                    chosen.append(one.key)
            elif one.why:
                st.caption(safe(read(one.why)))
                if one.page:
                    st.page_link(
                        f"pages/{one.page}.py",
                        label=t("To the page of these facts"),
                        icon=":material/edit:",
                        query_params=link_params(),
                    )
            if one.stale:
                st.caption(
                    t("Facts under it have changed since the file was written: compare before you take it.")
                )
    if st.button(
        t("Take over what is ticked ({n})", n=len(chosen)), icon=":material/check:", disabled=not chosen
    ) and change(lambda c: reworking.with_changes(c, letter, edited, chosen)):
        st.rerun()


def _texts(one: BlockChange) -> None:
    if one.old:
        st.markdown(labelled(f"**{t('Here')}**", safe(one.old)))
    if one.new:
        st.markdown(labelled(f"**{t('In the file')}**", safe(one.new)))


def _kinds() -> dict[str, str]:
    return {
        "changed": t("changed"),
        "added": t("added"),
        "removed": t("removed"),
        "moved": t("moved"),
        "fixed": t("comes from the facts"),
    }


def _remarks(edited: EditedDocument) -> None:
    for remark in edited.remarks:
        st.markdown(
            f":material/comment: {labelled(f'**{safe(remark.author)}**', safe(remark.text))}"
            + (f"  \n:gray[{safe(remark.words)}]" if remark.words else "")
        )
