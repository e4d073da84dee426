"""The Word letter: what a reader, a screen reader and Word itself find in it."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.shared import Mm

from appeal_core.case import Block, Letter, Section, Table
from appeal_core.export.docx import to_docx
from appeal_core.language import BadInput, Bilingual, Lang
from tests.export.word_numbers import shown_numbers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data: bytes) -> Any:
    return Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def numbers(document: Any) -> list[str]:
    """The numbers that Word shows before its list paragraphs, with the first words of these."""
    shown = shown_numbers(document)
    return [f"{number} {document.paragraphs[place].text}"[:24] for place, number in shown.items()]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("draft", [True, False])
def test_the_same_letter_gives_the_same_bytes(any_letter: Letter, lang: Lang, draft: bool) -> None:
    assert to_docx(any_letter, lang, draft=draft) == to_docx(any_letter, lang, draft=draft)


def test_no_entry_of_the_package_bears_the_time_of_making(plan_letter: Letter) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(plan_letter, "en", draft=False))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_and_title_are_words_built_in_styles(plan_letter: Letter) -> None:
    document = opened(to_docx(plan_letter, "en", draft=False))
    found = [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Title", "Head"))
    ]
    assert found == [
        ("Title", "Plan of action: late shipment rate"),
        ("Heading 1", "Root causes"),
        ("Heading 1", "Actions completed"),
        ("Heading 1", "Prevention"),
        ("Heading 1", "Request"),
        ("Heading 1", "Exhibits"),
    ]


def test_every_letter_has_a_heading_for_a_screen_reader(any_letter: Letter) -> None:
    document = opened(to_docx(any_letter, "en", draft=False))
    assert any(p.style.name == "Heading 1" for p in document.paragraphs)


def test_points_bear_the_letters_own_numbers_as_real_lists(plan_letter: Letter) -> None:
    shown = numbers(opened(to_docx(plan_letter, "en", draft=False)))
    assert shown == [
        "1. Root causes", "1.1 Handling time shorte", "1.2 Confirmations that f",
        "2. Actions completed", "2.1 October 13: handling", "2.2 [missing: the day it",
        "3. Prevention", "4. Request",
    ]  # fmt: skip


def test_numbers_that_jump_are_kept(letters: dict[str, Letter]) -> None:
    shown = numbers(opened(to_docx(letters["unnumbered"], "en", draft=False)))
    assert shown == ["3. Third point.", "4. Fourth point.", "7.2 Point seven two."]


def test_points_without_a_number_are_bullets(letters: dict[str, Letter]) -> None:
    document = opened(to_docx(letters["cover"], "en", draft=False))
    assert [p.text for p in document.paragraphs if p.style.name == "List Bullet"] == [
        "All files are complete and as issued.",
        "The buyer is the company of this account.",
    ]
    assert numbers(document)[0].startswith("•")


@pytest.mark.parametrize(
    ("lang", "cell"),
    [("en", "30 days, September 12 – October 11"), ("zh", "30 天，9 月 12 日至 10 月 11 日")],
)
def test_tables_hold_the_letters_cells(plan_letter: Letter, lang: Lang, cell: str) -> None:
    document = opened(to_docx(plan_letter, lang, draft=False))
    assert len(document.tables) == 3
    assert [c.text for c in document.tables[0].rows[1].cells][:4] == [cell, "31", "388", "7.99%"]


def test_tables_repeat_their_header_and_keep_rows_whole(plan_letter: Letter) -> None:
    document = opened(to_docx(plan_letter, "en", draft=False))
    for table in document.tables:
        assert table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")
        assert not table._tbl.xpath("w:tr[not(w:trPr/w:cantSplit)]")
        widths = [int(w) for w in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        assert sum(widths) == int(table._tbl.xpath("string(w:tblPr/w:tblW/@w:w)"))
        assert min(widths) > 500
    assert document.tables[0]._tbl.xpath("count(w:tr[2]/w:tc[w:p/w:pPr/w:jc[@w:val='right']])") == 3


def test_the_signature_does_not_stand_alone_on_a_page(plan_letter: Letter) -> None:
    body = opened(to_docx(plan_letter, "en", draft=False)).element.body
    rows = body.xpath("w:tbl[last()]/w:tr[not(.//w:keepNext)]")
    after = body.xpath("w:tbl[last()]/following-sibling::w:p[1]/w:pPr/w:keepNext")
    assert (len(rows), len(after)) == (0, 1)
    assert body.xpath("w:tbl[1]/w:tr[last()][not(.//w:keepNext)]")


def test_of_a_long_table_the_last_rows_go_with_the_signature(plan_letter: Letter) -> None:
    row = (Bilingual(en="A"), Bilingual(en="b"))
    long = Block(id="x", kind="exhibits", table=Table(header=row, rows=(row,) * 9))
    signed = Block(id="s", kind="signature", text=Bilingual(en="Lan Qiu"))
    letter = plan_letter.model_copy(
        update={"sections": (Section(id="exhibits", title=Bilingual(en="E"), blocks=(long, signed)),)}
    )
    rows = opened(to_docx(letter, "en", draft=False)).element.body.xpath("w:tbl/w:tr")
    assert [bool(r.xpath(".//w:keepNext")) for r in rows] == [True, *[False] * 7, True, True]


def test_mentions_of_exhibits_lead_to_their_rows(plan_letter: Letter) -> None:
    body = opened(to_docx(plan_letter, "en", draft=False)).element.body
    marks = body.xpath(".//w:bookmarkStart[starts-with(@w:name, 'exhibit')]/@w:name")
    assert marks == ["exhibit_A", "exhibit_B"]
    links = [
        ("".join(t.text for t in a.iter(f"{W}t")), a.get(f"{W}anchor")) for a in body.iter(f"{W}hyperlink")
    ]
    assert links == [("Exhibit A", "exhibit_A"), ("A", "exhibit_A"), ("B", "exhibit_B")]


def test_a_mention_of_an_exhibit_that_is_not_there_is_no_link(letters: dict[str, Letter]) -> None:
    point = Block(id="p", text=Bilingual(en="See Exhibit Q."))
    letter = letters["status"].model_copy(update={"sections": (Section(id="opening", blocks=(point,)),)})
    assert "hyperlink" not in part(to_docx(letter, "en", draft=False), "word/document.xml")


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "[missing: the day it was done]"), ("zh", "【缺少：完成日期】")]
)
def test_a_gap_is_marked_in_the_text(plan_letter: Letter, lang: Lang, text: str) -> None:
    document = opened(to_docx(plan_letter, lang, draft=True))
    marked = [r.text for p in document.paragraphs for r in p.runs if r.style.name == "Gap"]
    assert marked == [text]


def test_a_gap_that_the_text_does_not_show_is_added(letters: dict[str, Letter]) -> None:
    document = opened(to_docx(letters["unnumbered"], "en", draft=True))
    assert document.paragraphs[-1].text == "[add the exhibit]"


def test_brackets_in_a_block_without_gaps_are_plain_words(letters: dict[str, Letter]) -> None:
    block = Block(id="b", text=Bilingual(en="Model [A-2] is meant."))
    letter = letters["status"].model_copy(update={"sections": (Section(id="opening", blocks=(block,)),)})
    assert not [
        r
        for p in opened(to_docx(letter, "en", draft=False)).paragraphs
        for r in p.runs
        if r.style.name == "Gap"
    ]


@pytest.mark.parametrize(("lang", "line", "page"), [
    ("en", "DRAFT: not ready to send", "Page 1 of 1"), ("zh", "草稿：尚不能提交", "第 1 页，共 1 页"),
])  # fmt: skip
def test_header_footer_and_draft_mark_stand_on_every_page(
    plan_letter: Letter, lang: Lang, line: str, page: str
) -> None:
    for draft in (True, False):
        section = opened(to_docx(plan_letter, lang, draft=draft)).sections[0]
        header = section.header.paragraphs[0].text
        assert header.startswith("Birch & Rail Living · ") and "9000000077" in header
        assert (line in header) is draft
        assert bool(section.header._element.xpath(".//w:pict")) is draft
        assert section.footer.paragraphs[0].text == page
        fields = section.footer._element.xpath(".//w:instrText/text()")
        assert [f.strip() for f in fields] == ["PAGE", "NUMPAGES"]
        assert not section.different_first_page_header_footer


def test_the_chart_has_words_for_those_who_do_not_see_it(plan_letter: Letter) -> None:
    data = to_docx(plan_letter, "zh", draft=False)
    (properties,) = opened(data).element.body.xpath(".//wp:docPr")
    assert properties.get("descr").startswith("折线图")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [n for n in archive.namelist() if n.endswith(".png")] == ["word/media/image1.png"]


@pytest.mark.parametrize(
    ("name", "lang", "tag", "width"),
    [("plan", "en", "en-US", 215.9), ("cover", "en", "en-GB", 210), ("plan", "zh", "zh-CN", 215.9)],
)
def test_language_fonts_and_paper_are_set(
    letters: dict[str, Letter], name: str, lang: Lang, tag: str, width: float
) -> None:
    data = to_docx(letters[name], lang, draft=False)
    styles = part(data, "word/styles.xml")
    latin = "en-GB" if tag == "en-GB" else "en-US"
    assert f'<w:lang w:val="{latin}" w:eastAsia="zh-CN"' in styles
    assert 'w:eastAsia="Microsoft YaHei"' in styles
    assert "Theme=" not in styles
    assert opened(data).core_properties.language == tag
    assert abs(opened(data).sections[0].page_width - Mm(width)) < 1000


def test_the_properties_come_from_the_letter_and_not_from_the_clock(plan_letter: Letter) -> None:
    properties = opened(to_docx(plan_letter, "en", draft=False)).core_properties
    assert properties.title == "Plan of action: late shipment rate"
    assert (properties.author, properties.last_modified_by) == ("Lan Qiu", "Lan Qiu")
    assert str(properties.created)[:10] == str(properties.modified)[:10] == "2026-10-15"
    assert not properties.comments


def test_no_part_of_the_template_that_it_grew_from_is_left(plan_letter: Letter) -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(plan_letter, "en", draft=False))) as archive:
        assert not [n for n in archive.namelist() if re.search("custom|thumbnail|Effects", n)]
    assert "w:percent" in part(to_docx(plan_letter, "en", draft=False), "word/settings.xml")


def test_characters_that_word_cannot_hold_are_left_out(letters: dict[str, Letter]) -> None:
    block = Block(id="b", text=Bilingual(en="one\x00two\x0bthree\nfour \ud800 & <five>"))
    letter = letters["status"].model_copy(
        update={
            "sections": (Section(id="opening", blocks=(block,)),),
            "title": Bilingual(en="T\x01"),
            "author": "L\x02",
        }
    )
    document = opened(to_docx(letter, "en", draft=False))
    assert document.paragraphs[-1].text == "onetwothree\nfour  & <five>"


def house() -> bytes:
    document = Document()
    document.styles["Heading 1"].font.name = "Courier New"
    document.sections[0].header.paragraphs[0].text = "Our letterhead"
    document.add_paragraph("An old letter that must not go out")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.sections[-1].left_margin = Mm(40)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_house_style_gives_its_styles_and_header_and_none_of_its_words(plan_letter: Letter) -> None:
    data = to_docx(plan_letter, "en", draft=True, house=house())
    document = opened(data)
    assert document.styles["Heading 1"].font.name == "Courier New"
    assert "old letter" not in part(data, "word/document.xml")
    lines = [p.text for p in document.sections[0].header.paragraphs]
    assert lines[0] == "Our letterhead" and "DRAFT" in lines[1]
    assert abs(document.sections[0].left_margin - Mm(40)) < 1000
    assert document.tables[0].style.name == "Letter Table"
    assert data == to_docx(plan_letter, "en", draft=True, house=house())


def test_a_letter_given_back_as_house_style_leaves_no_mark_of_its_own(plan_letter: Letter) -> None:
    before = to_docx(plan_letter, "zh", draft=True)
    data = to_docx(plan_letter, "en", draft=False, house=before)
    section = opened(data).sections[0]
    assert [p.text for p in section.header.paragraphs] == ["Birch & Rail Living · Case 9000000077"]
    assert [p.text for p in section.footer.paragraphs] == ["Page 1 of 1"]
    assert not section.header._element.xpath(".//w:pict")


def test_other_headers_of_a_house_style_bear_the_draft_mark_too(plan_letter: Letter) -> None:
    document = Document()
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "Letterhead"
    out = io.BytesIO()
    document.save(out)
    section = opened(to_docx(plan_letter, "en", draft=True, house=out.getvalue())).sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        assert "DRAFT" in header.paragraphs[-1].text
    assert section.first_page_header.paragraphs[0].text == "Letterhead"


def test_a_house_style_that_would_fetch_a_template_is_cut_loose(plan_letter: Letter) -> None:
    document = Document()
    relation = document.part._settings_part.relate_to(
        "http://example.invalid/t.dotm",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
        is_external=True,
    )
    template = document.settings.element.makeelement(f"{W}attachedTemplate")
    template.set("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id", relation)
    document.settings.element.insert(1, template)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(
        io.BytesIO(to_docx(plan_letter, "en", draft=False, house=out.getvalue()))
    ) as archive:
        assert not [n for n in archive.namelist() if b"example.invalid" in archive.read(n)]


def a_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a", "b")
    return out.getvalue()


@pytest.mark.parametrize("given", [b"", b"no zip at all", a_zip(), house()[:900]])
def test_a_house_style_that_is_no_word_file_is_refused_with_a_sentence(
    plan_letter: Letter, given: bytes
) -> None:
    with pytest.raises(BadInput, match=r"Save it in Word as \.docx"):
        to_docx(plan_letter, "en", draft=False, house=given)
