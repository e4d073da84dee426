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
from appeal_core.letter.kinds import kind_for
from appeal_core.letter.ledger import Ledger
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
_OPTIONS = {"exhibits_wanted": False, "bare_request": False}
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
    sections = tuple(_sections(template, facts, ledger))
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


def _sections(template: LetterTemplate, facts: dict[str, Any], ledger: Ledger) -> Iterator[Section]:
    number = 0
    for part in template.sections:
        if not holds(part.when, facts):
            continue
        count = number + 1 if part.numbered else 0
        blocks = tuple(_blocks(part, facts, ledger, count))
        if not blocks:
            continue
        number = count or number
        title = Bilingual(
            en=f"{count}. {part.title.en}" if count else part.title.en,
            zh=f"{count}. {part.title.zh}" if count else part.title.zh,
        )
        yield Section(id=part.id, title=title, blocks=blocks)


def _blocks(part: SectionTemplate, facts: dict[str, Any], ledger: Ledger, section: int) -> Iterator[Block]:
    point = 0
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
