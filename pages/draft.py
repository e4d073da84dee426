from pages.parts.guard import enter

enter("draft")

import streamlit as st

from appeal_core.journey import reports
from appeal_core.journey.draft import Draft
from pages.parts.current import optional_case, show_problem
from pages.parts.draft_fields import check, last_checked, pasted, report_files, unread_reports
from pages.parts.findings import finding_cards
from pages.parts.marked_findings import marked_findings
from pages.parts.take_over import take_over
from pages.parts.words import labelled, listed, read, safe, t


def files_read(found):
    """What the reports gave, in a line."""
    names = [f"{safe(r.file)} · {read(reports.kind_name(r.kind))}" for r in found.reports]
    if names:
        st.caption(labelled(t("Checked against these reports too"), listed(names)))


st.title(t("Is my draft good enough?"), anchor=False)
st.write(
    t(
        "Paste an appeal that you, an agency or a chat program wrote. Candor reads it as a reviewer would and says what to "
        "mend. Nothing leaves this computer."
    )
)
show_problem()
case = optional_case()
has_notice = case is not None and case.diagnosis is not None
if has_notice:
    st.caption(t("It is read against the notice and the figures of the open appeal."))
file = st.file_uploader(t("As a file (Word, PDF or text)"), type=["txt", "md", "docx", "pdf"])
text = pasted(case, "draft", t("Or paste it here"), 280)
notice = "" if has_notice else pasted(case, "notice", t("The notice that it answers (optional)"), 140)
files = report_files(case)
draft = Draft(
    file.getvalue() if file else text.encode(),
    file.name if file else "draft.txt",
    notice,
    tuple(reports.Upload(f.name, f.getvalue()) for f in files),
)
if st.button(t("Check it"), type="primary", icon=":material/spellcheck:"):
    check(case, draft)
checked = last_checked(case)
if checked is not None:
    found = checked.found
    st.caption(t("{words} words, {characters} characters", words=found.words, characters=found.characters))
    files_read(checked)
    if unread_reports(case, checked, files):
        check(case, draft)  # the answer is remembered for the file
        st.rerun()
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(t("Your draft"), anchor=False)
        marked_findings(None, found.text, found.findings, found.language, beside=True)
    with right:
        st.header(t("What to mend"), anchor=False)
        finding_cards(None, found.findings)
    stated = case.causes[0] if case and case.causes else checked.stated
    take_over(case, checked, notice, stated)
