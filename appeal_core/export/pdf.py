"""A letter as a tagged, accessible PDF (PDF/UA-1), set by Typst from `templates/letter.typ`."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typst

from appeal_core.case import Block, Letter, Section, Table
from appeal_core.export.chart import chart_image
from appeal_core.export.segments import (
    Segment,
    before_signature,
    clean,
    exhibit_letters,
    letter_in,
    run_in,
    segments,
    unspoken_gaps,
)
from appeal_core.export.word.page import draft_line, header_line
from appeal_core.export.word.tables import column_widths
from appeal_core.language import BadInput, Lang, Message, message, say

TEMPLATE = Path(__file__).resolve().parents[2] / "templates" / "letter.typ"
LATIN_FAMILIES = ("Arial", "Liberation Sans", "Helvetica", "Helvetica Neue", "DejaVu Sans")
CJK_FAMILIES = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei",
    "PingFang SC", "Heiti SC", "DengXian", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "SimSun",
)  # fmt: skip
_NO_SHAPE = re.compile(r'the text [`"]+(.+?)[`"]+ could not be displayed')
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


def to_pdf(letter: Letter, lang: Lang, *, draft: bool) -> bytes:
    """The letter in `lang` as PDF bytes, the same for the same letter and fonts.

    Raises `BadInput` when the text has Chinese characters and this machine has no font for them,
    or when a character is in none of its fonts.
    """
    data = _letter_data(letter, lang, draft)
    text = json.dumps(data, ensure_ascii=False)
    data["fonts"] = _families(bool(_CHINESE.search(text)))
    moment = dt.datetime.fromisoformat(letter.day or "2000-01-01").replace(tzinfo=dt.UTC)
    try:
        return typst.compile(
            TEMPLATE.read_bytes(),
            format="pdf",
            font_paths=_fonts(),
            sys_inputs={"letter": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=moment,
        )
    except typst.TypstError as error:
        if sign := _NO_SHAPE.search(str(error.message)):
            raise BadInput(
                "The PDF has no shape for the character “{sign}”. Take it out of your words, or use the Word file.",
                sign=sign[1],
            ) from error
        raise BadInput(
            "The PDF cannot be made from this text: {why}. Change the words named, or use the Word file.",
            why=str(error.message),
        ) from error


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts()


def font_problem(lang: Lang) -> Message | None:
    """What is missing on this machine for a PDF in `lang`, and how to mend it; `None` when nothing is."""
    if lang != "zh" or set(_fonts().families()) & set(CJK_FAMILIES):
        return None
    return message(
        "This computer has no font with Chinese characters, so the PDF cannot be made. "
        "Install Noto Sans CJK (on Debian and Ubuntu: apt-get install fonts-noto-cjk) and try again."
    )


def _families(chinese: bool) -> list[str]:
    if chinese and (problem := font_problem("zh")):
        raise BadInput(problem)
    present = set(_fonts().families())
    latin = [f for f in LATIN_FAMILIES if f in present][:1]
    return [*latin, "Libertinus Serif", *[f for f in CJK_FAMILIES if f in present][:1]]


def _letter_data(letter: Letter, lang: Lang, draft: bool) -> dict[str, Any]:
    titled = any(s.title.in_(lang) for s in letter.sections)
    footer = say("Page {page} of {pages}", lang, page="\ue000", pages="\ue001")
    names = {"\ue000": "PAGE", "\ue001": "PAGES"}
    return {
        "title": clean(letter.title.in_(lang)),
        "reference": clean(letter.reference.in_(lang)),
        "author": clean(letter.author or letter.store),
        "lang": lang,
        "region": "CN" if lang == "zh" else "GB" if letter.spelling == "british" else "US",
        "paper": letter.paper,
        "header": clean(header_line(letter, lang)),
        "footer": [names.get(part, part) for part in re.split("([\ue000\ue001])", footer) if part],
        "draft": draft_line(lang) if draft else "",
        "watermark": say("DRAFT", lang) if draft else "",
        "titled": titled,
        "parts": [p for s in letter.sections for p in _section_parts(s, letter, lang, titled)],
    }


def _section_parts(section: Section, letter: Letter, lang: Lang, titled: bool) -> Iterator[dict[str, Any]]:
    exhibits = exhibit_letters(letter.blocks())
    if title := clean(section.title.in_(lang)).strip():
        yield {"is": "heading", "level": 1, "text": title}
    for block in section.blocks:
        yield from _block_parts(block, letter, lang, exhibits)
        for gap in unspoken_gaps(block, lang):
            yield {"is": "text", "pieces": [_piece(Segment("gap", clean(gap)))]}


def _block_parts(
    block: Block, letter: Letter, lang: Lang, exhibits: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    text, heading = block.text.in_(lang).strip(), block.heading.in_(lang)
    if block.kind == "point" or block.number:
        yield {
            "is": "point",
            "number": _shown_number(block.number),
            "heading": run_in(heading, lang),
            "pieces": _pieces(text, exhibits, block),
        }
    else:
        if heading:
            yield {"is": "heading", "level": 2, "text": clean(heading)}
        kind = "signature" if block.kind == "signature" else "text"
        for part in filter(None, re.split(r"\n\s*\n", text)):
            yield {"is": kind, "pieces": _pieces(part, exhibits, block)}
    if block.chart:
        market = "US" if letter.spelling == "american" else "UK"
        svg = chart_image(block.chart, lang, "svg", market).decode()
        yield {
            "is": "chart",
            "svg": svg,
            "alt": clean(block.chart.alt.in_(lang) or block.chart.title.in_(lang)),
        }
    if block.table:
        yield {
            **_table_part(block, block.table, lang, exhibits),
            "sticky": block.id in before_signature(letter.blocks()),
        }


def _shown_number(number: str) -> str:
    number = clean(number).strip()
    return f"{number}." if number.isdigit() else number or "•"


def _pieces(text: str, exhibits: tuple[str, ...], block: Block) -> list[dict[str, str]]:
    return [_piece(s) for s in segments(text, exhibits, bool(block.gaps))]


def _piece(segment: Segment) -> dict[str, str]:
    return segment._asdict()


def _table_part(block: Block, table: Table, lang: Lang, exhibits: tuple[str, ...]) -> dict[str, Any]:
    def row(cells: tuple[Any, ...]) -> dict[str, Any]:
        anchor = letter_in(cells[0].in_("en")) if block.kind == "exhibits" and cells else ""
        shown = [
            _pieces(c.in_(lang), () if anchor and not i else exhibits, block) for i, c in enumerate(cells)
        ]
        return {"cells": shown, "anchor": anchor}

    return {
        "is": "table",
        "caption": clean(table.caption.in_(lang)),
        "header": [clean(c.in_(lang)) for c in table.header],
        "rows": [row(cells) for cells in table.rows],
        "numeric": list(table.numeric),
        "columns": column_widths(table, lang, 9500),
    }
