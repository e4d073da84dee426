"""The files of a letter: Word, PDF, text, the form's boxes, the copy to read, the evidence, the case."""

import io
import zipfile

import streamlit as st

from appeal_core.case import Case, Letter
from appeal_core.journey import exporting, reworking
from pages.parts.current import store
from pages.parts.words import read, t

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def downloads(case: Case, letter: Letter, ready: bool) -> None:
    """A button a file; each is built when it is asked for."""
    st.caption(
        t(
            "Amazon's forms take text, PDF and pictures, not Word: paste the text, attach the PDF. Word is your working "
            "copy."
        )
    )
    draft = not ready
    house = reworking.house_of(case, store().file)
    name = "appeal" if ready else "appeal-DRAFT"
    columns = st.columns(3)
    with columns[0]:
        _button(
            t("Word (.docx)"),
            lambda: exporting.docx(letter, draft=draft, house=house),
            f"{name}.docx",
            DOCX,
            "primary",
        )
        _button(
            t("Chinese copy to read (.docx)"),
            lambda: exporting.reader_copy(letter, draft=draft, house=house),
            f"{name}.zh.docx",
            DOCX,
        )
    with columns[1]:
        _pdf(letter, draft, name)
        _button(
            t("Plain text (.txt)"), lambda: exporting.text(letter, draft=draft), f"{name}.txt", "text/plain"
        )
    with columns[2]:
        _button(
            t("Exhibits with their index (.zip)"),
            lambda: exporting.evidence(case, store().file, []),
            "evidence.zip",
            "application/zip",
        )
        _button(
            t("The case, to keep or hand over (.zip)"),
            lambda: exporting.case_file(case, store().file, store().files_of(case.id)),
            "candor-case.zip",
            "application/zip",
        )
    with st.expander(t("Text for each box of the form")):
        names = {
            "root_cause": t("Root cause"),
            "actions": t("Actions taken"),
            "prevention": t("Preventive steps"),
            "other": t("Anything else"),
        }
        for box, words in exporting.boxes_of(letter).items():
            st.markdown(f"**{names.get(box, box)}** · {t('{n} characters', n=len(words))}")
            st.code(words, language=None, wrap_lines=True)
        _button(t("All boxes (.zip)"), lambda: _zip(letter), "boxes.zip", "application/zip")


def _button(label, build, name, mime, kind="secondary") -> None:
    st.download_button(
        label,
        data=build,
        file_name=name,
        mime=mime,
        on_click="ignore",
        type=kind,
        width="stretch",
        icon=":material/download:",
        key=f"download|{name}|{label}",
    )


def _pdf(letter: Letter, draft: bool, name: str) -> None:
    if problem := exporting.pdf_problem(letter):
        st.warning(read(problem))
        return
    _button("PDF (.pdf)", lambda: exporting.pdf(letter, draft=draft), f"{name}.pdf", "application/pdf")


def _zip(letter: Letter) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for box, words in exporting.boxes_of(letter).items():
            archive.writestr(f"{box}.txt", words)
    return out.getvalue()
