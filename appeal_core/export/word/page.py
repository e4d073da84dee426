"""What stands on every page: store and case, the draft mark, page x of y."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import parse_xml

from appeal_core.case import Letter
from appeal_core.export.word.text import paragraph, run
from appeal_core.export.word.xml import el
from appeal_core.language import Lang, say

_LONGEST_NAME = 120
_MARK = "letter_"
_FIELDS = ".//w:instrText/text() | .//w:fldSimple/@w:instr"
_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def draft_line(lang: Lang) -> str:
    """The words that a draft bears on every page."""
    return say("DRAFT: not ready to send", lang)


def header_line(letter: Letter, lang: Lang) -> str:
    """Store and case number, as far as they are known; a very long name is cut, since every page repeats it."""
    case = say("Case {number}", lang, number=letter.case_id) if letter.case_id else ""
    return " · ".join(part for part in (_cut(letter.store), _cut(case)) if part)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1] + "…"


def add_header(section: Any, letter: Letter, lang: Lang, styles: dict[str, str], draft: bool) -> None:
    """Writes the header of every page; a house style's own header stays above it."""
    for place, part in enumerate(_each(section, "header")):
        content = [run(header_line(letter, lang))]
        if draft:
            content += [el("r", el("tab")), run(draft_line(lang), styles["draft mark"]), _watermark(lang)]
        tabs = _one_tab(part, styles["header"], text_width(section))
        own = _own(part)
        room = [el("spacing", after=160)] if len(own) else []  # below a letterhead the text begins apart
        line = paragraph(styles["header"], *_marked(content, "header", place), before=[tabs], after=room)
        own.append(line)


def add_footer(section: Any, lang: Lang, styles: dict[str, str]) -> None:
    """Writes `Page x of y` as fields that Word keeps up to date; a house style's own page number is enough."""
    text = say("Page {page} of {pages}", lang, page="\ue000", pages="\ue001")
    fields = {"\ue000": "PAGE", "\ue001": "NUMPAGES"}
    for place, part in enumerate(_each(section, "footer")):
        own = _own(part)
        if any(re.match(r"\s*PAGE\b", words) for words in own.xpath(_FIELDS)):
            continue
        content: list[Any] = []
        for piece in re.split("([\ue000\ue001])", text):
            content += _field(fields[piece]) if piece in fields else [run(piece)] if piece else []
        own.append(paragraph(styles["footer"], *_marked(content, "footer", place)))


def _marked(content: list[Any], name: str, place: int) -> list[Any]:
    """Our own line under a bookmark, so that a letter given back as house style does not keep it twice."""
    number = {"header": 90001, "footer": 90011}[name] + place
    start = el("bookmarkStart", id=number, name=f"{_MARK}{name}_{place}")
    return [start, *content, el("bookmarkEnd", id=number)]


def _one_tab(part: Any, style: str, position: int) -> Any:
    """The one tab stop of the header; those of a house style's header give way."""
    styles = part._document_part._styles_part._element
    others = styles.xpath(f"w:style[@w:styleId='{style}']/w:pPr/w:tabs/w:tab/@w:pos")
    cleared = [el("tab", val="clear", pos=p) for p in others if int(p) != position]
    return el("tabs", *cleared, el("tab", val="right", pos=position))


def _each(section: Any, name: str) -> list[Any]:
    """The headers (or footers) that pages use: a house style may have others for first and even pages."""
    parts = [getattr(section, name)]
    if section.different_first_page_header_footer:
        parts.append(getattr(section, f"first_page_{name}"))
    if section.header._document_part.settings.odd_and_even_pages_header_footer:
        parts.append(getattr(section, f"even_page_{name}"))
    return parts


def _field(name: str) -> list[Any]:
    return [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", el("instrText", text=f" {name} ")),
        el("r", el("fldChar", fldCharType="separate")),
        run("1"),
        el("r", el("fldChar", fldCharType="end")),
    ]


def _own(part: Any) -> Any:
    """The element to write to, with what a house style has written and without empty paragraphs."""
    linked = part.is_linked_to_previous
    part.is_linked_to_previous = False
    for earlier in part._element.xpath(f"w:p[w:bookmarkStart[starts-with(@w:name, '{_MARK}')]]"):
        part._element.remove(earlier)
    written = not linked and part._element.xpath(".//w:t | .//w:drawing | .//w:pict")
    for child in [] if written else list(part._element):
        part._element.remove(child)
    return part._element


def text_width(section: Any) -> int:
    """The width between the margins, in twips."""
    return int((section.page_width - section.left_margin - section.right_margin) / 635)


def _watermark(lang: Lang) -> Any:
    word = say("DRAFT", lang)
    return parse_xml(
        f'<w:r {_NAMESPACES}><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" '
        'adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
        '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
        '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
        '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
        '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        '<v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="" '
        'style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:130pt;rotation:315;'
        "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#e9e4d6" '
        f'stroked="f"><v:fill opacity=".6"/><v:textpath style="font-family:&quot;Microsoft YaHei&quot;;'
        f'font-size:1pt" string="{word}"/></v:shape></w:pict></w:r>'
    )
