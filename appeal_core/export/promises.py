"""The promises as papers: procedures, training sheet, checklist and log in Word, and all in one workbook."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from appeal_core.case import Block, Letter, Proof, Section, Table
from appeal_core.catalog import marketplaces
from appeal_core.export.docx import to_docx
from appeal_core.export.rows import without_clock
from appeal_core.export.segments import clean
from appeal_core.follow_up.promises import Count, Promise, count_text
from appeal_core.language import Bilingual, Frozen, Lang, Message, date_text, message

_EMPTY = Bilingual()
_SIGNING_ROWS, _LOG_ROWS = 6, 10


class Shop(Frozen):
    """Whose papers these are. `day`: the day from which they run."""

    store: str
    case_id: str = ""
    of_case: str = ""
    marketplace: str = "US"
    day: dt.date


class Capa(Frozen):
    """A row of the log of corrective and preventive actions."""

    kind: Literal["corrective", "preventive"]
    why: Bilingual
    what: Bilingual
    owner: Bilingual
    cadence: Bilingual = Bilingual()
    starts: dt.date | None = None
    done_on: dt.date | None = None
    proof: str = ""  # an exhibit's letter
    proven: bool = False


class Paper(Frozen):
    """All that the papers hold. `due`: the days of each measure's first month; `record`: proofs by milestone."""

    shop: Shop
    promises: tuple[Promise, ...]
    due: dict[str, tuple[dt.date, ...]] = {}
    capa: tuple[Capa, ...] = ()
    record: dict[int, list[Proof]] = {}
    exhibits: dict[str, str] = {}
    defects: dict[str, Bilingual] = {}


def to_documents(paper: Paper, lang: Lang) -> dict[str, bytes]:
    """The Word papers by name (without ending), in `lang`; the same bytes for the same paper."""
    return {
        name: to_docx(_letter(paper, name, title, blocks(paper)), lang, draft=False)
        for name, (title, blocks) in _DOCUMENTS.items()
    }


def to_sheets(paper: Paper, lang: Lang) -> bytes:
    """One workbook: a sheet for each paper and the 30/60/90-day record. No cell can be run as a formula."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, blocks in (*_DOCUMENTS.values(), (message("30/60/90-day record"), record_blocks)):
        tables = [(b.heading, b.table) for b in blocks(paper) if b.table]
        _fill(book.create_sheet(_both(title).in_(lang).replace("/", "-")[:31]), tables, lang)
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _letter(paper: Paper, name: str, title: Message, blocks: Sequence[Block]) -> Letter:
    shop = paper.shop
    american = shop.marketplace in ("US", "CA", "MX")
    parts = " · ".join(part for part in (shop.store, _date(shop.day, shop, "en")) if part)
    return Letter(
        kind=name, of_case=shop.of_case, title=_both(title), store=shop.store, case_id=shop.case_id,
        reference=Bilingual(en=parts, zh=" · ".join(p for p in (shop.store, _date(shop.day, shop, "zh")) if p)),
        paper="us-letter" if american else "a4", spelling="american" if american else "british",
        day=shop.day.isoformat(), author=shop.store,
        sections=(Section(id="prevention", blocks=tuple(blocks)),),
    )  # fmt: skip


def procedure_blocks(paper: Paper) -> list[Block]:
    """A standard operating procedure for each measure: its particulars, then its steps."""
    found = []
    for promise in paper.promises:
        rows = [
            (message("Purpose"), promise.what),
            (message("Who"), promise.owner),
            (message("How often"), promise.cadence),
            (message("Tool"), promise.tool),
            (message("Acts when"), promise.trigger),
            (message("From"), _day(promise.starts, paper.shop)),
        ]
        kept = tuple((_both(name), value) for name, value in rows if value.en or value.zh)
        found.append(_table(f"sop:{promise.id}", promise.name, (message("Point"), message("Content")), kept))
        found += [
            Block(id=f"sop:{promise.id}:{n}", kind="point", number=f"{n}", text=text)
            for n, text in enumerate(_steps(promise), 1)
        ]
    return found


def _steps(promise: Promise) -> list[Bilingual]:
    tool = promise.tool if promise.tool.en or promise.tool.zh else None
    steps = [message("Open: {tool}.", tool=tool)] if tool else []
    steps.append(message("Check: {what}.", what=promise.what))
    if promise.trigger.en or promise.trigger.zh:
        steps.append(message("Act: {trigger}.", trigger=promise.trigger))
    steps.append(message("Note the day, the result and your initials on the checklist."))
    steps.append(message("If the check cannot be done on its day, tell {owner} the same day.", owner=promise.owner))  # fmt: skip
    return [_both(step) for step in steps]


def training_blocks(paper: Paper) -> list[Block]:
    """A sheet for each measure on which everybody who was trained signs."""
    header = (message("Name"), message("Task"), message("Trained on"), message("Trained by"), message("Signature"))  # fmt: skip
    found = []
    for promise in paper.promises:
        text = _both(
            message(
                "Everybody who signs has read the procedure, has done the check once with the trainer, and knows what to do when it acts."
            )
        )
        found.append(
            Block(
                id=f"training-text:{promise.id}",
                heading=promise.name,
                text=text,
            )
        )
        rows = tuple((_EMPTY,) * len(header) for _ in range(_SIGNING_ROWS))
        found.append(_table(f"training:{promise.id}", _EMPTY, header, rows))
    return found


def checklist_blocks(paper: Paper) -> list[Block]:
    """A line for each day on which a measure is due in its first month; empty lines where an event sets it off."""
    header = (message("Day"), message("Result"), message("What was done"), message("Initials"))
    found = []
    for promise in paper.promises:
        days = [_day(day, paper.shop) for day in paper.due.get(promise.id, ())]
        rows = tuple((day, _EMPTY, _EMPTY, _EMPTY) for day in days or [_EMPTY] * _LOG_ROWS)
        text = _both(message("{what}. Rhythm: {cadence}.", what=promise.what, cadence=promise.cadence))
        found.append(Block(id=f"check-text:{promise.id}", heading=promise.name, text=text))
        found.append(_table(f"check:{promise.id}", _EMPTY, header, rows))
    return found


def capa_blocks(paper: Paper) -> list[Block]:
    """The log of corrective and preventive actions."""
    header = (
        message("Kind of action"), message("Root cause"), message("Action or measure"), message("Who"), message("Done or begun on"),
        message("Proof"), message("Verified by"),
    )  # fmt: skip
    kinds = {"corrective": message("Corrective"), "preventive": message("Preventive")}
    rows = tuple(
        (
            _both(kinds[row.kind]), row.why, row.what, row.owner, _day(row.done_on or row.starts, paper.shop),
            _exhibit(row.proof) if row.proof else _both(message("in the record")) if row.proven else _EMPTY,
            _EMPTY,
        )
        for row in paper.capa
    )  # fmt: skip
    return [_table("capa", _EMPTY, header, rows or ((_EMPTY,) * len(header),))]


def record_blocks(paper: Paper) -> list[Block]:
    """What was proven after 30, 60 and 90 days, measure by measure."""
    header = (message("Measure"), message("Noted on"), message("Proof"), message("Within its threshold"))
    names = {p.id: p.name for p in paper.promises}
    found = []
    for days, proofs in paper.record.items():
        rows = tuple(
            (
                names.get(p.measure, Bilingual(en=p.measure, zh=p.measure)), _day(p.on, paper.shop),
                proof_text(p, paper.defects.get(p.measure, _EMPTY), paper.exhibits), _kept(p),
            )
            for p in proofs
        )  # fmt: skip
        heading = _both(message("First {days} days", days=days))
        found.append(_table(f"record:{days}", heading, header, rows or ((_EMPTY,) * len(header),)))
    return found


def proof_text(proof: Proof, defects: Bilingual, exhibits: Mapping[str, str]) -> Bilingual:
    """What a proof says: the count, the seller's note, the exhibit."""
    parts = []
    if count := count_of(proof):
        parts.append(count_text(count, defects))
    if proof.note:
        parts.append(Bilingual(en=proof.note, zh=proof.note))
    if letter := exhibits.get(proof.exhibit or ""):
        parts.append(_exhibit(letter))
    return Bilingual(en="; ".join(p.en for p in parts), zh="；".join(p.zh for p in parts))


