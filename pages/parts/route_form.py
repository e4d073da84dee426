"""The questions that one route alone asks (related accounts, disputes, documents)."""

import streamlit as st

from appeal_core.case import Case
from appeal_core.journey import tasks
from pages.parts import saved
from pages.parts.slots import words
from pages.parts.words import read, t


def route_form(case: Case) -> None:
    """The questions of a route that asks its own (related accounts)."""
    for question in tasks.asked_questions(case):
        path = f"answers.{question.code}"
        label = read(question.label) + ("" if question.required else " " + t("(optional)"))
        if question.kind == "choice":
            saved.choice(
                case, f"{path}.en", label, list(question.options), lambda c, q=question: read(q.options[c])
            )
        elif question.kind == "date":
            saved.date(case, f"{path}.en", label)
        elif question.kind == "text":
            words(case, path, label, lines=2)
        else:
            saved.text(case, f"{path}.en", label)
        st.caption(read(question.why))
