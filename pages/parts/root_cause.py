"""One possible root cause: its check, what the files say for and against it, and what the letter needs."""

import secrets

import streamlit as st

from appeal_core.case import OWN, Case
from appeal_core.journey.hypotheses import Ranked
from appeal_core.language import Message
from pages.parts import saved
from pages.parts.current import change
from pages.parts.fold import fold
from pages.parts.slots import slot_fields, sure_badge, words
from pages.parts.words import own, read, safe, t

CHECKS = ("yes", "no", "unknown")


def root_cause_card(case: Case, one: Ranked) -> None:
    """Folded to its name and answer; open while it is in the letter."""
    root = one.root
    base = f"root_causes.{root.id}"
    answer = case.root_causes[root.id]
    mark = {"yes": t("yes"), "no": t("no"), "unknown": t("not known")}.get(
        answer.check or "", t("not answered")
    )
    chosen = " · " + t("in the letter") if answer.chosen else ""
    with fold(f"{case.id}|{root.id}", f"**{read(root.name)}** · {mark}{chosen}", expanded=answer.chosen):
        st.markdown(f"**{read(root.check.question)}**")
        st.caption(read(root.check.why))
        st.caption(t("Where to look: {place}", place=root.check.look_in))
        _evidence(one)
        if read(root.caution):
            st.warning(read(root.caution))
        labels = {"yes": t("Yes"), "no": t("No"), "unknown": t("I do not know")}
        saved.choice(case, f"{base}.check", t("Your answer"), CHECKS, labels.__getitem__, horizontal=True)
        if answer.check == "yes":
            _chosen_fields(case, base, one)
        elif answer.check == "unknown":
            st.caption(
                t("That is an answer. Look where the line above says; until then it stays out of the letter.")
            )
        sure_badge(root.status, root.source)


def _evidence(one: Ranked) -> None:
    """What the files say on both sides; the seller's check decides."""
    if not one.would_change and not one.speaks_for and not one.speaks_against:
        return
    with st.container(border=True):
        if one.speaks_for:
            _list(f":material/add_circle: **{t('For it, in your files')}**", one.speaks_for)
        if one.speaks_against:
            _list(f":material/do_not_disturb_on: **{t('Against it, in your files')}**", one.speaks_against)
        if not one.speaks_for and not one.speaks_against:
            st.caption(t("Your files do not say; your check decides."))
        if one.would_change:
            told = one.speaks_for or one.speaks_against
            with st.popover(t("What would change this") if told else t("What would answer it")):
                _list("", one.would_change)


def _list(head: str, texts: tuple[Message, ...]) -> None:
    lines = "\n".join(f"- {safe(read(text))}" for text in texts)
    st.markdown(f"{head}\n\n{lines}" if head else lines)


def _chosen_fields(case: Case, base: str, one: Ranked) -> None:
    """What the letter says of a root cause whose check holds."""
    root = one.root
    saved.tick(
        case,
        f"{base}.chosen",
        t("Name it in the letter"),
        help=t("Only a root cause that your own data shows belongs in the letter."),
    )
    if one.speaks_against and not one.speaks_for:
        st.caption(
            t(
                "Your files point the other way. If you still name it, say in a sentence what your check showed."
            )
        )
    if root.context_only:
        st.caption(t("It can be said as context; it cannot be the only root cause."))
    counted = case.defect_counts.get(root.id)
    hint = t("The coded defect list counts {n}.", n=counted) if counted else None
    saved.number(case, f"{base}.orders", t("How many orders or listings it explains (if counted)"), help=hint)
    slot_fields(case, base, root.slots)
    words(
        case, f"{base}.found", t("What the check showed, in a sentence with its number (optional)"), lines=2
    )


def own_root_cause(case: Case, code: str) -> None:
    """A cause that the catalogue does not hold, in free words."""
    mine = [k for k, a in case.root_causes.items() if k.startswith(OWN) and a.cause == code]
    for key in mine:
        name = own(case.root_causes[key].name) or t("Your own root cause")
        with fold(f"{case.id}|{key}", f"**{safe(name)}**", expanded=True):
            words(case, f"root_causes.{key}.name", t("Name it in a few words"))
            words(
                case,
                f"root_causes.{key}.text",
                t("What your own process lacked, with dates and numbers"),
                lines=3,
            )
            saved.number(
                case, f"root_causes.{key}.orders", t("How many orders or listings it explains (if counted)")
            )
            st.button(
                t("Remove"),
                key=f"remove-{key}",
                on_click=lambda k=key: change(lambda c: c.with_value(f"root_causes.{k}", None)),
            )
    if st.button(t("It is something else: write your own"), key=f"own-{code}", icon=":material/add:"):
        new = f"{OWN}{secrets.token_hex(3)}"
        change(lambda c: c.with_value(f"root_causes.{new}", {"cause": code, "check": "yes", "chosen": True}))
        st.rerun()
