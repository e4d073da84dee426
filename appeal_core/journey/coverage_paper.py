"""The coverage tables as a Word document: what was asked and where it is answered, the holes in red."""

from __future__ import annotations

from collections.abc import Iterable

from appeal_core.case import Block, Case, Gap, Letter, Section, Table
from appeal_core.journey.coverage import AskLine, CauseLine, Coverage, Step, coverage
from appeal_core.journey.lines import Line
from appeal_core.language import Bilingual, Lang, Message, message

_NONE = Bilingual(en="–", zh="–")


def coverage_docx(case: Case, letter: Letter, lang: Lang) -> bytes:
    """Both tables in the reader's language; the same bytes for the same case."""
    from appeal_core.export.coverage import to_coverage_docx

    return to_coverage_docx(coverage_paper(letter, coverage(case, letter)), lang)


def coverage_paper(letter: Letter, found: Coverage) -> Letter:
    """The tables as a document of the letter's own case, in both languages."""
    parts = [
        _section("asks", message("What the notice asks for"), _ask_table(found.asks)),
        _section("causes", message("What answers each root cause"), _cause_table(found.causes)),
    ]
    return letter.model_copy(
        update={
            "kind": "coverage",
            "title": both(message("What is asked, and where it is answered")),
            "sections": (_holes(found), *(p for p in parts if p)),
            "facts": {},
        }
    )


def _holes(found: Coverage) -> Section:
    """The holes in words come first."""
    if not found.holes:
        text = both(
            message("No hole was found: each demand and each root cause has an answer in the letter.")
        )
        return Section(id="opening", blocks=(Block(id="holes", text=text),))
    blocks = [Block(id="holes", text=both(message("What is still missing:")))]
    for n, hole in enumerate(found.holes, 1):
        blocks.append(Block(id=f"hole:{n}", kind="point", text=_marked(hole), gaps=(_gap(hole, n),)))
    return Section(id="opening", blocks=tuple(blocks))


def _section(key: str, title: Message, table: Table | None) -> Section | None:
    if table is None:
        return None
    gap = _gap(title, 0)  # brackets count as holes only in a block that has some
    return Section(
        id="documents", title=both(title), blocks=(Block(id=key, kind="table", table=table, gaps=(gap,)),)
    )


def _ask_table(asks: Iterable[AskLine]) -> Table | None:
    rows = tuple(_ask_row(a) for a in asks)
    header = (message("Asked for"), message("Where it is answered"), message("In these words"))
    return _table(header, rows)


def _ask_row(ask: AskLine) -> tuple[Bilingual, ...]:
    name = ask.name
    if ask.asked:
        name = Bilingual(en=f"{name.en}: “{ask.asked}”", zh=f"{name.in_('zh')}：“{ask.asked}”")
    if ask.hole:
        return name, _marked(message("not answered in the letter")), _NONE
    if ask.other_door:
        return name, both(message("not for this letter: for those who take the other way")), _NONE
    where = _joined(both(place_text(p)) for p in ask.places)
    return name, where, _joined(p.text for p in ask.places)


def _cause_table(causes: Iterable[CauseLine]) -> Table | None:
    rows = tuple(row for c in causes for row in _cause_rows(c))
    header = (message("Cause"), message("Root cause"), message("Action or measure"), message("Exhibit"))
    return _table(header, rows)


def _cause_rows(line: CauseLine) -> list[tuple[Bilingual, ...]]:
    if line.root is None:
        return [(line.cause, _marked(message("no root cause")), _NONE, _NONE)]
    root = line.root
    rows: list[tuple[Bilingual, ...]] = [
        (line.cause, root, _step(s, message("Done")), _proof(s)) for s in line.actions
    ]
    if not line.actions:
        rows.append((line.cause, root, _marked(message("no action that is done")), _NONE))
    rows += [(line.cause, root, _step(s, message("Runs")), _NONE) for s in line.measures]
    if not line.measures:
        rows.append((line.cause, root, _marked(message("no preventive measure")), _NONE))
    return rows


def _step(step: Step, kind: Message) -> Bilingual:
    holes = [_marked(h) for h in step.holes if not h.text.startswith("proof of this action")]
    text = both(message("{kind}: {what}", kind=kind, what=step.name))
    return Bilingual(
        en=" ".join([text.en, *(h.en for h in holes)]), zh="".join([text.zh, *(h.zh for h in holes)])
    )


def _proof(step: Step) -> Bilingual:
    if step.exhibit:
        return both(message("Exhibit {letter}", letter=step.exhibit))
    return _marked(message("no proof"))


def place_text(line: Line) -> Message:
    """`1. Root causes, line 8`."""
    return message("{part}, line {number}", part=line.part, number=line.number)


def _table(header: tuple[Message, ...], rows: tuple[tuple[Bilingual, ...], ...]) -> Table | None:
    return Table(header=tuple(both(h) for h in header), rows=rows) if rows else None


def _marked(text: Message) -> Bilingual:
    """In the brackets in which a hole is printed; none within them."""
    inner = {"en": text.in_("en"), "zh": text.in_("zh")}
    clean = {k: v.rstrip(".。").translate(_BRACKETS) for k, v in inner.items()}
    return Bilingual(en=f"[{clean['en']}]", zh=f"【{clean['zh']}】")


_BRACKETS = str.maketrans("[]【】\n", "()（） ")


def _gap(text: Message, number: int) -> Gap:
    return Gap(id=f"hole.{number}", message=text, page="")


def _joined(texts: Iterable[Bilingual]) -> Bilingual:
    found = list(texts)
    return Bilingual(en="; ".join(f.en for f in found), zh="；".join(f.in_("zh") for f in found))


def both(text: Message) -> Bilingual:
    """A message in both languages."""
    return Bilingual(en=text.in_("en"), zh=text.in_("zh"))
