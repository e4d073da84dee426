"""The empty letter: styles, settings, fonts, languages, paper. The seller's house style instead, if any."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from appeal_core.case import Letter
from appeal_core.export.word.house import House, Own, house_style
from appeal_core.export.word.xml import el
from appeal_core.language import Lang, Message

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
_PAPERS = {"a4": (Mm(210), Mm(297)), "us-letter": (Mm(215.9), Mm(279.4))}
_MARGINS = {
    "left_margin": Mm(24), "right_margin": Mm(24), "top_margin": Mm(23), "bottom_margin": Mm(20),
    "header_distance": Mm(11), "footer_distance": Mm(11),
}  # fmt: skip
_DROPPED = ("/customXml", "/docProps/thumbnail", "/word/stylesWithEffects", "/word/webSettings")


def language_tag(letter: Letter, lang: Lang) -> str:
    """The BCP 47 tag of the text: `zh-CN`, `en-US` or `en-GB`."""
    if lang == "zh":
        return "zh-CN"
    return "en-GB" if letter.spelling == "british" else "en-US"


def _latin_tag(letter: Letter) -> str:
    # Latin words of a Chinese letter are English: as Chinese they would be broken anywhere
    return language_tag(letter, "en")


def empty_document(letter: Letter, house: bytes | None) -> Any:
    """A python-docx document without a paragraph, in our style or in that of `house` (a .docx)."""
    if house is not None:
        document = Document(io.BytesIO(_house(letter, house).package))
        _set_language(document.part._styles_part._element, _latin_tag(letter))
        return document
    return Document(io.BytesIO(_base(_latin_tag(letter), letter.paper)))


@cache
def _base(language: str, paper: str) -> bytes:
    document = Document()
    part = document.part
    _drop_parts(part)
    _refill(part._styles_part._element, _own_styles(language))
    _refill(part.numbering_part._element, el("numbering"))
    _refill(part._settings_part._element, _settings(language))
    section = document.sections[0]
    section.page_width, section.page_height = _PAPERS[paper]
    for name, size in _MARGINS.items():
        setattr(section, name, size)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _own_styles(language: str) -> Any:
    text = (Path(__file__).parent / "styles.xml").read_text(encoding="utf-8")
    for slot, value in (("latin", LATIN), ("east_asian", EAST_ASIAN), ("language", language)):
        text = text.replace("{" + slot + "}", value)
    return parse_xml(text.encode())


def _settings(language: str) -> Any:
    uri = "http://schemas.microsoft.com/office/word"
    return el(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=720),
        el("characterSpacingControl", val="doNotCompress"),
        el("compat", el("compatSetting", name="compatibilityMode", uri=uri, val=15)),
        el("themeFontLang", val=language, eastAsia="zh-CN"),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )


def _refill(element: Any, source: Any) -> None:
    for child in list(element):
        element.remove(child)
    for child in list(source):
        element.append(child)


def _drop_parts(part: Any) -> None:
    for holder in (part, part.package):
        for key, relation in list(holder.rels.items()):
            if not relation.is_external and str(relation.target_part.partname).startswith(_DROPPED):
                del holder.rels[key]


def house_notes(letter: Letter, data: bytes) -> tuple[Message, ...]:
    """What a house style lacks or has lost, in sentences. Raises `BadInput` for one that cannot be used."""
    return _house(letter, data).notes


def _house(letter: Letter, data: bytes) -> House:
    return house_style(data, _own(_latin_tag(letter), letter.paper))


@cache
def _own(language: str, paper: str) -> Own:
    width, height = (int(side) // 635 for side in _PAPERS[paper])
    margins = tuple((name, int(size) // 635) for name, size in _MARGINS.items())
    return Own(_own_styles(language), _settings(language), (width, height), margins, EAST_ASIAN)


def _set_language(styles: Any, language: str) -> None:
    for element in styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        element.set(qn("w:val"), language)
        element.set(qn("w:eastAsia"), "zh-CN")


def style_ids(document: Any) -> dict[str, str]:
    """The styles' ids by their names in lower case (a localised Word gives ids of its own)."""
    found = {}
    for style in document.part._styles_part._element.xpath("w:style"):
        found[style.xpath("string(w:name/@w:val)").lower()] = style.xpath("string(@w:styleId)")
    return found


def self_numbered(document: Any) -> frozenset[str]:
    """The ids of those styles that number their paragraphs by themselves."""
    found = document.part._styles_part._element.xpath("w:style[w:pPr/w:numPr]/@w:styleId")
    return frozenset(map(str, found))
