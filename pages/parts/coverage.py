"""What is asked and where it is answered: both tables, folded, the holes in red."""

import streamlit as st

from appeal_core.case import Case, Letter
from appeal_core.journey.coverage import AskLine, CauseLine, Coverage, Step
from appeal_core.journey.coverage_paper import coverage_docx, place_text
from pages.parts.downloads import DOCX
from pages.parts.fold import fold
from pages.parts.words import labelled, lang, listed, read, safe, t


def coverage_fold(case: Case, letter: Letter, found: Coverage) -> None:
    """Demands with their places, root causes with their answers; a Word file of both."""
    if not found.asks and not found.causes:
        return
    count = len(found.holes)
    state = t("holes: {n}", n=count) if count else t("no hole")
    name = t("What is asked, and where it is answered")
    with fold(f"{case.id}|coverage", f"{name} · {state}"):
        for hole in found.holes:
            st.markdown(f":material/error: :red[{safe(read(hole))}]")
        for ask in found.asks:
            _ask(ask)
        if found.causes:
            st.subheader(t("What answers each root cause"), anchor=False)
        for line in found.causes:
            _cause(line)
        language = lang()  # a download is built outside the page's run
        st.download_button(
            t("These tables in Word (.docx)"), data=lambda: coverage_docx(case, letter, language),
            file_name="coverage.docx", mime=DOCX, on_click="ignore", icon=":material/table:",
        )  # fmt: skip


def ask_line(ask: AskLine) -> str:
    """A demand and where it is answered, in a line of Markdown."""
    name = f"**{safe(read(ask.name))}**"
    if ask.hole:
        return f":material/error: {name} · :red[{t('not answered in the letter')}]"
    if ask.other_door:
        return f":material/remove: {name} · {t('not for this letter: for those who take the other way')}"
    where = listed(read(place_text(p)) for p in ask.places)
    return f":material/check_circle: {name} · {safe(where)}"


def _ask(ask: AskLine) -> None:
    lines = [ask_line(ask)]
    lines += [f":gray[{safe(read(p.text))}]" for p in ask.places[:1]]
    if ask.by_words:
        lines.append(t("Found by its words alone: judge whether it is answered."))
    st.markdown("  \n".join(lines))


def _cause(line: CauseLine) -> None:
    with st.container(border=True):
        name = f"**{safe(read(line.cause))}**"
        if line.root is None:
            st.markdown(f"{name} · :red[{t('no root cause')}]")
            return
        st.markdown(f"{name} · {safe(read(line.root))}")
        for kind, steps, none in (
            (t("Done"), line.actions, t("no action that is done")),
            (t("Runs"), line.measures, t("no preventive measure")),
        ):
            said = [_step(s, proof=steps is line.actions) for s in steps] or [f":red[{none}]"]
            st.markdown(labelled(kind, "") + "\n\n" + "\n".join(f"- {s}" for s in said))


def _step(step: Step, *, proof: bool) -> str:
    parts = [safe(read(step.name))]
    if step.place:
        parts.append(t("line {number}", number=step.place.number))
    if step.exhibit:
        parts.append(t("Exhibit {letter}", letter=step.exhibit))
    elif proof and not step.holes:
        parts.append(f":red[{t('no proof')}]")
    return " · ".join([*parts, *(f":red[{safe(read(h))}]" for h in step.holes)])
