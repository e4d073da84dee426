"""The case sheet: what was understood, the first hours and the cause's steps, to print and to keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from appeal_core.case import Block, Case, Letter, Section, Table
from appeal_core.catalog import cause, marketplaces, routes, vocabulary
from appeal_core.catalog.entries import Marketplace
from appeal_core.catalog.guides import guides
from appeal_core.follow_up.clocks import clocks, due_texts
from appeal_core.journey.exhibits import asked
from appeal_core.language import Bilingual, Lang, Message, list_text, message
from appeal_core.letter.demands import ask_name

_GUIDES = ("first_hours", "phone_script")
_OPEN = "☐"
_Row = tuple[Bilingual, Bilingual, Bilingual]


def sheet(case: Case) -> Letter:
    """The sheet as a value, in both languages; `sheet_docx` and `sheet_text` make files of it."""
    store = marketplaces()[case.marketplace]
    parts = [_understood(case)]
    parts += [s for code in _GUIDES if (s := _guide(case, code))]
    parts += [s for code in case.causes if (s := _steps(case, code))]
    return Letter(
        kind="case_sheet",
        of_case=case.id,
        title=_both(message("First hours and steps")),
        reference=Bilingual(en=_reference(case, store, "en"), zh=_reference(case, store, "zh")),
        store=case.seller.store_name,
        paper=store.paper,
        spelling=store.spelling,
        day=_day(case).isoformat(),
        author=case.seller.signatory or case.seller.store_name,
        sections=tuple(parts),
    )


def sheet_text(case: Case, lang: Lang) -> bytes:
    """The sheet as plain text: a step a line behind its box, its reason below."""
    made = sheet(case)
    parts = [f"{made.title.in_(lang)}\n{made.reference.in_(lang)}"]
    for section in made.sections:
        tables = (block.table for block in section.blocks if block.table)
        rows = [tuple(cell.in_(lang) for cell in row) for table in tables for row in table.rows]
        parts.append("\n".join([section.title.in_(lang), *(_line(row, lang) for row in rows)]))
    return ("\n\n".join(parts) + "\n").encode()


def _line(row: tuple[str, ...], lang: Lang) -> str:
    colon = "：" if lang == "zh" else ": "
    mark, text, *why = row
    if not why:
        return f"{mark}{colon}{text}"
    box = "[ ] " if mark == _OPEN else f"[{mark}] " if mark[:1].isdigit() else f"{mark}{colon}"
    return f"{box}{text}\n    {why[0]}".rstrip()


def sheet_docx(case: Case, lang: Lang) -> bytes:
    """The sheet as a Word document in the reader's language."""
    from appeal_core.export.docx import to_docx

    return to_docx(sheet(case), lang, draft=False)


def _reference(case: Case, store: Marketplace, lang: Lang) -> str:
    name = (case.seller.store_name_zh if lang == "zh" else "") or case.seller.store_name
    return " · ".join(p for p in (name, store.domain, case.seller.case_id) if p)


def _day(case: Case) -> dt.date:
    """The newest day in the case, so that the same case gives the same sheet."""
    received = [n.received_at for n in case.notices if n.received_at]
    moments = [*case.ticks.values(), *received, *(a.sent_at for a in case.attempts.values())]
    return max((_local(case, m) for m in moments), default=_local(case, case.created_at))


def _local(case: Case, moment: dt.datetime) -> dt.date:
    return moment.astimezone(ZoneInfo(case.seller.timezone)).date() if moment.tzinfo else moment.date()


def _understood(case: Case) -> Section:
    names = [cause(code).name for code in case.causes]
    asks = [ask_name(code) for code in asked(case)]
    rows = [
        (message("Cause"), _listed(names) if names else _both(message("not stated"))),
        (message("What is switched off"), vocabulary("scopes")[case.scope].name),
        (message("How far it has gone"), vocabulary("stages")[case.stage].name),
        (message("What Amazon wants"), routes()[case.route].name),
        (message("What it asks for"), _listed(asks)),
        (message("Deadline"), _deadline(case)),
    ]
    table = Table(
        header=(_both(message("What")), _both(message("As understood"))),
        rows=tuple((_both(label), value) for label, value in rows if value.en),
    )
    block = Block(id="understood", kind="table", table=table)
    return Section(id="opening", title=_both(message("The notice")), blocks=(block,))


def _deadline(case: Case) -> Bilingual:
    now = dt.datetime.combine(_day(case), dt.time(), dt.UTC)
    clock = next((c for c in clocks(case, now) if c.kind == "amazon_deadline"), None)
    if clock is None:
        return Bilingual()
    return Bilingual(en="; ".join(due_texts(clock, case, "en")), zh="；".join(due_texts(clock, case, "zh")))


def _guide(case: Case, code: str) -> Section | None:
    found = guides()[code]
    rows: list[_Row] = []
    for item in found.items_for(case.scope, case.stage, case.route, case.causes):
        done = _done(case, f"{code}:{item.id}") if item.kind == "do" else _KINDS[item.kind]
        rows.append((done if isinstance(done, Bilingual) else _both(done), item.text, item.why))
    return _section(code, found.name, rows)


_FIRST = message("First")
_KINDS: dict[str, Message] = {"never": message("Never"), "know": message("Know")}


def _steps(case: Case, code: str) -> Section | None:
    entry = cause(code)
    rows = [(_both(_FIRST), move.text, Bilingual()) for move in entry.first_moves]
    rows += [(_done(case, f"cause:{code}:{s.id}"), s.text, s.why) for s in entry.checklist]
    return _section(f"steps:{code}", _both(message("Steps for: {cause}", cause=entry.name)), rows)


def _done(case: Case, key: str) -> Bilingual:
    moment = case.ticks.get(key)
    mark = f"{_local(case, moment):%Y-%m-%d}" if moment else _OPEN
    return Bilingual(en=mark, zh=mark)


def _section(key: str, title: Bilingual, rows: Iterable[_Row]) -> Section | None:
    found = tuple(rows)
    if not found:
        return None
    header = tuple(_both(m) for m in (message("Done on"), message("Step"), message("Why")))
    block = Block(id=key, kind="table", table=Table(header=header, rows=found))
    return Section(id="actions", title=title, blocks=(block,))


def _listed(names: list[Bilingual]) -> Bilingual:
    return Bilingual(
        en=list_text([n.en for n in names], "en"), zh=list_text([n.in_("zh") for n in names], "zh")
    )


def _both(text: Message) -> Bilingual:
    return Bilingual(en=text.in_("en"), zh=text.in_("zh"))
