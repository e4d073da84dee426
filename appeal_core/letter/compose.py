"""Case -> Letter: facts are gathered, the kind's template lays them out, the seller's edits stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from appeal_core.case import Block, Case, Letter, Section, Table
from appeal_core.language import BadInput, Bilingual
from appeal_core.letter.basics import reference
from appeal_core.letter.edits import digest, with_edit
from appeal_core.letter.facts import gather
from appeal_core.letter.headings import PLAN
from appeal_core.letter.kinds import kind_for
from appeal_core.letter.ledger import Ledger
from appeal_core.letter.outline import Group, outline
from appeal_core.letter.said import Said, plain
from appeal_core.letter.template import (
    BlockTemplate,
    LetterTemplate,
    Printed,
    SectionTemplate,
    holds,
    read_template,
    render,
    value_of,
)

_HOME = "plan_of_action"
_OPTIONS: dict[str, Any] = {
    "exhibits_wanted": False, "bare_request": False, "under": "", "heading_id": "", "heading_said": Said(),
}  # fmt: skip
_EXHIBIT = re.compile(r"(?:Exhibit|附件) ?([A-Z]{1,2})(?![A-Za-z])")


def compose(case: Case) -> Letter:
    """The letter that the case's facts make, in both languages, with its gaps visible.

    The same case gives the same letter: nothing is read from the clock. Raises `BadInput` where
    the case's route asks for no letter.
    """
    kind = _kind(case)
    template = read_template(kind)
    ledger = Ledger(case, kind)
    gathered = gather(ledger, template.gather, only_new=template.only_new)
    facts = {**_OPTIONS, **template.options, **gathered}
    printed = Printed()
    head = reference(ledger, facts)
    printed.note(head)
    title = render(template.title, facts, printed)
    sections = tuple(_sections(template, facts, ledger, printed))
    used = set(printed.facts).union(*(b.facts for s in sections for b in s.blocks))
    return Letter(
        kind=kind,
        of_case=case.id,
        title=_capital(title),
        reference=Bilingual(en=head.en, zh=head.zh),
        store=case.seller.store_name,
        case_id=case.seller.case_id,
        language=_language(case),
        paper=ledger.store.paper,
        spelling=ledger.store.spelling,
        day=ledger.day.isoformat(),
        author=case.seller.signatory or case.seller.store_name,
        sections=sections,
        facts={k: f for k, f in ledger.facts.items() if k in used},
    )


def _kind(case: Case) -> str:
    kind = kind_for(case)
    if kind == "none":
        raise BadInput(
            "This notice asks for no letter. Where you want to write one all the same, "
            "choose its kind on the letter page."
        )
    return kind


def _capital(text: Bilingual) -> Bilingual:
    return Bilingual(en=text.en[:1].upper() + text.en[1:], zh=text.zh)


def _language(case: Case) -> Literal["en", "zh"]:
    """Chinese only where the notice says that it takes plans in Chinese and not in English."""
    wanted = case.diagnosis.plan_languages if case.diagnosis else ()
    return "zh" if "zh" in wanted and "en" not in wanted else "en"


def _sections(
    template: LetterTemplate, facts: dict[str, Any], ledger: Ledger, used: Printed
) -> Iterator[Section]:
    number, points, above = 0, 0, None
    for part, group in _places(template, facts, ledger):
        goes_on = group.heading is not None and group.heading is above
        count = number if goes_on else number + 1 if part.numbered else 0
        blocks = tuple(_blocks(part, {**facts, **group.facts}, ledger, count, points if goes_on else 0))
        if not blocks:
            continue
        points = sum(b.kind == "point" for b in blocks) + (points if goes_on else 0)
        number, above = count or number, group.heading
        if group.heading:
            used.note(group.heading.said)
        title = Bilingual() if goes_on else _title(part, group, count)
        yield Section(id=part.id, under=group.under, title=title, blocks=blocks)


def _title(part: SectionTemplate, group: Group, count: int) -> Bilingual:
    title = group.heading.said if group.heading else plain(part.title)
    number = f"{count}. " if count else ""
    return Bilingual(en=number + title.en, zh=number + title.zh)


def _places(
    template: LetterTemplate, facts: dict[str, Any], ledger: Ledger
) -> Iterator[tuple[SectionTemplate, Group]]:
    """The template's sections in their order; the parts of a plan under the notice's own headings, where it has any."""
    parts: dict[str, SectionTemplate] = {part.id: part for part in template.sections}
    titles: dict[str, Bilingual] = {part.id: part.title for part in template.sections if part.id in PLAN}
    groups: dict[str, list[Group]] = {}
    if template.notice_headings:
        groups = outline(ledger, facts, titles, of_reply=template.only_new)
    if any(
        g.facts.get("heading_said") and not g.facts["heading_said"].gaps
        for row in groups.values()
        for g in row
    ):
        facts |= {"fresh": True, "fresh_missing": Said()}
    for part in template.sections:
        for group in groups.get(part.id, [Group(part.id, None, {})]):
            found = parts[group.part] if group.heading else part
            if group.heading or holds(found.when, {**facts, **group.facts}):
                yield found, group


def _blocks(
    part: SectionTemplate, facts: dict[str, Any], ledger: Ledger, section: int, point: int
) -> Iterator[Block]:
    for block in part.blocks:
        for item in value_of(block.each, facts) if block.each else [None]:
            scope = {**facts, "item": item}
            if not holds(block.when, scope):
                continue
            if block.kind == "point":
                point += 1
            number = f"{section}.{point}" if block.kind == "point" and section else ""
            yield _block(block, scope, ledger, number)


def _block(template: BlockTemplate, facts: Mapping[str, Any], ledger: Ledger, number: str) -> Block:
    printed = Printed()
    fresh = Block(
        id=_id(template, facts, ledger),
        kind=template.kind,
        number=number,
        heading=render(template.heading, facts, printed),
        text=render(
            Bilingual(en=template.en, zh=template.zh), facts, printed, lines=template.kind == "signature"
        ),
        table=_table(template, facts, printed) if template.columns else None,
        chart=value_of(template.rows, facts) if template.kind == "chart" else None,
        facts=tuple(printed.facts),
        gaps=tuple(printed.gaps.values()),
        exhibits=tuple(printed.exhibits),
    )
    named = dict.fromkeys((*fresh.exhibits, *_exhibits_in(fresh.text, ledger)))
    fresh = fresh.model_copy(update={"exhibits": tuple(named), "digest": digest(fresh, ledger.facts)})
    return with_edit(fresh, ledger.case.edits.get(fresh.id), ledger)


def _id(template: BlockTemplate, facts: Mapping[str, Any], ledger: Ledger) -> str:
    """A point's id is the same in every letter; a block of one letter kind alone bears its name.

    So an edit of the plan's opening does not stand in a later status request.
    """
    found = render(Bilingual(en=template.id), facts, Printed()).en
    return found if ":" in found or ledger.kind == _HOME else f"{ledger.kind}:{found}"


def _exhibits_in(text: Bilingual, ledger: Ledger) -> list[str]:
    """Exhibits that the seller's own words name."""
    letters = set(ledger.exhibit_letters().values())
    return [found for found in _EXHIBIT.findall(f"{text.en} {text.zh}") if found in letters]


def _table(template: BlockTemplate, facts: Mapping[str, Any], printed: Printed) -> Table:
    columns = [c for c in template.columns if holds(c.when, facts)]
    rows, paths = [], []
    for row in value_of(template.rows, facts):
        scope = {**facts, "row": row}
        rows.append(tuple(render(Bilingual(en=c.en, zh=c.zh), scope, printed) for c in columns))
        paths.append(tuple(render(Bilingual(en=c.path), scope, printed).en for c in columns))
    return Table(
        caption=render(template.caption, facts, printed),
        header=tuple(render(c.header, facts, printed) for c in columns),
        rows=tuple(rows),
        numeric=tuple(n for n, c in enumerate(columns) if c.numeric),
        paths=tuple(paths) if any(c.path for c in columns) else (),
        page=template.page,
    )
