"""What the other cases of this database say, as marks: no word of theirs is held or shown here."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import originality
from appeal_core.language import BadInput
from pages.parts.current import store

NEWEST = 40  # cases compared with: the first look at one costs as much as its letter


@st.cache_data(show_spinner=False, max_entries=2000)
def _of(case_id: str, changed: str) -> tuple[str, frozenset[str]]:
    """A case's account and sentences, both as marks; read anew when the case was `changed`."""
    found = store().load(case_id)
    return originality.account(found), originality.marks(found)


def marks_of_others(case: Case) -> list[frozenset[str]]:
    """The marks of the newest cases of other accounts; none for a sample."""
    if case.sample:
        return []
    mine, found = originality.account(case), []
    for other in [o for o in store().overview() if o.id != case.id][:NEWEST]:
        try:
            whose, marks = _of(other.id, other.updated_at.isoformat())
        except BadInput:
            continue  # deleted meanwhile
        if marks and not (mine and whose == mine):
            found.append(marks)
    return found
