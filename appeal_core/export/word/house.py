"""The team's own Word file as the base of a letter: its styles, header, footer and page, and nothing else of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from appeal_core.export.word.cleaning import clean_part
from appeal_core.export.word.package import open_word
from appeal_core.export.word.xml import el
from appeal_core.language import BadInput, Message, message

_KEPT_PARTS = ("/styles", "/numbering", "/theme", "/settings", "/header", "/footer")
_KEPT_OF_PACKAGE = ("/officeDocument",)
_PAGE = ("headerReference", "footerReference", "pgSz", "pgMar", "pgBorders", "titlePg", "docGrid")
_NARROWEST = 5100  # twips between the margins (90 mm): in less a table cannot be read
_WIDEST_PAGE = 14000  # twips; a sheet on its side is wider
_NAMED = ("Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "List Number", "Caption")
_SETTINGS_KEPT = {
    "mirrorMargins": "zoom",
    "evenAndOddHeaders": "defaultTabStop",
    "clrSchemeMapping": "themeFontLang",
}


class House(NamedTuple):
    """The cleaned package of a house style, and what it lacked or lost."""

    package: bytes
    notes: tuple[Message, ...]


class Own(NamedTuple):
    """What stands in where a house style has nothing: styles and settings (elements), paper and margins in twips."""

    styles: Any
    settings: Any
    page: tuple[int, int]
    margins: tuple[tuple[str, int], ...]
    east_asian: str


@lru_cache(maxsize=2)
def house_style(data: bytes, own: Own) -> House:
    """A .docx or .dotx made ready. Raises `BadInput` for one that cannot be used."""
    document = open_word(data)
    try:
        notes = tuple(_make_ready(document, own))
        out = io.BytesIO()
        document.save(out)
    except (KeyError, ValueError, AttributeError, TypeError, IndexError) as error:
        raise BadInput(
            "The house style is damaged. Open it in Word, save it as .docx under a new name, and give it again."
        ) from error
    return House(out.getvalue(), notes)


def _make_ready(document: Any, own: Own) -> Iterator[Message]:
    part = document.part
    _without_words(part.element.body)
    links = _cut_settings(part._settings_part, own.settings)
    yield from _page(part.element.body.sectPr, own)
    used = set(part.element.body.sectPr.xpath("w:headerReference/@r:id | w:footerReference/@r:id"))
    cut, objects = _keep_parts(part, used)
    headed = False
    for key in used & set(part.rels):
        linked, held = clean_part(part.rels[key].target_part)
        links, objects = links or linked, objects or held
        headed = headed or bool(
            part.rels[key].target_part._element.xpath(".//w:t | .//w:drawing | .//w:pict")
        )
    if links or cut:
        yield message("The house style reaches out to other files or addresses. Those links were cut.")
    if objects:
        yield message(
            "Embedded objects and fields of the house style were left out; words and pictures stay."
        )
    if not headed:
        yield message("The house style has no words or picture in its header and footer. Only store, case and page stand there.")  # fmt: skip
    yield from _styles(part._styles_part._element, own)
    for element in part.numbering_part._element.xpath("w:numIdMacAtCleanup"):
        element.getparent().remove(element)  # it would stand before the letter's own lists


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


def _cut_settings(part: Any, own: Any) -> bool:
    """Our settings stand in the place of the house's: macros, mail merge and templates hang on those."""
    house, links = part._element, any(r.is_external for r in part.rels.values())
    kept = {tag: house.xpath(f"w:{tag}") for tag in _SETTINGS_KEPT}
    for child in list(house):
        house.remove(child)
    for child in own:
        house.append(parse_xml(_bytes(child)))
    for tag, before in _SETTINGS_KEPT.items():
        for element in kept[tag][:1]:
            house.xpath(f"w:{before}")[0].addnext(element)
    for key in list(part.rels):
        del part.rels[key]
    return links


def _bytes(element: Any) -> bytes:
    from lxml import etree  # type: ignore[import-untyped]  # python-docx stands on it

    return bytes(etree.tostring(element))


