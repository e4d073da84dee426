from pages.parts.guard import enter

enter("letter")

import streamlit as st

from appeal_core.journey import composing, tasks
from appeal_core.journey.coverage import coverage
from appeal_core.journey.skim import skim
from pages.parts.blocks import block_card
from pages.parts.coverage import coverage_fold
from pages.parts.current import go, link_params, required_case, show_problem
from pages.parts.english import english_wanted
from pages.parts.findings import finding_cards
from pages.parts.house import house_style
from pages.parts.length import length
from pages.parts.others import marks_of_others
from pages.parts.preview import preview
from pages.parts.reader import reader_fold
from pages.parts.skim import skim_fold
from pages.parts.wishes import letter_kind, wishes
from pages.parts.word_back import word_back
from pages.parts.words import lang, safe, t

case = required_case()
st.title(t("Your letter"), anchor=False)
show_problem()
if not composing.has_letter(case):
    st.info(t("What Amazon asks here needs no letter. The next step says what to do."))
    st.page_link(
        "pages/submit.py",
        label=t("Check and send"),
        icon=":material/arrow_forward:",
        query_params=link_params(),
    )
    st.stop()
if not case.causes:
    st.info(t("The cause of the notice comes first."))
    st.page_link(
        "pages/notice.py", label=t("To the notice"), icon=":material/arrow_back:", query_params=link_params()
    )
    st.stop()
letter = composing.letter(case)
findings = composing.findings(case, letter, marks_of_others(case))
left, right = st.columns([3, 2], gap="large")
with left:
    st.caption(
        t("Composed from your facts alone. English goes to Amazon; the Chinese beside it says the same.")
    )
    st.markdown(f"**{safe(letter.title.in_('en'))}**  \n{safe(letter.reference.in_('en'))}")
    for section in letter.sections:
        if section.title.en:
            st.subheader(
                section.title.in_("en") + (f"　{section.title.zh}" if lang() == "zh" else ""), anchor=False
            )
        for block in section.blocks:
            block_card(case, letter, block)
    preview(case, letter, findings)
    word_back(case, letter)
with right:
    st.header(t("Before you send"), anchor=False)
    finding_cards(case, findings)
    covered = coverage(case, letter)
    skim_fold(case, skim(case, letter, covered, findings), covered)
    coverage_fold(case, letter, covered)
    reader_fold(case, letter)
    english_wanted(case)
    length(letter)
    wishes(case)
    house_style(case, letter)
    letter_kind(case)
    if st.button(t("Go on: check and send"), type="primary", icon=":material/arrow_forward:"):
        go(tasks.next_page(case, "letter"))
