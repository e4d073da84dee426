"""One block of the letter: English, its Chinese beside it, Edit, and the facts it stands on."""

import streamlit as st

from appeal_core.case import Block, Case, Letter, Table
from appeal_core.journey import composing
from appeal_core.language import Lang
from pages.parts.chart import letter_chart
from pages.parts.current import change, link_params
from pages.parts.words import labelled, lang, listed, read, safe, t


def block_card(case: Case, letter: Letter, block: Block) -> None:
    """Draws the block with what can be done to it."""
    with st.container(border=True, key=f"block|{block.id}"):
        _content(block, "en")
        if lang() == "zh" and (block.text.zh or block.heading.zh or block.table):
            _content(block, "zh")
        if block.chart:
            letter_chart(block.chart)
        for gap in block.gaps:
            st.badge(t("Gap"), icon=":material/edit_square:", color="orange")
            st.markdown(safe(read(gap.message)))
            st.page_link(
                f"pages/{gap.page}.py", label=t("Fill it"), icon=":material/edit:", query_params=link_params()
            )
        if block.moved:
            _moved(letter, block)
        with st.container(horizontal=True):
            if block.kind in ("paragraph", "point"):
                _editor(case, letter, block)
            if block.facts:
                with st.popover(t("Facts"), icon=":material/link:"):
                    for fact_id in block.facts:
                        _fact(letter, fact_id)


def _content(block: Block, language: Lang) -> None:
    color = (lambda s: f":gray[{s}]") if language == "zh" else (lambda s: s)
    head = " ".join(p for p in (block.number, block.heading.in_(language)) if p)
    if head:
        st.markdown(color(f"**{safe(head)}**"))
    if block.text.in_(language):
        lines = [line for line in safe(block.text.in_(language)).split("\n") if line.strip()]
        st.markdown("  \n".join(color(line) for line in lines))
    if block.table:
        _table(block.table, language)


def _table(table: Table, language: Lang) -> None:
    def cell(text: str) -> str:
        return f":small[{safe(text)}]".replace("\n", " ") if text else "—"

    header = [cell(h.in_(language)) for h in table.header]
    rows = [[cell(c.in_(language)) for c in row] for row in table.rows]
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    st.markdown("\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]))


def _fact(letter: Letter, fact_id: str) -> None:
    fact = letter.facts.get(fact_id)
    if fact is None:
        return
    source = {
        "notice": t("from the notice"),
        "report": t("counted from your reports"),
        "seller": t("from you"),
        "amazon": t("Amazon's own figure"),
        "catalogue": t("from the catalogue"),
        "computed": t("computed"),
    }[fact.source]
    values = safe(listed(dict.fromkeys(fact.values)))
    st.markdown(labelled(f"**{safe(read(fact.label))}**", values) + f"  \n{source}")


def _moved(letter: Letter, block: Block) -> None:
    """What stood under the seller's words, what stands there now, and the wording from that."""
    st.warning(
        t("Facts under this paragraph have changed since you edited it."), icon=":material/sync_problem:"
    )
    for move in block.moves:
        label = f"**{safe(read(move.label))}**"
        st.markdown(
            t("{fact}: was {old}, is now {new}", fact=label, old=_values(move.old), new=_values(move.new))
        )
    st.caption(t("The wording from today's facts"))
    st.text(block.offered.en)
    if lang() == "zh" and block.offered.zh:
        st.text(block.offered.zh)
    with st.container(horizontal=True):
        st.button(t("Take the new wording"), key=f"take|{block.id}", on_click=_forget, args=(block.id,))
        st.button(t("Keep my words"), key=f"keep|{block.id}", on_click=_keep, args=(letter, block))


def _values(values: tuple[str, ...]) -> str:
    """A fact as it is written, in this session's language where both differ."""
    if not values:
        return t("(nothing)")
    chinese = (v for v in values if any("\u4e00" <= c <= "\u9fff" for c in v))
    return safe(next(chinese, values[0]) if lang() == "zh" else values[0]).replace("\n", " ")


def _editor(case: Case, letter: Letter, block: Block) -> None:
    with st.popover(t("Edit"), icon=":material/edit:"):
        for language, name in (("en", "English"), ("zh", "中文")):
            key = f"{case.id}|edit|{block.id}|{language}"
            now = block.text.en if language == "en" else block.text.zh
            shown = f"shown|{key}"
            if key not in st.session_state or st.session_state.get(shown) != now:
                st.session_state[key] = st.session_state[shown] = now
            st.text_area(name, key=key, height=180, on_change=_edit, args=(letter, block, language, key))
        if block.edited:
            st.button(
                t("Back to the composed wording"), key=f"back|{block.id}", on_click=_forget, args=(block.id,)
            )


def _edit(letter: Letter, block: Block, language: Lang, key: str) -> None:
    text = st.session_state[key]
    change(lambda c: composing.with_edit(c, letter, block, language, text))


def _keep(letter: Letter, block: Block) -> None:
    change(lambda c: composing.with_edit_kept(c, letter, block))


def _forget(block_id: str) -> None:
    change(lambda c: composing.without_edit(c, block_id))
