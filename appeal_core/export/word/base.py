"""The empty letter: styles, settings, fonts, languages, paper. The seller's house style instead, if any."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from appeal_core.case import Letter
from appeal_core.export.word.xml import el
from appeal_core.language import BadInput, Lang

LATIN, EAST_ASIAN = "Arial", "Microsoft YaHei"
_PAPERS = {"a4": (Mm(210), Mm(297)), "us-letter": (Mm(215.9), Mm(279.4))}
_SIDE = Mm(24)
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
        return _house(house, _latin_tag(letter))
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
    section.left_margin = section.right_margin = _SIDE
    section.top_margin, section.bottom_margin = Mm(23), Mm(20)
    section.header_distance = section.footer_distance = Mm(11)
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


def _house(data: bytes, language: str) -> Any:
    try:
        document = Document(io.BytesIO(data))
        part = document.part
        _without_words(part.element.body)
        _without_links(part._settings_part)
        _add_missing_styles(part._styles_part._element, _own_styles(language))
        _set_language(part._styles_part._element, language)
        _zoom_with_percent(part._settings_part._element)
        part.numbering_part  # noqa: B018 - made here where the house has none
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, AttributeError, SyntaxError) as error:
        raise BadInput(
            "The house style is not a Word document that can be used. Save it in Word as .docx and give it again."
        ) from error
    return document


def _without_words(body: Any) -> None:
    """Only the page of the last section stays, with the headers that it took over from those before."""
    last = body.get_or_add_sectPr()
    for section in reversed(body.xpath(".//w:pPr/w:sectPr")):
        for reference in section.xpath("w:headerReference | w:footerReference"):
            same = f"{reference.tag.rsplit('}')[-1]}[@w:type='{reference.type_}']"
            if not last.xpath(f"w:{same}"):
                last.insert(0, reference)
    for child in list(body):
        if child is not last:
            body.remove(child)


def _without_links(settings: Any) -> None:
    """A template on a server that Word would fetch whenever the letter is opened."""
    for tag in ("attachedTemplate", "mailMerge"):
        for element in settings._element.xpath(f"w:{tag}"):
            settings._element.remove(element)
    for key, relation in list(settings.rels.items()):
        if relation.is_external:
            del settings.rels[key]


def _set_language(styles: Any, language: str) -> None:
    for element in styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        element.set(qn("w:val"), language)
        element.set(qn("w:eastAsia"), "zh-CN")


def _zoom_with_percent(settings: Any) -> None:
    for zoom in settings.xpath("w:zoom[not(@w:percent)]"):
        settings.replace(zoom, el("zoom", percent=100))


def _add_missing_styles(house: Any, own: Any) -> None:
    names = {str(n).lower() for n in house.xpath("w:style/w:name/@w:val")}
    ids = set(house.xpath("w:style/@w:styleId"))
    for style in own.xpath("w:style"):
        name, style_id = style.xpath("w:name/@w:val")[0], style.xpath("@w:styleId")[0]
        if name.lower() in names:
            continue
        if style_id in ids:
            style.set(f"{{{style.nsmap['w']}}}styleId", "Letter" + style_id)
        house.append(style)


def style_ids(document: Any) -> dict[str, str]:
    """The styles' ids by their names in lower case (a localised Word gives ids of its own)."""
    found = {}
    for style in document.part._styles_part._element.xpath("w:style"):
        found[style.xpath("string(w:name/@w:val)").lower()] = style.xpath("string(@w:styleId)")
    return found