def count_of(proof: Proof) -> Count | None:
    """The count that a proof keeps, if it is one."""
    if proof.defects is None or proof.first is None or proof.last is None:
        return None
    return Count(
        defects=proof.defects, orders=proof.orders, first=proof.first, last=proof.last, limit=proof.limit
    )


def _kept(proof: Proof) -> Bilingual:
    count = count_of(proof)
    if count is None or count.kept is None:
        return _EMPTY
    return _both(message("yes")) if count.kept else _both(message("no"))


def _exhibit(letter: str) -> Bilingual:
    return _both(message("Exhibit {letter}", letter=letter))


def _table(
    block: str, heading: Bilingual, header: Sequence[Message], rows: Sequence[Sequence[Bilingual]]
) -> Block:
    head = tuple(_both(name) for name in header)
    return Block(id=block, kind="table", heading=heading, table=Table(header=head, rows=tuple(map(tuple, rows))))  # fmt: skip


def _day(day: dt.date | None, shop: Shop) -> Bilingual:
    return Bilingual(en=_date(day, shop, "en"), zh=_date(day, shop, "zh")) if day else _EMPTY


def _date(day: dt.date, shop: Shop, lang: Lang) -> str:
    market = shop.marketplace if shop.marketplace in marketplaces() else "US"
    return date_text(day, lang, marketplace=market)


def _both(text: Message) -> Bilingual:
    return Bilingual(en=text.in_("en"), zh=text.in_("zh"))


def _fill(sheet: Any, tables: Sequence[tuple[Bilingual, Table]], lang: Lang) -> None:
    from openpyxl.styles import Alignment, Font

    at, wrapped = 1, Alignment(wrap_text=True, vertical="top")
    for heading, table in tables:
        lines = [(table.header, True), *((row, False) for row in table.rows)]
        for cells, bold in ([((heading,), True)] if heading.en or heading.zh else []) + lines:
            for place, text in enumerate(cells, 1):
                cell = sheet.cell(row=at, column=place, value=clean(text.in_(lang))[:32_767])
                cell.data_type = "s"  # else a text that begins with = is stored as a formula
                cell.alignment, cell.font = wrapped, Font(bold=bold)
            at += 1
        at += 1
    for column in "ABCDEFG":
        sheet.column_dimensions[column].width = 30


_DOCUMENTS: dict[str, tuple[Message, Callable[[Paper], list[Block]]]] = {
    "procedures": (message("Standard operating procedures"), procedure_blocks),
    "training": (message("Training sheet"), training_blocks),
    "checklist": (message("Checklist"), checklist_blocks),
    "capa_log": (message("Corrective and preventive actions"), capa_blocks),
}