def _keep_parts(part: Any, used: set[str]) -> tuple[bool, bool]:
    """Drops every part but those of `_KEPT_PARTS`; tells whether links and whether objects were among them."""
    links = objects = False
    for key, relation in list(part.rels.items()):
        kind = relation.reltype
        keep = not relation.is_external and kind.endswith(_KEPT_PARTS)
        if kind.endswith(("/header", "/footer")):
            keep = keep and key in used
        if not keep:
            links = links or relation.is_external
            objects = objects or kind.endswith(
                ("/oleObject", "/package", "/control", "/aFChunk", "/subDocument")
            )
            del part.rels[key]
        elif not kind.endswith(("/header", "/footer", "/settings")):
            _pictures_only(part, key, relation.target_part)
    for key, relation in list(part.package.rels.items()):
        if not relation.reltype.endswith(_KEPT_OF_PACKAGE):
            del part.package.rels[key]
    return links, objects


def _pictures_only(part: Any, key: str, held: Any) -> None:
    """Styles, lists and theme hang on nothing but pictures of their own; those that do not are dropped."""
    if all(not r.is_external and r.reltype.endswith("/image") for r in held.rels.values()):
        return
    if part.rels[key].reltype.endswith("/theme"):
        del part.rels[key]
        return
    for inner in list(held.rels):
        del held.rels[inner]
    for element in getattr(held, "_element", ()) or ():
        if element.tag == qn("w:numPicBullet"):
            element.getparent().remove(element)


def _page(section: Any, own: Own) -> Iterator[Message]:
    for child in list(section):
        if child.tag.rsplit("}")[-1] not in _PAGE:
            section.remove(child)
    for reference in section.xpath("w:headerReference | w:footerReference"):
        section.remove(reference)
        section.insert(0, reference)
    width, height = (int(section.page_width or 0) // 635, int(section.page_height or 0) // 635)
    if not (0 < width <= _WIDEST_PAGE and width < height):
        _set_paper(section, own)
        yield message("The page of the house style is missing or lies on its side. The store's usual paper is used, upright.")  # fmt: skip
    elif abs(width - own.page[0]) > 60 or abs(height - own.page[1]) > 60:
        yield message("The house style has another paper than the store's country uses. It is kept.")
    margins = [int(m or 0) // 635 for m in (section.left_margin, section.right_margin)]
    if section.left_margin is None or int(section.page_width) // 635 - sum(margins) < _NARROWEST:
        for name, value in own.margins:
            setattr(section, name, value * 635)
        yield message("The margins of the house style leave too little room for a letter. Ours are used.")


def _set_paper(section: Any, own: Own) -> None:
    for size in section.xpath("w:pgSz"):
        section.remove(size)
    section.page_width, section.page_height = own.page[0] * 635, own.page[1] * 635


def _styles(house: Any, own: Own) -> Iterator[Message]:
    names = {str(n).lower() for n in house.xpath("w:style/w:name/@w:val")}
    lacking = [name for name in _NAMED if name.lower() not in names]
    if lacking:
        yield message(
            "The house style has no style for: {names}. Ours are used there.", names=", ".join(lacking)
        )
    _add_missing_styles(house, own.styles, names)
    if _without_east_asian(house):
        _set_east_asian(house, own.east_asian)
        yield message("The house style names no font for Chinese. {font} is used for Chinese characters.", font=own.east_asian)  # fmt: skip


def _add_missing_styles(house: Any, own: Any, names: set[str]) -> None:
    ids = set(house.xpath("w:style/@w:styleId"))
    for style in own.xpath("w:style"):
        name, style_id = style.xpath("w:name/@w:val")[0], style.xpath("@w:styleId")[0]
        if name.lower() in names:
            continue
        added = parse_xml(_bytes(style))
        if style_id in ids:
            added.set(qn("w:styleId"), "Letter" + style_id)
        house.append(added)


def _without_east_asian(house: Any) -> bool:
    fonts = house.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts | w:style[@w:type='paragraph'][@w:default='1']/w:rPr/w:rFonts")  # fmt: skip
    return not any(f.get(qn("w:eastAsia")) for f in fonts)


def _set_east_asian(house: Any, font: str) -> None:
    holder = house
    for tag in ("docDefaults", "rPrDefault", "rPr", "rFonts"):
        if holder.find(qn(f"w:{tag}")) is None:
            holder.insert(0, el(tag))
        holder = holder.find(qn(f"w:{tag}"))
    for fonts in house.xpath(".//w:rFonts[@w:eastAsiaTheme]"):
        del fonts.attrib[qn("w:eastAsiaTheme")]
    holder.set(qn("w:eastAsia"), font)
